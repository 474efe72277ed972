package org.verifqis.classeur;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.verifqis.classeur.Parts.Part;
import org.verifqis.classeur.Refs.Range;
import org.verifqis.modele.Refus.Motif;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/**
 * The merged ranges of a sheet. The file tells them only after the rows, so they are read before,
 * by themselves; then they are gone through along with the rows, in the order of these.
 */
public final class Merges {
  /** Its first letter stands nowhere else in it, so that each byte need be looked at once. */
  private static final String ELEMENT = "mergeCell";

  private static final int BUFFER = 1 << 16;

  /** More than one a row that may be read: no table that people made. */
  static final int MOST_RANGES = 250_000;

  /** By first row; those before {@link #next} have begun. */
  private final List<Range> ranges = new ArrayList<>();

  private int next;

  /** Those that have begun and not ended, the first to end first. */
  private final PriorityQueue<Range> open =
      new PriorityQueue<>(Comparator.comparingInt(Range::lastRow));

  /** Those of {@link #open} that begin at the present row, where their first cell counts. */
  private final List<Range> beginning = new ArrayList<>();

  /** How many ranges cover each column of the present row; empty where the sheet has none. */
  private int[] covering = {};

  /** Those of a sheet of a workbook. */
  public static Merges of(WorkbookFile workbook, WorkbookFile.Sheet sheet)
      throws IOException, SAXException {
    return workbook.merges(sheet);
  }

  static Merges read(Part sheet) throws IOException, SAXException {
    Merges merges = new Merges();
    if (!mayHaveSome(sheet)) {
      return merges;
    }
    Xml.parse(
        sheet,
        new Xml.Handler() {
          @Override
          protected void start(String name, Attributes attributes) {
            if (name.equals("mergeCell") && attributes.getValue("ref") != null) {
              merges.add(Refs.range(attributes.getValue("ref")));
            }
          }
        });
    merges.sort();
    return merges;
  }

  /** To be called once those are added that stand in no order. */
  void sort() {
    ranges.sort(Comparator.comparingInt(Range::firstRow));
  }

  /**
   * Whether the element's name stands anywhere in the part: looking costs far less than parsing.
   */
  private static boolean mayHaveSome(Part sheet) throws IOException {
    if (sheet.maybeKept()) {
      String all = new String(sheet.keep(), StandardCharsets.ISO_8859_1);
      return all.contains(ELEMENT) || all.indexOf(0) >= 0;
    }
    try (InputStream stream = PartStream.of(sheet)) {
      int matched = 0;
      byte[] buffer = new byte[BUFFER];
      for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
        for (int i = 0; i < read; i++) {
          if (buffer[i] == 0) {
            return true;
          }
          boolean goesOn = buffer[i] == ELEMENT.charAt(matched);
          matched = goesOn ? matched + 1 : buffer[i] == ELEMENT.charAt(0) ? 1 : 0;
          if (matched == ELEMENT.length()) {
            return true;
          }
        }
      }
      return false;
    }
  }

  /** One more; what comes after a row was gone to begins there or further down. */
  void add(Range range) {
    if (range == null || range.lastRow() < range.firstRow()) {
      return;
    }
    if (ranges.size() == MOST_RANGES) {
      throw new FichierRefuse(Motif.DEMESURE);
    }
    if (ranges.isEmpty()) {
      covering = new int[Refs.COLUMNS + 1];
    }
    ranges.add(range);
  }

  /** Goes on to a row; never back. */
  void row(int row) {
    beginning.forEach(range -> cover(range.firstColumn(), range.firstColumn(), 1));
    beginning.clear();
    while (!open.isEmpty() && open.peek().lastRow() < row) {
      Range ended = open.remove();
      cover(ended.firstColumn(), ended.lastColumn(), -1);
    }
    for (; next < ranges.size() && ranges.get(next).firstRow() <= row; next++) {
      Range range = ranges.get(next);
      if (range.lastRow() < row) {
        continue;
      }
      open.add(range);
      boolean begins = range.firstRow() == row;
      cover(range.firstColumn() + (begins ? 1 : 0), range.lastColumn(), 1);
      if (begins) {
        beginning.add(range);
      }
    }
  }

  private void cover(int first, int last, int count) {
    for (int column = first; column <= last; column++) {
      covering[column] += count;
    }
  }

  /** Whether a cell of the row lies in a merge and is not its first one: it does not count. */
  boolean covers(int column) {
    return covering.length > 0 && covering[column] > 0;
  }

  /** Last column of the merge that begins at a cell of the row; the cell's own without one. */
  public int lastColumn(int column) {
    return beginning.stream()
        .filter(range -> range.firstColumn() == column)
        .findFirst()
        .map(Range::lastColumn)
        .orElse(column);
  }
}
