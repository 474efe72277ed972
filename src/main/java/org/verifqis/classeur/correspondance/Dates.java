package org.verifqis.classeur.correspondance;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.verifqis.classeur.DateText;
import org.verifqis.classeur.RawCell;
import org.verifqis.modele.Normalisation;

/** Dates as a correspondance says that they are written. */
public final class Dates {
  /** Months and how they are shortened, in both languages. */
  private static final List<List<String>> MONTHS =
      List.of(
          List.of("janvier", "janv", "jan", "january"),
          List.of("fevrier", "fevr", "fev", "february", "feb"),
          List.of("mars", "march", "mar"),
          List.of("avril", "avr", "april", "apr"),
          List.of("mai", "may"),
          List.of("juin", "june", "jun"),
          List.of("juillet", "juil", "july", "jul"),
          List.of("aout", "august", "aug"),
          List.of("septembre", "sept", "sep", "september"),
          List.of("octobre", "oct", "october"),
          List.of("novembre", "nov", "november"),
          List.of("decembre", "dec", "december"));

  private static final TextPattern ENGLISH =
      TextPattern.of("^[A-Za-z]+\\.? +\\d{1,2}(?:st|nd|rd|th)?,? +\\d{4}$");

  private static final Map<String, String> STRFTIME =
      Map.ofEntries(
          Map.entry("%Y", "y"),
          Map.entry("%y", "Y"),
          Map.entry("%m", "m"),
          Map.entry("%d", "d"),
          Map.entry("%-m", "m"),
          Map.entry("%-d", "d"),
          Map.entry("%e", "d"),
          Map.entry("%B", "b"),
          Map.entry("%b", "b"),
          Map.entry("%H", "h"),
          Map.entry("%M", "h"),
          Map.entry("%S", "h"));

  /** A day by which forms are tried. */
  private static final LocalDate SAMPLE = LocalDate.of(2021, 11, 25);

  private Dates() {}

  /** The date that a cell holds, whoever wrote it; null where it holds none. */
  static LocalDate of(RawCell cell) {
    LocalDate date = DateText.parse(cell.shown());
    return date != null ? date : english(cell.shown());
  }

  /** The date of a text such as {@code April 27, 2023}; null if it is none. */
  public static LocalDate english(String text) {
    String plain = text.strip().replaceAll("[\\s\\u00A0]+", " ");
    return plain.length() < 40 && ENGLISH.find(plain) ? parse(plain, "b d, y") : null;
  }

  /** The date that a text says in a form; null if it says none. */
  public static LocalDate parse(String text, String format) {
    List<String> parts = parts(format);
    int[] at = {0};
    int year = 0;
    int month = 0;
    int day = 1;
    String plain = text.strip();
    for (int i = 0; i < parts.size(); i++) {
      String part = parts.get(i);
      if (part.length() == 1 && "yYmdh".contains(part)) {
        int width = part.equals("y") ? 4 : 2;
        String digits = digits(plain, at, width);
        if (digits.isEmpty()) {
          return null;
        }
        int number = Integer.parseInt(digits);
        switch (part) {
          case "y" -> year = number;
          case "Y" -> year = 2000 + number;
          case "m" -> month = number;
          case "d" -> {
            day = number;
            ordinal(plain, at);
          }
          default -> {
            // A time of day: no part of the date.
          }
        }
      } else if (part.equals("b")) {
        month = month(word(plain, at));
      } else {
        between(plain, at, part.substring(1));
      }
    }
    try {
      boolean whole = plain.substring(at[0]).isBlank();
      return whole && year > 0 ? LocalDate.of(year, month, day) : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Whether dates can be read by a form: what is written by it is read again as the same. */
  static boolean isForm(String format) {
    StringBuilder written = new StringBuilder();
    for (String part : parts(format)) {
      written.append(
          switch (part) {
            case "y" -> "2021";
            case "Y" -> "21";
            case "m" -> "11";
            case "d" -> "25";
            case "h" -> "10";
            case "b" -> "novembre";
            default -> part.substring(1);
          });
    }
    return SAMPLE.equals(parse(written.toString(), format));
  }

  /** The parts of a form: year, month, day in figures, a month in letters, what stands between. */
  private static List<String> parts(String format) {
    List<String> parts = new ArrayList<>();
    int i = 0;
    while (i < format.length()) {
      String known = strftime(format, i);
      if (known != null) {
        parts.add(STRFTIME.get(known));
        i += known.length();
        continue;
      }
      char c = Character.toLowerCase(format.charAt(i));
      int end = i;
      while (end < format.length() && Character.toLowerCase(format.charAt(end)) == c) {
        end++;
      }
      int length = end - i;
      switch (c) {
        case 'a', 'y' -> parts.add(length == 2 ? "Y" : "y");
        case 'm', 'b' -> parts.add(length > 2 || c == 'b' ? "b" : "m");
        case 'd', 'j' -> parts.add("d");
        case 'h', 's' -> parts.add("h");
        default -> parts.add("-" + format.substring(i, end));
      }
      i = end;
    }
    return parts;
  }

  private static String strftime(String format, int at) {
    for (int length = 3; length >= 2; length--) {
      if (at + length <= format.length()
          && STRFTIME.containsKey(format.substring(at, at + length))) {
        return format.substring(at, at + length);
      }
    }
    return null;
  }

  private static String digits(String text, int[] at, int most) {
    int start = at[0];
    while (at[0] < text.length()
        && at[0] - start < most
        && text.charAt(at[0]) >= '0'
        && text.charAt(at[0]) <= '9') {
      at[0]++;
    }
    return text.substring(start, at[0]);
  }

  private static void ordinal(String text, int[] at) {
    String rest = text.substring(at[0]).toLowerCase(Locale.ROOT);
    for (String ending : List.of("er", "st", "nd", "rd", "th")) {
      if (rest.startsWith(ending)) {
        at[0] += ending.length();
        return;
      }
    }
  }

  private static String word(String text, int[] at) {
    int start = at[0];
    while (at[0] < text.length() && Character.isLetter(text.charAt(at[0]))) {
      at[0]++;
    }
    return text.substring(start, at[0]);
  }

  private static void blank(String text, int[] at) {
    while (at[0] < text.length() && !Character.isLetterOrDigit(text.charAt(at[0]))) {
      at[0]++;
    }
  }

  /** What stands between two parts: any signs, and the very letters of the form. */
  private static void between(String text, int[] at, String form) {
    blank(text, at);
    if (text.regionMatches(true, at[0], form, 0, form.length())) {
      at[0] += Character.isLetterOrDigit(form.charAt(0)) ? form.length() : 0;
    }
  }

  private static int month(String word) {
    String plain = Normalisation.normalise(word);
    for (int month = 1; month <= MONTHS.size(); month++) {
      if (MONTHS.get(month - 1).contains(plain)) {
        return month;
      }
    }
    return 0;
  }
}
