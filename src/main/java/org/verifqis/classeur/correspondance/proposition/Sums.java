package org.verifqis.classeur.correspondance.proposition;

import java.math.BigDecimal;
import java.util.List;
import org.verifqis.classeur.NumberText;
import org.verifqis.classeur.RawCell;
import org.verifqis.classeur.correspondance.proposition.FoundTable.Column;

/** Whether figures are the sums of others, row by row. */
final class Sums {
  private static final int FEWEST = 3;
  private static final double MOST = 0.9;
  private static final double COVERED = 0.95;
  static final BigDecimal CENT = new BigDecimal("0.02");

  private Sums() {}

  /** Whether a column is the sum of others in most rows that hold it, and in several. */
  static boolean hold(Column total, List<Column> terms) {
    int looked = 0;
    int held = 0;
    for (int row = 0; row < total.values().size(); row++) {
      BigDecimal whole = figure(total.values().get(row));
      if (whole == null) {
        continue;
      }
      BigDecimal sum = sum(terms, row);
      looked++;
      held += whole.subtract(sum).abs().compareTo(CENT) <= 0 ? 1 : 0;
    }
    return looked >= FEWEST && held >= MOST * looked;
  }

  /** Whether a figure is no less than the sum of others in nearly all rows, and more in some. */
  static boolean cover(Column whole, List<Column> terms) {
    int looked = 0;
    int covered = 0;
    int more = 0;
    for (int row = 0; row < whole.values().size(); row++) {
      BigDecimal figure = figure(whole.values().get(row));
      if (figure == null) {
        continue;
      }
      BigDecimal sum = sum(terms, row);
      looked++;
      covered += figure.compareTo(sum.subtract(CENT)) >= 0 ? 1 : 0;
      more += figure.compareTo(sum.add(CENT)) > 0 ? 1 : 0;
    }
    return looked >= FEWEST && covered >= COVERED * looked && more > 0;
  }

  private static BigDecimal sum(List<Column> terms, int row) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Column term : terms) {
      BigDecimal part = figure(term.values().get(row));
      sum = part == null ? sum : sum.add(part);
    }
    return sum;
  }

  /** The figure of a cell, be it written as text; null without one. */
  static BigDecimal figure(RawCell cell) {
    if (cell == null) {
      return null;
    }
    return switch (cell.kind()) {
      case NUMBER -> cell.decimal();
      case TEXT -> NumberText.amount(cell.text());
      default -> null;
    };
  }
}
