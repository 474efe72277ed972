package org.verifqis.classeur.correspondance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.verifqis.classeur.HiddenArea;
import org.verifqis.classeur.Merges;
import org.verifqis.classeur.RawCell;
import org.verifqis.classeur.SheetRows;
import org.verifqis.classeur.WorkbookFile;
import org.xml.sax.SAXException;

/** The cells of a sheet that is read by labels rather than row by row. */
final class Grid {
  private final String sheet;
  private final NavigableMap<Integer, NavigableMap<Integer, RawCell>> rows;

  /** Up to which column a cell reaches, by row and column, where that is not its own. */
  private final Map<Integer, Map<Integer, Integer>> spans;

  private final HiddenArea hidden;

  private Grid(
      String sheet,
      NavigableMap<Integer, NavigableMap<Integer, RawCell>> rows,
      Map<Integer, Map<Integer, Integer>> spans,
      HiddenArea hidden) {
    this.sheet = sheet;
    this.rows = rows;
    this.spans = spans;
    this.hidden = hidden;
  }

  /** A cell and its row. */
  record Spot(int row, RawCell cell) {
    int column() {
      return cell.column();
    }
  }

  static Grid read(WorkbookFile workbook, WorkbookFile.Sheet sheet, int maxRows)
      throws IOException, SAXException {
    Merges merges = Merges.of(workbook, sheet);
    Grid grid = new Grid(sheet.name(), new TreeMap<>(), new TreeMap<>(), new HiddenArea());
    SheetRows.read(
        workbook,
        sheet,
        merges,
        maxRows,
        new SheetRows.Consumer() {
          @Override
          public void hiddenColumns(int first, int last) {
            grid.hidden.hideColumns(first, last);
          }

          @Override
          public void row(int row, boolean rowHidden, List<RawCell> cells) {
            if (rowHidden) {
              grid.hidden.hideRow(row);
            }
            grid.add(row, cells, merges);
          }
        });
    return grid;
  }

  private void add(int row, List<RawCell> cells, Merges merges) {
    if (cells.isEmpty()) {
      return;
    }
    NavigableMap<Integer, RawCell> own = new TreeMap<>();
    for (RawCell cell : cells) {
      own.put(cell.column(), cell);
      int last = merges.lastColumn(cell.column());
      if (last > cell.column()) {
        spans.computeIfAbsent(row, r -> new TreeMap<>()).put(cell.column(), last);
      }
    }
    rows.put(row, own);
  }

  /** The part of it that lies in a zone. */
  Grid within(Zone zone) {
    if (zone.equals(Zone.ALL)) {
      return this;
    }
    NavigableMap<Integer, NavigableMap<Integer, RawCell>> part = new TreeMap<>();
    rows.forEach(
        (row, cells) -> {
          NavigableMap<Integer, RawCell> own = new TreeMap<>(cells);
          own.keySet().removeIf(column -> !zone.hasColumn(column));
          if (zone.hasRow(row) && !own.isEmpty()) {
            part.put(row, own);
          }
        });
    return new Grid(sheet, part, spans, hidden);
  }

  /** Its parts that begin in a row where a text stands, each up to the next. */
  List<Grid> parts(TextTest anchor) {
    List<Grid> parts = new ArrayList<>();
    Integer start = null;
    for (Map.Entry<Integer, NavigableMap<Integer, RawCell>> row : rows.entrySet()) {
      boolean begins =
          row.getValue().values().stream()
              .anyMatch(c -> c.kind() == RawCell.Kind.TEXT && anchor.fits(c.text()));
      if (begins) {
        if (start != null) {
          parts.add(new Grid(sheet, rows.subMap(start, true, row.getKey(), false), spans, hidden));
        }
        start = row.getKey();
      }
    }
    if (start != null) {
      parts.add(new Grid(sheet, rows.tailMap(start, true), spans, hidden));
    }
    return parts;
  }

  String sheet() {
    return sheet;
  }

  HiddenArea hidden() {
    return hidden;
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The cell there; null for an empty one. */
  RawCell cell(int row, int column) {
    NavigableMap<Integer, RawCell> cells = rows.get(row);
    return cells == null ? null : cells.get(column);
  }

  NavigableMap<Integer, NavigableMap<Integer, RawCell>> rows() {
    return rows;
  }

  /** The first column after a cell and what is merged with it. */
  int after(int row, int column) {
    return spans.getOrDefault(row, Map.of()).getOrDefault(column, column) + 1;
  }

  /**
   * The first text that is one of these, from the top; null if there is none.
   *
   * @param after a text after whose row it stands; null for anywhere
   * @param begins whether it may go on after a colon
   */
  Spot find(List<String> texts, TextTest after, boolean begins) {
    boolean reached = after == null;
    List<String> keys = texts.stream().map(Headers::key).toList();
    for (Map.Entry<Integer, NavigableMap<Integer, RawCell>> row : rows.entrySet()) {
      for (RawCell cell : row.getValue().values()) {
        if (cell.kind() != RawCell.Kind.TEXT) {
          continue;
        }
        if (reached && keys.contains(Headers.key(begins ? label(cell.text()) : cell.text()))) {
          return new Spot(row.getKey(), cell);
        }
        reached |= after != null && after.fits(cell.text());
      }
    }
    return null;
  }

  private static String label(String text) {
    int colon = text.indexOf(':');
    return colon < 0 ? text : text.substring(0, colon);
  }

  /** The column of the text that stands nearest above a row; 0 without one. */
  int columnAbove(String text, int row) {
    String key = Headers.key(text);
    for (NavigableMap<Integer, RawCell> cells : rows.headMap(row, true).descendingMap().values()) {
      for (RawCell cell : cells.values()) {
        if (Headers.key(cell.shown()).equals(key)) {
          return cell.column();
        }
      }
    }
    return rows.tailMap(row, false).values().stream()
        .flatMap(cells -> cells.values().stream())
        .filter(cell -> Headers.key(cell.shown()).equals(key))
        .findFirst()
        .map(RawCell::column)
        .orElse(0);
  }
}
