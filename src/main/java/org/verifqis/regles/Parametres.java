package org.verifqis.regles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.verifqis.donnees.Donnees;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Identification;
import org.verifqis.regles.ParametresInvalides.Motif;

/** The dated figures and dates that the rules take ({@code rules/parametres.yaml}). */
public final class Parametres {
  /**
   * A value and the time in which it holds.
   *
   * @param entente code of the agreement for which it holds; null for any
   * @param edition the edition for which it holds; null for any
   * @param depuis the day from which it holds; null for always
   * @param textes the value, as the file writes it; empty where the figure is not known
   * @param valeurs the same, read as its type says
   * @param surete how sure we are of it; null where not told
   * @param sources where it comes from, by language; a text that serves all has an empty key
   */
  public record ValeurDatee(
      String entente,
      String edition,
      LocalDate depuis,
      List<String> textes,
      List<Object> valeurs,
      String surete,
      Map<String, String> sources) {
    /** Where it comes from, in a language; null where not told. */
    public String source(String langue) {
      return sources.getOrDefault(langue, sources.get(""));
    }

    private boolean memePeriode(ValeurDatee autre) {
      return Objects.equals(entente, autre.entente)
          && Objects.equals(edition, autre.edition)
          && Objects.equals(depuis, autre.depuis);
    }
  }

  /**
   * A figure that was laid over those of the program.
   *
   * @param cle key of the parameter
   * @param valeur the value, with its source
   */
  public record Superposee(String cle, ValeurDatee valeur) {}

  /** What a parameter goes by. */
  enum Selon {
    EDITION("edition", identification -> null),
    ENTENTE("entente", identification -> null),
    EXERCICE_DEBUT("exerciceDebut", Selon::debutDeLExercice),
    EXERCICE_FIN("exerciceFin", identification -> identification.exerciceFin().contenu()),
    DATE_DEPOT("dateDepot", identification -> identification.dateDepot().contenu());

    private final String nom;

    /** The day that it goes by; gives null where it goes by none, or that is unknown. */
    private final Function<Identification, LocalDate> jour;

    Selon(String nom, Function<Identification, LocalDate> jour) {
      this.nom = nom;
      this.jour = jour;
    }

    private static LocalDate debutDeLExercice(Identification identification) {
      LocalDate debut = identification.exerciceDebut().contenu();
      return debut == null ? null : Exercice.contenant(debut).debut();
    }

    /** The key without which a value would never be taken; null if none is missing. */
    String manque(boolean edition, boolean depuis) {
      if (this == ENTENTE || edition) {
        return null;
      }
      return this == EDITION ? "edition" : depuis ? null : "depuis";
    }

    private static Selon de(String nom) {
      return Arrays.stream(values()).filter(s -> s.nom.equals(nom)).findFirst().orElseThrow();
    }
  }

  /** The day of the year until which redditions are filed (DEP-05, INT-01). */
  static final String DATE_LIMITE = "depot.dateLimite";

  /** A parameter; its texts are read once, as each reddition asks for them again. */
  private record Fiche(
      Selon selon, Parametre.Type type, List<ValeurDatee> valeurs, Map<String, Object> lues) {
    static Fiche de(Selon selon, Parametre.Type type, List<ValeurDatee> valeurs) {
      Map<String, Object> lues = new HashMap<>();
      for (ValeurDatee valeur : valeurs) {
        for (int i = 0; i < valeur.textes.size(); i++) {
          lues.put(valeur.textes.get(i), valeur.valeurs.get(i));
        }
      }
      return new Fiche(selon, type, valeurs, lues);
    }

    Parametre parametre(List<String> textes, List<String> tous) {
      return new Parametre(textes, lues(textes), lues(tous));
    }

    private List<Object> lues(List<String> textes) {
      return textes.stream().map(lues::get).toList();
    }
  }

  private final Map<String, Fiche> parCle;
  private final List<Superposee> superposees;

  private Parametres(Map<String, Fiche> parCle, List<Superposee> superposees) {
    this.parCle = parCle;
    this.superposees = superposees;
  }

  /** The parameters that travel with the program. */
  public static Parametres charge() {
    return de(Donnees.lis("parametres"));
  }

  /** Those of a data file. */
  public static Parametres de(JsonNode racine) {
    Map<String, Fiche> parCle = new LinkedHashMap<>();
    racine
        .properties()
        .forEach(
            parametre -> {
              Selon selon = Selon.de(parametre.getValue().required("selon").asText());
              Parametre.Type type =
                  Parametre.Type.de(parametre.getValue().required("type").asText());
              parCle.put(
                  parametre.getKey(),
                  Fiche.de(
                      selon, type, valeurs(parametre.getKey(), parametre.getValue(), selon, type)));
            });
    return new Parametres(parCle, List.of());
  }

  /**
   * These parameters with those of a file laid over them: a value replaces the one of the same
   * edition or of the same day, and is added where there is none.
   *
   * @throws ParametresInvalides if the file can't be read, names a parameter that does not exist,
   *     or gives a value that is not of its type
   */
  public Parametres avec(Path fichier) {
    return avec(lis(fichier));
  }

  /**
   * The same of what such a file would hold.
   *
   * @throws ParametresInvalides if it names a parameter that does not exist, or gives a value that
   *     is not of its type
   */
  public Parametres avec(JsonNode racine) {
    Map<String, Fiche> fusion = new LinkedHashMap<>(parCle);
    List<Superposee> toutes = new ArrayList<>(superposees);
    ControleParametres controle = new ControleParametres();
    for (Map.Entry<String, JsonNode> ajout : racine.properties()) {
      String cle = ajout.getKey();
      Fiche fiche = parCle.get(cle);
      if (fiche == null) {
        throw new ParametresInvalides(Motif.INCONNU, cle, null);
      }
      controle.champs(cle, ajout.getValue(), fiche.selon);
      List<ValeurDatee> neuves = valeurs(cle, ajout.getValue(), fiche.selon, fiche.type);
      for (ValeurDatee neuve : neuves) {
        controle.valeur(cle, fiche.type, neuve);
        toutes.add(new Superposee(cle, neuve));
      }
      fusion.put(cle, Fiche.de(fiche.selon, fiche.type, superpose(fiche.valeurs, neuves)));
    }
    return new Parametres(fusion, List.copyOf(toutes));
  }

  /** The figures that were laid over those of the program, in the order of their file. */
  public List<Superposee> superposees() {
    return superposees;
  }

  private static JsonNode lis(Path fichier) {
    JsonNode racine;
    try {
      racine = new YAMLMapper().readTree(Files.readString(fichier));
    } catch (FileSystemException e) {
      throw new ParametresInvalides(Motif.INACCESSIBLE, null, e);
    } catch (IOException e) {
      throw new ParametresInvalides(Motif.ILLISIBLE, null, e);
    }
    if (!racine.isObject()) {
      throw new ParametresInvalides(Motif.ILLISIBLE, null, null);
    }
    return racine;
  }

  private static List<ValeurDatee> superpose(
      List<ValeurDatee> anciennes, List<ValeurDatee> neuves) {
    List<ValeurDatee> toutes = new ArrayList<>(anciennes);
    toutes.removeIf(ancienne -> neuves.stream().anyMatch(ancienne::memePeriode));
    toutes.addAll(neuves);
    return toutes;
  }

  private static List<ValeurDatee> valeurs(
      String cle, JsonNode parametre, Selon selon, Parametre.Type type) {
    List<ValeurDatee> valeurs = new ArrayList<>();
    for (JsonNode valeur : parametre.required("valeurs")) {
      List<String> textes = Noeuds.textes(valeur.get("valeur"));
      textes.forEach(texte -> lue(cle, type, texte));
      String depuis = Noeuds.texte(valeur.get("depuis"));
      String entente = Noeuds.texte(valeur.get("entente"));
      if ((entente != null) != (selon == Selon.ENTENTE)) {
        throw new ParametresInvalides(Motif.FORME, cle, null, "entente");
      }
      valeurs.add(
          new ValeurDatee(
              entente,
              Noeuds.texte(valeur.get("edition")),
              depuis == null ? null : (LocalDate) lue(cle, Parametre.Type.DATE, depuis),
              textes,
              Parametre.de(type, textes).valeurs(),
              Noeuds.texte(valeur.get("surete")),
              sources(valeur.get("source"))));
    }
    return valeurs;
  }

  private static Object lue(String cle, Parametre.Type type, String texte) {
    try {
      return Parametre.de(type, List.of(texte)).valeurs().get(0);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new ParametresInvalides(Motif.VALEUR, cle, e, texte, type.name());
    }
  }

  private static Map<String, String> sources(JsonNode source) {
    Map<String, String> sources = new TreeMap<>();
    if (source != null && source.isObject()) {
      source.properties().forEach(s -> sources.put(s.getKey(), s.getValue().asText()));
    } else if (source != null) {
      sources.put("", source.asText());
    }
    return sources;
  }

  /** The keys of all the parameters. */
  public Set<String> cles() {
    return parCle.keySet();
  }

  /** What kind of value a parameter takes, {@code PART}; one that does not exist takes none. */
  public String type(String cle) {
    return parCle.get(cle).type.name();
  }

  /** Every value of a parameter, as the file gives them. */
  public List<ValeurDatee> valeurs(String cle) {
    return List.copyOf(parCle.get(cle).valeurs);
  }

  /**
   * The value that holds for a reddition of an edition, on the day that the parameter goes by;
   * where that day is unknown, the range of all that may hold.
   *
   * @return empty where no figure is known
   */
  public Optional<Parametre> enVigueur(String cle, String edition, Identification identification) {
    Fiche fiche = parCle.get(cle);
    Entente entente = identification.codeEntente().contenu();
    return enVigueur(
        fiche,
        entente == null ? null : entente.code(),
        edition,
        fiche.selon.jour.apply(identification));
  }

  /**
   * The value that holds for an edition on a day; where that is null, the range of all that may
   * hold.
   *
   * @return empty where no figure is known
   */
  Optional<Parametre> enVigueur(String cle, String edition, LocalDate jour) {
    return enVigueur(parCle.get(cle), null, edition, jour);
  }

  private static Optional<Parametre> enVigueur(
      Fiche fiche, String entente, String edition, LocalDate jour) {
    List<ValeurDatee> possibles =
        fiche.valeurs.stream()
            .filter(v -> v.entente() == null || v.entente().equals(entente))
            .toList();
    if (possibles.stream().anyMatch(v -> edition.equals(v.edition()))) {
      possibles = possibles.stream().filter(v -> edition.equals(v.edition())).toList();
    } else {
      possibles = possibles.stream().filter(v -> v.edition() == null).toList();
    }
    List<String> toutes = possibles.stream().flatMap(v -> v.textes().stream()).sorted().toList();
    if (possibles.stream().anyMatch(v -> v.depuis() != null)) {
      possibles = jour == null ? possibles : derniere(possibles, jour);
    }
    if (possibles.isEmpty() || possibles.stream().anyMatch(v -> v.textes().isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(fiche.parametre(etendue(possibles), toutes));
  }

  private static List<ValeurDatee> derniere(List<ValeurDatee> valeurs, LocalDate jour) {
    return valeurs.stream()
        .filter(v -> v.depuis() == null || !v.depuis().isAfter(jour))
        .max(
            Comparator.comparing(
                ValeurDatee::depuis, Comparator.nullsFirst(Comparator.naturalOrder())))
        .map(List::of)
        .orElse(List.of());
  }

  /** The one value that may hold, or the first and the last of several. */
  private static List<String> etendue(List<ValeurDatee> valeurs) {
    if (valeurs.size() == 1) {
      return valeurs.get(0).textes();
    }
    List<String> textes = valeurs.stream().flatMap(v -> v.textes().stream()).sorted().toList();
    return List.of(textes.get(0), textes.get(textes.size() - 1));
  }
}
