package org.verifqis.mutants;

/**
 * A rule altered in one place.
 *
 * @param origine the rule as it is written
 * @param regle the altered rule; null where it is left out
 * @param quoi the line as it became
 */
record Mutant(RegleDrl origine, RegleDrl regle, String quoi) {
  /** Tells it from all the others, for people too. */
  String nom() {
    return String.join(", ", origine.ids()) + " · " + quoi;
  }
}
