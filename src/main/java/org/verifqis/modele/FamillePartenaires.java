package org.verifqis.modele;

/**
 * Partners that the GUIDE names (RAPPORT 8.1.3). Codes of list {@code famillesPartenaires} of the
 * gabarit.
 */
public enum FamillePartenaires implements Code {
  MUNICIPAL,
  CAR,
  DIRECTION_MESS,
  MINISTRE,
  DEPUTE,
  DEVELOPPEMENT_SOCIAL,
  COMMUNAUTAIRE,
  CDC,
  HABITATION,
  SCOLAIRE,
  SANTE,
  AFFAIRES;

  @Override
  public String liste() {
    return "famillesPartenaires";
  }
}
