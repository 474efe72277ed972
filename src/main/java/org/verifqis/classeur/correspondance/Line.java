package org.verifqis.classeur.correspondance;

import java.util.Map;
import org.verifqis.classeur.RawCell;

/** A row of a table, what is carried down to it included. */
final class Line {
  private final String sheet;
  private final int row;
  private final RawCell[] cells;

  /** Where carried cells stand; null without any. */
  private final int[] rows;

  private final Map<String, Found> sections;

  /** Whether it is a column of the sheet, its columns being rows. */
  private final boolean turned;

  /** Why it can't be told whether it counts; null where it does. */
  private Found doubt;

  Line(
      String sheet,
      int row,
      RawCell[] cells,
      int[] rows,
      Map<String, Found> sections,
      boolean turned) {
    this.sheet = sheet;
    this.row = row;
    this.cells = cells;
    this.rows = rows;
    this.sections = sections;
    this.turned = turned;
  }

  /** The same, of which it can't be told whether it counts. */
  Line doubted(Found why) {
    Line own = new Line(sheet, row, cells, rows, sections, turned);
    own.doubt = why;
    return own;
  }

  /** Why it can't be told whether it counts; null where it does. */
  Found doubt() {
    return doubt;
  }

  String sheet() {
    return sheet;
  }

  int row() {
    return row;
  }

  /** The cell of a column; null for an empty one. */
  RawCell cell(int column) {
    return column > 0 && column < cells.length ? cells[column] : null;
  }

  /** In which row of the sheet the cell of a column stands. */
  int rowOf(int column) {
    if (turned) {
      return column;
    }
    return rows == null || rows[column] == 0 ? row : rows[column];
  }

  /** In which column of the sheet it stands. */
  int columnOf(int column) {
    if (!turned) {
      return column;
    }
    return rows == null || rows[column] == 0 ? row : rows[column];
  }

  /** Whether it is a column of the sheet. */
  boolean isTurned() {
    return turned;
  }

  /** What the last section row of that name said; null before the first. */
  Found section(String name) {
    return sections.get(name);
  }
}
