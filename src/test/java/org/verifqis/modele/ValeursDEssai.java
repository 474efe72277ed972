package org.verifqis.modele;

/** Values in cells of no workbook, for the tests of what is said of values. */
final class ValeursDEssai {
  static final Feuille FEUILLE = new Feuille("Projets", "Projets", 3, Feuille.Etat.LUE);
  private static final Champ REQUIS = new Champ("a", "A", TypeValeur.MONTANT, null, true, false);
  private static final Champ OPTIONNEL =
      new Champ("b", "B", TypeValeur.MONTANT, null, false, false);

  private ValeursDEssai() {}

  static <T> Valeur<T> connue(T contenu) {
    return en(contenu, 2, 2);
  }

  static <T> Valeur<T> en(T contenu, int ligne, int colonne) {
    return Valeur.connue(contenu, null, FEUILLE, OPTIONNEL, ligne, colonne);
  }

  static <T> Valeur<T> illisible() {
    return Valeur.illisible("?", FEUILLE, OPTIONNEL, 2, 2);
  }

  /** Empty, and free to be. */
  static <T> Valeur<T> vide() {
    return Valeur.vide(FEUILLE, OPTIONNEL, 2, 2);
  }

  /** Empty, and not free to be. */
  static <T> Valeur<T> manquante() {
    return Valeur.vide(FEUILLE, REQUIS, 2, 2);
  }

  /** Of a required column that is not there. */
  static <T> Valeur<T> sansColonne() {
    return Valeur.sansCellule(FEUILLE, REQUIS);
  }

  /** Of an optional column that is not there. */
  static <T> Valeur<T> sansColonneOptionnelle() {
    return Valeur.sansCellule(FEUILLE, OPTIONNEL);
  }

  static Valeur<Montant> dollars(String dollars) {
    return connue(Montant.de(dollars));
  }
}
