package org.verifqis.classeur.correspondance.proposition;

import com.google.re2j.Pattern;
import java.util.List;

/**
 * A header as it is understood.
 *
 * @param text as it stands, on one line
 * @param key how it is compared whole
 * @param stems its words that say something, the lowest storey's first
 * @param lowest how many of them are of the lowest storey
 * @param thousands whether it says that its figures are in thousands
 * @param parts what stands on either side of a stroke, as in a header in two languages
 * @param technical whether it is a name as systems give them, of shortened words
 */
record Wording(
    String text,
    String key,
    List<String> stems,
    int lowest,
    boolean thousands,
    List<Wording> parts,
    boolean technical) {
  private static final Pattern LINKED =
      Pattern.compile(
          "^(?:pour|par|sur|a|aux?|dans|en|by|on|from|at|for|to) .+|.+ (?:par|sur|by|on|from)$");

  /** Whether its one word says what it does by a word beside it: « pour qui », « porté par ». */
  boolean isLinked() {
    return stems.size() == 1 && LINKED.matches(key);
  }

  /** The time that it tells of; null for none. */
  String time() {
    for (String stem : stems) {
      if (stem.equals(TimeMarks.BEFORE)
          || stem.equals(TimeMarks.WITHIN)
          || stem.equals(TimeMarks.AFTER)
          || stem.equals(TimeMarks.OTHER)) {
        return stem;
      }
    }
    return null;
  }
}
