package org.verifqis.modele;

/** Who else pays for a project. Codes of list {@code bailleurs} of the gabarit. */
public enum Bailleur implements Code {
  MUNICIPAL,
  QUEBEC,
  CANADA,
  SANTE,
  FONDATION,
  CENTRAIDE,
  PRIVE,
  AUTRE;

  @Override
  public String liste() {
    return "bailleurs";
  }
}
