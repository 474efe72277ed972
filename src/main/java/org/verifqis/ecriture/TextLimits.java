package org.verifqis.ecriture;

/** What Excel holds of a text. */
final class TextLimits {
  private static final int CELL = 32_767;
  private static final String ELLIPSIS = "…";

  private TextLimits() {}

  /** A text, cut where it is longer than a cell or a comment can hold. */
  static String cell(String text) {
    return text.length() <= CELL ? text : text.substring(0, CELL - 1) + ELLIPSIS;
  }
}
