package org.verifqis.classeur.correspondance;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;

/** A pattern of a profile. However it is made, trying it takes time in proportion to the text. */
final class TextPattern {
  /** No pattern that people write is longer; a repetition of repetitions makes programs of any. */
  static final int LONGEST = 1_000;

  /** Prose of which a pattern takes a part is no longer. */
  private static final int LONGEST_TEXT = 20_000;

  private final Pattern pattern;

  private TextPattern(Pattern pattern) {
    this.pattern = pattern;
  }

  /**
   * A pattern.
   *
   * @throws com.google.re2j.PatternSyntaxException if it is none
   */
  static TextPattern of(String text) {
    return new TextPattern(Pattern.compile(text));
  }

  /** As it was written. */
  String text() {
    return pattern.pattern();
  }

  /** Whether it is found in a text. */
  boolean find(String text) {
    return pattern.matcher(bound(text)).find();
  }

  /** What its first group holds where it is first found, or all of it; null where it is not. */
  String first(String text) {
    Matcher matcher = pattern.matcher(bound(text));
    return matcher.find() ? held(matcher) : null;
  }

  /** The same, wherever it is found. */
  List<String> all(String text) {
    List<String> all = new ArrayList<>();
    Matcher matcher = pattern.matcher(bound(text));
    while (matcher.find()) {
      String held = held(matcher);
      if (held != null) {
        all.add(held);
      }
    }
    return all;
  }

  private static String held(Matcher matcher) {
    for (int group = 1; group <= matcher.groupCount(); group++) {
      if (matcher.group(group) != null) {
        return matcher.group(group);
      }
    }
    return matcher.groupCount() == 0 ? matcher.group() : null;
  }

  private static String bound(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
  }
}
