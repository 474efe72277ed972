package org.verifqis.classeur;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.verifqis.modele.Normalisation;

/** Dates as people and programs write them (lecture.md, type date). */
public final class DateText {
  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})-(\\d{2})-(\\d{2})(?:[T ]\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?Z?)?");
  private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})/(\\d{2})/(\\d{2})");
  private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})([/-])(\\d{1,2})\\2(\\d{4})");
  private static final String BETWEEN_WORDS = "(?:" + Texts.BLANK + "+|-)";
  private static final Pattern IN_WORDS =
      Pattern.compile(
          "(\\d{1,2}|1er)" + BETWEEN_WORDS + "(\\p{L}+)\\.?" + BETWEEN_WORDS + "(\\d{4})",
          Pattern.CASE_INSENSITIVE);

  /** Months and how they are shortened, in their order. */
  private static final List<Set<String>> MONTHS =
      List.of(
          Set.of("janvier", "janv", "jan"),
          Set.of("fevrier", "fevr", "fev"),
          Set.of("mars"),
          Set.of("avril", "avr"),
          Set.of("mai"),
          Set.of("juin"),
          Set.of("juillet", "juil"),
          Set.of("aout"),
          Set.of("septembre", "sept", "sep"),
          Set.of("octobre", "oct"),
          Set.of("novembre", "nov"),
          Set.of("decembre", "dec"));

  private static final double LAST_SERIAL = 2_958_466;
  private static final LocalDate FIRST_OF_1904 = LocalDate.of(1904, 1, 1);
  private static final LocalDate LAST_OF_1899 = LocalDate.of(1899, 12, 31);

  /** Excel counts a 29 February 1900: days from 1 March on have one more. */
  private static final int AFTER_A_DAY_THAT_NEVER_WAS = 61;

  private DateText() {}

  /** The date that a text says, its time of day dropped; null if it says none. */
  public static LocalDate parse(String text) {
    String trimmed = Texts.plain(text);
    Matcher iso = ISO.matcher(trimmed);
    if (iso.matches()) {
      return date(iso.group(1), iso.group(2), iso.group(3));
    }
    Matcher yearFirst = YEAR_FIRST.matcher(trimmed);
    if (yearFirst.matches()) {
      return date(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3));
    }
    Matcher dayFirst = DAY_FIRST.matcher(trimmed);
    if (dayFirst.matches()) {
      return date(dayFirst.group(4), dayFirst.group(3), dayFirst.group(1));
    }
    Matcher inWords = IN_WORDS.matcher(trimmed);
    if (inWords.matches()) {
      int month = month(Normalisation.normalise(inWords.group(2)));
      String day = inWords.group(1).length() == 3 ? "1" : inWords.group(1);
      return month == 0 ? null : date(inWords.group(3), Integer.toString(month), day);
    }
    return null;
  }

  /** Whether a text is a date only if it begins with the month, as dates are not read. */
  static boolean isMonthFirst(String text) {
    Matcher dayFirst = DAY_FIRST.matcher(Texts.plain(text));
    return dayFirst.matches()
        && date(dayFirst.group(4), dayFirst.group(3), dayFirst.group(1)) == null
        && date(dayFirst.group(4), dayFirst.group(1), dayFirst.group(3)) != null;
  }

  /** Whether a text is one date if it begins with the day, and another if with the month. */
  static boolean isEither(String text) {
    Matcher dayFirst = DAY_FIRST.matcher(Texts.plain(text));
    if (!dayFirst.matches()) {
      return false;
    }
    LocalDate day = date(dayFirst.group(4), dayFirst.group(3), dayFirst.group(1));
    LocalDate month = date(dayFirst.group(4), dayFirst.group(1), dayFirst.group(3));
    return day != null && month != null && !day.equals(month);
  }

  private static int month(String word) {
    int month = MONTHS.size();
    while (month > 0 && !MONTHS.get(month - 1).contains(word)) {
      month--;
    }
    return month;
  }

  /** The date of a serial number of Excel; null if it is none, or a mere time of day. */
  static LocalDate ofSerial(double serial, boolean date1904) {
    if (!(serial >= (date1904 ? 0 : 1) && serial < LAST_SERIAL)) {
      return null;
    }
    int day = (int) serial;
    if (date1904) {
      return FIRST_OF_1904.plusDays(day);
    }
    return LAST_OF_1899.plusDays(day < AFTER_A_DAY_THAT_NEVER_WAS ? day : day - 1);
  }

  private static LocalDate date(String year, String month, String day) {
    try {
      return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
