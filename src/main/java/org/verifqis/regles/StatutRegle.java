package org.verifqis.regles;

/** How a rule ends for a reddition (rapport.md). */
public enum StatutRegle {
  /** It applies, all that it needs is known, nothing breaks it. */
  RESPECTEE,
  /** At least one finding. */
  ENFREINTE,
  /**
   * It applies, a value that it needs is unknown or it could not be run, and nothing known breaks
   * it.
   */
  INDETERMINE,
  /** The norm exists, its figure is not set. */
  NON_PARAMETREE,
  /** It does not concern this reddition. */
  NON_APPLICABLE
}
