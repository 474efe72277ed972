package org.verifqis.ecriture;

import java.util.EnumMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.verifqis.modele.TypeValeur;

/**
 * How the cells of the official workbook look. Cells that people fill in are open, others locked.
 */
final class TemplateStyles {
  static final String DATE = "yyyy\\-mm\\-dd";
  static final String AMOUNT = "#,##0.00\\ \"$\"";
  static final String WHOLE = "#,##0";
  static final String TEXT = "@";

  private static final byte[] NAVY = {0x1F, 0x3A, 0x5F};
  private static final byte[] GREY = {(byte) 0xEC, (byte) 0xEF, (byte) 0xF3};
  private static final byte[] LINE = {(byte) 0xB8, (byte) 0xC0, (byte) 0xCC};
  private static final byte[] WHITE = {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF};
  private static final byte[] SLATE = {0x4A, 0x55, 0x68};

  /** The colour of the lines between cells. */
  static XSSFColor line() {
    return new XSSFColor(LINE);
  }

  private final XSSFWorkbook workbook;
  private final Map<TypeValeur, XSSFCellStyle> open = new EnumMap<>(TypeValeur.class);
  private final Map<TypeValeur, XSSFCellStyle> row = new EnumMap<>(TypeValeur.class);
  private final Map<TypeValeur, XSSFCellStyle> locked = new EnumMap<>(TypeValeur.class);

  /** Styles that do not depend on what a cell holds. */
  final XSSFCellStyle title;

  final XSSFCellStyle explanation;
  final XSSFCellStyle header;
  final XSSFCellStyle label;
  final XSSFCellStyle heading;
  final XSSFCellStyle prose;

  TemplateStyles(XSSFWorkbook workbook) {
    this.workbook = workbook;
    title = style(font(16, true, NAVY), null, false);
    explanation = style(font(10, false, SLATE), null, false);
    header = style(font(10, true, WHITE), NAVY, true);
    header.setVerticalAlignment(VerticalAlignment.CENTER);
    header.setWrapText(true);
    label = style(font(10, false, NAVY), GREY, true);
    label.setWrapText(true);
    label.setVerticalAlignment(VerticalAlignment.CENTER);
    heading = style(font(12, true, NAVY), null, false);
    prose = style(font(11, false, SLATE), null, false);
    prose.setWrapText(true);
    prose.setVerticalAlignment(VerticalAlignment.TOP);
    for (TypeValeur type : TypeValeur.values()) {
      open.put(type, value(type, true, true));
      row.put(type, value(type, true, false));
      locked.put(type, value(type, false, true));
    }
  }

  /** A cell of a table that people fill in; its frame comes with what it holds. */
  XSSFCellStyle row(TypeValeur type) {
    return row.get(type);
  }

  /** A cell of a form that people fill in. */
  XSSFCellStyle open(TypeValeur type) {
    return open.get(type);
  }

  /** A cell that calculates, or that is not to be changed. */
  XSSFCellStyle locked(TypeValeur type) {
    return locked.get(type);
  }

  private XSSFCellStyle value(TypeValeur type, boolean isOpen, boolean framed) {
    XSSFCellStyle style =
        style(font(10, !isOpen, isOpen ? new byte[3] : NAVY), isOpen ? null : GREY, framed);
    style.setLocked(!isOpen);
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    String format =
        switch (type) {
          case DATE -> DATE;
          case MONTANT -> AMOUNT;
          case ENTIER -> WHOLE;
          default -> TEXT;
        };
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    boolean figure = type.estChiffre() || type == TypeValeur.DATE;
    style.setAlignment(figure ? HorizontalAlignment.RIGHT : HorizontalAlignment.LEFT);
    style.setWrapText(
        type == TypeValeur.TEXTE
            || type == TypeValeur.CODE
            || type == TypeValeur.LISTE_TEXTE
            || type == TypeValeur.LISTE_CODE);
    return style;
  }

  private XSSFCellStyle style(XSSFFont font, byte[] fill, boolean framed) {
    XSSFCellStyle style = workbook.createCellStyle();
    style.setFont(font);
    if (fill != null) {
      style.setFillForegroundColor(new XSSFColor(fill));
      style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }
    if (framed) {
      XSSFColor line = new XSSFColor(LINE);
      style.setBorderTop(BorderStyle.THIN);
      style.setTopBorderColor(line);
      style.setBorderBottom(BorderStyle.THIN);
      style.setBottomBorderColor(line);
      style.setBorderLeft(BorderStyle.THIN);
      style.setLeftBorderColor(line);
      style.setBorderRight(BorderStyle.THIN);
      style.setRightBorderColor(line);
    }
    return style;
  }

  private XSSFFont font(int points, boolean bold, byte[] colour) {
    XSSFFont font = workbook.createFont();
    font.setFontHeightInPoints((short) points);
    font.setBold(bold);
    font.setColor(new XSSFColor(colour));
    return font;
  }
}
