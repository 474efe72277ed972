package org.verifqis.modele.statistiques;

/** The level of cible 4 of each agreement, by year (RAPPORT 8.2). */
final class TableNiveauParEntente implements Table {
  @Override
  public String cle() {
    return "cible4";
  }

  @Override
  public boolean parExercice() {
    return true;
  }

  @Override
  public boolean renseignee(Apport apport) {
    return !apport.niveaux().isEmpty();
  }

  @Override
  public Grille grille(Statistiques s) {
    Grille grille =
        Grille.de("html.entente", s.exercices().stream().map(Grille.Colonne::de).toList());
    s.ententes()
        .forEach(
            entente -> grille.ligne(entente, s.exercices(), e -> niveau(s.reddition(entente, e))));
    return grille;
  }

  private static Chiffre niveau(Apport apport) {
    if (apport == null) {
      return Chiffre.RIEN;
    }
    return Chiffre.texte(
        apport.niveau() == null ? new Mot("stats.niveaux.indetermine") : apport.niveau());
  }
}
