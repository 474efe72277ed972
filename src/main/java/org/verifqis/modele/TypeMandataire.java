package org.verifqis.modele;

/**
 * Kind of body that holds an agreement (RAPPORT 2.2, 9.2). Codes of list {@code typesMandataire} of
 * the gabarit.
 */
public enum TypeMandataire implements Code {
  TABLE_PREFETS,
  MRC,
  VILLE,
  CONCERTATION,
  AUTOCHTONE,
  FIDUCIAIRE;

  @Override
  public String liste() {
    return "typesMandataire";
  }
}
