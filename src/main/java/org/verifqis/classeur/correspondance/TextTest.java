package org.verifqis.classeur.correspondance;

import org.verifqis.modele.Normalisation;

/** A text that is looked for: as it is, or by a pattern. */
record TextTest(String text, TextPattern pattern) {
  /** Whether a text is the one. */
  boolean fits(String other) {
    return pattern != null ? pattern.find(other) : Headers.key(text).equals(Headers.key(other));
  }

  /** Whether it says anything. */
  boolean isBlank() {
    return pattern == null && Normalisation.normalise(text).isEmpty();
  }
}
