package org.verifqis.modele;

/**
 * Kind of payment made under an agreement (RAPPORT 2.3.3). Codes of list {@code typesVersement} of
 * the gabarit.
 */
public enum TypeVersement implements Code {
  PREMIER,
  SECOND,
  AVRIL,
  SEPTEMBRE,
  ADDITIONNEL;

  @Override
  public String liste() {
    return "typesVersement";
  }
}
