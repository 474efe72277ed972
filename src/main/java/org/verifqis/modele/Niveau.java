package org.verifqis.modele;

/**
 * How far an Alliance has come towards cible 4 of the PAGIEPS, best first (registre.yaml, cible4).
 */
public enum Niveau {
  /** People in poverty sit where it is decided, at both levels and at most stages. */
  ATTEINTE,
  /** They take part somewhere. */
  EN_VOIE,
  /** The milieu is learning how. */
  APPRENTISSAGE,
  /** They are consulted, volunteer or benefit. */
  CONSULTATION,
  /** The sheet says that there is none. */
  AUCUNE,
  /** The sheet says nothing. */
  NON_DOCUMENTEE
}
