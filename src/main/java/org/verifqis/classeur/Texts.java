package org.verifqis.classeur;

import java.util.regex.Pattern;

/** Blanks, and the words that count as empty (lecture.md, "Values"). */
final class Texts {
  /**
   * Any kind of blank: white space, no-break spaces, and the zero-width ones that pasting brings.
   */
  static final String BLANK = "[\\s\\p{Z}\\u0085\\u180E\\u200B\\u2060\\uFEFF]";

  private static final Pattern POINTS_AND_BLANKS = Pattern.compile("[.]|" + BLANK);
  private static final Pattern EMPTY_WORD =
      Pattern.compile("[\\p{Pd}\\u2212]+|so|n/?a|n/?d", Pattern.CASE_INSENSITIVE);
  private static final int LONGEST_EMPTY_WORD = 64;

  private Texts() {}

  /** Without the blanks at its ends. */
  static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isBlank(char c) {
    return switch (c) {
      case '\u0085', '\u180E', '\u200B', '\u2060', '\uFEFF' -> true;
      default -> Character.isWhitespace(c) || Character.isSpaceChar(c);
    };
  }

  /** Whether it is blank, or one of the words that count as empty. */
  static boolean isEmpty(String text) {
    String trimmed = trim(text);
    if (trimmed.isEmpty()) {
      return true;
    }
    return trimmed.length() <= LONGEST_EMPTY_WORD
        && EMPTY_WORD.matcher(POINTS_AND_BLANKS.matcher(trimmed).replaceAll("")).matches();
  }
}
