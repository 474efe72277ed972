package org.verifqis.modele;

/**
 * Stage of the Alliance in which people in poverty took part (cible 4). Codes of list {@code
 * etapes} of the gabarit.
 */
public enum Etape implements Code {
  ENJEUX,
  PORTRAIT,
  PRIORITES,
  PLAN,
  SELECTION,
  SUIVI,
  CONCEPTION,
  REALISATION,
  AUCUNE;

  @Override
  public String liste() {
    return "etapes";
  }
}
