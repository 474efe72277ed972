package org.verifqis.modele;

/**
 * Who manages the money of an Alliance (RAPPORT tableau 6). Codes of list {@code modesGestion} of
 * the gabarit.
 */
public enum ModeGestion implements Code {
  CENTRALISEE,
  PARTAGEE,
  DECENTRALISEE;

  @Override
  public String liste() {
    return "modesGestion";
  }
}
