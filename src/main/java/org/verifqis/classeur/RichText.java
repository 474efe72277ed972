package org.verifqis.classeur;

/** Gathers the text of a shared or an inline string: its runs, without their phonetic guides. */
final class RichText {
  private static final String ESCAPE = "_x";

  private final TextBudget budget;
  private final StringBuilder text = new StringBuilder();
  private boolean inText;
  private boolean inPhonetic;

  RichText(TextBudget budget) {
    this.budget = budget;
  }

  void clear() {
    text.setLength(0);
  }

  void start(String element) {
    if (element.equals("rPh")) {
      inPhonetic = true;
    } else if (element.equals("t")) {
      inText = !inPhonetic;
    }
  }

  void end(String element) {
    if (element.equals("rPh")) {
      inPhonetic = false;
    } else if (element.equals("t")) {
      inText = false;
    }
  }

  void characters(char[] chars, int start, int length) {
    if (inText) {
      budget.checkLength(text.length() + length);
      text.append(chars, start, length);
    }
  }

  /** What was gathered, the escapes of control characters decoded. */
  String take() {
    String taken = decode(text.toString());
    budget.spend(taken.length());
    text.setLength(0);
    return taken;
  }

  /** Decodes {@code _x000D_} and the like. */
  static String decode(String text) {
    if (!text.contains(ESCAPE)) {
      return text;
    }
    StringBuilder decoded = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      int code = escaped(text, i);
      if (code >= 0) {
        decoded.append((char) code);
        i += 7;
      } else {
        decoded.append(text.charAt(i++));
      }
    }
    return decoded.toString();
  }

  /** The character that {@code _xHHHH_} at an index stands for; -1 if there is no such escape. */
  private static int escaped(String text, int i) {
    if (i + 7 > text.length() || !text.startsWith(ESCAPE, i) || text.charAt(i + 6) != '_') {
      return -1;
    }
    int code = 0;
    for (int j = i + 2; j < i + 6; j++) {
      int digit = Character.digit(text.charAt(j), 16);
      if (digit < 0) {
        return -1;
      }
      code = code * 16 + digit;
    }
    return code;
  }
}
