package org.verifqis.classeur;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The words by which a row is known to be a total of others (lecture.md). */
public final class TotalWords {
  private static final List<String> TOTALS = List.of("total", "totaux", "grand total");
  private static final List<String> SUBTOTALS = List.of("sous total", "sous totaux");

  /** What also tells one where somebody's own profile passes a row over. */
  private static final Set<String> ANYWHERE =
      Set.of("total", "totaux", "totals", "subtotal", "somme", "sommes", "sum", "cumul");

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

  /** Whether a word for a total stands anywhere in a normalised text. */
  public static boolean areIn(String text) {
    return Stream.of(text.split(" ")).anyMatch(ANYWHERE::contains);
  }

  private static boolean isOneOf(List<String> words, String title) {
    return words.stream().anyMatch(word -> title.equals(word) || title.startsWith(word + " "));
  }
}
