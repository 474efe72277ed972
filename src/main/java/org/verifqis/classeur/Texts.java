package org.verifqis.classeur;

import java.util.Set;

/** Blanks, and the words that count as empty (lecture.md, "Values"). */
public final class Texts {
  /**
   * Any kind of blank: white space, no-break spaces, and the zero-width ones that pasting brings.
   */
  public static final String BLANK = "[\\s\\x1C-\\x1F\\p{Z}\\u0085\\u180E\\u200B\\u2060\\uFEFF]";

  private static final Set<String> EMPTY_WORDS = Set.of("so", "n/a", "n/d", "na", "nd");

  private static final int LONGEST_EMPTY_WORD = 3;

  /** A row of dashes that stands for nothing is no longer. */
  private static final int MOST_DASHES = 64;

  private Texts() {}

  /** Without the blanks at its ends. */
  public static String trim(String text) {
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
    StringBuilder letters = new StringBuilder();
    boolean onlyBlanks = true;
    boolean onlyDashes = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isBlank(c)) {
        continue;
      }
      onlyBlanks = false;
      if (c != '.') {
        onlyDashes &= isDash(c);
        letters.append(Character.toLowerCase(c));
        if (letters.length() > (onlyDashes ? MOST_DASHES : LONGEST_EMPTY_WORD)) {
          return false;
        }
      }
    }
    boolean aWord = !letters.isEmpty() && (onlyDashes || EMPTY_WORDS.contains(letters.toString()));
    return onlyBlanks || aWord;
  }

  private static boolean isDash(char c) {
    return Character.getType(c) == Character.DASH_PUNCTUATION || c == '\u2212';
  }
}
