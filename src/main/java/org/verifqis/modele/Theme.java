package org.verifqis.modele;

/**
 * Themes shared by all regions (rows of table 11 of the evaluation report). Codes of list {@code
 * themes} of the gabarit.
 */
public enum Theme implements Code {
  SECURITE_ALIMENTAIRE,
  TRANSPORT,
  HABITATION,
  DECROCHAGE,
  ACCESSIBILITE,
  SERVICES,
  PREJUGES,
  ENGAGEMENT_CITOYEN,
  DROITS,
  ELUS,
  BENEVOLAT,
  MOBILISATION,
  LOISIRS,
  ACTION_COMMUNAUTAIRE,
  EMPLOI,
  INSERTION,
  ITINERANCE,
  AUTRE;

  @Override
  public String liste() {
    return "themes";
  }
}
