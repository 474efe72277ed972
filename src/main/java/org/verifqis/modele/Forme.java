package org.verifqis.modele;

/**
 * Way in which people in poverty took part (cible 4). Codes of list {@code formes} of the gabarit.
 */
public enum Forme implements Code {
  INSTANCE,
  COMITE_AVEC,
  COMITE_ANALYSE,
  CONSULTATION,
  APPRENTISSAGE,
  BENEVOLAT,
  BENEFICIAIRE,
  AUCUNE;

  @Override
  public String liste() {
    return "formes";
  }
}
