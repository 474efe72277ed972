package org.verifqis.rapport;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.verifqis.modele.Code;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Montant;
import org.verifqis.modele.Niveau;
import org.verifqis.modele.Part;
import org.verifqis.modele.Region;
import org.verifqis.modele.statistiques.Apport;
import org.verifqis.modele.statistiques.Chiffre;
import org.verifqis.modele.statistiques.Chiffre.Nature;
import org.verifqis.modele.statistiques.Exclus;
import org.verifqis.modele.statistiques.Grille;
import org.verifqis.modele.statistiques.Grille.Rang;
import org.verifqis.modele.statistiques.Mot;
import org.verifqis.modele.statistiques.Statistiques;
import org.verifqis.modele.statistiques.TableRemplie;
import org.verifqis.rapport.Tableau.Case;
import org.verifqis.rapport.Tableau.Entete;
import org.verifqis.rapport.Tableau.Ligne;
import org.verifqis.rapport.Tableau.Source;

/** Gives the tables of the statistics their words; it knows none of them. */
final class TableauxStatistiques {
  private static final String CHAMP = "champ:";
  private static final String ENTRE = " – ";

  private final BilanStatistique bilan;
  private final Statistiques statistiques;
  private final Textes textes;
  private final Mots mots;

  TableauxStatistiques(BilanStatistique bilan, Textes textes) {
    this.bilan = bilan;
    this.statistiques = bilan.statistiques();
    this.textes = textes;
    this.mots = textes.mots();
  }

  /** All of them, then what is not counted. */
  List<Tableau> tous() {
    List<Tableau> tableaux = new ArrayList<>();
    bilan.tables().forEach(table -> tableaux.add(tableau(table)));
    tableaux.add(laissees());
    return tableaux;
  }

  private Tableau tableau(TableRemplie remplie) {
    String cle = "stats.table." + remplie.table().cle();
    Grille grille = remplie.grille();
    return new Tableau(
        remplie.table().cle(),
        mots.mot(cle),
        mots.mot(cle + ".legende"),
        notes(remplie),
        new Tableau.Composition(
            sources(remplie.sources()),
            sources(remplie.muettes()),
            remplie.table().deProjets() ? remplie.exclus() : null),
        grille == null ? List.of() : entetes(grille),
        grille == null ? List.of() : lignes(grille.rangees()),
        remplie.provenances().stream()
            .map(p -> new Tableau.Provenance(source(p.apport()), lignes(p.rangees())))
            .toList(),
        grille == null ? null : image(remplie));
  }

  private List<Entete> entetes(Grille grille) {
    List<Entete> entetes = new ArrayList<>();
    entetes.add(new Entete(cle(grille.axe()), mot(grille.axe()), null));
    for (Grille.Colonne colonne : grille.colonnes()) {
      String titre = mot(colonne.titre());
      String exercice = colonne.exercice() == null ? null : colonne.exercice().nom();
      entetes.add(
          new Entete(
              cle(colonne.titre()), exercice == null ? titre : titre + ENTRE + exercice, exercice));
    }
    return entetes;
  }

  private List<Ligne> lignes(List<Grille.Rangee> rangees) {
    return rangees.stream()
        .map(
            r -> {
              String exercice = r.exercice() == null ? null : r.exercice().nom();
              String titre = mot(r.titre());
              return new Ligne(
                  r.rang(),
                  cle(r.titre()),
                  exercice == null ? titre : titre + ENTRE + exercice,
                  exercice,
                  r.chiffres().stream().map(this::cellule).toList());
            })
        .toList();
  }

  private Case cellule(Chiffre chiffre) {
    Object valeur = chiffre.valeur();
    if (chiffre.nature() == Nature.TEXTE) {
      Collection<?> quoi = (Collection<?>) valeur;
      return new Case(
          Nature.TEXTE,
          quoi.stream().map(this::mot).collect(Collectors.joining(mots.mot("stats.entreMots"))),
          null,
          null,
          0,
          quoi.stream().map(TableauxStatistiques::cle).toList());
    }
    String texte = valeur == null ? mots.mot("stats.rien") : textes.fait(valeur);
    List<String> precisions = new ArrayList<>();
    if (chiffre.dont() != null && chiffre.dont() > 0) {
      precisions.add(textes.format().nombre(chiffre.dont()));
    }
    if (chiffre.inconnus() > 0) {
      precisions.add(mots.mot("stats.inc", textes.format().nombre(chiffre.inconnus())));
    }
    return new Case(
        chiffre.nature(),
        precisions.isEmpty() ? texte : mots.mot("entente", texte, String.join(", ", precisions)),
        nombre(valeur),
        chiffre.dont(),
        chiffre.inconnus(),
        List.of());
  }

  private static BigDecimal nombre(Object valeur) {
    if (valeur instanceof Montant montant) {
      return montant.dollars();
    }
    if (valeur instanceof Part part) {
      return part.fraction();
    }
    return valeur == null ? null : new BigDecimal(valeur.toString());
  }

  /** What people call it. */
  private String mot(Object quoi) {
    if (quoi instanceof Mot mot) {
      return mot.cle().startsWith(CHAMP)
          ? textes.libelleDuChamp(mot.cle().substring(CHAMP.length()))
          : mots.mot(mot.cle());
    }
    if (quoi instanceof List<?> plusieurs) {
      return plusieurs.stream().map(this::mot).collect(Collectors.joining(ENTRE));
    }
    return quoi instanceof Niveau.Classe classe ? textes.classe(classe) : textes.fait(quoi);
  }

  /** What programs call it. */
  private static String cle(Object quoi) {
    if (quoi instanceof Mot mot) {
      return mot.cle().replaceFirst("^(champ:|stats\\.|html\\.)", "");
    }
    if (quoi instanceof Code code) {
      return code.name();
    }
    if (quoi instanceof Entente entente) {
      return entente.code();
    }
    if (quoi instanceof Region region) {
      return region.code();
    }
    if (quoi instanceof Enum<?> valeur) {
      return valeur.name();
    }
    if (quoi instanceof List<?> plusieurs) {
      return plusieurs.stream().map(TableauxStatistiques::cle).collect(Collectors.joining("."));
    }
    return String.valueOf(quoi);
  }

  private List<String> notes(TableRemplie remplie) {
    List<String> notes = new ArrayList<>();
    int comptees = statistiques.redditions().size();
    if (remplie.grille() == null) {
      notes.add(mots.compte("stats.vide", comptees));
      return notes;
    }
    List<Entente> ententes = remplie.sources().stream().map(Apport::entente).distinct().toList();
    notes.add(
        mots.compte(
            "stats.faite",
            remplie.sources().size(),
            nombre(ententes.size()),
            nombre(statistiques.ententes().size()),
            nombre(Statistiques.regions(ententes).size()),
            nombre(Statistiques.regions(statistiques.ententes()).size())));
    if (!remplie.muettes().isEmpty()) {
      notes.add(
          mots.compte(
              "stats.muettes",
              remplie.muettes().size(),
              remplie.muettes().stream()
                  .map(a -> a.entente().code() + " " + a.exercice().nom())
                  .collect(Collectors.joining(", "))));
    }
    if (remplie.table().deProjets() && !remplie.exclus().equals(Exclus.AUCUN)) {
      Exclus exclus = remplie.exclus();
      notes.add(
          mots.mot(
              "stats.sansProjets",
              nombre(exclus.annules()),
              nombre(exclus.statutInconnu()),
              nombre(exclus.repris())));
    }
    if (remplie.grille().rangees().stream()
        .anyMatch(r -> r.chiffres().stream().anyMatch(c -> c.inconnus() > 0))) {
      notes.add(mots.mot("stats.inc.note"));
    }
    return notes;
  }

  private String nombre(long nombre) {
    return textes.format().nombre(nombre);
  }

  private static List<Source> sources(List<Apport> apports) {
    return apports.stream().map(TableauxStatistiques::source).toList();
  }

  private static Source source(Apport apport) {
    return new Source(
        apport.fichier().nom(),
        apport.fichier().sha256(),
        apport.entente().code(),
        apport.exercice().nom());
  }

  /**
   * Its series, stacked over its columns; the first of the columns of a year stands for it. Null
   * without any.
   */
  private Graphique image(TableRemplie remplie) {
    List<Object> titres = remplie.table().series();
    if (titres.isEmpty()) {
      return null;
    }
    Grille grille = remplie.grille();
    List<Integer> rangs = new ArrayList<>();
    List<Object> abscisses = new ArrayList<>();
    for (int c = 0; c < grille.colonnes().size(); c++) {
      Grille.Colonne colonne = grille.colonnes().get(c);
      Object abscisse = colonne.exercice() == null ? colonne.titre() : colonne.exercice();
      if (!(abscisse instanceof Mot) && !abscisses.contains(abscisse)) {
        abscisses.add(abscisse);
        rangs.add(c);
      }
    }
    List<Graphique.Serie<Object>> series = new ArrayList<>();
    for (int i = 0; i < titres.size(); i++) {
      series.add(new Graphique.Serie<>(titres.get(i), mot(titres.get(i)), Graphique.teinte(i)));
    }
    return Graphique.de(
        mots.mot("stats.table." + remplie.table().cle() + ".image"),
        series,
        abscisses.stream().map(TableauxStatistiques::cle).toList(),
        (serie, abscisse) ->
            hauteur(
                grille,
                serie,
                rangs.get(
                    abscisses.stream().map(TableauxStatistiques::cle).toList().indexOf(abscisse))));
  }

  /** Amounts in thousands of dollars. */
  private static long hauteur(Grille grille, Object serie, int colonne) {
    return grille.rangees().stream()
        .filter(r -> r.titre().equals(serie) && r.rang() == Rang.ORDINAIRE)
        .map(r -> r.chiffres().get(colonne).valeur())
        .filter(Objects::nonNull)
        .findFirst()
        .map(
            valeur ->
                valeur instanceof Montant montant
                    ? montant
                        .dollars()
                        .movePointLeft(3)
                        .setScale(0, java.math.RoundingMode.HALF_UP)
                        .longValue()
                    : valeur instanceof Long nombre ? nombre : 0L)
        .orElse(0L);
  }

  /** The files that are left out, and why; then the agreements of which nothing is counted. */
  private Tableau laissees() {
    List<Ligne> lignes = new ArrayList<>();
    for (BilanStatistique.Laissee laissee : bilan.laissees()) {
      lignes.add(ligne(laissee.fichier(), cause(laissee, mots)));
    }
    for (Exercice exercice : statistiques.exercices()) {
      List<String> manquantes =
          statistiques.manquantes(exercice).stream().map(Entente::code).toList();
      if (!manquantes.isEmpty()) {
        lignes.add(
            ligne(
                exercice.nom(),
                mots.compte(
                    "stats.sansReddition", manquantes.size(), String.join(", ", manquantes))));
      }
    }
    if (bilan.autresExercices() > 0) {
      lignes.add(
          ligne(
              mots.mot("stats.autresExercices"),
              mots.compte("redditions", bilan.autresExercices())));
    }
    if (bilan.autresEntentes() > 0) {
      lignes.add(
          ligne(
              mots.mot("stats.autresEntentes"), mots.compte("redditions", bilan.autresEntentes())));
    }
    return new Tableau(
        "laissees",
        mots.mot("stats.laissees"),
        mots.mot("stats.laissees.legende"),
        lignes.isEmpty() ? List.of(mots.mot("stats.aucun")) : List.of(),
        null,
        Stream.of("html.fichier", "html.cause")
            .map(cle -> new Entete(cle(new Mot(cle)), mots.mot(cle), null))
            .toList(),
        lignes,
        List.of(),
        null);
  }

  private static Ligne ligne(String titre, String texte) {
    return new Ligne(Rang.ORDINAIRE, titre, titre, null, List.of(Case.texte(texte)));
  }

  /** Why a file is left out. */
  static String cause(BilanStatistique.Laissee laissee, Mots mots) {
    return laissee.motif() == BilanStatistique.Motif.ILLISIBLE
        ? new PhrasesRefus(mots).cause(laissee.refus())
        : mots.mot("stats.motif." + laissee.motif(), laissee.retenu());
  }
}
