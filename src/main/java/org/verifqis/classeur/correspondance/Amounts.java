package org.verifqis.classeur.correspondance;

import java.math.BigDecimal;
import org.verifqis.classeur.NumberText;
import org.verifqis.classeur.RawCell;

/** Figures before they are rounded. */
final class Amounts {
  private Amounts() {}

  /** The figure that a cell holds; null where it holds none, or one that may be read as two. */
  static BigDecimal of(RawCell cell) {
    return switch (cell.kind()) {
      case NUMBER -> cell.shape() == RawCell.Shape.PLAIN ? cell.decimal() : null;
      case TEXT -> NumberText.amount(cell.text());
      default -> null;
    };
  }

  /** A cell that holds it. */
  static RawCell cell(BigDecimal figure) {
    return RawCell.number(1, figure.doubleValue(), RawCell.Shape.PLAIN, false);
  }
}
