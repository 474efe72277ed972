package org.verifqis.classeur;

import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Pattern;
import org.verifqis.modele.Normalisation;

/** Blanks, and the words that count as empty (lecture.md, "Values"). */
public final class Texts {
  /** Any kind of blank: white space, no-break spaces, and what nobody sees, that pasting brings. */
  public static final String BLANK = "[\\s\\x1C-\\x1F\\p{Z}\\u0085\\p{Cf}]";

  /** Without blanks and points. */
  private static final Set<String> EMPTY_WORDS =
      Set.of("so", "s/o", "n/a", "n/d", "na", "nd", "sansobjet", "neant", "nes'appliquepas");

  /** An accent may stand beside its letter. */
  private static final int LONGEST_EMPTY_WORD = 16;

  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

  /** A row of dashes that stands for nothing is no longer. */
  private static final int MOST_DASHES = 64;

  private Texts() {}

  /** Without the blanks at its ends. */
  public static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.codePointAt(start))) {
      start += Character.charCount(text.codePointAt(start));
    }
    while (end > start && isBlank(text.codePointBefore(end))) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    return text.substring(start, end);
  }

  private static boolean isBlank(int c) {
    if (c > ' ' && c < '\u007F') {
      return false;
    }
    return c == '\u0085'
        || Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Normalisation.estInvisible(c);
  }

  /**
   * What a person sees of a text that stands for a number, a date, an address: nothing invisible,
   * no blank at the ends, and one hyphen, whether or not lines may break after it.
   */
  static String plain(String text) {
    return trim(Normalisation.nette(text)).replace('\u2010', '-').replace('\u2011', '-');
  }

  /** Whether it is blank, or one of the words that count as empty. */
  public static boolean isEmpty(String text) {
    if (!text.isEmpty() && text.charAt(0) > ' ' && mayNotBegin(text.charAt(0))) {
      return false;
    }
    StringBuilder letters = new StringBuilder();
    boolean onlyBlanks = true;
    boolean onlyDashes = true;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      if (isBlank(c)) {
        continue;
      }
      if (onlyBlanks && mayNotBegin(c)) {
        return false;
      }
      onlyBlanks = false;
      if (c != '.') {
        onlyDashes &= isDash(c);
        letters.appendCodePoint(Character.toLowerCase(c));
        if (letters.length() > (onlyDashes ? MOST_DASHES : LONGEST_EMPTY_WORD)) {
          return false;
        }
      }
    }
    return onlyBlanks || !letters.isEmpty() && (onlyDashes || isEmptyWord(letters.toString()));
  }

  /** Whether no empty word and no row of dashes begins with it; most texts are told by that. */
  private static boolean mayNotBegin(int c) {
    return c < 0x80 && "sSnN-.".indexOf(c) < 0;
  }

  private static boolean isEmptyWord(String letters) {
    if (EMPTY_WORDS.contains(letters)) {
      return true;
    }
    String decomposed = Normalizer.normalize(Normalisation.nette(letters), Normalizer.Form.NFD);
    String plain = ACCENTS.matcher(decomposed).replaceAll("").replace('\u2019', '\'');
    return !plain.equals(letters) && EMPTY_WORDS.contains(plain);
  }

  private static boolean isDash(int c) {
    return Character.getType(c) == Character.DASH_PUNCTUATION || c == '\u2212';
  }
}
