package org.verifqis.classeur.correspondance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.verifqis.classeur.Merges;
import org.verifqis.classeur.RawCell;
import org.verifqis.classeur.SheetRows;
import org.verifqis.classeur.WorkbookFile;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Feuille;
import org.verifqis.modele.Onglet;
import org.xml.sax.SAXException;

/** What of a workbook is looked up: auxiliary tables, single cells, and the sheets by name. */
final class Lookups {
  private final WorkbookFile workbook;
  private final int maxRows;
  private final Map<String, Table> tables = new HashMap<>();
  private final Map<String, Grid> grids = new HashMap<>();
  private final Map<String, Feuille> sheets = new HashMap<>();
  private Onglet onglet = Onglet.IDENTIFICATION;

  /** Its header, its rows, and its rows by the texts of a column. */
  private static final class Table implements TableScan.Listener {
    private Headers headers;
    private final List<Line> lines = new ArrayList<>();
    private final Map<String, Map<String, List<Line>>> byKey = new HashMap<>();

    @Override
    public void header(Headers found) {
      headers = found;
    }

    @Override
    public void line(Line line) {
      lines.add(line);
    }

    List<Line> of(String column, String key) {
      return byKey.computeIfAbsent(column, this::index).getOrDefault(key, List.of());
    }

    private Map<String, List<Line>> index(String name) {
      int column = headers.column(name);
      Map<String, List<Line>> index = new HashMap<>();
      for (Line line : lines) {
        RawCell cell = line.cell(column);
        if (cell != null) {
          index.computeIfAbsent(Headers.key(cell.shown()), k -> new ArrayList<>()).add(line);
        }
      }
      return index;
    }
  }

  Lookups(WorkbookFile workbook, int maxRows) {
    this.workbook = workbook;
    this.maxRows = maxRows;
  }

  /** Reads the auxiliary tables of a profile; one that is not there stays away. */
  void load(Map<String, TableSpec> specs) throws IOException, SAXException {
    for (Map.Entry<String, TableSpec> one : specs.entrySet()) {
      Table table = new Table();
      for (WorkbookFile.Sheet sheet : workbook.sheets()) {
        if (one.getValue().sheets().has(sheet.name())) {
          Merges merges = Merges.of(workbook, sheet);
          TableScan scan =
              new TableScan(one.getValue(), sheet(sheet.name()), merges, List.of(), table);
          SheetRows.read(workbook, sheet, merges, maxRows, scan);
          scan.finish();
        }
      }
      tables.put(one.getKey(), table);
    }
  }

  /** Says of which of our sheets the places are that are told from now on. */
  void of(Onglet other) {
    onglet = other;
    sheets.clear();
  }

  /** A sheet of the workbook, as a place of our sheet. */
  Feuille sheet(String name) {
    return sheets.computeIfAbsent(
        name, n -> new Feuille(onglet.nom(), n, onglet.ordinal(), Feuille.Etat.LUE));
  }

  /** The header of an auxiliary table; null where it is not there. */
  Headers headers(String table) {
    Table own = tables.get(table);
    return own == null ? null : own.headers;
  }

  /** The rows of a table that say a key in a column; all of them where none is asked. */
  List<Line> lines(String table, String column, Found key) {
    Table own = tables.get(table);
    if (own == null || own.headers == null) {
      return List.of();
    }
    if (key == null) {
      return own.lines;
    }
    return key.isEmpty() ? List.of() : own.of(column, Headers.key(key.cell().shown()));
  }

  /** The cells of a sheet. */
  Grid grid(WorkbookFile.Sheet sheet) throws IOException, SAXException {
    Grid known = grids.get(sheet.name());
    if (known == null) {
      known = Grid.read(workbook, sheet, maxRows);
      grids.put(sheet.name(), known);
    }
    return known;
  }

  /** Reads the sheet of a cell that a column will ask for. */
  void prepare(ColumnSpec.CellAt cell, String sheet) throws IOException, SAXException {
    String name = cell.sheet() == null ? sheet : cell.sheet();
    for (WorkbookFile.Sheet own : workbook.sheets()) {
      if (Headers.key(own.name()).equals(Headers.key(name))) {
        grids.put(Headers.key(name), grid(own));
      }
    }
  }

  /** A single cell. */
  Found cell(ColumnSpec.CellAt at, String sheet) {
    Grid grid = grids.get(Headers.key(at.sheet() == null ? sheet : at.sheet()));
    if (grid == null) {
      return Found.NOTHING;
    }
    RawCell cell = grid.cell(at.row(), at.column());
    Emplacement place =
        Emplacement.cellule(
            sheet(grid.sheet()), at.row(), at.column(), cell == null ? null : cell.shown());
    return Found.at(cell, place);
  }
}
