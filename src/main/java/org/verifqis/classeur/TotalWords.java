package org.verifqis.classeur;

import java.util.List;

/** The words by which a row is known to be a total of others (lecture.md). */
public final class TotalWords {
  private static final List<String> TOTALS = List.of("total", "totaux", "grand total");
  private static final List<String> SUBTOTALS = List.of("sous total", "sous totaux");

  private TotalWords() {}

  /** Whether a normalised title is that of a total, or of a subtotal. */
  public static boolean isAny(String title) {
    return isOneOf(TOTALS, title) || isSubtotal(title);
  }

  /** Whether it says no more than that it is one. */
  public static boolean isBare(String title) {
    return TOTALS.contains(title) || SUBTOTALS.contains(title);
  }

  /** Whether it is that of a subtotal. */
  public static boolean isSubtotal(String title) {
    return isOneOf(SUBTOTALS, title);
  }

  private static boolean isOneOf(List<String> words, String title) {
    return words.stream().anyMatch(word -> title.equals(word) || title.startsWith(word + " "));
  }
}
