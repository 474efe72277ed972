package org.verifqis.classeur.correspondance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.verifqis.classeur.Merges;
import org.verifqis.classeur.RawCell;
import org.verifqis.classeur.correspondance.Headers.Storey;

/** Looks for the header of a table in the rows of a sheet, as they come. */
final class HeaderSearch {
  /** Rows in which the storeys of a header are looked for are kept; not more of them. */
  private static final int MOST_KEPT = 200;

  /** Why a header was not found is told of so many texts. */
  static final int MOST_TEXTS = 400;

  private static final int LONGEST_TEXT = 200;

  private final TableSpec spec;
  private final Merges merges;
  private final List<String> wanted;
  private final List<String> needed;
  private final BiConsumer<Integer, List<RawCell>> above;

  /** The rows before the header is found. */
  private final List<Storey> kept = new ArrayList<>();

  private List<Storey> below = List.of();

  /** Texts that stand where the header was not found. */
  private final List<String> texts = new ArrayList<>();

  private boolean reached;

  /** The column of the text after which the header was to stand; 0 without one. */
  private int anchored;

  /**
   * A search.
   *
   * @param merges those of the sheet; null where columns stand for rows
   * @param wanted headers of which half make a header where the profile tells none
   * @param needed headers without which it is none
   * @param above what is told of each row that is no part of it
   */
  HeaderSearch(
      TableSpec spec,
      Merges merges,
      List<String> wanted,
      List<String> needed,
      BiConsumer<Integer, List<RawCell>> above) {
    this.spec = spec;
    this.merges = merges;
    this.wanted = wanted;
    this.needed = needed;
    this.above = above;
    this.reached = spec.after() == null && spec.anchor() == null;
  }

  /** The header, once a row shows it; null before. */
  Headers look(int row, List<RawCell> cells) {
    for (RawCell cell : cells) {
      String text = cell.shown();
      if (texts.size() < MOST_TEXTS && text.length() <= LONGEST_TEXT) {
        texts.add(text.strip());
      }
    }
    if (!reached) {
      TextTest start = spec.after() != null ? spec.after() : spec.anchor();
      reached = reaches(start, cells);
      if (!reached) {
        above.accept(row, cells);
        return null;
      }
      // A header that is anchored in itself begins right there.
    }
    Map<Integer, Integer> spans = new HashMap<>();
    cells.forEach(c -> spans.put(c.column(), last(c.column())));
    kept.add(new Storey(row, cells, spans));
    if (spec.storeys() == 1) {
      Headers found = header(row);
      kept.clear();
      if (found == null) {
        above.accept(row, cells);
      }
      return found;
    }
    return kept.get(0).row() + 2 * spec.storeys() - 2 <= row ? choose() : null;
  }

  /** What the rows that were kept back hold; null where none is the header. */
  Headers finish() {
    Headers found = null;
    while (found == null && !kept.isEmpty()) {
      found = choose();
    }
    return found;
  }

  /** The rows below the header that were looked at before it was known. */
  List<Storey> below() {
    return below;
  }

  /** Whether there are rows, of which none was the header; nothing is lost of an empty sheet. */
  boolean isVain() {
    return !texts.isEmpty();
  }

  /** What of the header that is meant stands nowhere. */
  List<String> missing() {
    Set<String> there = texts.stream().map(Headers::key).collect(Collectors.toSet());
    List<String> asked = new ArrayList<>(spec.header().isEmpty() ? wanted : spec.header());
    asked.addAll(needed);
    return asked.stream().distinct().filter(text -> !there.contains(Headers.key(text))).toList();
  }

  /** Texts that stand where it was looked for. */
  List<String> texts() {
    return texts;
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
    if (!needed.stream().allMatch(name -> found.column(name) > 0)) {
      return false;
    }
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
   * the profile names is found; null where there is none, whose first row is dropped.
   */
  private Headers choose() {
    int start = kept.get(0).row();
    Headers best = null;
    long most = -1;
    int begins = start;
    if (header(start) != null) {
      for (int first = start; first < start + spec.storeys(); first++) {
        Headers found = header(first);
        if (found != null && matched(found) > most) {
          best = found;
          most = matched(found);
          begins = first;
        }
      }
    }
    if (best == null) {
      Storey dropped = kept.remove(0);
      above.accept(dropped.row(), dropped.cells());
      if (kept.size() > MOST_KEPT) {
        kept.clear();
      }
      return null;
    }
    for (Storey before : kept) {
      if (before.row() < begins) {
        above.accept(before.row(), before.cells());
      }
    }
    int last = best.row();
    below = kept.stream().filter(s -> s.row() > last).toList();
    kept.clear();
    return best;
  }
}
