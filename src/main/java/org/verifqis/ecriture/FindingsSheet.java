package org.verifqis.ecriture;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.formula.SheetNameFormatter;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.verifqis.classeur.MemoryWatch;
import org.verifqis.modele.Emplacement;
import org.verifqis.rapport.Annotation;
import org.verifqis.rapport.Annotation.Remarque;
import org.verifqis.rapport.Annotation.Ton;

/** The first sheet of an annotated copy: every remark, with a link to its place. */
final class FindingsSheet {
  /**
   * How its title begins: by it the sheet is known again, and a person's own of that name is not.
   */
  private static final String HEAD = "verifqis – ";

  /** Excel keeps so many links on a sheet, and no more. */
  private static final int MOST_LINKS = 65_000;

  private static final int CHARACTER = 256;
  private static final float LINE_POINTS = 15;
  private static final int MOST_LINES = 20;
  private static final int TENTH = 10;
  private static final int[] WIDTHS = {17, 9, 28, 18, 11, 22, 52, 52, 36};

  private final XSSFWorkbook workbook;
  private final Annotation annotation;
  private final Map<Ton, XSSFCellStyle> tones = new EnumMap<>(Ton.class);
  private final XSSFCellStyle plain;
  private final XSSFCellStyle link;
  private final XSSFCellStyle header;

  private FindingsSheet(XSSFWorkbook workbook, Annotation annotation) {
    this.workbook = workbook;
    this.annotation = annotation;
    this.plain = style(workbook.createFont());
    for (Ton tone : Ton.values()) {
      XSSFCellStyle style = style(workbook.createFont());
      style.setFillForegroundColor(Marks.colour(tone));
      style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
      tones.put(tone, style);
    }
    XSSFFont blue = workbook.createFont();
    blue.setColor(IndexedColors.BLUE.getIndex());
    blue.setUnderline(XSSFFont.U_SINGLE);
    this.link = style(blue);
    this.header = style(Cells.bold(workbook, (short) 11));
    header.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
    header.setFillPattern(FillPatternType.SOLID_FOREGROUND);
  }

  /** Takes away the one that an earlier annotation made. */
  static void remove(XSSFWorkbook workbook) {
    for (int i = workbook.getNumberOfSheets() - 1; i >= 0; i--) {
      if (isOurs(workbook.getSheetAt(i))) {
        workbook.removeSheetAt(i);
      }
    }
  }

  private static boolean isOurs(XSSFSheet sheet) {
    XSSFRow row = sheet.getRow(0);
    XSSFCell cell = row == null ? null : row.getCell(0);
    return cell != null
        && cell.getCellType() == CellType.STRING
        && cell.getStringCellValue().startsWith(HEAD);
  }

  /** Adds it, before all others. */
  static void write(XSSFWorkbook workbook, Annotation annotation) {
    new FindingsSheet(workbook, annotation).write();
  }

  private void write() {
    XSSFSheet sheet = workbook.createSheet(free(annotation.feuille()));
    workbook.setSheetOrder(sheet.getSheetName(), 0);
    // Several selected sheets would be typed into together.
    workbook.sheetIterator().forEachRemaining(other -> other.setSelected(false));
    workbook.setActiveSheet(0);
    workbook.setFirstVisibleTab(0);
    workbook.setSelectedTab(0);

    int row = 0;
    XSSFCellStyle title = workbook.createCellStyle();
    title.setFont(Cells.bold(workbook, (short) 15));
    Cells.text(sheet.createRow(row++), 0, HEAD + annotation.titre(), title);
    for (String line : annotation.sommaire()) {
      Cells.text(sheet.createRow(row++), 0, line, workbook.getCellStyleAt(0));
    }
    int headers = ++row;
    XSSFRow headerRow = sheet.createRow(headers);
    for (int column = 0; column < annotation.entetes().size(); column++) {
      Cells.text(headerRow, column, annotation.entetes().get(column), header);
      sheet.setColumnWidth(column, WIDTHS[Math.min(column, WIDTHS.length - 1)] * CHARACTER);
    }
    row = headers + 1;
    MemoryWatch memory = new MemoryWatch();
    for (Remarque remarque : annotation.remarques()) {
      if (row - headers > MOST_LINKS) {
        Cells.text(sheet.createRow(row++), 0, annotation.reste(), plain);
        break;
      }
      memory.check();
      remark(sheet, row++, remarque);
    }
    sheet.setAutoFilter(new CellRangeAddress(headers, row - 1, 0, annotation.entetes().size() - 1));
    sheet.createFreezePane(0, headers + 1);
    sheet.getPrintSetup().setLandscape(true);
    sheet.getPrintSetup().setPaperSize(PrintSetup.LEGAL_PAPERSIZE);
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setFitHeight((short) 0);
  }

  private String free(String wanted) {
    String name = wanted;
    for (int n = 2; workbook.getSheet(name) != null; n++) {
      name = wanted + " (" + n + ")";
    }
    return name;
  }

  private void remark(XSSFSheet sheet, int row, Remarque remarque) {
    XSSFRow line = sheet.createRow(row);
    List<String> texts = remarque.cellules();
    for (int column = 0; column < texts.size(); column++) {
      Cells.text(line, column, texts.get(column), column == 0 ? tones.get(remarque.ton()) : plain);
    }
    line.setHeightInPoints(LINE_POINTS * lines(texts));
    Emplacement place = remarque.lieu();
    XSSFSheet target = workbook.getSheet(place.feuille().nom());
    if (target == null) {
      return;
    }
    XSSFHyperlink jump = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
    String cell = place.reference() == null ? "A1" : place.reference();
    jump.setAddress(SheetNameFormatter.format(target.getSheetName()) + "!" + cell);
    XSSFCell from = line.getCell(annotation.colonneLieu());
    from.setHyperlink(jump);
    from.setCellStyle(link);
  }

  /** How many lines the longest of the texts takes in its column. */
  private static int lines(List<String> texts) {
    int lines = 1;
    for (int column = 0; column < texts.size(); column++) {
      int width = WIDTHS[Math.min(column, WIDTHS.length - 1)];
      lines = Math.max(lines, lines(texts.get(column), width));
    }
    return Math.min(lines, MOST_LINES);
  }

  /** How many lines a text takes whose words stay whole; letters are a little wider than digits. */
  private static int lines(String text, int width) {
    int room = width - width / TENTH;
    int lines = 1;
    int taken = 0;
    for (String word : text.split(" ")) {
      if (taken > 0 && taken + 1 + word.length() > room) {
        lines++;
        taken = 0;
      }
      taken += word.length() + (taken > 0 ? 1 : 0);
      lines += taken / (room + 1);
      taken %= room + 1;
    }
    return lines;
  }

  private XSSFCellStyle style(XSSFFont font) {
    XSSFCellStyle style = workbook.createCellStyle();
    style.setFont(font);
    style.setWrapText(true);
    style.setVerticalAlignment(VerticalAlignment.TOP);
    style.setBorderBottom(BorderStyle.HAIR);
    // What begins with = + - or @ stays text, even once somebody edits the cell.
    style.setQuotePrefixed(true);
    return style;
  }
}
