package org.verifqis.classeur;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts and whole numbers typed as text (lecture.md, types montant and entier). */
public final class NumberText {
  private static final String B = Texts.BLANK;
  private static final String NUMBER = "(\\d(?:[\\d.,]|" + B + ")*)";
  private static final String MINUS = "[-\\u2212]";

  /** An optional minus and an optional dollar, either side. */
  private static final Pattern SIGNED =
      Pattern.compile(
          "(\\$?)" + B + "*(" + MINUS + "?)" + B + "*(\\$?)" + B + "*" + NUMBER + "(\\$?)");

  /** Parentheses for a negative amount, the dollar inside or outside. */
  private static final Pattern IN_PARENTHESES =
      Pattern.compile(
          "(\\$?)" + B + "*\\(" + B + "*(\\$?)" + B + "*" + NUMBER + "(\\$?)" + B + "*\\)" + B
              + "*(\\$?)");

  private static final Pattern PLAIN = Pattern.compile("(\\d+)(?:[.,](\\d+))?");
  private static final Pattern BLANK_GROUPS =
      Pattern.compile("(\\d{1,3}(?:" + B + "+\\d{3})+)(?:[.,](\\d+))?");
  private static final Pattern COMMA_GROUPS =
      Pattern.compile("(\\d{1,3}(?:,\\d{3})+)(?:\\.(\\d+))?");
  private static final Pattern POINT_GROUPS =
      Pattern.compile("(\\d{1,3}(?:\\.\\d{3})+)(?:,(\\d+))?");
  private static final Pattern AMBIGUOUS = Pattern.compile("\\d+[.,]\\d{3}");
  private static final int DECIMALS_OF_A_GROUP = 3;

  private NumberText() {}

  /** The amount that a text says; null if it says none, or may say two. */
  public static BigDecimal amount(String text) {
    String trimmed = Texts.plain(text);
    Matcher parentheses = IN_PARENTHESES.matcher(trimmed);
    if (parentheses.matches()) {
      boolean oneDollar = dollars(parentheses, 1, 2, 4, 5) <= 1;
      BigDecimal number = oneDollar ? number(parentheses.group(3)) : null;
      return number == null ? null : number.negate();
    }
    Matcher signed = SIGNED.matcher(trimmed);
    return signed.matches() && dollars(signed, 1, 3, 5) <= 1 ? signed(signed) : null;
  }

  /**
   * The whole number, maybe with a fraction of zeros, that a text says; null if it says none, or
   * may say two.
   */
  static BigDecimal whole(String text) {
    Matcher signed = SIGNED.matcher(Texts.plain(text));
    return signed.matches() && dollars(signed, 1, 3, 5) == 0 ? signed(signed) : null;
  }

  /** Whether its one separator may be that of thousands or that of decimals. */
  static boolean isAmbiguous(String text) {
    Matcher signed = SIGNED.matcher(Texts.plain(text));
    return signed.matches() && AMBIGUOUS.matcher(Texts.trim(signed.group(4))).matches();
  }

  private static int dollars(Matcher matcher, int... groups) {
    int count = 0;
    for (int group : groups) {
      count += matcher.group(group).length();
    }
    return count;
  }

  private static BigDecimal signed(Matcher signed) {
    BigDecimal number = number(signed.group(4));
    return number == null || signed.group(2).isEmpty() ? number : number.negate();
  }

  private static BigDecimal number(String text) {
    String trimmed = Texts.trim(text);
    for (Pattern form : new Pattern[] {PLAIN, BLANK_GROUPS, COMMA_GROUPS, POINT_GROUPS}) {
      Matcher matcher = form.matcher(trimmed);
      if (matcher.matches()) {
        String decimals = matcher.group(2) == null ? "" : matcher.group(2);
        return decimals.length() == DECIMALS_OF_A_GROUP
            ? null
            : new BigDecimal(matcher.group(1).replaceAll("[^0-9]", "") + "." + decimals + "0");
      }
    }
    return null;
  }
}
