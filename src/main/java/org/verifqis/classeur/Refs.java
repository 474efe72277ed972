package org.verifqis.classeur;

/** References of cells and ranges, in A1 style. */
public final class Refs {
  /** Columns of a sheet. */
  static final int COLUMNS = 16_384;

  /** Rows of a sheet. */
  static final int ROWS = 1 << 20;

  /** A rectangle of cells, bounds included, from 1. */
  record Range(int firstRow, int firstColumn, int lastRow, int lastColumn) {}

  private Refs() {}

  /** Column of a reference such as {@code E12}, from 1; 0 if it has none or one out of bounds. */
  public static int column(String ref) {
    int column = 0;
    for (int i = 0; i < ref.length() && isLetter(ref.charAt(i)); i++) {
      column = column * 26 + (Character.toUpperCase(ref.charAt(i)) - 'A' + 1);
      if (column > COLUMNS) {
        return 0;
      }
    }
    return column;
  }

  /** Row of a reference such as {@code E12}; 0 if it has none or one out of bounds. */
  public static int row(String ref) {
    int start = 0;
    while (start < ref.length() && isLetter(ref.charAt(start))) {
      start++;
    }
    try {
      int row = Integer.parseInt(ref.substring(start));
      return row > 0 && row <= ROWS ? row : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** The range of a reference such as {@code A1:B3}; null if it is not one. */
  static Range range(String ref) {
    String[] corners = ref.replace("$", "").split(":", -1);
    String last = corners[corners.length - 1];
    Range range = new Range(row(corners[0]), column(corners[0]), row(last), column(last));
    boolean valid =
        range.firstRow > 0 && range.firstColumn > 0 && range.lastRow > 0 && range.lastColumn > 0;
    return valid ? range : null;
  }

  private static boolean isLetter(char c) {
    return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
  }
}
