package org.verifqis.modele;

/** What helps people to take part (RAPPORT 8.2.5). Codes of list {@code moyens} of the gabarit. */
public enum Moyen implements Code {
  FORMATION_AVEC,
  FORMATION_AUTRE,
  OUTILS,
  RESSOURCE_DEDIEE,
  FRAIS_REMBOURSES,
  REMUNERATION,
  RECRUTEMENT;

  @Override
  public String liste() {
    return "moyens";
  }
}
