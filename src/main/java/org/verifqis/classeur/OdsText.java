package org.verifqis.classeur;

import org.xml.sax.Attributes;

/**
 * Gathers the text of a cell of an .ods: its paragraphs, a line each. Blanks count as one, as XML
 * is laid out at will; those that were typed have elements of their own.
 */
final class OdsText {
  private final TextBudget budget;
  private final StringBuilder text = new StringBuilder();
  private int paragraphs;

  /** Whether a blank was met after which nothing came yet. */
  private boolean blank;

  /** Whether nothing stands in the paragraph yet. */
  private boolean atStart;

  OdsText(TextBudget budget) {
    this.budget = budget;
  }

  void clear() {
    text.setLength(0);
    paragraphs = 0;
    blank = false;
    atStart = true;
  }

  void paragraph() {
    if (paragraphs++ > 0) {
      text.append('\n');
    }
    blank = false;
    atStart = true;
  }

  /** An element that stands for characters; others change nothing. */
  void start(String name, Attributes attributes) {
    switch (name) {
      case "s" -> {
        int count = Math.max(1, OdsRows.number(attributes.getValue(OdsHandler.TEXT, "c"), 1));
        budget.checkLength(text.length() + count);
        typed(" ".repeat(count));
      }
      case "tab" -> typed("\t");
      case "line-break" -> typed("\n");
      default -> {}
    }
  }

  private void typed(String characters) {
    pending();
    text.append(characters);
    atStart = false;
  }

  private void pending() {
    if (blank && !atStart) {
      text.append(' ');
    }
    blank = false;
  }

  void characters(char[] chars, int start, int length) {
    budget.checkLength(text.length() + length);
    for (int i = start; i < start + length; i++) {
      char c = chars[i];
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        blank = true;
      } else {
        pending();
        text.append(c);
        atStart = false;
      }
    }
  }

  String take() {
    return text.toString();
  }
}
