package org.verifqis.regles;

/** What a reddition is worth, worst first (rapport.md). */
public enum Verdict {
  IRRECEVABLE,
  NON_CONFORME,
  INDETERMINE,
  CONFORME_AVEC_RESERVES,
  CONFORME
}
