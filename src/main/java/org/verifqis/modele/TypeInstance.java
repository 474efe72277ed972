package org.verifqis.modele;

/** Kind of a body of the Alliance. Codes of list {@code typesInstance} of the gabarit. */
public enum TypeInstance implements Code {
  TABLE_REGIONALE,
  TABLE_PREFETS,
  CONSEIL_MAIRES,
  CONCERTATION_LOCALE,
  COMITE_ANALYSE,
  COMITE_AVEC,
  AUTRE;

  @Override
  public String liste() {
    return "typesInstance";
  }
}
