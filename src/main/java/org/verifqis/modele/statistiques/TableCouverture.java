package org.verifqis.modele.statistiques;

import java.util.List;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.statistiques.Statistiques.Place;

/** Of which agreements and years there is a reddition (RAPPORT, tableau 3). */
final class TableCouverture implements Table {
  @Override
  public String cle() {
    return "couverture";
  }

  @Override
  public boolean parExercice() {
    return true;
  }

  @Override
  public boolean renseignee(Apport apport) {
    return true;
  }

  @Override
  public Grille grille(Statistiques s) {
    List<Exercice> exercices = s.exercices();
    Grille grille = Grille.de("html.entente", exercices.stream().map(Grille.Colonne::de).toList());
    grille.groupe(new Mot("stats.toutes"));
    grille.ligne(
        new Mot("stats.recues"),
        exercices,
        e -> Chiffre.nombre(comptees(s, e).size() + irrecevables(s, e)));
    grille.ligne(new Mot("stats.comptees"), exercices, e -> Chiffre.nombre(comptees(s, e).size()));
    grille.ligne(
        new Mot("stats.couverture.manquantes"),
        exercices,
        e -> Chiffre.nombre(s.ententes().size() - comptees(s, e).size() - irrecevables(s, e)));
    grille.ligne(
        new Mot("stats.regionsCouvertes"),
        exercices,
        e -> Chiffre.nombre(Statistiques.regions(comptees(s, e)).size()));
    grille.ligne(
        new Mot("stats.regionsEnTout"),
        exercices,
        e -> Chiffre.nombre(Statistiques.regions(s.ententes()).size()));
    grille.groupe(new Mot("stats.chaqueEntente"));
    for (Entente entente : s.ententes()) {
      grille.ligne(entente, exercices, e -> Chiffre.texte(new Mot(etat(s, entente, e))));
    }
    return grille;
  }

  private static String etat(Statistiques s, Entente entente, Exercice exercice) {
    Apport apport = s.reddition(entente, exercice);
    if (apport != null) {
      return apport.projetsLus() ? "stats.etat.comptee" : "stats.etat.sansProjets";
    }
    return s.irrecevables().contains(new Place(entente, exercice))
        ? "stats.etat.irrecevable"
        : "stats.etat.manquante";
  }

  private static List<Entente> comptees(Statistiques s, Exercice exercice) {
    return s.ententes().stream().filter(e -> s.reddition(e, exercice) != null).toList();
  }

  private static long irrecevables(Statistiques s, Exercice exercice) {
    return s.ententes().stream()
        .filter(
            e ->
                s.reddition(e, exercice) == null
                    && s.irrecevables().contains(new Place(e, exercice)))
        .count();
  }
}
