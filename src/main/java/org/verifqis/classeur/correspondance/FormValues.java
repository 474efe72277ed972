package org.verifqis.classeur.correspondance;

import java.util.List;
import org.verifqis.classeur.RawCell;
import org.verifqis.classeur.correspondance.ColumnSpec.Label;
import org.verifqis.modele.Emplacement;

/** Finds the values of a form by their labels. */
final class FormValues {
  /** So many cells after a label its value may stand. */
  private static final int REACH = 3;

  private final Lookups tables;

  FormValues(Lookups tables) {
    this.tables = tables;
  }

  /** What stands where the value of a label does. */
  Found label(Label label, Scope scope) {
    Grid form = scope.form();
    boolean inside = label.place() == ColumnSpec.Place.INSIDE;
    Grid.Spot spot = form.find(label.labels(), label.after(), inside);
    if (spot == null) {
      return Found.NOTHING;
    }
    int row = spot.row();
    if (inside) {
      String text = spot.cell().text();
      int colon = text.indexOf(':');
      RawCell rest =
          colon < 0 ? null : RawCell.text(spot.column(), text.substring(colon + 1).strip());
      Emplacement place = place(scope.sheet(), row, spot.column(), spot.cell());
      return rest == null || rest.isEmpty()
          ? Found.nothing(List.of(place))
          : Found.made(rest, List.of(place));
    }
    if (label.column() != null) {
      int column = form.columnAbove(label.column(), row);
      return column == 0 ? Found.NOTHING : form(scope, row, column);
    }
    if (label.place() == ColumnSpec.Place.BELOW) {
      boolean another = isLabel(scope, form.cell(row + 1, spot.column()));
      return another
          ? Found.nothing(List.of(place(scope.sheet(), row + 1, spot.column(), null)))
          : form(scope, row + 1, spot.column());
    }
    return beside(scope, spot);
  }

  /** The cell after a label, or after an empty one between; never another label. */
  private Found beside(Scope scope, Grid.Spot label) {
    int row = label.row();
    int first = scope.form().after(row, label.column());
    for (int column = first; column < first + REACH; column++) {
      RawCell cell = scope.form().cell(row, column);
      if (cell != null) {
        boolean another =
            isLabel(scope, cell) || column > first && isBegun(scope, row, cell, label.column());
        return another
            ? Found.nothing(List.of(place(scope.sheet(), row, first, null)))
            : form(scope, row, column);
      }
    }
    return form(scope, row, first);
  }

  /** Whether a cell is a label that the profile names, or looks like one. */
  private static boolean isLabel(Scope scope, RawCell cell) {
    return cell != null
        && cell.kind() == RawCell.Kind.TEXT
        && (scope.labels().contains(Headers.key(cell.text())) || cell.text().strip().endsWith(":"));
  }

  /**
   * Whether a text with an empty cell before it begins something else: it has a value of its own,
   * or stands in a column of labels.
   */
  private static boolean isBegun(Scope scope, int row, RawCell cell, int own) {
    if (cell.kind() != RawCell.Kind.TEXT || cell.text().chars().anyMatch(Character::isDigit)) {
      return false;
    }
    Grid form = scope.form();
    RawCell next = form.cell(row, form.after(row, cell.column()));
    boolean followed = next != null && !isLabel(scope, next);
    return followed
        || cell.column() != own
            && form.rows().values().stream()
                .anyMatch(cells -> isLabel(scope, cells.get(cell.column())));
  }

  private Found form(Scope scope, int row, int column) {
    RawCell cell = scope.form().cell(row, column);
    return Found.at(cell, place(scope.sheet(), row, column, cell));
  }

  private Emplacement place(String sheet, int row, int column, RawCell cell) {
    return Emplacement.cellule(
        tables.sheet(sheet), row, column, cell == null ? null : cell.shown());
  }
}
