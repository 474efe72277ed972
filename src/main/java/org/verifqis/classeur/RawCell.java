package org.verifqis.classeur;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * A cell that holds something, before it is read as a type.
 *
 * @param column from 1
 * @param kind what it holds
 * @param text its text, its error, its formula or its ISO date; null for a number or a boolean
 * @param number its number; 1 or 0 for a boolean
 * @param shape what its number is shown as
 * @param date1904 whether its number counts from 1904
 */
public record RawCell(
    int column, Kind kind, String text, double number, Shape shape, boolean date1904) {
  /** Significant digits of a number, of which Excel shows no more. */
  static final int DIGITS = 15;

  private static final double CENTS = 100;
  private static final double LARGE = 1e7;
  private static final MathContext SHOWN = new MathContext(DIGITS, RoundingMode.HALF_UP);

  /** What a style shows numbers as. */
  public enum Shape {
    PLAIN,
    DATE,
    PERCENT
  }

  public enum Kind {
    TEXT,
    NUMBER,
    BOOLEAN,
    ISO_DATE,
    ERROR,
    /** A formula whose result is not stored and can't be calculated. */
    UNRESOLVED,
    /** What can't be told of other cells; its text is the detail of LEC-03 that says why. */
    UNCLEAR
  }

  /** A text. */
  public static RawCell text(int column, String text) {
    return new RawCell(column, Kind.TEXT, text, 0, Shape.PLAIN, false);
  }

  static RawCell error(int column, String error) {
    return new RawCell(column, Kind.ERROR, error, 0, Shape.PLAIN, false);
  }

  static RawCell bool(int column, boolean value) {
    return new RawCell(column, Kind.BOOLEAN, null, value ? 1 : 0, Shape.PLAIN, false);
  }

  /** A number, and what it is shown as. */
  public static RawCell number(int column, double number, Shape shape, boolean date1904) {
    return new RawCell(column, Kind.NUMBER, null, number, shape, date1904);
  }

  /** A number told by its digits; an error where they tell none. */
  static RawCell digits(int column, String digits, Shape shape, boolean date1904) {
    try {
      double number = few(digits) ? ofFew(digits) : Double.parseDouble(digits.trim());
      if (Double.isFinite(number)) {
        boolean exact = digits.length() <= DIGITS;
        return number(column, exact ? number : shownNumber(number), shape, date1904);
      }
    } catch (NumberFormatException e) {
      // Said below: what stands for a number is none.
    }
    return error(column, digits);
  }

  /** Whether it is a sign, few digits and a point at most: parsing takes the long way only else. */
  private static boolean few(String digits) {
    int signs = digits.startsWith("-") ? 1 : 0;
    int point = digits.indexOf('.');
    int significant = digits.length() - signs - (point < 0 ? 0 : 1);
    if (significant == 0 || significant > DIGITS) {
      return false;
    }
    for (int i = signs; i < digits.length(); i++) {
      if (i != point && (digits.charAt(i) < '0' || digits.charAt(i) > '9')) {
        return false;
      }
    }
    return true;
  }

  /** Both its digits and the power of ten are exact, so that their quotient is rounded once. */
  private static double ofFew(String digits) {
    long whole = 0;
    long unit = 1;
    boolean fraction = false;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c == '.') {
        fraction = true;
      } else if (c != '-') {
        whole = whole * 10 + c - '0';
        unit = fraction ? unit * 10 : unit;
      }
    }
    double number = (double) whole / unit;
    return digits.charAt(0) == '-' ? -number : number;
  }

  /** A formula whose result is not known. */
  static RawCell unresolved(int column, String formula) {
    return new RawCell(column, Kind.UNRESOLVED, formula, 0, Shape.PLAIN, false);
  }

  /** What can't be told, for a reason: a detail of LEC-03. */
  public static RawCell unclear(String reason) {
    return new RawCell(1, Kind.UNCLEAR, reason, 0, Shape.PLAIN, false);
  }

  /** The same in another column. */
  public RawCell at(int other) {
    return new RawCell(other, kind, text, number, shape, date1904);
  }

  /** A number without the digits beyond those that Excel shows, which computing leaves in it. */
  static double shownNumber(double number) {
    return BigDecimal.valueOf(number).round(SHOWN).doubleValue();
  }

  /** Whether its number is shown as a date. */
  public boolean dated() {
    return shape == Shape.DATE;
  }

  /** Whether it counts as empty in every column. */
  public boolean isEmpty() {
    return kind == Kind.TEXT && Texts.isEmpty(text);
  }

  /** Its number, as the shortest decimal that is that number. */
  public BigDecimal decimal() {
    double cents = Math.rint(number * CENTS);
    // Most are amounts below ten million, whose cents tell them: no shorter decimal does.
    if (Math.abs(number) < LARGE && cents / CENTS == number) {
      long exact = (long) cents;
      return exact % 10 == 0 ? BigDecimal.valueOf(exact / 10, 1) : BigDecimal.valueOf(exact, 2);
    }
    return BigDecimal.valueOf(number);
  }

  /** The date that its number is; null if it is none. */
  LocalDate date() {
    return DateText.ofSerial(number, date1904);
  }

  /** What it shows, as text: numbers as typed, dates in ISO form. */
  public String shown() {
    return switch (kind) {
      case NUMBER -> {
        LocalDate date = dated() ? date() : null;
        yield date == null ? plain() : date.toString();
      }
      case BOOLEAN -> number == 0 ? "FAUX" : "VRAI";
      case UNRESOLVED -> "=" + text;
      case TEXT, ISO_DATE, ERROR, UNCLEAR -> text;
    };
  }

  private String plain() {
    return decimal().signum() == 0 ? "0" : decimal().stripTrailingZeros().toPlainString();
  }
}
