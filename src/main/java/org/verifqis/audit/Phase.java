package org.verifqis.audit;

/** Where the time of an audit goes. */
public enum Phase {
  LECTURE,
  REGLES,
  BASE,
  RAPPORT
}
