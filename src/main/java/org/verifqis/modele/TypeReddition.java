package org.verifqis.modele;

/**
 * Whether a reddition closes a year or the whole agreement. Codes of list {@code typesReddition} of
 * the gabarit.
 */
public enum TypeReddition implements Code {
  ANNUELLE,
  FINALE;

  @Override
  public String liste() {
    return "typesReddition";
  }
}
