package org.verifqis.modele;

/**
 * How far people in poverty take part in a project, from passive to active. Codes of list {@code
 * niveauxParticipation} of the gabarit.
 */
public enum NiveauParticipation implements Code {
  INFORMATION,
  CONSULTATION,
  DISCUSSION,
  DELIBERATION,
  COLLABORATION;

  @Override
  public String liste() {
    return "niveauxParticipation";
  }
}
