package org.verifqis.classeur.correspondance.proposition;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.verifqis.classeur.DateText;
import org.verifqis.classeur.RawCell;
import org.verifqis.modele.Exercice;

/** The fiscal year that a workbook tells of, by its names, its titles and its headers. */
final class YearGuess {
  private static final Pattern YEARS =
      Pattern.compile("\\b(20\\d\\d) ?[-–—/] ?(20\\d\\d|\\d\\d)\\b");
  private static final Pattern LAST_DAY =
      Pattern.compile(
          "(?i)\\b(31 mars 20\\d\\d|march 31,? 20\\d\\d|31[-/]0?3[-/]20\\d\\d|20\\d\\d-03-31)");
  private static final int TITLE_ROWS = 6;
  private static final int NAMED = 4;
  private static final int IN_HEADERS = 2;
  private static final int BARE = 1;
  private static final Pattern ENDS = Pattern.compile("(?i)(^|[ _])(fin|end|échéance|expir|prévu)");
  private static final Pattern TO_COME =
      Pattern.compile("(?i)prévu|à verser|à venir|budget|planned|forecast|next");

  private final TreeMap<Integer, Integer> votes = new TreeMap<>();
  private String lastDay;
  private String lastDayText;

  /** What a workbook tells; {@code aside} are sheets that do not count. */
  static YearGuess of(String file, List<SheetCells> sheets, Lexique lexique) {
    YearGuess guess = new YearGuess();
    guess.names(file, NAMED);
    for (SheetCells sheet : sheets) {
      if (sheet.hidden() || lexique.aside(sheet.name()) != null) {
        continue;
      }
      // An old sheet that tells its year in its name, its title and its headers tells it once.
      YearGuess own = new YearGuess();
      own.sheet(sheet);
      own.votes.forEach((year, weight) -> guess.votes.merge(year, weight, Integer::sum));
      guess.lastDay(own.lastDay, own.lastDayText);
    }
    if (guess.votes.isEmpty()) {
      sheets.stream()
          .filter(s -> !s.hidden() && lexique.aside(s.name()) == null)
          .forEach(guess::days);
    }
    return guess;
  }

  private void sheet(SheetCells sheet) {
    names(sheet.name(), NAMED);
    int looked = 0;
    for (Map.Entry<Integer, NavigableMap<Integer, RawCell>> row : sheet.rows().entrySet()) {
      if (looked++ >= TITLE_ROWS) {
        break;
      }
      row(row.getValue(), sheet, row.getKey());
    }
    form(sheet);
  }

  private void row(NavigableMap<Integer, RawCell> cells, SheetCells sheet, int row) {
    boolean title = cells.size() == 1;
    TreeMap<Integer, Integer> named = new TreeMap<>();
    for (RawCell cell : cells.values()) {
      if (cell.kind() == RawCell.Kind.TEXT) {
        if (title) {
          names(cell.text(), NAMED);
        } else if (isPast(cell.text()) && !isToCome(sheet, row, cell)) {
          boolean told = YEARS.matcher(cell.text()).replaceAll("").length() > 3;
          years(cell.text()).forEach(y -> named.merge(y, told ? IN_HEADERS : BARE, Math::max));
        }
      }
    }
    if (!named.isEmpty()) {
      votes.merge(named.lastKey(), named.lastEntry().getValue(), Math::max);
    }
  }

  private static boolean isPast(String text) {
    return !TO_COME.matcher(text).find();
  }

  /** Whether all that a year heads is what is to come. */
  private static boolean isToCome(SheetCells sheet, int row, RawCell year) {
    Collection<RawCell> below =
        sheet
            .row(row + 1)
            .subMap(year.column(), true, sheet.lastOf(row, year.column()), true)
            .values();
    return !below.isEmpty()
        && below.stream().allMatch(c -> c.kind() == RawCell.Kind.TEXT && !isPast(c.text()));
  }

  /** A form that says when the year begins or ends. */
  private void form(SheetCells sheet) {
    for (NavigableMap<Integer, RawCell> cells : sheet.rows().values()) {
      if (cells.size() != 2) {
        continue;
      }
      RawCell said = cells.lastEntry().getValue();
      if (said.dated()) {
        LocalDate day = DateText.parse(said.shown());
        boolean edge = day != null && (isFirst(day) || isLast(day));
        if (edge) {
          votes.merge(Exercice.contenant(day).annee(), NAMED, Math::max);
        }
      } else if (said.kind() == RawCell.Kind.TEXT && isYear(said.text())) {
        names(said.text(), NAMED);
      }
    }
  }

  /** Where nothing names the year, the last of what was signed, begun or paid lies in it. */
  private void days(SheetCells sheet) {
    if (sheet.rows().isEmpty()) {
      return;
    }
    NavigableMap<Integer, RawCell> header = sheet.rows().firstEntry().getValue();
    for (RawCell title : header.values()) {
      if (title.kind() != RawCell.Kind.TEXT || ENDS.matcher(title.text()).find()) {
        continue;
      }
      LocalDate last = null;
      for (NavigableMap<Integer, RawCell> row : sheet.rows().values()) {
        RawCell cell = row.get(title.column());
        LocalDate day = cell != null && cell.dated() ? DateText.parse(cell.shown()) : null;
        last = day != null && (last == null || day.isAfter(last)) ? day : last;
      }
      if (last != null) {
        votes.merge(Exercice.contenant(last).annee(), BARE, Integer::sum);
      }
    }
  }

  /** From the first day of a fiscal year to its last. */
  private static boolean isYear(String text) {
    return named(text).stream()
        .anyMatch(y -> new TimeMarks(new Exercice(y)).mark(text).contains(TimeMarks.WITHIN));
  }

  private static boolean isFirst(LocalDate day) {
    return day.getMonthValue() == 4 && day.getDayOfMonth() == 1;
  }

  private static boolean isLast(LocalDate day) {
    return day.getMonthValue() == 3 && day.getDayOfMonth() == 31;
  }

  private void names(String text, int weight) {
    years(text).forEach(y -> votes.merge(y, weight, Math::max));
    Matcher day = LAST_DAY.matcher(text);
    if (day.find()) {
      String digits = day.group().replaceAll(".*(20\\d\\d).*", "$1");
      int year = Integer.parseInt(digits);
      votes.merge(year - 1, weight, Math::max);
      lastDay(digits + "-03-31", Lexique.oneLine(text));
    }
  }

  private void lastDay(String day, String text) {
    if (day != null && (lastDay == null || lastDay.compareTo(day) < 0)) {
      lastDay = day;
      lastDayText = text;
    }
  }

  /** The fiscal years that a name or a title tells, also by their last day. */
  static List<Integer> named(String text) {
    List<Integer> named = new ArrayList<>(years(text));
    Matcher day = LAST_DAY.matcher(text);
    if (named.isEmpty() && day.find()) {
      named.add(Integer.parseInt(day.group().replaceAll(".*(20\\d\\d).*", "$1")) - 1);
    }
    return named;
  }

  private static List<Integer> years(String text) {
    List<Integer> years = new ArrayList<>();
    Matcher matcher = YEARS.matcher(TimeMarks.expand(text.toLowerCase(Locale.ROOT)));
    while (matcher.find()) {
      int first = Integer.parseInt(matcher.group(1));
      if ((first + 1) % 100 == Integer.parseInt(matcher.group(2)) % 100) {
        years.add(first);
      }
    }
    return years;
  }

  /** The year; null where nothing tells. */
  Exercice year() {
    Exercice best = null;
    int most = 0;
    for (Map.Entry<Integer, Integer> vote : votes.entrySet()) {
      if (vote.getValue() >= most) {
        most = vote.getValue();
        best = new Exercice(vote.getKey());
      }
    }
    return best;
  }

  /** The last day of the year that a title or a name tells; null without one. */
  String lastDay() {
    boolean own = lastDay != null && year() != null && lastDay.equals(year().fin().toString());
    return own ? lastDay : null;
  }

  /** The text that tells it. */
  String lastDayText() {
    return lastDayText;
  }
}
