package org.verifqis.modele;

import java.util.Set;

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
  NON_DOCUMENTEE;

  /** The only one of those that are possible; null where there are several, or none. */
  public static Niveau certain(Set<Niveau> possibles) {
    return possibles.size() == 1 ? possibles.iterator().next() : null;
  }
}
