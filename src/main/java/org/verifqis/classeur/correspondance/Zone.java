package org.verifqis.classeur.correspondance;

/** A rectangle of cells, bounds included, from 1. */
record Zone(int firstRow, int firstColumn, int lastRow, int lastColumn) {
  static final Zone ALL = new Zone(1, 1, Integer.MAX_VALUE, Integer.MAX_VALUE);

  boolean hasRow(int row) {
    return row >= firstRow && row <= lastRow;
  }

  boolean hasColumn(int column) {
    return column >= firstColumn && column <= lastColumn;
  }
}
