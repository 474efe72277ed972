package org.verifqis.classeur.correspondance.proposition;

/** Words without gender and number: enough for headers, in French and English. */
final class Stems {
  /** Shorter ones are compared as they are. */
  private static final int SHORT = 3;

  private Stems() {}

  /** What stays of a normalised word. */
  static String of(String word) {
    if (word.length() <= SHORT || word.startsWith("<")) {
      return word;
    }
    String stem = word;
    if (stem.endsWith("aux")) {
      stem = stem.substring(0, stem.length() - 3) + "al";
    } else if (stem.endsWith("s") || stem.endsWith("x")) {
      stem = stem.substring(0, stem.length() - 1);
    }
    if (stem.endsWith("elle") || stem.endsWith("enne") || stem.endsWith("ette")) {
      stem = stem.substring(0, stem.length() - 2);
    } else if (stem.endsWith("ive")) {
      stem = stem.substring(0, stem.length() - 2) + "f";
    }
    while (stem.length() > SHORT && stem.endsWith("e")) {
      stem = stem.substring(0, stem.length() - 1);
    }
    return stem;
  }
}
