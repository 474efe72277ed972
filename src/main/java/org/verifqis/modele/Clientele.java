package org.verifqis.modele;

/**
 * People whom a project reaches (RAPPORT 8.4.1, tableau 12). Codes of list {@code clienteles} of
 * the gabarit.
 */
public enum Clientele implements Code {
  ENFANTS,
  JEUNES,
  FAMILLES,
  AINES,
  FEMMES,
  IMMIGRANTS,
  AUTOCHTONES,
  HANDICAPEES,
  SANTE_MENTALE,
  ITINERANCE,
  SEULES,
  GENERAL;

  @Override
  public String liste() {
    return "clienteles";
  }
}
