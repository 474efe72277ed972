package org.verifqis.mutants;

/**
 * A rule altered in one place.
 *
 * @param origine the rule as it is written
 * @param regle the altered rule; null where it is left out
 * @param partie what was altered
 * @param quoi the line as it became
 */
record Mutant(RegleDrl origine, RegleDrl regle, Partie partie, String quoi) {
  /** Parts of a rule. */
  enum Partie {
    CONDITIONS,
    CONSEQUENCE
  }

  /** Tells it from all the others, for people too. */
  String nom() {
    return String.join(", ", origine.ids()) + " · " + quoi;
  }
}
