package org.verifqis.classeur.correspondance.proposition;

/** Patterns that people can read. */
final class Patterns {
  private Patterns() {}

  /** A text as a pattern, only what has a meaning in patterns being marked. */
  static String quote(String text) {
    return text.replaceAll("([\\\\.\\[\\]{}()*+?^$|])", "\\\\$1");
  }
}
