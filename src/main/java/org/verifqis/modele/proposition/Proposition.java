package org.verifqis.modele.proposition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Onglet;
import org.verifqis.modele.Valeur;

/**
 * Where in somebody's own workbook the template's fields seem to stand; to be confirmed by a person
 * before anything is read by it.
 *
 * @param classeur the workbook's file name
 * @param gabarit version of the template that it leads to
 * @param exercice the year that the workbook tells of; null where it does not say
 * @param constantes what no cell of a record holds and a title tells
 * @param tables auxiliary tables by name, as a profile writes them
 * @param blocs where records and fields stand
 * @param manques what was not found, the required first
 * @param questions fields with several candidates that are too near each other
 * @param ecarts sheets and headers that are set aside, and why
 * @param controles figures of total rows beside our sums
 */
public record Proposition(
    String classeur,
    String gabarit,
    String exercice,
    List<Constante> constantes,
    Map<String, Map<String, Object>> tables,
    List<Bloc> blocs,
    List<Manque> manques,
    List<Question> questions,
    List<Ecart> ecarts,
    List<Controle> controles) {
  private static final String A_CONFIRMER = "aConfirmer";

  /** From so sure on a line is confirmed along with its block. */
  public static final double SURE = 0.9;

  /** A value that is declared. */
  public record Constante(Onglet onglet, Champ champ, String valeur, Preuve preuve) {}

  /**
   * Where the records of a sheet of the template stand.
   *
   * @param feuilles their sheets
   * @param cadre the block as a profile writes it, its columns left out
   * @param fiches how many records it reads
   */
  public record Bloc(
      Onglet onglet,
      List<String> feuilles,
      Map<String, Object> cadre,
      List<Ligne> lignes,
      int fiches) {
    /** The same, none of its lines surer than so much. */
    public Bloc auPlus(double sure) {
      List<Ligne> least = lignes.stream().map(l -> l.auPlus(sure)).toList();
      return new Bloc(onglet, feuilles, cadre, least, fiches);
    }
  }

  /** A place: their sheet and cell; the cell is empty where it is the sheet. */
  public record Lieu(String feuille, String cellule) {}

  /** A header of theirs, in its place. */
  public record Intitule(String texte, Lieu lieu) {}

  /** A header that was a candidate too. */
  public record Rival(Intitule intitule, double confiance) {}

  /**
   * What is proposed for a field.
   *
   * @param source what makes the value, as a profile writes it, without its words and notes
   * @param intitules the headers that it is made of
   * @param mots words of its values that are no code of the list
   * @param exemples the first of its values as they would be read; none before that was tried
   */
  public record Ligne(
      Champ champ,
      Map<String, Object> source,
      List<Intitule> intitules,
      double confiance,
      List<Preuve> preuves,
      List<Rival> rivaux,
      List<Mot> mots,
      List<Valeur<?>> exemples) {
    /** Whether it has to be confirmed by itself. */
    public boolean aConfirmer() {
      return confiance < SURE || !rivaux.isEmpty();
    }

    /** The same, no surer than so much. */
    public Ligne auPlus(double sure) {
      double least = Math.min(confiance, sure);
      return new Ligne(champ, source, intitules, least, preuves, rivaux, mots, exemples);
    }

    /** The same with values that were read by it. */
    public Ligne avec(List<Valeur<?>> lues) {
      return new Ligne(champ, source, intitules, confiance, preuves, rivaux, mots, lues);
    }
  }

  /** A word, how often it stands, and the code that it seems to be; null for none. */
  public record Mot(String mot, int fois, String code, Preuve preuve) {}

  /** A field that nothing was found for, and whether every workbook has to hold it. */
  public record Manque(Onglet onglet, Champ champ, boolean requis) {}

  /** A field for which a person has to choose. */
  public record Question(Onglet onglet, Champ champ, List<Rival> candidats) {}

  /** What is set aside: a sheet, or a header of it. */
  public record Ecart(Intitule intitule, Preuve raison) {}

  /** A figure of theirs beside ours. */
  public record Controle(Lieu lieu, Champ champ, BigDecimal leur, BigDecimal notre) {
    /** Whether both are the same to the cent. */
    public boolean concorde() {
      return leur.subtract(notre).abs().compareTo(new BigDecimal("0.005")) < 0;
    }
  }

  /** The same with what was read by it. */
  public Proposition essayee(List<Bloc> lus, List<Controle> sommes) {
    return new Proposition(
        classeur, gabarit, exercice, constantes, tables, lus, manques, questions, ecarts, sommes);
  }

  /** The required fields that nothing was found for and that no question is about. */
  public List<Manque> obligatoires() {
    return manques.stream().filter(Manque::requis).toList();
  }

  /**
   * The profile, as a tree of texts, numbers, lists and maps.
   *
   * @param dire tells evidence in words; null for none of it
   */
  public Map<String, Object> profil(Function<Preuve, String> dire) {
    Map<String, Object> profil = new LinkedHashMap<>();
    profil.put("correspondance", "1");
    profil.put("nom", classeur.replaceFirst("\\.[^.]*$", ""));
    profil.put("gabarit", gabarit);
    if (exercice != null) {
      profil.put("exercice", exercice);
    }
    profil.put(A_CONFIRMER, true);
    if (!constantes.isEmpty()) {
      profil.put("constantes", constantes(dire));
    }
    if (!tables.isEmpty()) {
      profil.put("tables", tables);
    }
    profil.put("blocs", blocs.stream().map(b -> bloc(b, dire)).toList());
    Map<String, Object> absents = absents();
    if (!absents.isEmpty()) {
      profil.put("absents", absents);
    }
    List<String> ignores =
        ecarts.stream()
            .filter(e -> !e.intitule().lieu().cellule().isEmpty())
            .map(e -> e.intitule().texte())
            .distinct()
            .toList();
    if (!ignores.isEmpty()) {
      profil.put("ignorer", ignores);
    }
    return profil;
  }

  private Map<String, Object> constantes(Function<Preuve, String> dire) {
    Map<String, Object> parFeuille = new LinkedHashMap<>();
    for (Constante constante : constantes) {
      Map<String, Object> valeur = new LinkedHashMap<>();
      valeur.put("valeur", constante.valeur());
      if (dire != null) {
        valeur.put("preuve", dire.apply(constante.preuve()));
      }
      valeur.put(A_CONFIRMER, true);
      sous(parFeuille, constante.onglet()).put(constante.champ().cle(), valeur);
    }
    return parFeuille;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> sous(Map<String, Object> parFeuille, Onglet onglet) {
    return (Map<String, Object>)
        parFeuille.computeIfAbsent(onglet.nom(), o -> new LinkedHashMap<>());
  }

  private static Map<String, Object> bloc(Bloc bloc, Function<Preuve, String> dire) {
    Map<String, Object> ecrit = new LinkedHashMap<>();
    ecrit.put("vers", bloc.onglet().nom());
    ecrit.putAll(bloc.cadre());
    Map<String, Object> colonnes = new LinkedHashMap<>();
    bloc.lignes().forEach(l -> colonnes.put(l.champ().cle(), colonne(l, dire)));
    ecrit.put("colonnes", colonnes);
    return ecrit;
  }

  /** A line as a profile writes it. */
  public static Map<String, Object> colonne(Ligne ligne, Function<Preuve, String> dire) {
    Map<String, Object> ecrite = new LinkedHashMap<>(ligne.source());
    Map<String, Object> valeurs = new LinkedHashMap<>();
    for (Mot mot : ligne.mots()) {
      if (mot.code() != null) {
        Map<String, Object> code = new LinkedHashMap<>();
        code.put("valeur", mot.code());
        if (dire != null) {
          code.put("preuve", dire.apply(mot.preuve()));
        }
        code.put(A_CONFIRMER, true);
        valeurs.put(mot.mot(), code);
      }
    }
    if (!valeurs.isEmpty()) {
      ecrite.put("valeurs", valeurs);
    }
    if (dire != null) {
      ecrite.put("confiance", BigDecimal.valueOf(Math.round(ligne.confiance() * 100), 2));
      List<String> preuves = new ArrayList<>(ligne.preuves().stream().map(dire).toList());
      ecrite.put("preuve", preuves.size() == 1 ? preuves.get(0) : preuves);
      if (!ligne.rivaux().isEmpty()) {
        ecrite.put("rival", ligne.rivaux().stream().map(r -> r.intitule().texte()).toList());
      }
    }
    if (ligne.aConfirmer()) {
      ecrite.put(A_CONFIRMER, true);
    }
    return ecrite;
  }

  private Map<String, Object> absents() {
    Map<Onglet, List<String>> cles = new LinkedHashMap<>();
    for (Manque manque : manques) {
      if (manque.requis()) {
        cles.computeIfAbsent(manque.onglet(), o -> new ArrayList<>()).add(manque.champ().cle());
      }
    }
    Map<String, Object> absents = new LinkedHashMap<>();
    cles.forEach(
        (onglet, own) -> {
          Map<String, Object> valeur = new LinkedHashMap<>();
          valeur.put("cles", own);
          valeur.put(A_CONFIRMER, true);
          absents.put(onglet.nom(), valeur);
        });
    return absents;
  }
}
