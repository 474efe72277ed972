package org.verifqis.classeur.correspondance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.verifqis.classeur.Merges;
import org.verifqis.classeur.RawCell;
import org.verifqis.classeur.SheetRows;
import org.verifqis.classeur.WorkbookFile;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Essai;
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

  /** A row and the header that it stands under. */
  record Row(Headers headers, Line line) {}

  /** Its headers, sheet by sheet, its rows, its rows by the texts of a column, and its gaps. */
  private static final class Table implements TableScan.Listener {
    private final List<Headers> headers = new ArrayList<>();
    private final List<String> sheets = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, Map<String, List<Row>>> byKey = new HashMap<>();

    /** The keys that were asked, by column. */
    private final Map<String, Set<String>> asked = new HashMap<>();

    /** Sheets that it should stand on and does not. */
    private final List<String> gaps = new ArrayList<>();

    private String sheet;

    @Override
    public void header(Headers found) {
      headers.add(found);
      sheets.add(sheet);
    }

    @Override
    public void line(Line line) {
      rows.add(new Row(headers.get(headers.size() - 1), line));
    }

    List<Row> of(String column, String key) {
      return byKey.computeIfAbsent(column, this::index).getOrDefault(key, List.of());
    }

    private Map<String, List<Row>> index(String name) {
      Map<String, List<Row>> index = new HashMap<>();
      for (Row row : rows) {
        RawCell cell = row.line().cell(row.headers().column(name));
        if (cell != null) {
          index.computeIfAbsent(Headers.key(cell.shown()), k -> new ArrayList<>()).add(row);
        }
      }
      return index;
    }
  }

  Lookups(WorkbookFile workbook, int maxRows) {
    this.workbook = workbook;
    this.maxRows = maxRows;
  }

  /**
   * Reads the auxiliary tables of a profile.
   *
   * @param gaps takes note of what of them is not there
   */
  void load(Map<String, TableSpec> specs, Gaps gaps) throws IOException, SAXException {
    for (Map.Entry<String, TableSpec> one : specs.entrySet()) {
      TableSpec spec = one.getValue();
      Table table = new Table();
      for (String name : spec.sheets().absent(workbook.sheetNames())) {
        table.gaps.add(name);
        gaps.sheet(one.getKey(), name);
      }
      boolean any = false;
      for (WorkbookFile.Sheet sheet : workbook.sheets()) {
        if (spec.sheets().has(sheet.name())) {
          any = true;
          load(one.getKey(), spec, sheet, table, gaps);
        }
      }
      if (!any && table.gaps.isEmpty()) {
        String name = spec.sheets().pattern().text();
        table.gaps.add(name);
        gaps.sheet(one.getKey(), name);
      }
      tables.put(one.getKey(), table);
    }
  }

  private void load(String name, TableSpec spec, WorkbookFile.Sheet sheet, Table table, Gaps gaps)
      throws IOException, SAXException {
    int before = table.headers.size();
    table.sheet = sheet.name();
    Merges merges = Merges.of(workbook, sheet);
    TableScan scan =
        new TableScan(spec, sheet(sheet.name()), merges, List.of(), spec.needed(), table);
    SheetRows.read(workbook, sheet, merges, maxRows, scan);
    scan.finish();
    if (table.headers.size() == before && scan.search().isVain() && !spec.sheets().isAny()) {
      table.gaps.add(sheet.name());
      gaps.header(name, sheet.name(), scan.search());
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

  /** The headers of an auxiliary table; none where it is not there. */
  List<Headers> headers(String table) {
    Table own = tables.get(table);
    return own == null ? List.of() : own.headers;
  }

  /** On which of their sheets each of these headers stands. */
  List<String> sheets(String table) {
    Table own = tables.get(table);
    return own == null ? List.of() : own.sheets;
  }

  /** The rows of a table that say a key in a column; all of them where none is asked. */
  List<Row> rows(String table, String column, Found key) {
    Table own = tables.get(table);
    if (own == null) {
      return List.of();
    }
    if (key == null) {
      return own.rows;
    }
    if (key.isEmpty()) {
      return List.of();
    }
    String text = Headers.key(key.cell().shown());
    own.asked.computeIfAbsent(column, c -> new HashSet<>()).add(text);
    return own.of(column, text);
  }

  /** The rows of a table whose key in a column no record has asked for. */
  List<Essai.Entete> orphans(String table, String column) {
    Table own = tables.get(table);
    List<Essai.Entete> orphans = new ArrayList<>();
    if (own == null) {
      return orphans;
    }
    Set<String> asked = own.asked.getOrDefault(column, Set.of());
    for (Row row : own.rows) {
      int at = row.headers().column(column);
      RawCell cell = row.line().cell(at);
      String text = cell == null ? "" : cell.shown().strip();
      if (at > 0 && !asked.contains(Headers.key(text))) {
        Line line = row.line();
        Feuille sheet = sheet(line.sheet());
        orphans.add(
            new Essai.Entete(
                text, Emplacement.cellule(sheet, line.rowOf(at), line.columnOf(at), text)));
      }
    }
    return orphans;
  }

  /** The sheets of a table that are not there, or lack what is asked of them. */
  List<String> gaps(String table, Predicate<Headers> asked) {
    Table own = tables.get(table);
    if (own == null) {
      return List.of();
    }
    List<String> all = new ArrayList<>(own.gaps);
    for (int i = 0; i < own.headers.size(); i++) {
      if (!asked.test(own.headers.get(i))) {
        all.add(own.sheets.get(i));
      }
    }
    return all.stream().distinct().toList();
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
