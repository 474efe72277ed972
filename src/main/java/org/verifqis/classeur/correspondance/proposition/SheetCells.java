package org.verifqis.classeur.correspondance.proposition;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.poi.ss.util.CellReference;
import org.verifqis.classeur.Merges;
import org.verifqis.classeur.RawCell;
import org.verifqis.classeur.SheetRows;
import org.verifqis.classeur.WorkbookFile;
import org.xml.sax.SAXException;

/** The first cells of a sheet: as many as tell how it is laid out. */
final class SheetCells {
  private static final int MOST_ROWS = 3_000;
  private static final int MOST_COLUMNS = 200;

  private final WorkbookFile.Sheet sheet;
  private final NavigableMap<Integer, NavigableMap<Integer, RawCell>> rows = new TreeMap<>();

  /** Up to which column a cell reaches, where that is not its own. */
  private final Map<Long, Integer> spans = new HashMap<>();

  private SheetCells(WorkbookFile.Sheet sheet) {
    this.sheet = sheet;
  }

  static SheetCells read(WorkbookFile workbook, WorkbookFile.Sheet sheet, int maxRows)
      throws IOException, SAXException {
    SheetCells cells = new SheetCells(sheet);
    if (sheet.target() == null) {
      return cells;
    }
    Merges merges = Merges.of(workbook, sheet);
    SheetRows.read(
        workbook,
        sheet,
        merges,
        maxRows,
        new SheetRows.Consumer() {
          @Override
          public void hiddenColumns(int first, int last) {
            // What people do not see counts as what they do: the reader tells of it.
          }

          @Override
          public void row(int row, boolean hidden, List<RawCell> all) {
            cells.add(row, all, merges);
            if (cells.rows.size() >= MOST_ROWS) {
              // The rest is like what was seen.
              throw new SheetRows.Stop();
            }
          }
        });
    return cells;
  }

  private void add(int row, List<RawCell> all, Merges merges) {
    NavigableMap<Integer, RawCell> own = new TreeMap<>();
    for (RawCell cell : all) {
      if (cell.column() <= MOST_COLUMNS && !blank(cell)) {
        own.put(cell.column(), cell);
        int last = merges.lastColumn(cell.column());
        if (last > cell.column()) {
          spans.put(key(row, cell.column()), Math.min(last, MOST_COLUMNS));
        }
      }
    }
    if (!own.isEmpty()) {
      rows.put(row, own);
    }
  }

  private static boolean blank(RawCell cell) {
    return cell.kind() == RawCell.Kind.TEXT && cell.text().isBlank();
  }

  private static long key(int row, int column) {
    return (long) row << 16 | column;
  }

  String name() {
    return sheet.name();
  }

  boolean hidden() {
    return sheet.hidden();
  }

  NavigableMap<Integer, NavigableMap<Integer, RawCell>> rows() {
    return rows;
  }

  NavigableMap<Integer, RawCell> row(int row) {
    return rows.getOrDefault(row, new TreeMap<>());
  }

  RawCell cell(int row, int column) {
    NavigableMap<Integer, RawCell> own = rows.get(row);
    return own == null ? null : own.get(column);
  }

  /** The last column that a cell covers. */
  int lastOf(int row, int column) {
    return spans.getOrDefault(key(row, column), column);
  }

  /** The texts that stand alone in the first rows: titles. */
  List<String> titles(int before) {
    List<String> titles = new ArrayList<>();
    rows.headMap(before)
        .values()
        .forEach(
            own -> {
              for (RawCell cell : own.values()) {
                if (cell.kind() == RawCell.Kind.TEXT) {
                  titles.add(cell.text());
                }
              }
            });
    return titles;
  }

  /** The texts above a cell that may speak of it: of several in a row, the nearest to its left. */
  List<String> titlesOf(int before, int column) {
    List<String> titles = new ArrayList<>();
    rows.headMap(before)
        .values()
        .forEach(
            own -> {
              var nearest = own.size() == 1 ? own.firstEntry() : own.floorEntry(column);
              if (nearest != null && nearest.getValue().kind() == RawCell.Kind.TEXT) {
                titles.add(nearest.getValue().text());
              }
            });
    return titles;
  }

  static String reference(int row, int column) {
    return CellReference.convertNumToColString(column - 1) + row;
  }
}
