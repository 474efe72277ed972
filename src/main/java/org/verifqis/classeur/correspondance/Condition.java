package org.verifqis.classeur.correspondance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntPredicate;
import org.verifqis.classeur.DateText;
import org.verifqis.classeur.NumberText;
import org.verifqis.classeur.RawCell;
import org.verifqis.modele.Verite;

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

  /** Whether its bounds leave nothing between them, or are not of one kind. */
  boolean isVain() {
    Object low = from != null ? from : after;
    Object high = to != null ? to : before;
    if (low == null || high == null) {
      return false;
    }
    if (low instanceof LocalDate first) {
      return !(high instanceof LocalDate last) || first.isAfter(last);
    }
    return !(high instanceof BigDecimal last) || ((BigDecimal) low).compareTo(last) > 0;
  }

  /** Whether a cell is known to be so; null stands for an empty one. */
  boolean holds(RawCell cell) {
    return test(cell).isVrai();
  }

  /** Whether a cell is so: unknown where it holds what can't be compared. */
  Verite test(RawCell cell) {
    boolean blank = cell == null || cell.isEmpty();
    if (empty != null && empty != blank) {
      return Verite.FAUX;
    }
    return texts(cell)
        .et(compared(blank ? null : cell, before, order -> order < 0))
        .et(compared(blank ? null : cell, after, order -> order > 0))
        .et(compared(blank ? null : cell, from, order -> order >= 0))
        .et(compared(blank ? null : cell, to, order -> order <= 0));
  }

  private Verite texts(RawCell cell) {
    String text = cell == null ? "" : cell.shown();
    boolean isAmong =
        among == null || among.stream().anyMatch(one -> Headers.key(one).equals(Headers.key(text)));
    boolean fits = pattern == null || pattern.find(text) || cell == null && asksForNone();
    if (isAmong && fits) {
      return Verite.VRAI;
    }
    boolean broken =
        cell != null
            && (cell.kind() == RawCell.Kind.ERROR || cell.kind() == RawCell.Kind.UNRESOLVED);
    return broken ? Verite.INCONNU : Verite.FAUX;
  }

  private boolean asksForNone() {
    return pattern.text().contains(NONE) && pattern.find(NONE);
  }

  /** An empty cell has no figure, and is no date that could be told. */
  private static Verite compared(RawCell cell, Object bound, IntPredicate asked) {
    if (bound == null) {
      return Verite.VRAI;
    }
    if (cell == null) {
      return bound instanceof LocalDate ? Verite.INCONNU : Verite.FAUX;
    }
    if (bound instanceof LocalDate date) {
      LocalDate own = Dates.of(cell);
      return own == null ? Verite.INCONNU : Verite.de(asked.test(own.compareTo(date)));
    }
    BigDecimal own = Amounts.of(cell);
    return own == null ? Verite.INCONNU : Verite.de(asked.test(own.compareTo((BigDecimal) bound)));
  }

  /** A bound as it is compared: a date, or a number. */
  static Object bound(String text) {
    LocalDate date = DateText.parse(text);
    return date != null ? date : NumberText.amount(text);
  }
}
