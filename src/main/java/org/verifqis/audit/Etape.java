package org.verifqis.audit;

/** Where the time of an audit goes. */
public enum Etape {
  LECTURE,
  REGLES,
  BASE,
  RAPPORT
}
