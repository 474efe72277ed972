package org.verifqis.modele;

/**
 * How a territory chooses its projects (RAPPORT 8.3, 9). Codes of list {@code modesSelection} of
 * the gabarit.
 */
public enum ModeSelection implements Code {
  APPEL,
  CONCERTEE,
  CONTINU;

  @Override
  public String liste() {
    return "modesSelection";
  }
}
