package org.verifqis.classeur.correspondance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.verifqis.classeur.HiddenArea;
import org.verifqis.classeur.Merges;
import org.verifqis.classeur.RawCell;
import org.verifqis.classeur.SheetRows;
import org.verifqis.classeur.correspondance.Headers.Storey;
import org.verifqis.classeur.correspondance.TableSpec.RowTest;
import org.verifqis.classeur.correspondance.TableSpec.Section;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Feuille;

/** Goes through the rows of a sheet as a stream: finds the header, then tells row from row. */
final class TableScan implements SheetRows.Consumer {
  /** Rows in which the storeys of a header are looked for are kept; not more of them. */
  private static final int MOST_KEPT = 200;

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
  private final List<String> wanted;
  private final Listener listener;
  private final HiddenArea hidden = new HiddenArea();

  /** The rows before the header is found. */
  private final List<Storey> kept = new ArrayList<>();

  private final Map<Integer, Carried> carried = new HashMap<>();
  private Map<String, Found> sections = Map.of();
  private Headers headers;
  private List<Integer> carriedColumns = List.of();
  private Map<Integer, Condition> filter = Map.of();
  private int firstHeader;
  private String firstKey;
  private boolean reached;

  /** The column of the text after which the header was to stand; 0 without one. */
  private int anchored;

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
   */
  TableScan(TableSpec spec, Feuille sheet, Merges merges, List<String> wanted, Listener listener) {
    this.spec = spec;
    this.sheet = sheet;
    this.merges = merges;
    this.wanted = wanted;
    this.listener = listener;
    this.reached = spec.after() == null && spec.anchor() == null;
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
      beforeHeader(row, cells);
    } else {
      data(row, cells);
    }
  }

  private List<RawCell> inZone(List<RawCell> cells) {
    return spec.zone() == Zone.ALL
        ? cells
        : cells.stream().filter(c -> spec.zone().hasColumn(c.column())).toList();
  }

  private void beforeHeader(int row, List<RawCell> cells) {
    if (!reached) {
      TextTest start = spec.after() != null ? spec.after() : spec.anchor();
      reached = reaches(start, cells);
      if (!reached) {
        return;
      }
      // A header that is anchored in itself begins right there.
    }
    Map<Integer, Integer> spans = new HashMap<>();
    cells.forEach(c -> spans.put(c.column(), last(c.column())));
    kept.add(new Storey(row, cells, spans));
    if (spec.storeys() == 1) {
      Headers found = header(row);
      kept.clear();
      if (found != null) {
        found(found);
      }
    } else if (kept.get(0).row() + 2 * spec.storeys() - 2 <= row) {
      chooseHeader();
    }
  }

  private boolean reaches(TextTest start, List<RawCell> cells) {
    for (RawCell cell : cells) {
      if (cell.kind() == RawCell.Kind.TEXT && start.fits(cell.text())) {
        anchored = cell.column();
        return true;
      }
    }
    return false;
  }

  private int last(int column) {
    return merges == null ? column : merges.lastColumn(column);
  }

  /** The header whose first storey is a row; null if it is none. */
  private Headers header(int first) {
    int last = first + spec.storeys() - 1;
    List<Storey> storeys = kept.stream().filter(s -> s.row() >= first && s.row() <= last).toList();
    Headers found = Headers.of(storeys, last, 0);
    if (!spec.contiguous()) {
      return fits(found) ? found : null;
    }
    // Side by side, tables have headers in common: the one that is meant has all that is told.
    for (int column : found.runs()) {
      Headers run = Headers.of(storeys, last, column);
      if (run.lastColumn() >= anchored && fits(run)) {
        return run;
      }
    }
    return null;
  }

  private boolean fits(Headers found) {
    if (!spec.header().isEmpty()) {
      return spec.header().stream().allMatch(found::has);
    }
    return !wanted.isEmpty() && 2 * matched(found) >= wanted.size();
  }

  private long matched(Headers found) {
    return wanted.stream().filter(w -> found.column(w) > 0).count();
  }

  /**
   * Of the rows with which a header of several storeys may begin, the one with which most of what
   * the profile names is found. Those that were looked at are dropped.
   */
  private void chooseHeader() {
    int start = kept.get(0).row();
    Headers best = null;
    long most = -1;
    if (header(start) != null) {
      for (int first = start; first < start + spec.storeys(); first++) {
        Headers found = header(first);
        if (found != null && matched(found) > most) {
          best = found;
          most = matched(found);
        }
      }
    }
    if (best == null) {
      kept.remove(0);
      if (kept.size() > MOST_KEPT) {
        kept.clear();
      }
      return;
    }
    List<Storey> below = new ArrayList<>(kept);
    kept.clear();
    found(best);
    int last = best.row();
    below.stream().filter(s -> s.row() > last).forEach(s -> data(s.row(), s.cells()));
  }

  private void found(Headers found) {
    headers = found;
    firstHeader = spec.header().isEmpty() ? 0 : found.column(spec.header().get(0));
    firstKey = spec.header().isEmpty() ? "" : Headers.key(spec.header().get(0));
    previous = found.row();
    carriedColumns = spec.carried().stream().map(found::column).filter(c -> c > 0).toList();
    Map<Integer, Condition> conditions = new HashMap<>();
    spec.filter().forEach((name, asked) -> conditions.put(found.column(name), asked));
    filter = conditions;
    hidden.cover(found.row(), Math.max(1, found.firstColumn()));
    listener.header(found);
  }

  /** Ends the sheet: what was kept back is looked at. */
  void finish() {
    while (headers == null && !kept.isEmpty()) {
      chooseHeader();
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
    for (Section section : spec.sections()) {
      String said = section.pattern().first(first);
      if (said != null) {
        section(section.name(), row, cells.get(0), said);
        listener.skipped(line, Reason.SECTION, first);
        return;
      }
    }
    if (!inColumns(cells)) {
      return;
    }
    Line whole = carriedColumns.isEmpty() ? line : carry(row, cells);
    for (Map.Entry<Integer, Condition> asked : filter.entrySet()) {
      if (!asked.getValue().holds(whole.cell(asked.getKey()))) {
        listener.skipped(whole, Reason.FILTRE, first);
        return;
      }
    }
    hidden.cover(row, cells.get(0).column());
    listener.line(whole);
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
    return test.what().fits(cell == null ? "" : cell.shown().strip());
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
