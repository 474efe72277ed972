package org.verifqis.modele;

/** Whether a body decides or advises. Codes of list {@code rolesInstance} of the gabarit. */
public enum RoleInstance implements Code {
  DECISIONNELLE,
  CONSULTATIVE;

  @Override
  public String liste() {
    return "rolesInstance";
  }
}
