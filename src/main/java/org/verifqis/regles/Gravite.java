package org.verifqis.regles;

/** How grave a breach is, gravest first. */
public enum Gravite {
  BLOQUANTE,
  NON_CONFORMITE,
  AVERTISSEMENT,
  INFORMATION
}
