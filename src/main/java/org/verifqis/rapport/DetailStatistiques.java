package org.verifqis.rapport;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Montant;
import org.verifqis.modele.Niveau;
import org.verifqis.modele.statistiques.Apport;
import org.verifqis.modele.statistiques.Chiffres;
import org.verifqis.modele.statistiques.Effectif;
import org.verifqis.modele.statistiques.Rubrique;
import org.verifqis.modele.statistiques.Rubrique.Groupe;
import org.verifqis.modele.statistiques.Statistiques;
import org.verifqis.modele.statistiques.Statistiques.Compilee;
import org.verifqis.rapport.Tableau.Case;
import org.verifqis.rapport.Tableau.Ligne;
import org.verifqis.rapport.Tableau.Nature;
import org.verifqis.rapport.Tableau.Rang;

/** What the statistics say of each agreement and of each file, as tables. */
final class DetailStatistiques {
  private final BilanStatistique bilan;
  private final Statistiques statistiques;
  private final Textes textes;
  private final Mots mots;

  DetailStatistiques(BilanStatistique bilan, Textes textes) {
    this.bilan = bilan;
    this.statistiques = bilan.statistiques();
    this.textes = textes;
    this.mots = textes.mots();
  }

  /** How many agreements stand at each level of cible 4, by year. */
  Tableau niveaux() {
    List<Ligne> lignes = new ArrayList<>();
    Stream.concat(Stream.of(Niveau.values()), Stream.of((Niveau) null))
        .forEach(niveau -> lignes.add(ligne(niveau(niveau), e -> nombre(a(niveau, e)))));
    lignes.add(ligne(mots.mot("stats.manquantes"), e -> nombre(manquantes(e).size())));
    lignes.add(
        new Ligne(
            Rang.TOTAL,
            mots.mot("html.total"),
            statistiques.exercices().stream()
                .map(e -> nombre(statistiques.ententes().size()))
                .toList()));
    return new Tableau(
        mots.mot("stats.niveaux"),
        mots.mot("stats.niveaux.legende"),
        entetes("stats.niveau"),
        lignes);
  }

  /** The level of cible 4 of each agreement, by year. */
  Tableau cible4() {
    return new Tableau(
        mots.mot("stats.cible4"),
        mots.mot("stats.cible4.legende"),
        entetes("html.entente"),
        statistiques.ententes().stream()
            .map(
                entente ->
                    ligne(
                        textes.fait(entente),
                        exercice -> {
                          Apport apport = statistiques.reddition(entente, exercice);
                          return texte(
                              apport == null ? mots.mot("stats.rien") : niveau(apport.niveau()));
                        }))
            .toList());
  }

  /** The files that are left out, and why; then the agreements of which nothing is counted. */
  Tableau laissees() {
    List<Ligne> lignes = new ArrayList<>();
    for (BilanStatistique.Laissee laissee : bilan.laissees()) {
      lignes.add(
          new Ligne(Rang.ORDINAIRE, laissee.fichier(), List.of(texte(cause(laissee, mots)))));
    }
    for (Exercice exercice : statistiques.exercices()) {
      List<String> manquantes = manquantes(exercice).stream().map(Entente::code).toList();
      if (!manquantes.isEmpty()) {
        lignes.add(
            new Ligne(
                Rang.ORDINAIRE,
                exercice.nom(),
                List.of(
                    texte(
                        mots.compte(
                            "stats.sansReddition",
                            manquantes.size(),
                            String.join(", ", manquantes))))));
      }
    }
    if (bilan.autresExercices() > 0) {
      lignes.add(
          new Ligne(
              Rang.ORDINAIRE,
              mots.mot("stats.autresExercices"),
              List.of(texte(mots.compte("redditions", bilan.autresExercices())))));
    }
    return new Tableau(
        mots.mot("stats.laissees"),
        mots.mot("stats.laissees.legende"),
        List.of(mots.mot("html.fichier"), mots.mot("html.cause")),
        lignes);
  }

  /** Why a file is left out. */
  static String cause(BilanStatistique.Laissee laissee, Mots mots) {
    return laissee.motif() == BilanStatistique.Motif.ILLISIBLE
        ? new PhrasesRefus(mots).cause(laissee.refus())
        : mots.mot("stats.motif." + laissee.motif(), laissee.retenu());
  }

  /** The figures of each reddition; their sums are those of the other tables. */
  Tableau redditions() {
    Map<String, Function<Chiffres, Case>> colonnes = colonnes();
    List<String> entetes =
        new ArrayList<>(
            List.of(
                mots.mot("html.fichier"),
                mots.mot("html.entente"),
                mots.mot("html.exercice"),
                mots.mot("html.cible4")));
    entetes.addAll(colonnes.keySet());
    List<Ligne> lignes = new ArrayList<>();
    for (Compilee c : statistiques.redditions()) {
      List<Case> cases = new ArrayList<>(place(c.apport()));
      cases.add(texte(niveau(c.apport().niveau())));
      colonnes.values().forEach(colonne -> cases.add(colonne.apply(c.chiffres())));
      lignes.add(new Ligne(Rang.ORDINAIRE, c.apport().fichier().nom(), cases));
    }
    List<Case> somme = new ArrayList<>(List.of(texte(""), texte(""), texte("")));
    colonnes.values().forEach(colonne -> somme.add(colonne.apply(statistiques.total())));
    lignes.add(new Ligne(Rang.TOTAL, mots.mot("html.total"), somme));
    return new Tableau(
        mots.mot("stats.parReddition"), mots.mot("stats.parReddition.legende"), entetes, lignes);
  }

  /** The projects of each reddition by row of table 11. */
  Tableau rubriques() {
    List<Ligne> lignes = new ArrayList<>();
    for (Compilee c : statistiques.redditions()) {
      for (Map.Entry<Rubrique, Effectif> entree : c.chiffres().projets().entrySet()) {
        List<Case> cases = new ArrayList<>(place(c.apport()));
        cases.add(texte(mots.mot("stats.groupe." + entree.getKey().groupe())));
        cases.add(texte(TableauxStatistiques.titre(entree.getKey(), textes)));
        cases.addAll(effectif(entree.getValue()));
        lignes.add(new Ligne(Rang.ORDINAIRE, c.apport().fichier().nom(), cases));
      }
    }
    List<Case> somme = new ArrayList<>(List.of(texte(""), texte(""), texte(""), texte("")));
    somme.addAll(effectif(statistiques.total().effectif()));
    lignes.add(new Ligne(Rang.TOTAL, mots.mot("html.total"), somme));
    return new Tableau(
        mots.mot("stats.parTheme"),
        mots.mot("stats.parTheme.legende"),
        Stream.of(
                "html.fichier",
                "html.entente",
                "html.exercice",
                "stats.partie",
                "stats.theme",
                "html.projets",
                "stats.regionaux",
                "stats.locaux",
                "stats.porteeInconnue")
            .map(mots::mot)
            .toList(),
        lignes);
  }

  private Map<String, Function<Chiffres, Case>> colonnes() {
    Map<String, Function<Chiffres, Case>> colonnes = new LinkedHashMap<>();
    colonnes.put(mots.mot("html.projets"), c -> nombre(c.effectif().total()));
    colonnes.put(mots.mot("stats.regionaux"), c -> nombre(c.effectif().regionaux()));
    colonnes.put(mots.mot("stats.locaux"), c -> nombre(c.effectif().locaux()));
    colonnes.put(mots.mot("stats.porteeInconnue"), c -> nombre(c.effectif().inconnus()));
    colonnes.put(
        mots.mot("stats.alignes"), c -> nombre(c.effectif(Groupe.PRIORITES_REGIONALES).total()));
    colonnes.put(
        mots.mot("stats.alignementInconnu"),
        c -> nombre(c.effectif(Groupe.ALIGNEMENT_INCONNU).total()));
    colonnes.put(mots.mot("stats.aideRegionale"), c -> montant(c.aide().regionale()));
    colonnes.put(mots.mot("stats.aideLocale"), c -> montant(c.aide().locale()));
    colonnes.put(mots.mot("stats.aideInconnue"), c -> nombre(c.aide().inconnus()));
    colonnes.put(mots.mot("stats.municipaux"), c -> nombre(c.promoteurs().municipaux()));
    colonnes.put(mots.mot("stats.mrc"), c -> nombre(c.promoteurs().mrc()));
    colonnes.put(mots.mot("stats.categorieInconnue"), c -> nombre(c.promoteurs().inconnus()));
    colonnes.put(mots.mot("stats.rejointes"), c -> nombre(c.personnes().rejointes()));
    colonnes.put(mots.mot("stats.rejointesInconnues"), c -> nombre(c.personnes().inconnus()));
    colonnes.put(mots.mot("stats.aide"), c -> montant(c.levier().aide()));
    colonnes.put(mots.mot("stats.publiques"), c -> montant(c.levier().publiques()));
    colonnes.put(mots.mot("stats.milieu"), c -> montant(c.levier().milieu()));
    colonnes.put(mots.mot("stats.levierInconnu"), c -> nombre(c.levier().inconnus()));
    colonnes.put(mots.mot("stats.annules"), c -> nombre(c.exclus().annules()));
    colonnes.put(mots.mot("stats.statutInconnu"), c -> nombre(c.exclus().statutInconnu()));
    colonnes.put(mots.mot("stats.repris"), c -> nombre(c.exclus().repris()));
    return colonnes;
  }

  private List<String> entetes(String premiere) {
    return Stream.concat(
            Stream.of(mots.mot(premiere)), statistiques.exercices().stream().map(Exercice::nom))
        .toList();
  }

  private Ligne ligne(String titre, Function<Exercice, Case> valeur) {
    return new Ligne(Rang.ORDINAIRE, titre, statistiques.exercices().stream().map(valeur).toList());
  }

  private long a(Niveau niveau, Exercice exercice) {
    return statistiques.redditions().stream()
        .map(Compilee::apport)
        .filter(a -> a.exercice().equals(exercice) && Objects.equals(a.niveau(), niveau))
        .count();
  }

  private List<Entente> manquantes(Exercice exercice) {
    return statistiques.ententes().stream()
        .filter(entente -> statistiques.reddition(entente, exercice) == null)
        .toList();
  }

  private String niveau(Niveau niveau) {
    return textes.niveau(niveau == null ? Cible4.INDETERMINE : niveau.name());
  }

  private List<Case> place(Apport apport) {
    return List.of(texte(textes.fait(apport.entente())), texte(apport.exercice().nom()));
  }

  private List<Case> effectif(Effectif effectif) {
    return List.of(
        nombre(effectif.total()),
        nombre(effectif.regionaux()),
        nombre(effectif.locaux()),
        nombre(effectif.inconnus()));
  }

  private static Case texte(String texte) {
    return new Case(Nature.TEXTE, texte, null);
  }

  private Case nombre(long nombre) {
    return new Case(Nature.NOMBRE, textes.format().nombre(nombre), BigDecimal.valueOf(nombre));
  }

  private Case montant(Montant montant) {
    return new Case(Nature.MONTANT, textes.format().montant(montant), montant.dollars());
  }
}
