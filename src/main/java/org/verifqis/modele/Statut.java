package org.verifqis.modele;

/** State of a project at the end of the exercice. Codes of list {@code statuts} of the gabarit. */
public enum Statut implements Code {
  EN_COURS,
  TERMINE,
  ANNULE;

  @Override
  public String liste() {
    return "statuts";
  }
}
