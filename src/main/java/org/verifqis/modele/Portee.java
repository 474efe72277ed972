package org.verifqis.modele;

/** Reach of a project (RAPPORT 8.1.8). Codes of list {@code portees} of the gabarit. */
public enum Portee implements Code {
  REGIONALE,
  LOCALE;

  @Override
  public String liste() {
    return "portees";
  }
}
