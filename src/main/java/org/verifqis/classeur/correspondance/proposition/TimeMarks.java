package org.verifqis.classeur.correspondance.proposition;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import org.verifqis.classeur.DateText;
import org.verifqis.classeur.correspondance.Dates;
import org.verifqis.modele.Exercice;

/** The years and days that a header names, told as a time before, in or after a fiscal year. */
final class TimeMarks {
  static final String BEFORE = "<avant>";
  static final String WITHIN = "<exercice>";
  static final String AFTER = "<apres>";

  /** A time that is none of these, or of which there is no telling. */
  static final String OTHER = "<autretemps>";

  private static final Pattern YEARS =
      Pattern.compile("\\b(20\\d\\d)(?: ?[-–—/] ?(20\\d\\d|\\d\\d)| (20\\d\\d))\\b");
  private static final Pattern DAY =
      Pattern.compile(
          "\\b(20\\d\\d-\\d\\d-\\d\\d|\\d{1,2}[-/.]\\d{1,2}[-/.]20\\d\\d|\\d{1,2}(?:er)? "
              + "[a-zà-ÿ]+ 20\\d\\d|[a-z]{3,9}\\.? \\d{1,2}(?:st|nd|rd|th)?,? 20\\d\\d)\\b");
  private static final Pattern SPAN =
      Pattern.compile(DAY.pattern() + " ?(?:au|à|to|-|–|—) ?" + DAY.pattern());
  private static final Pattern MONTH =
      Pattern.compile("\\b([a-zà-ÿ]{3,9})(?:\\.? (20\\d\\d)|\\.?[-'’](20\\d\\d|\\d\\d))\\b");
  private static final Pattern MONTHS =
      Pattern.compile(
          "\\b([a-zà-ÿ]{3,9})\\.? ?(20\\d\\d|['’]?\\d\\d) ?(?:à|au|to|-|–|—|→) ?"
              + "([a-zà-ÿ]{3,9})\\.? ?(20\\d\\d|['’]?\\d\\d)\\b");
  private static final Pattern SINCE = Pattern.compile("(depuis|since|from|à partir)[ a-z']*$");

  /** A fiscal year as people shorten it: FY2021-22, AF 21-22, 21-22. */
  private static final Pattern SHORTENED =
      Pattern.compile("\\b(?:(?:fy|af) ?(20\\d\\d)|(?:(?:fy|af) ?)?'?(\\d\\d)[-–/]'?(\\d\\d))\\b");

  private static final Pattern YEAR = Pattern.compile("\\b20\\d\\d\\b");
  private static final Pattern EARLIER =
      Pattern.compile("^[ ,]*(et|ou|and)?[ ]*(avant|moins|before|earlier|pr[ée]c[ée]dent)");
  private static final Pattern BEFORE_IT =
      Pattern.compile("(avant|before|prior to|jusqu.en|antérieure? à)[ a-z']*$");

  private final Exercice year;

  /** Of a fiscal year; null where it is not known. */
  TimeMarks(Exercice year) {
    this.year = year;
  }

  /** The text with what it says of a time told by a mark. */
  String mark(String text) {
    String marked = expand(text.toLowerCase(Locale.ROOT).replace('_', ' '));
    marked = replace(marked, SPAN, this::ofSpan);
    marked = replace(marked, DAY, this::ofDay);
    marked = replace(marked, MONTHS, this::ofMonths);
    marked = replace(marked, YEARS, this::ofYears);
    marked = replace(marked, MONTH, this::ofMonth);
    return replace(marked, YEAR, (m, before, after) -> ofYear(Integer.parseInt(m.group())));
  }

  /** The text, in lower case, with its fiscal years written out. */
  static String expand(String text) {
    StringBuilder made = new StringBuilder();
    Matcher matcher = SHORTENED.matcher(text);
    int from = 0;
    while (matcher.find()) {
      made.append(text, from, matcher.start()).append(expanded(matcher));
      from = matcher.end();
    }
    return made.append(text.substring(from)).toString();
  }

  private static String expanded(Matcher found) {
    if (found.group(1) != null) {
      return found.group(1);
    }
    int first = Integer.parseInt(found.group(2));
    boolean follows = first >= 10 && first + 1 == Integer.parseInt(found.group(3));
    return follows ? "20" + first + "-20" + (first + 1) : found.group();
  }

  private interface Marker {
    String of(Matcher found, String before, String after);
  }

  private static String replace(String text, Pattern pattern, Marker marker) {
    StringBuilder made = new StringBuilder();
    Matcher matcher = pattern.matcher(text);
    int from = 0;
    while (matcher.find(from)) {
      String before = text.substring(0, matcher.start());
      String after = text.substring(matcher.end());
      made.append(text, from, matcher.start());
      made.append(' ').append(marker.of(matcher, before, after)).append(' ');
      from = matcher.end();
      Matcher earlier = EARLIER.matcher(after);
      if (earlier.find()) {
        from += earlier.end();
      }
    }
    return made.append(text.substring(from)).toString();
  }

  private String ofYears(Matcher found, String before, String after) {
    int first = Integer.parseInt(found.group(1));
    String other = found.group(2) == null ? found.group(3) : found.group(2);
    int last = Integer.parseInt(other) % 100;
    if ((first + 1) % 100 != last) {
      return "";
    }
    if (year == null) {
      return OTHER;
    }
    boolean earlier = EARLIER.matcher(after).find() || BEFORE_IT.matcher(before).find();
    if (earlier) {
      boolean own = BEFORE_IT.matcher(before).find();
      return first < year.annee() || own && first == year.annee() ? BEFORE : OTHER;
    }
    return mark(first);
  }

  private String mark(int first) {
    if (first == year.annee()) {
      return WITHIN;
    }
    return first < year.annee() ? BEFORE : AFTER;
  }

  private String ofDay(Matcher found, String before, String after) {
    LocalDate day = day(found.group());
    if (day == null || year == null) {
      return day == null ? found.group().replaceAll("20\\d\\d", "") : OTHER;
    }
    if (!day.isAfter(year.debut())) {
      return BEFORE;
    }
    return day.isAfter(year.fin()) ? AFTER : OTHER;
  }

  /** From a day to a day: the year itself, or what lies wholly before or after it. */
  private String ofSpan(Matcher found, String before, String after) {
    LocalDate first = day(found.group(1));
    LocalDate last = day(found.group(2));
    return ofSpan(first, last);
  }

  /** From a month to a month. */
  private String ofMonths(Matcher found, String before, String after) {
    LocalDate first = month(found.group(1), found.group(2));
    LocalDate last = month(found.group(3), found.group(4));
    if (first == null || last == null) {
      return found.group();
    }
    return ofSpan(first, last.plusMonths(1).minusDays(1));
  }

  private static LocalDate month(String name, String digits) {
    String plain = digits.replaceAll("\\D", "");
    return Dates.parse(name + " " + (plain.length() == 2 ? "20" + plain : plain), "b y");
  }

  private String ofSpan(LocalDate first, LocalDate last) {
    if (first == null || last == null || year == null) {
      return OTHER;
    }
    if (first.equals(year.debut()) && last.equals(year.fin())) {
      return WITHIN;
    }
    return !last.isAfter(year.debut()) ? BEFORE : first.isAfter(year.fin()) ? AFTER : OTHER;
  }

  /** A month is told by its last day, or by its first where something is before or since it. */
  private String ofMonth(Matcher found, String before, String after) {
    String digits = found.group(2) == null ? found.group(3) : found.group(2);
    LocalDate first = month(found.group(1), digits);
    if (first == null) {
      return found.group();
    }
    if (year == null) {
      return OTHER;
    }
    LocalDate last = first.plusMonths(1).minusDays(1);
    boolean until = BEFORE_IT.matcher(before).find();
    if (!(until ? first : last).isAfter(year.debut())) {
      return BEFORE;
    }
    if (SINCE.matcher(before).find() && first.equals(year.debut())) {
      return WITHIN;
    }
    return first.isAfter(year.fin()) ? AFTER : OTHER;
  }

  private static LocalDate day(String text) {
    try {
      LocalDate day = DateText.parse(text);
      return day != null ? day : Dates.english(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** A year by itself may be either of two fiscal years: only those far off are told. */
  private String ofYear(int one) {
    if (year == null || one == year.annee() || one == year.annee() + 1) {
      return OTHER;
    }
    return one < year.annee() ? BEFORE : AFTER;
  }
}
