package org.verifqis.modele;

/**
 * How a filled-in template says that the workbook that it was made of does not keep something:
 * after the label of a column, or in the cell of a record. It is missing (LEC-05) as if its column
 * were not there; nothing that stands in a workbook goes unread because of it.
 */
public final class NonTenu {
  /** What stands in such a cell. */
  public static final String MARQUE = "(non tenu)";

  private NonTenu() {}

  /** The header of a column that is not kept. */
  public static String entete(Champ champ) {
    return champ.libelle() + " " + MARQUE;
  }

  /** Whether a text says, and says no more than, that a value is not kept. */
  public static boolean est(String texte) {
    return texte.equals(MARQUE);
  }
}
