package org.verifqis.ecriture;

import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Adds comments to cells, large enough for what they say. */
final class CellNotes {
  private static final String AUTHOR = "verifqis";
  private static final int COLUMNS = 4;
  private static final int CHARACTERS_PER_LINE = 45;

  private CellNotes() {}

  static XSSFComment add(XSSFSheet sheet, int row, int column, XSSFRichTextString text) {
    int lines =
        text.getString().lines().mapToInt(line -> 1 + line.length() / CHARACTERS_PER_LINE).sum();
    // POI takes the corner for the cell; another corner would clash with a neighbour's comment.
    XSSFClientAnchor anchor =
        new XSSFClientAnchor(0, 0, 0, 0, column, row, column + COLUMNS, row + lines + 1);
    XSSFComment comment = sheet.createDrawingPatriarch().createCellComment(anchor);
    comment.setAddress(new CellAddress(row, column));
    comment.setAuthor(AUTHOR);
    comment.setString(text);
    return comment;
  }
}
