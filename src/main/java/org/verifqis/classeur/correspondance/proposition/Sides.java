package org.verifqis.classeur.correspondance.proposition;

import com.google.re2j.Pattern;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.verifqis.classeur.RawCell;
import org.verifqis.classeur.correspondance.proposition.FoundTable.Column;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Onglet;

/** Which lines of a financial report stand under a heading of revenue, and which of expenses. */
final class Sides {
  private static final Pattern YEAR = Pattern.compile("^20\\d\\d$");

  private enum Side {
    REVENUE,
    EXPENSE
  }

  private final Map<Column, Side> sides = new HashMap<>();

  private Sides() {}

  /** Those of labels, in the order in which they stand; none where it is no financial report. */
  static Sides of(Onglet onglet, List<Column> labels, Lexique lexique) {
    Sides made = new Sides();
    if (onglet != Onglet.RAPPORT_FINANCIER) {
      return made;
    }
    Map<Integer, Side> current = new HashMap<>();
    for (Column label : labels) {
      List<String> stems = label.wording().stems();
      boolean total = stems.contains("total");
      boolean heading = label.values().stream().noneMatch(Sides::isFigure);
      boolean revenue = stems.stream().anyMatch(lexique::isRevenue);
      boolean expense = stems.stream().anyMatch(lexique::isExpense);
      if (heading) {
        Side side = revenue == expense ? null : revenue ? Side.REVENUE : Side.EXPENSE;
        current.put(label.column(), side);
      } else if (current.get(label.column()) != null) {
        made.sides.put(label, current.get(label.column()));
        if (total) {
          current.remove(label.column());
        }
      }
    }
    return made;
  }

  private static boolean isFigure(RawCell cell) {
    return cell.kind() == RawCell.Kind.NUMBER && !YEAR.matches(cell.shown().strip());
  }

  /** Whether a line is the total of its side: of revenue, or of expenses. */
  boolean isTotal(Champ champ, Column label) {
    List<String> stems = label.wording().stems();
    boolean whole = stems.indexOf("total") == 0 && sides.get(label) != null;
    return whole && champ.cle().startsWith("total") && sides.get(label) == side(champ.cle());
  }

  /** Whether a line may be a field by where it stands. */
  boolean allow(Champ champ, Column label) {
    Side side = sides.get(label);
    Side own = side(champ.cle());
    return side == null || own == null || side == own;
  }

  private static Side side(String key) {
    return switch (key) {
      case "versementsRecus", "interets", "autresRevenus", "totalRevenus" -> Side.REVENUE;
      case "totalDepenses" -> Side.EXPENSE;
      default -> key.startsWith("dep") ? Side.EXPENSE : null;
    };
  }
}
