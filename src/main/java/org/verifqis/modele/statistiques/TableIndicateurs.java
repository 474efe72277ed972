package org.verifqis.modele.statistiques;

import java.util.function.Function;
import org.verifqis.modele.Montant;
import org.verifqis.modele.Part;
import org.verifqis.modele.statistiques.Rubrique.Groupe;

/** The other figures of projects, by region (RAPPORT 2.3.8, 8.1.8, 8.1.9, 8.3). */
final class TableIndicateurs implements Table {
  @Override
  public String cle() {
    return "indicateurs";
  }

  @Override
  public boolean deProjets() {
    return true;
  }

  @Override
  public boolean renseignee(Apport apport) {
    return apport.projetsLus();
  }

  @Override
  public Grille grille(Statistiques s) {
    ParRegion grille = ParRegion.de("stats.indicateur", s, null);
    nombre(grille, "stats.redditions", Chiffres::redditions, c -> 0L);
    nombre(grille, "stats.nombreProjets", c -> c.effectif().total(), c -> 0L);
    grille.groupe("stats.alignement");
    Function<Chiffres, Long> nonAlignes = c -> c.effectif(Groupe.ALIGNEMENT_INCONNU).total();
    nombre(
        grille, "stats.alignes", c -> c.effectif(Groupe.PRIORITES_REGIONALES).total(), nonAlignes);
    part(grille, "stats.partAlignee", Chiffres::partAlignee, nonAlignes);
    grille.groupe("stats.argent");
    Function<Chiffres, Long> sansAide = c -> c.aide().inconnus();
    montant(grille, "stats.aideRegionale", c -> c.aide().regionale(), sansAide);
    montant(grille, "stats.aideLocale", c -> c.aide().locale(), sansAide);
    part(grille, "stats.partMontant", c -> c.aide().partRegionale(), sansAide);
    grille.groupe("stats.promoteursMunicipaux");
    Function<Chiffres, Long> sansCategorie = c -> c.promoteurs().inconnus();
    nombre(grille, "stats.municipaux", c -> c.promoteurs().municipaux(), sansCategorie);
    nombre(grille, "stats.mrc", c -> c.promoteurs().mrc(), sansCategorie);
    part(grille, "stats.partMunicipale", c -> c.promoteurs().partMunicipale(), sansCategorie);
    grille.groupe("stats.rejointes");
    nombre(
        grille, "stats.rejointes", c -> c.personnes().rejointes(), c -> c.personnes().inconnus());
    grille.groupe("stats.effetLevier");
    Function<Chiffres, Long> sansSomme = c -> c.levier().inconnus();
    montant(grille, "stats.aide", c -> c.levier().aide(), sansSomme);
    montant(grille, "stats.publiques", c -> c.levier().publiques(), sansSomme);
    montant(grille, "stats.milieu", c -> c.levier().milieu(), sansSomme);
    montant(grille, "stats.parDollar", c -> c.levier().parDollar(), sansSomme);
    grille.groupe("stats.exclus");
    nombre(grille, "stats.annules", c -> c.exclus().annules(), c -> 0L);
    nombre(grille, "stats.statutInconnu", c -> c.exclus().statutInconnu(), c -> 0L);
    nombre(grille, "stats.repris", c -> c.exclus().repris(), c -> 0L);
    return grille.grille();
  }

  private static void nombre(
      ParRegion grille,
      String cle,
      Function<Chiffres, Long> nombre,
      Function<Chiffres, Long> inconnus) {
    grille.ligne(
        new Mot(cle), c -> Chiffre.nombre(nombre.apply(c), inconnus.apply(c)), Chiffre.RIEN);
  }

  private static void montant(
      ParRegion grille,
      String cle,
      Function<Chiffres, Montant> montant,
      Function<Chiffres, Long> inconnus) {
    grille.ligne(
        new Mot(cle), c -> Chiffre.montant(montant.apply(c), inconnus.apply(c)), Chiffre.RIEN);
  }

  private static void part(
      ParRegion grille,
      String cle,
      Function<Chiffres, Part> part,
      Function<Chiffres, Long> inconnus) {
    grille.ligne(
        new Mot(cle),
        c -> new Chiffre(Chiffre.Nature.PART, part.apply(c), null, inconnus.apply(c)),
        Chiffre.RIEN);
  }
}
