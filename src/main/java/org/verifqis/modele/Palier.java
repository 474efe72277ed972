package org.verifqis.modele;

/**
 * Territorial level of a body, a priority or a mechanism. Codes of list {@code paliers} of the
 * gabarit.
 */
public enum Palier implements Code {
  REGIONAL,
  LOCAL;

  @Override
  public String liste() {
    return "paliers";
  }
}
