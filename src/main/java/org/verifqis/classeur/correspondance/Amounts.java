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

  /** The same of a share too, which who tells a unit knows of: 35 % is 0.35. */
  static BigDecimal orShare(RawCell cell) {
    if (cell.kind() == RawCell.Kind.NUMBER && cell.shape() == RawCell.Shape.PERCENT) {
      return cell.decimal();
    }
    String text = cell.kind() == RawCell.Kind.TEXT ? cell.text().strip() : "";
    BigDecimal share =
        text.endsWith("%") ? NumberText.amount(text.substring(0, text.length() - 1)) : null;
    return share == null ? of(cell) : share.movePointLeft(2);
  }

  /** A cell that holds it. */
  static RawCell cell(BigDecimal figure) {
    return RawCell.number(1, figure.doubleValue(), RawCell.Shape.PLAIN, false);
  }
}
