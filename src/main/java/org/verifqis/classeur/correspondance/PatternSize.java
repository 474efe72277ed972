package org.verifqis.classeur.correspondance;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How many steps a pattern has once its repetitions are written out, as RE2/J does before it looks
 * at a text: repetitions of repetitions would fill any memory, in a few characters.
 */
final class PatternSize {
  /** Trying a pattern takes its size for each character of the text. */
  static final int LARGEST = 2_000;

  static final String TOO_LARGE = "pattern too large";

  private final String pattern;
  private int at;

  private PatternSize(String pattern) {
    this.pattern = pattern;
  }

  /** The size of a pattern, no less than it is; that of one that is none does not matter. */
  static long of(String pattern) {
    return new PatternSize(pattern).size();
  }

  private long size() {
    Deque<Long> outer = new ArrayDeque<>();
    long sum = 0;
    long last = 0;
    while (at < pattern.length()) {
      char c = pattern.charAt(at++);
      switch (c) {
        case '(' -> {
          outer.push(sum);
          sum = 0;
          last = 0;
        }
        case ')' -> {
          last = sum + 2;
          sum = (outer.isEmpty() ? 0 : outer.pop()) + last;
        }
        case '{' -> {
          long times = times();
          sum += last * (times - 1);
          last *= times;
        }
        case '*', '+', '?', '|' -> sum++;
        default -> {
          skip(c);
          last = 1;
          sum++;
        }
      }
      if (sum > LARGEST) {
        return sum;
      }
    }
    return sum + outer.stream().mapToLong(Long::longValue).sum();
  }

  /** The rest of a class or of an escape. */
  private void skip(char c) {
    if (c == '\\') {
      at++;
    } else if (c == '[') {
      boolean first = true;
      for (; at < pattern.length() && (first || pattern.charAt(at) != ']'); at++) {
        char in = pattern.charAt(at);
        first &= in == '^';
        at += in == '\\' ? 1 : 0;
      }
      at++;
    }
  }

  /** How often something is repeated; once where a brace is no repetition. */
  private long times() {
    int end = pattern.indexOf('}', at);
    String told = end < 0 ? "" : pattern.substring(at, end);
    if (!told.matches("\\d{1,6}(,\\d{0,6})?")) {
      return 1;
    }
    at = end + 1;
    long most = 1;
    for (String bound : told.split(",")) {
      most = Math.max(most, Long.parseLong(bound));
    }
    return most;
  }
}
