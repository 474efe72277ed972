package org.verifqis.classeur.correspondance.proposition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import org.verifqis.classeur.RawCell;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Gabarit.FeuilleVoulue;
import org.verifqis.modele.Normalisation;
import org.verifqis.modele.Onglet;

/** Finds the rows of a sheet that are headers, and cuts it into tables. */
final class TableFinder {
  private static final int MOST_CANDIDATES = 60;
  private static final int LONGEST_HEADER = 160;
  private static final int MOST_STOREYS = 3;
  private static final int LOOKED_BELOW = 8;
  private static final int FIRST_YEAR = 2010;
  private static final int LAST_YEAR = 2049;
  private static final double LEAST = 1.2;
  private static final double NAMED = 0.5;
  private static final int SHORT_HEADER = 40;
  private static final int FEWEST_APART = 3;
  private static final double ECHOED = 0.4;

  private final Gabarit gabarit;
  private final Lexique lexique;
  private final Scoring scoring;
  private final Exercice year;

  TableFinder(Gabarit gabarit, Lexique lexique, Scoring scoring, Exercice year) {
    this.gabarit = gabarit;
    this.lexique = lexique;
    this.scoring = scoring;
    this.year = year;
  }

  /** A row that may be a header, or a part of one, and how much of it is understood. */
  private record Candidate(
      int firstRow, int row, int first, int last, double score, boolean apart) {
    boolean overlaps(Candidate other) {
      return first <= other.last && other.first <= last;
    }
  }

  /** The tables of a sheet, from the top. */
  List<FoundTable> find(SheetCells sheet) {
    List<Candidate> all = new ArrayList<>();
    int looked = 0;
    for (int row : sheet.rows().keySet()) {
      boolean looks = hasTexts(sheet.row(row)) && !isPartlyBelow(sheet, row + 1);
      for (int[] run : looks ? runs(sheet, row) : List.<int[]>of()) {
        boolean header = mayBeHeader(sheet.row(row).subMap(run[0], true, run[1], true));
        if (header && looked++ < MOST_CANDIDATES) {
          Candidate candidate = candidate(sheet, row, run[0], run[1]);
          if (candidate != null) {
            all.add(candidate);
          }
        }
      }
    }
    all.sort(Comparator.comparing(Candidate::score).reversed());
    List<Candidate> chosen = new ArrayList<>();
    for (Candidate candidate : all) {
      if (chosen.stream().noneMatch(c -> hides(sheet, c, candidate))) {
        chosen.add(candidate);
      }
    }
    chosen.sort(Comparator.comparing(Candidate::row).thenComparing(Candidate::first));
    chosen = withoutRepeats(sheet, chosen);
    List<FoundTable> tables = new ArrayList<>();
    for (Candidate one : chosen) {
      int last =
          chosen.stream()
              .filter(c -> c.firstRow() > one.row() && c.overlaps(one))
              .mapToInt(c -> c.firstRow() - 1)
              .min()
              .orElse(Integer.MAX_VALUE - 1);
      tables.add(
          FoundTable.of(
              sheet,
              one.firstRow(),
              lastHeader(sheet, one),
              one.first(),
              one.last(),
              last,
              lexique,
              year));
    }
    return tables;
  }

  /** A header that stands again, as at the head of each page, begins no other table. */
  private static List<Candidate> withoutRepeats(SheetCells sheet, List<Candidate> all) {
    List<Candidate> kept = new ArrayList<>();
    for (Candidate one : all) {
      boolean again =
          kept.stream()
              .anyMatch(
                  k ->
                      k.first() == one.first()
                          && k.last() == one.last()
                          && FoundTable.isRepeated(sheet, k.row(), one.row(), k.first(), k.last()));
      if (!again) {
        kept.add(one);
      }
    }
    return kept;
  }

  /** A row below a header that only tells units is the lowest of its storeys. */
  private static int lastHeader(SheetCells sheet, Candidate header) {
    NavigableMap<Integer, RawCell> below =
        sheet.row(header.row() + 1).subMap(header.first(), true, header.last(), true);
    boolean units =
        !below.isEmpty() && below.values().stream().allMatch(c -> Lexique.isUnit(c.shown()));
    return units ? header.row() + 1 : header.row();
  }

  /** Whether a better header stands for a candidate too: the same rows, or the one above it. */
  private boolean hides(SheetCells sheet, Candidate better, Candidate other) {
    if (!better.overlaps(other)) {
      return false;
    }
    boolean sameRows = other.row() >= better.firstRow() && other.firstRow() <= better.row();
    if (sameRows) {
      return true;
    }
    if (other.row() < better.firstRow()) {
      // What is above a header is a table only if it has rows of its own.
      return better.firstRow() - other.row() < 3;
    }
    // A second table below has a title or an empty row before it.
    boolean apart = sheet.row(other.firstRow() - 1).size() <= 1;
    return !apart || !other.apart() && other.score() < better.score() * 0.3;
  }

  private static boolean hasTexts(NavigableMap<Integer, RawCell> cells) {
    return cells.values().stream().filter(c -> c.kind() == RawCell.Kind.TEXT).count() >= 2;
  }

  private static boolean mayBeHeader(NavigableMap<Integer, RawCell> cells) {
    int texts = 0;
    for (RawCell cell : cells.values()) {
      boolean text = cell.kind() == RawCell.Kind.TEXT;
      boolean aYear =
          cell.kind() == RawCell.Kind.NUMBER
              && !cell.dated()
              && cell.number() >= FIRST_YEAR
              && cell.number() <= LAST_YEAR;
      if (!text && !aYear || text && cell.text().length() > LONGEST_HEADER) {
        return false;
      }
      texts += text ? 1 : 0;
    }
    return texts >= 2;
  }

  /** The row cut where columns are empty down to some rows below. */
  private static List<int[]> runs(SheetCells sheet, int row) {
    if (isPartlyBelow(sheet, row)) {
      return runs(sheet, row - 1);
    }
    List<int[]> runs = new ArrayList<>();
    int start = 0;
    int last = 0;
    for (RawCell cell : sheet.row(row).values()) {
      int end = sheet.lastOf(row, cell.column());
      if (start == 0) {
        start = cell.column();
      } else if (cell.column() > last + 1 && isGap(sheet, row, last + 1, cell.column() - 1)) {
        runs.add(new int[] {start, last});
        start = cell.column();
      }
      last = end;
    }
    runs.add(new int[] {start, last});
    return runs;
  }

  /**
   * Whether a row of texts is the lower storey of a header of which only some columns have two:
   * each text stands below one that covers several columns, or among such.
   */
  private static boolean isPartlyBelow(SheetCells sheet, int row) {
    NavigableMap<Integer, RawCell> above = sheet.row(row - 1);
    NavigableMap<Integer, RawCell> own = sheet.row(row);
    if (own.size() < 2 || own.size() >= above.size() * MOST_STOREYS || !hasTexts(above)) {
      return false;
    }
    int covered = 0;
    for (RawCell cell : own.values()) {
      var head = above.floorEntry(cell.column());
      boolean below = head != null && sheet.lastOf(row - 1, head.getKey()) >= cell.column();
      if (!isText(cell) || !below || !isText(head.getValue())) {
        return false;
      }
      covered += sheet.lastOf(row - 1, head.getKey()) > head.getKey() ? 1 : 0;
    }
    boolean alone = above.keySet().stream().anyMatch(c -> c < own.firstKey());
    return alone && covered >= 2 && 2 * covered >= own.size();
  }

  private static boolean isGap(SheetCells sheet, int row, int first, int last) {
    int looked = 0;
    for (NavigableMap<Integer, RawCell> below : sheet.rows().tailMap(row, false).values()) {
      if (looked++ >= LOOKED_BELOW) {
        break;
      }
      if (!below.subMap(first, true, last, true).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private Candidate candidate(SheetCells sheet, int row, int first, int last) {
    Integer next = sheet.rows().higherKey(row);
    if (next == null) {
      return null;
    }
    boolean apart = isApart(sheet, row, first, last);
    boolean doubled = isDoubled(sheet, row, first, last);
    Candidate best = null;
    int firstRow = row;
    for (int storeys = 1; storeys <= MOST_STOREYS; storeys++) {
      double score = score(sheet, firstRow, row, first, last);
      score = isEchoed(sheet, row, first, last) ? score * ECHOED : score;
      boolean looks =
          apart
              && storeys == 1
              && !isAboveHeader(sheet, row, next, first, last)
              && (score >= NAMED || isAboveFigures(sheet, row, next));
      score = looks ? Math.max(score, LEAST) : score;
      // Headers that stand twice say what they are with the storey above them alone.
      boolean told = doubled && storeys == 2;
      if (score >= LEAST && (best == null || told || score > best.score() + 0.05)) {
        best = new Candidate(firstRow, row, first, last, score, apart);
      }
      if (!isStorey(sheet, firstRow - 1, first, last)) {
        break;
      }
      firstRow--;
    }
    return best;
  }

  /** Whether a row below a row of texts says what the next one says again, as values do. */
  private static boolean isEchoed(SheetCells sheet, int row, int first, int last) {
    if (!hasTexts(sheet.row(row - 1)) || FoundTable.isRepeated(sheet, row, row + 1, first, last)) {
      return false;
    }
    return sheet.row(row).subMap(first, true, last, true).values().stream()
        .filter(TableFinder::isText)
        .anyMatch(
            c -> {
              RawCell next = sheet.cell(row + 1, c.column());
              return next != null && isText(next) && next.text().equals(c.text());
            });
  }

  private static boolean isDoubled(SheetCells sheet, int row, int first, int last) {
    List<String> texts =
        sheet.row(row).subMap(first, true, last, true).values().stream()
            .filter(TableFinder::isText)
            .map(c -> Normalisation.normalise(c.text()))
            .toList();
    return texts.stream().distinct().count() < texts.size();
  }

  /** Whether a row stands by itself at the head of something: below a gap, or a title below one. */
  private static boolean isApart(SheetCells sheet, int row, int first, int last) {
    NavigableMap<Integer, RawCell> cells = sheet.row(row).subMap(first, true, last, true);
    long texts = cells.values().stream().map(c -> Lexique.oneLine(c.shown())).distinct().count();
    boolean words =
        cells.values().stream()
            .allMatch(c -> isText(c) && c.text().length() <= SHORT_HEADER && c.column() > 0);
    if (texts < FEWEST_APART || texts < cells.size() || !words) {
      return false;
    }
    int above = sheet.row(row - 1).size();
    return above == 0 || above == 1 && sheet.row(row - 2).isEmpty();
  }

  /** Whether the row below is the header of which this one titles the parts. */
  private static boolean isAboveHeader(SheetCells sheet, int row, int next, int first, int last) {
    NavigableMap<Integer, RawCell> below = sheet.row(next).subMap(first, true, last, true);
    int own = sheet.row(row).subMap(first, true, last, true).size();
    long texts = below.values().stream().filter(TableFinder::isText).count();
    return next == row + 1 && texts >= 2L * own && texts * 10 >= 8L * below.size();
  }

  private static boolean isAboveFigures(SheetCells sheet, int row, int next) {
    return next == row + 1
        && sheet.row(next).values().stream()
            .anyMatch(c -> c.kind() == RawCell.Kind.NUMBER && sheet.cell(row, c.column()) != null);
  }

  /** Whether a row groups the columns of the one below. */
  private static boolean isStorey(SheetCells sheet, int row, int first, int last) {
    NavigableMap<Integer, RawCell> cells = sheet.row(row).subMap(first, true, last, true);
    if (row < 1 || cells.isEmpty() || !cells.values().stream().allMatch(TableFinder::isText)) {
      return false;
    }
    int widest = 0;
    for (RawCell cell : cells.values()) {
      widest = Math.max(widest, sheet.lastOf(row, cell.column()) - cell.column() + 1);
    }
    return cells.size() >= 2 && widest >= 2
        || cells.size() == 1 && widest >= 2 && widest < last - first + 1;
  }

  private static boolean isText(RawCell cell) {
    return cell.kind() == RawCell.Kind.TEXT && cell.text().length() <= LONGEST_HEADER;
  }

  /** How much of a header is understood, as that of the sheet for which it is most. */
  private double score(SheetCells sheet, int firstRow, int row, int first, int last) {
    List<List<String>> headers = new ArrayList<>();
    for (int column = first; column <= last; column++) {
      List<String> storeys = new ArrayList<>();
      for (int r = firstRow; r <= row; r++) {
        String text = textAt(sheet, r, column);
        if (text != null) {
          storeys.add(text);
        }
      }
      if (!storeys.isEmpty()) {
        headers.add(storeys);
      }
    }
    boolean twice = Lexique.areSaidTwice(headers);
    List<Wording> wordings = headers.stream().map(h -> lexique.wording(h, year, twice)).toList();
    if (wordings.size() < 2) {
      return 0;
    }
    double best = 0;
    for (FeuilleVoulue wanted : gabarit.feuilles()) {
      if (wanted.tableau()) {
        best = Math.max(best, score(Onglet.de(wanted.nom()), wanted.champs(), wordings));
      }
    }
    return best;
  }

  private double score(Onglet onglet, List<Champ> champs, List<Wording> wordings) {
    double sum = 0;
    for (Champ champ : champs) {
      double best = 0;
      for (Wording wording : wordings) {
        best = Math.max(best, scoring.name(onglet, champ, wording).score());
      }
      sum += best >= NAMED ? best : 0;
    }
    return Math.min(sum, wordings.size());
  }

  private static String textAt(SheetCells sheet, int row, int column) {
    RawCell cell = sheet.cell(row, column);
    if (cell == null) {
      var before = sheet.row(row).lowerEntry(column);
      boolean covered = before != null && sheet.lastOf(row, before.getKey()) >= column;
      cell = covered ? before.getValue() : null;
    }
    return cell == null ? null : cell.shown();
  }
}
