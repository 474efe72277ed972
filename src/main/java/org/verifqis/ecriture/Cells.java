package org.verifqis.ecriture;

import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** What the sheets that we write for people share. */
final class Cells {
  private Cells() {}

  /** A new cell, its text cut where it is longer than a cell can hold. */
  static void text(XSSFRow row, int column, String text, XSSFCellStyle style) {
    XSSFCell cell = row.createCell(column);
    cell.setCellValue(TextLimits.cell(text));
    cell.setCellStyle(style);
  }

  /** A new bold font of this size, in points. */
  static XSSFFont bold(XSSFWorkbook workbook, short points) {
    XSSFFont font = workbook.createFont();
    font.setBold(true);
    font.setFontHeightInPoints(points);
    return font;
  }
}
