package org.verifqis.classeur.correspondance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.verifqis.classeur.RawCell;
import org.verifqis.modele.Normalisation;

/** The header of a table: what stands above each column, storey by storey. */
final class Headers {
  private static final int AMBIGUOUS = -1;

  /** Of so many storeys any may be left out. */
  private static final int MOST_STOREYS = 4;

  /** From the top to the bottom, by column. */
  private final SortedMap<Integer, List<String>> texts = new TreeMap<>();

  private final Map<String, Integer> byPath = new HashMap<>();

  /** The ends of paths, down to the lowest storey. */
  private final Map<String, Integer> byEnd = new HashMap<>();

  /** Paths of which some storeys are left out. */
  private final Map<String, Integer> byPart = new HashMap<>();

  private final int lastRow;

  private Headers(int lastRow) {
    this.lastRow = lastRow;
  }

  /** A storey: its cells, and up to which column each reaches. */
  record Storey(int row, List<RawCell> cells, Map<Integer, Integer> spans) {}

  /** How texts of headers are compared. */
  static String key(String text) {
    String normalised = Normalisation.normalise(text);
    return normalised.isEmpty() ? text.strip() : normalised;
  }

  /**
   * The header that these storeys make.
   *
   * @param contiguous a column in which it begins, where it ends at the first column without one; 0
   *     where it does not
   */
  static Headers of(List<Storey> storeys, int lastRow, int contiguous) {
    Headers headers = new Headers(lastRow);
    for (Storey storey : storeys) {
      for (RawCell cell : storey.cells()) {
        int last = storey.spans().getOrDefault(cell.column(), cell.column());
        for (int column = cell.column(); column <= last; column++) {
          headers.texts.computeIfAbsent(column, c -> new ArrayList<>()).add(cell.shown());
        }
      }
    }
    if (contiguous > 0) {
      headers.keepRun(contiguous);
    }
    headers.texts.forEach(headers::index);
    return headers;
  }

  private void keepRun(int column) {
    int first = column;
    while (texts.containsKey(first - 1)) {
      first--;
    }
    int last = column;
    while (texts.containsKey(last + 1)) {
      last++;
    }
    texts.keySet().retainAll(new ArrayList<>(texts.subMap(first, last + 1).keySet()));
  }

  private void index(int column, List<String> storeys) {
    byPath.putIfAbsent(key(String.join(" ", storeys)), column);
    for (int i = 1; i < storeys.size(); i++) {
      String end = key(String.join(" ", storeys.subList(i, storeys.size())));
      byEnd.merge(end, column, (a, b) -> AMBIGUOUS);
    }
    if (storeys.size() > 1 && storeys.size() <= MOST_STOREYS) {
      int all = (1 << storeys.size()) - 1;
      Set<String> parts = new HashSet<>();
      for (int which = 1; which < all; which++) {
        StringJoiner part = new StringJoiner(" ");
        for (int i = 0; i < storeys.size(); i++) {
          if ((which & 1 << i) != 0) {
            part.add(storeys.get(i));
          }
        }
        parts.add(key(part.toString()));
      }
      parts.forEach(part -> byPart.merge(part, column, (a, b) -> AMBIGUOUS));
    }
  }

  /** A column of each run of columns that have a header. */
  List<Integer> runs() {
    return texts.keySet().stream().filter(column -> !texts.containsKey(column - 1)).toList();
  }

  /** The column of a header; 0 if there is none, or no telling which. */
  int column(String name) {
    String key = key(name);
    Integer whole = byPath.get(key);
    if (whole != null) {
      return whole;
    }
    int end = byEnd.getOrDefault(key, 0);
    return Math.max(0, end == 0 ? byPart.getOrDefault(key, 0) : end);
  }

  /** The column of the first that there is; storeys told one by one are tried first. */
  int column(List<String> names) {
    if (names.size() > 1) {
      Integer path = byPath.get(key(String.join(" ", names)));
      if (path != null) {
        return path;
      }
    }
    for (String name : names) {
      int column = column(name);
      if (column > 0) {
        return column;
      }
    }
    return 0;
  }

  /** The columns whose header fits a pattern, whole or in its lowest storey. */
  List<Integer> columns(TextPattern pattern) {
    List<Integer> found = new ArrayList<>();
    texts.forEach(
        (column, storeys) -> {
          if (group(pattern, column) != null) {
            found.add(column);
          }
        });
    return found;
  }

  /** The group of a pattern in the header of a column; null where it does not fit. */
  String group(TextPattern pattern, int column) {
    List<String> storeys = texts.get(column);
    String lowest = pattern.first(oneLine(storeys.get(storeys.size() - 1)));
    return lowest != null ? lowest : pattern.first(text(column));
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  /** What stands above a column, in one line. */
  String text(int column) {
    return oneLine(String.join(" ", texts.getOrDefault(column, List.of())));
  }

  /** Whether a header, or the lower storeys of it, is among some. */
  boolean isAmong(int column, Set<String> keys) {
    List<String> storeys = texts.getOrDefault(column, List.of());
    return IntStream.range(0, storeys.size())
        .mapToObj(i -> key(String.join(" ", storeys.subList(i, storeys.size()))))
        .anyMatch(keys::contains);
  }

  /** Whether a text stands in it, in any storey. */
  boolean has(String name) {
    String key = key(name);
    return column(name) > 0
        || texts.values().stream().flatMap(List::stream).anyMatch(t -> key(t).equals(key));
  }

  int firstColumn() {
    return texts.isEmpty() ? 0 : texts.firstKey();
  }

  int lastColumn() {
    return texts.isEmpty() ? 0 : texts.lastKey();
  }

  /** Its lowest row. */
  int row() {
    return lastRow;
  }

  /** The columns that it has. */
  List<Integer> columns() {
    return List.copyOf(texts.keySet());
  }
}
