package org.verifqis.modele;

/**
 * Kind of initiative that the norms list (RAPPORT 2.3.6). Codes of list {@code typesIntervention}
 * of the gabarit.
 */
public enum TypeIntervention implements Code {
  DEVELOPPEMENT_SOCIAL,
  PREVENTION,
  INTEGRATION_EMPLOI,
  INSERTION_SOCIALE,
  CONDITIONS_VIE,
  INNOVATION,
  RECHERCHE,
  AUTRE;

  @Override
  public String liste() {
    return "typesIntervention";
  }
}
