package org.verifqis.classeur;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.verifqis.classeur.FichierRefuse.Motif;
import org.verifqis.classeur.Refs.Range;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/**
 * The merged ranges of a sheet. The file tells them only after the rows, so they are read before,
 * by themselves.
 */
final class Merges {
  /** Its first letter stands nowhere else in it, so that each byte need be looked at once. */
  private static final byte[] ELEMENT = "mergeCell".getBytes(StandardCharsets.US_ASCII);

  private static final int BUFFER = 1 << 16;

  /** Ranges of more rows are kept apart, lest they be noted row by row. */
  private static final int TALL = 10_000;

  /** Ranges do not overlap, so that many tall ones are no table that people made. */
  private static final int MOST_TALL_RANGES = 1_000;

  private final Map<Integer, BitSet> coveredByRow = new HashMap<>();
  private final Map<Long, Integer> lastColumns = new HashMap<>();
  private final List<Range> tall = new ArrayList<>();

  static Merges read(PackagePart sheet) throws IOException, SAXException {
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
    return merges;
  }

  /**
   * Whether the element's name stands anywhere in the part: looking costs far less than parsing.
   */
  private static boolean mayHaveSome(PackagePart sheet) throws IOException {
    try (InputStream stream = sheet.getInputStream()) {
      int matched = 0;
      byte[] buffer = new byte[BUFFER];
      for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
        for (int i = 0; i < read; i++) {
          if (buffer[i] == 0) {
            return true;
          }
          matched = buffer[i] == ELEMENT[matched] ? matched + 1 : buffer[i] == ELEMENT[0] ? 1 : 0;
          if (matched == ELEMENT.length) {
            return true;
          }
        }
      }
      return false;
    }
  }

  private void add(Range range) {
    if (range == null) {
      return;
    }
    lastColumns.putIfAbsent(key(range.firstRow(), range.firstColumn()), range.lastColumn());
    if (range.lastRow() - range.firstRow() > TALL) {
      tall.add(range);
      if (tall.size() > MOST_TALL_RANGES) {
        throw new FichierRefuse(Motif.CORROMPU);
      }
      return;
    }
    for (int row = range.firstRow(); row <= range.lastRow(); row++) {
      BitSet covered = coveredByRow.computeIfAbsent(row, r -> new BitSet());
      int first = row == range.firstRow() ? range.firstColumn() + 1 : range.firstColumn();
      covered.set(first, Math.max(first, range.lastColumn() + 1));
    }
  }

  /** Whether the cell lies in a merge and is not its first one: it does not count. */
  boolean covers(int row, int column) {
    BitSet covered = coveredByRow.get(row);
    return covered != null && covered.get(column)
        || tall.stream()
            .anyMatch(range -> range.contains(row, column) && !range.startsAt(row, column));
  }

  /** Last column of the merge that begins at the cell; the cell's own without one. */
  int lastColumn(int row, int column) {
    return lastColumns.getOrDefault(key(row, column), column);
  }

  private static long key(int row, int column) {
    return (long) row << 16 | column;
  }
}
