package org.verifqis.classeur.correspondance.proposition;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.verifqis.classeur.RawCell;
import org.verifqis.classeur.TotalWords;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Normalisation;

/** A part of a sheet that looks like a table: a header and rows below it. */
final class FoundTable {
  /** A row of one text between records says what they have in common. */
  record Section(int row, String text) {}

  /** A column: its header, in which row that stands, and what is below it. */
  record Column(int column, int row, Wording wording, Aspect aspect, List<RawCell> values) {
    String header() {
      return wording.text();
    }
  }

  private static final Pattern DIGITS = Pattern.compile("\\d+");

  private final SheetCells sheet;
  private final int firstHeader;
  private final int lastHeader;
  private final int firstColumn;
  private final int lastColumn;
  private final int lastRow;
  private final List<Column> columns = new ArrayList<>();
  private final List<Integer> records = new ArrayList<>();
  private final List<Section> sections = new ArrayList<>();
  private String total;
  private boolean notesBelow;
  private boolean gapWithin;
  private boolean repeats;
  private final Set<String> headings = new TreeSet<>();

  private FoundTable(
      SheetCells sheet, int firstHeader, int lastHeader, int first, int last, int lastRow) {
    this.sheet = sheet;
    this.firstHeader = firstHeader;
    this.lastHeader = lastHeader;
    this.firstColumn = first;
    this.lastColumn = last;
    this.lastRow = lastRow;
  }

  /**
   * The table whose header is in these rows and columns.
   *
   * @param lastRow the row before what is another table
   */
  static FoundTable of(
      SheetCells sheet,
      int firstHeader,
      int lastHeader,
      int first,
      int last,
      int lastRow,
      Lexique lexique,
      Exercice year) {
    FoundTable table = new FoundTable(sheet, firstHeader, lastHeader, first, last, lastRow);
    Map<Integer, List<String>> storeys = table.storeys();
    table.readRows(storeys.size());
    boolean twice = Lexique.areSaidTwice(storeys.values());
    storeys.forEach(
        (column, texts) -> {
          List<RawCell> values = new ArrayList<>();
          table.records.forEach(row -> values.add(sheet.cell(row, column)));
          table.columns.add(
              new Column(
                  column,
                  table.headerRow(column),
                  lexique.wording(texts, year, twice),
                  new Aspect(values),
                  values));
        });
    return table;
  }

  /** What stands above each column, as the reader takes it. */
  private Map<Integer, List<String>> storeys() {
    Map<Integer, List<String>> storeys = new TreeMap<>();
    for (int row = firstHeader; row <= lastHeader; row++) {
      for (RawCell cell : sheet.row(row).values()) {
        int last = sheet.lastOf(row, cell.column());
        for (int column = cell.column(); column <= last; column++) {
          if (column >= firstColumn && column <= lastColumn) {
            storeys.computeIfAbsent(column, c -> new ArrayList<>()).add(cell.shown());
          }
        }
      }
    }
    return storeys;
  }

  private int headerRow(int column) {
    for (int row = lastHeader; row > firstHeader; row--) {
      RawCell cell = sheet.cell(row, column);
      if (cell != null && !Lexique.isUnit(cell.shown())) {
        return row;
      }
    }
    return firstHeader;
  }

  private NavigableMap<Integer, RawCell> inColumns(int row) {
    return sheet.row(row).subMap(firstColumn, true, lastColumn, true);
  }

  private void readRows(int width) {
    int wanted = width <= 3 ? 2 : Math.max(2, width / 5);
    List<Integer> below =
        new ArrayList<>(sheet.rows().subMap(lastHeader, false, lastRow, true).keySet());
    below.removeIf(row -> inColumns(row).isEmpty());
    int lastRecord = lastRecord(below, wanted, width);
    int previous = lastHeader;
    for (int row : below) {
      NavigableMap<Integer, RawCell> cells = inColumns(row);
      String first = cells.firstEntry().getValue().shown().strip();
      if (isRepeated(sheet, lastHeader, row, firstColumn, lastColumn)) {
        repeats = true;
      } else if (cells.size() == 1 && isAboveToo(first)) {
        headings.add(first);
      } else if (isTotal(cells)) {
        total = row > lastRecord && total == null ? first : total;
      } else if (row > lastRecord) {
        notesBelow = true;
      } else if (cells.size() == 1 && width > 2 && isText(cells)) {
        sections.add(new Section(row, first));
      } else {
        gapWithin |= row > previous + 1;
        records.add(row);
      }
      previous = row;
    }
  }

  /** Whether a row says what a header says, word for word. */
  static boolean isRepeated(SheetCells sheet, int header, int row, int first, int last) {
    List<String> own = texts(sheet, header, first, last);
    return row > header && own.size() > 2 && own.equals(texts(sheet, row, first, last));
  }

  private static List<String> texts(SheetCells sheet, int row, int first, int last) {
    return sheet.row(row).subMap(first, true, last, true).entrySet().stream()
        .map(e -> e.getKey() + " " + Normalisation.normalise(e.getValue().shown()))
        .toList();
  }

  /**
   * Whether a text stands above the header too, as what heads each page does; but for its number.
   */
  private boolean isAboveToo(String text) {
    String own = DIGITS.matcher(text).replaceAll("0");
    return sheet.rows().headMap(firstHeader).values().stream()
        .filter(cells -> cells.size() == 1)
        .map(cells -> cells.firstEntry().getValue().shown().strip())
        .anyMatch(above -> DIGITS.matcher(above).replaceAll("0").equals(own));
  }

  /** Rows of notes may have two cells, but no more of them follow than are worth a table. */
  private int lastRecord(List<Integer> below, int wanted, int width) {
    int last = lastHeader;
    int previous = lastHeader;
    boolean broken = false;
    for (int row : below) {
      int filled = inColumns(row).size();
      boolean isTotal = isTotal(inColumns(row));
      broken |= last > lastHeader && row > previous + 1 && filled < 2;
      if (!isTotal && filled >= wanted && !(broken && filled <= 2 && width > 3)) {
        last = row;
        broken = false;
      }
      previous = row;
    }
    return last;
  }

  /** Further right the word is a value among others: whose money a row tells of, for instance. */
  private boolean isTotal(NavigableMap<Integer, RawCell> cells) {
    RawCell first = cells.firstEntry().getValue();
    return first.column() <= firstColumn + 1
        && TotalWords.isAny(Normalisation.normalise(first.shown()));
  }

  private static boolean isText(NavigableMap<Integer, RawCell> cells) {
    return cells.firstEntry().getValue().kind() == RawCell.Kind.TEXT;
  }

  SheetCells sheet() {
    return sheet;
  }

  /** Whether its header stands again within it. */
  boolean repeats() {
    return repeats;
  }

  /** What stands above its header and again within it, as it stands there. */
  Set<String> headings() {
    return headings;
  }

  int firstHeader() {
    return firstHeader;
  }

  int lastHeader() {
    return lastHeader;
  }

  int firstColumn() {
    return firstColumn;
  }

  int lastColumn() {
    return lastColumn;
  }

  int lastRow() {
    return lastRow;
  }

  List<Column> columns() {
    return columns;
  }

  /** The rows that are records. */
  List<Integer> records() {
    return records;
  }

  List<Section> sections() {
    return sections;
  }

  /** The word of the total row that ends it; null without one. */
  String total() {
    return total;
  }

  /** Whether something stands below it that is none of it. */
  boolean notesBelow() {
    return notesBelow;
  }

  /** Whether empty rows stand between its records. */
  boolean gapWithin() {
    return gapWithin;
  }

  /** Whether a header stands a second time: only the first of them is found by its text. */
  boolean isFirstOfName(Column column) {
    return columns.stream()
        .filter(c -> c.wording().key().equals(column.wording().key()))
        .findFirst()
        .orElseThrow()
        .equals(column);
  }

  /** Whether two tables have the same headers. */
  boolean isLike(FoundTable other) {
    if (isWithin(other) || other.isWithin(this)) {
      return true;
    }
    List<String> own = columns.stream().map(c -> c.wording().key()).sorted().toList();
    List<String> others = other.columns.stream().map(c -> c.wording().key()).sorted().toList();
    long shared = own.stream().filter(others::contains).count();
    return shared * 10 >= 9L * Math.max(own.size(), others.size());
  }

  /**
   * Whether all its headers, of which there are many, are those of another with one or two more.
   */
  private boolean isWithin(FoundTable other) {
    int more = other.columns.size() - columns.size();
    return columns.size() >= 5 && more >= 0 && more <= 2 && isPartOf(other);
  }

  /** Whether nearly all its headers are those of another, which may have more. */
  boolean isPartOf(FoundTable other) {
    List<String> others = other.columns.stream().map(c -> c.wording().key()).toList();
    long shared = columns.stream().filter(c -> others.contains(c.wording().key())).count();
    return shared >= 3 && shared * 10 >= 9L * columns.size();
  }
}
