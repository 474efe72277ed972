package org.verifqis.classeur.correspondance;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;

/** A pattern of a profile. However it is made, trying it takes time in proportion to the text. */
final class TextPattern {
  /** No pattern that people write is longer; a repetition of repetitions makes programs of any. */
  static final int LONGEST = 1_000;

  /** Prose of which a pattern takes a part is no longer. */
  private static final int LONGEST_TEXT = 20_000;

  /** What a pattern begins with that asks for texts which do not begin so. */
  private static final String UNLESS = "(?!";

  /** One that is never found. */
  private static final Pattern NOTHING = Pattern.compile("a");

  private final String text;
  private final Pattern pattern;

  /** What a text must not begin with; null for anything. */
  private final Pattern unless;

  private TextPattern(String text, Pattern pattern, Pattern unless) {
    this.text = text;
    this.pattern = pattern;
    this.unless = unless;
  }

  /**
   * A pattern.
   *
   * @throws PatternSyntaxException if it is none, or one that would take more than a text is worth
   */
  static TextPattern of(String text) {
    if (PatternSize.of(text) > PatternSize.LARGEST) {
      throw new PatternSyntaxException(PatternSize.TOO_LARGE, text);
    }
    String own = text.replace("\\Z", "\\z");
    String bare = own.startsWith("^") ? own.substring(1) : own;
    int end = own.startsWith("^" + UNLESS) ? closing(bare) : -1;
    if (end < 0) {
      return new TextPattern(text, Pattern.compile(own), null);
    }
    Pattern unless = Pattern.compile("^(?:" + bare.substring(UNLESS.length(), end) + ")");
    return new TextPattern(text, Pattern.compile("^" + bare.substring(end + 1)), unless);
  }

  /** Where the group ends with which a pattern begins; -1 where it does not. */
  private static int closing(String pattern) {
    int depth = 0;
    boolean inClass = false;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\') {
        i++;
      } else if (inClass || c == '[') {
        inClass = c != ']';
      } else if (c == '(') {
        depth++;
      } else if (c == ')' && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /** As it was written. */
  String text() {
    return text;
  }

  private Matcher matcher(String other) {
    String bound = bound(other);
    boolean none = unless != null && unless.matcher(bound).find();
    return none ? NOTHING.matcher("") : pattern.matcher(bound);
  }

  /** Whether it is found in a text. */
  boolean find(String text) {
    return matcher(text).find();
  }

  /** What its first group holds where it is first found, or all of it; null where it is not. */
  String first(String text) {
    Matcher matcher = matcher(text);
    return matcher.find() ? held(matcher) : null;
  }

  /** The same, wherever it is found. */
  List<String> all(String text) {
    List<String> all = new ArrayList<>();
    Matcher matcher = matcher(text);
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
