package org.verifqis.classeur.correspondance;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.verifqis.classeur.HiddenArea;
import org.verifqis.classeur.Merges;
import org.verifqis.classeur.RawCell;
import org.verifqis.classeur.SheetRows;
import org.verifqis.classeur.correspondance.Headers.Storey;
import org.verifqis.classeur.correspondance.TableSpec.RowTest;
import org.verifqis.classeur.correspondance.TableSpec.Section;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Feuille;
import org.verifqis.modele.Verite;

/** Goes through the rows of a sheet as a stream: finds the header, then tells row from row. */
final class TableScan implements SheetRows.Consumer {
  /** Why a row is none of the table. */
  enum Reason {
    SAUTER,
    FILTRE,
    ARRET,
    SECTION,
    ENTETE
  }

  /** What is told of a table. */
  interface Listener {
    /** Its header was found; again where it is repeated. */
    void header(Headers headers);

    /** A row of it. */
    void line(Line line);

    /** A row that is none of it. */
    default void skipped(Line line, Reason reason, String text) {}
  }

  private final TableSpec spec;
  private final Feuille sheet;
  private final Merges merges;
  private final HeaderSearch search;
  private final Listener listener;
  private final HiddenArea hidden = new HiddenArea();

  private final Map<Integer, Carried> carried = new HashMap<>();
  private Map<String, Found> sections = Map.of();
  private Headers headers;
  private List<Integer> carriedColumns = List.of();
  private int firstHeader;
  private String firstKey;
  private boolean ended;
  private int previous;
  private boolean started;

  private record Carried(RawCell cell, int row) {}

  /**
   * A scan.
   *
   * @param merges those of the sheet; null where columns stand for rows
   * @param sheet where it reads, as places tell it
   * @param wanted headers of which half make a header where the profile tells none
   * @param needed headers without which it is none
   */
  TableScan(
      TableSpec spec,
      Feuille sheet,
      Merges merges,
      List<String> wanted,
      List<String> needed,
      Listener listener) {
    this.spec = spec;
    this.sheet = sheet;
    this.merges = merges;
    this.search = new HeaderSearch(spec, merges, wanted, needed, this::title);
    this.listener = listener;
  }

  /** Looks for the header; what was found where. */
  HeaderSearch search() {
    return search;
  }

  HiddenArea hidden() {
    return hidden;
  }

  @Override
  public void hiddenColumns(int first, int last) {
    hidden.hideColumns(first, last);
  }

  @Override
  public void row(int row, boolean rowHidden, List<RawCell> all) {
    if (rowHidden) {
      hidden.hideRow(row);
    }
    if (ended || !spec.zone().hasRow(row)) {
      return;
    }
    List<RawCell> cells = inZone(all);
    if (headers == null) {
      start(search.look(row, cells));
    } else {
      data(row, cells);
    }
  }

  private List<RawCell> inZone(List<RawCell> cells) {
    return spec.zone() == Zone.ALL
        ? cells
        : cells.stream().filter(c -> spec.zone().hasColumn(c.column())).toList();
  }

  /** Goes on with the header that was found, and with the rows below it that were looked at. */
  private void start(Headers found) {
    if (found != null) {
      found(found);
      search.below().forEach(s -> data(s.row(), s.cells()));
    }
  }

  private void found(Headers found) {
    headers = found;
    firstHeader = spec.header().isEmpty() ? 0 : found.column(spec.header().get(0));
    firstKey = spec.header().isEmpty() ? "" : Headers.key(spec.header().get(0));
    previous = found.row();
    carriedColumns = spec.carried().stream().map(found::column).filter(c -> c > 0).toList();
    hidden.cover(found.row(), Math.max(1, found.firstColumn()));
    listener.header(found);
  }

  /** Ends the sheet: what was kept back is looked at. */
  void finish() {
    if (headers == null) {
      start(search.finish());
    }
  }

  private void data(int row, List<RawCell> all) {
    List<RawCell> cells = all;
    if (spec.contiguous()) {
      cells =
          all.stream()
              .filter(
                  c -> c.column() >= headers.firstColumn() && c.column() <= headers.lastColumn())
              .toList();
    }
    if (spec.stopAtBlank() && started && (cells.isEmpty() || row > previous + 1)) {
      ended = true;
      return;
    }
    previous = row;
    if (cells.isEmpty()) {
      return;
    }
    started = true;
    String first = cells.get(0).shown().strip();
    Line line = line(row, cells);
    for (RowTest test : spec.stop()) {
      if (is(test, line, first)) {
        ended = true;
        listener.skipped(line, Reason.ARRET, first);
        return;
      }
    }
    if (isHeader(row, cells)) {
      listener.skipped(line, Reason.ENTETE, first);
      return;
    }
    for (RowTest test : spec.skip()) {
      if (is(test, line, first)) {
        listener.skipped(line, Reason.SAUTER, first);
        return;
      }
    }
    if (section(row, cells, line)) {
      return;
    }
    if (!inColumns(cells)) {
      return;
    }
    Line whole = carriedColumns.isEmpty() ? line : carry(row, cells);
    if (!spec.filter().isEmpty()) {
      whole = filtered(whole);
      if (whole == null) {
        listener.skipped(line, Reason.FILTRE, first);
        return;
      }
    }
    hidden.cover(row, cells.get(0).column());
    listener.line(whole);
  }

  /** A row that the filter lets through, or of which that can't be told; null for any other. */
  private Line filtered(Line line) {
    Found doubt = null;
    for (Map.Entry<String, Condition> asked : spec.filter().entrySet()) {
      int column = headers.column(asked.getKey());
      RawCell cell = line.cell(column);
      Verite holds = column == 0 ? Verite.INCONNU : asked.getValue().test(cell);
      if (holds == Verite.FAUX) {
        return null;
      }
      if (holds == Verite.INCONNU && doubt == null) {
        int own = Math.max(1, column);
        String seen = cell == null ? "" : cell.shown();
        Emplacement place = Emplacement.cellule(sheet, line.rowOf(own), line.columnOf(own), seen);
        doubt = Found.doubtful(cell, seen, List.of(place));
      }
    }
    return doubt == null ? line : line.doubted(doubt);
  }

  /** What a row above the header says of the rows below it. */
  private void title(int row, List<RawCell> cells) {
    if (!cells.isEmpty() && !spec.sections().isEmpty()) {
      RawCell[] own = new RawCell[cells.get(cells.size() - 1).column() + 1];
      cells.forEach(cell -> own[cell.column()] = cell);
      section(row, cells, new Line(sheet.nom(), row, own, null, sections, merges == null));
    }
  }

  private boolean section(int row, List<RawCell> cells, Line line) {
    String first = cells.get(0).shown().strip();
    Set<String> told = new HashSet<>();
    for (Section section : spec.sections()) {
      String said = told.contains(section.name()) ? null : section.pattern().first(first);
      if (said != null) {
        told.add(section.name());
        section(section.name(), row, cells.get(0), said);
      }
    }
    if (!told.isEmpty()) {
      listener.skipped(line, Reason.SECTION, first);
    }
    return !told.isEmpty();
  }

  private boolean inColumns(List<RawCell> cells) {
    for (RawCell cell : cells) {
      if (!headers.text(cell.column()).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is the header again, as at the head of each page of an export. */
  private boolean isHeader(int row, List<RawCell> cells) {
    if (spec.storeys() > 1 || spec.header().isEmpty() || !isText(cells, spec.header().get(0))) {
      return false;
    }
    Headers again = Headers.of(List.of(new Storey(row, cells, Map.of())), row, 0);
    boolean is = spec.header().stream().allMatch(again::has);
    if (is && spec.repeated()) {
      carried.clear();
      found(again);
    }
    return is;
  }

  /** Whether the first header stands in the row: anywhere where columns may move, or in its own. */
  private boolean isText(List<RawCell> cells, String name) {
    for (RawCell cell : cells) {
      boolean looked = spec.repeated() || cell.column() == firstHeader;
      if (looked
          && cell.kind() == RawCell.Kind.TEXT
          && cell.text().length() <= 2 * name.length() + 20
          && Headers.key(cell.text()).equals(firstKey)) {
        return true;
      }
    }
    return false;
  }

  private boolean is(RowTest test, Line line, String first) {
    if (test.column() == null) {
      return test.what().fits(first);
    }
    RawCell cell = line.cell(headers.column(test.column()));
    boolean blank = cell == null || cell.isEmpty();
    return blank && test.what().fits("") || cell != null && test.what().fits(cell.shown().strip());
  }

  private void section(String name, int row, RawCell cell, String said) {
    Map<String, Found> others = new HashMap<>(sections);
    Emplacement place = Emplacement.cellule(sheet, row, cell.column(), cell.shown());
    others.put(name, Found.made(RawCell.text(cell.column(), said), List.of(place)));
    sections = others;
  }

  private Line line(int row, List<RawCell> filled) {
    return new Line(sheet.nom(), row, byColumn(filled), null, sections, merges == null);
  }

  private RawCell[] byColumn(List<RawCell> filled) {
    RawCell[] cells = new RawCell[headers.lastColumn() + 1];
    for (RawCell cell : filled) {
      if (cell.column() < cells.length) {
        cells[cell.column()] = cell;
      }
    }
    return cells;
  }

  /** The row with what the cells above say for its empty ones. */
  private Line carry(int row, List<RawCell> filled) {
    RawCell[] cells = byColumn(filled);
    int[] rows = new int[cells.length];
    for (int column : carriedColumns) {
      if (cells[column] != null) {
        carried.put(column, new Carried(cells[column], row));
      } else if (carried.containsKey(column)) {
        Carried above = carried.get(column);
        cells[column] = above.cell();
        rows[column] = above.row();
      }
    }
    return new Line(sheet.nom(), row, cells, rows, sections, merges == null);
  }
}
