package org.verifqis.classeur.correspondance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.verifqis.classeur.DateText;
import org.verifqis.classeur.NumberText;
import org.verifqis.classeur.RawCell;

/**
 * What is asked of a cell; all that is given holds.
 *
 * @param among one of these; null for any
 * @param pattern what it looks like; null for anything
 * @param empty whether it is empty; null for either
 * @param before a date or a number that it comes before; null without one. Likewise the others,
 *     from and to included
 */
record Condition(
    List<String> among,
    TextPattern pattern,
    Boolean empty,
    Object before,
    Object after,
    Object from,
    Object to) {
  /** What an empty cell is called in a pattern that asks for one. */
  private static final String NONE = "None";

  /** Whether a cell is so; null stands for an empty one. */
  boolean holds(RawCell cell) {
    String text = cell == null ? "" : cell.shown();
    if (empty != null && empty != (cell == null)) {
      return false;
    }
    if (among != null
        && among.stream().noneMatch(one -> Headers.key(one).equals(Headers.key(text)))) {
      return false;
    }
    if (pattern != null && !pattern.find(text) && !(cell == null && asksForNone())) {
      return false;
    }
    return (before == null || compare(cell, before) < 0)
        && (after == null || compare(cell, after) != UNKNOWN && compare(cell, after) > 0)
        && (from == null || compare(cell, from) != UNKNOWN && compare(cell, from) >= 0)
        && (to == null || compare(cell, to) <= 0);
  }

  private static final int UNKNOWN = Integer.MAX_VALUE;

  private boolean asksForNone() {
    return pattern.text().contains(NONE) && pattern.find(NONE);
  }

  /** Unknown where the cell holds nothing that can be compared. */
  private static int compare(RawCell cell, Object bound) {
    if (cell == null) {
      return UNKNOWN;
    }
    if (bound instanceof LocalDate date) {
      LocalDate own = Dates.of(cell);
      return own == null ? UNKNOWN : Integer.signum(own.compareTo(date));
    }
    BigDecimal own = Amounts.of(cell);
    return own == null ? UNKNOWN : own.compareTo((BigDecimal) bound);
  }

  /** A bound as it is compared: a date, or a number. */
  static Object bound(String text) {
    LocalDate date = DateText.parse(text);
    return date != null ? date : NumberText.amount(text);
  }
}
