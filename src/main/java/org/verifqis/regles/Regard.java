package org.verifqis.regles;

/** What a rule looks at, and whose its findings are. */
public enum Regard {
  /** A reddition alone. */
  SEULE,
  /** A reddition among the others, by the audit only; its findings are that reddition's. */
  SUITE,
  /** Likewise, set against that of the year before, without which it does not apply. */
  REPORT,
  /** Likewise; its findings belong to no single one. */
  ENSEMBLE,
  /** Likewise, the files of one agreement and year: those that do not count too. */
  DEPOTS,
  /** What is missing: likewise, and no reddition is looked at. */
  MANQUANTES;

  /** Whether the audit only judges it. */
  boolean estInter() {
    return this != SEULE;
  }

  /** Whether findings belong to no single reddition. */
  boolean estDEnsemble() {
    return estInter() && this != SUITE && this != REPORT;
  }
}
