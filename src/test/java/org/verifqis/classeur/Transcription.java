package org.verifqis.classeur;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;

/** The cells of a workbook in another format, as the programs that write it do. */
public final class Transcription {
  private static final int COLUMNS = 80;

  private Transcription() {}

  /** As an .xls. */
  public static Path xls(Workbook from, Path to) {
    try (HSSFWorkbook copy = hssf(from);
        OutputStream stream = Files.newOutputStream(to)) {
      copy.write(stream);
      return to;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static HSSFWorkbook hssf(Workbook from) {
    HSSFWorkbook copy = new HSSFWorkbook();
    Map<String, CellStyle> styles = new HashMap<>();
    for (Sheet sheet : from) {
      Sheet twin = copy.createSheet(sheet.getSheetName());
      sheet.getMergedRegions().forEach(twin::addMergedRegion);
      for (int c = 0; c < COLUMNS; c++) {
        twin.setColumnHidden(c, sheet.isColumnHidden(c));
      }
    }
    for (Sheet sheet : from) {
      Sheet twin = copy.getSheet(sheet.getSheetName());
      for (Row row : sheet) {
        Row other = twin.createRow(row.getRowNum());
        other.setZeroHeight(row.getZeroHeight());
        for (Cell cell : row) {
          String format = cell.getCellStyle().getDataFormatString();
          CellStyle style =
              styles.computeIfAbsent(
                  format,
                  f -> {
                    CellStyle made = copy.createCellStyle();
                    made.setDataFormat(copy.createDataFormat().getFormat(f));
                    return made;
                  });
          Cell same = other.createCell(cell.getColumnIndex());
          same.setCellStyle(style);
          fill(cell, same);
        }
      }
    }
    for (int i = 0; i < from.getNumberOfSheets(); i++) {
      copy.setSheetVisibility(i, from.getSheetVisibility(i));
    }
    copy.getCreationHelper().createFormulaEvaluator().evaluateAll();
    return copy;
  }

  private static void fill(Cell from, Cell to) {
    switch (from.getCellType()) {
      case NUMERIC -> to.setCellValue(from.getNumericCellValue());
      case STRING -> to.setCellValue(from.getStringCellValue());
      case BOOLEAN -> to.setCellValue(from.getBooleanCellValue());
      case ERROR -> to.setCellErrorValue(from.getErrorCellValue());
      case FORMULA -> to.setCellFormula(from.getCellFormula());
      default -> {}
    }
  }

  /** As an .ods. */
  public static Path ods(Workbook from, Path to) {
    return ods(content(from), to);
  }

  /** An .ods of that content. */
  static Path ods(String content, Path to) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("mimetype", bytes("application/vnd.oasis.opendocument.spreadsheet"));
    parts.put(
        "META-INF/manifest.xml",
        bytes(
            "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">"
                + "<manifest:file-entry manifest:full-path=\"content.xml\""
                + " manifest:media-type=\"text/xml\"/></manifest:manifest>"));
    parts.put("content.xml", bytes(content));
    return zip(parts, to);
  }

  static Path zip(Map<String, byte[]> parts, Path to) {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(to))) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
      zip.finish();
      return to;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The content of an .ods of these tables. */
  static String document(String styles, String tables) {
    String odf = "urn:oasis:names:tc:opendocument:xmlns:";
    return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content"
            + " xmlns:office=\"%1$soffice:1.0\" xmlns:table=\"%1$stable:1.0\""
            + " xmlns:text=\"%1$stext:1.0\" xmlns:style=\"%1$sstyle:1.0\""
            + " xmlns:draw=\"%1$sdrawing:1.0\""
            + " xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\">"
            + "<office:automatic-styles>"
            + "<style:style style:name=\"tv\" style:family=\"table\">"
            + "<style:table-properties table:display=\"true\"/></style:style>"
            + "<style:style style:name=\"th\" style:family=\"table\">"
            + "<style:table-properties table:display=\"false\"/></style:style>%2$s"
            + "</office:automatic-styles><office:body><office:spreadsheet>%3$s"
            + "</office:spreadsheet></office:body></office:document-content>")
        .formatted(odf, styles, tables);
  }

  static String content(Workbook from) {
    StringBuilder tables = new StringBuilder();
    from.getCreationHelper().createFormulaEvaluator().evaluateAll();
    for (int i = 0; i < from.getNumberOfSheets(); i++) {
      boolean hidden = from.getSheetVisibility(i) != SheetVisibility.VISIBLE;
      tables.append(table(from.getSheetAt(i), hidden));
    }
    return document("", tables.toString());
  }

  private static String table(Sheet sheet, boolean hidden) {
    StringBuilder table = new StringBuilder();
    table.append("<table:table table:name=\"").append(escaped(sheet.getSheetName()));
    table.append("\" table:style-name=\"").append(hidden ? "th" : "tv").append("\">");
    for (int c = 0; c < COLUMNS; c++) {
      String collapsed = sheet.isColumnHidden(c) ? " table:visibility=\"collapse\"" : "";
      table.append("<table:table-column").append(collapsed).append("/>");
    }
    List<CellRangeAddress> merged = sheet.getMergedRegions();
    int next = 0;
    for (Row row : sheet) {
      if (row.getRowNum() > next) {
        table.append(
            "<table:table-row table:number-rows-repeated=\"%d\"><table:table-cell/></table:table-row>"
                .formatted(row.getRowNum() - next));
      }
      next = row.getRowNum() + 1;
      String collapsed = row.getZeroHeight() ? " table:visibility=\"collapse\"" : "";
      table.append("<table:table-row").append(collapsed).append('>');
      int last = Math.max(COLUMNS, row.getLastCellNum());
      IntStream.range(0, last)
          .forEach(c -> table.append(cell(row.getCell(c), row.getRowNum(), c, merged)));
      table.append("</table:table-row>");
    }
    table.append(
        "<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell"
            + " table:number-columns-repeated=\"16384\"/></table:table-row>");
    return table.append("</table:table>").toString();
  }

  private static String cell(Cell cell, int row, int column, List<CellRangeAddress> merged) {
    String span = "";
    String name = "table:table-cell";
    for (CellRangeAddress range : merged) {
      if (range.isInRange(row, column)) {
        boolean first = range.getFirstRow() == row && range.getFirstColumn() == column;
        name = first ? name : "table:covered-table-cell";
        span =
            first
                ? " table:number-columns-spanned=\"%d\" table:number-rows-spanned=\"%d\""
                    .formatted(range.getLastColumn() - column + 1, range.getLastRow() - row + 1)
                : "";
      }
    }
    if (cell == null) {
      return "<" + name + span + "/>";
    }
    boolean formula = cell.getCellType() == CellType.FORMULA;
    CellType type = formula ? cell.getCachedFormulaResultType() : cell.getCellType();
    String told = formula ? " table:formula=\"of:=" + escaped(cell.getCellFormula()) + "\"" : "";
    return "<" + name + span + told + value(cell, type) + "</" + name + ">";
  }

  private static String value(Cell cell, CellType type) {
    return switch (type) {
      case NUMERIC -> number(cell);
      case BOOLEAN ->
          " office:value-type=\"boolean\" office:boolean-value=\"%s\"><text:p>VRAI</text:p>"
              .formatted(cell.getBooleanCellValue());
      case ERROR ->
          (" office:value-type=\"string\" office:string-value=\"\" calcext:value-type=\"error\">"
                  + "<text:p>%s</text:p>")
              .formatted(FormulaError.forInt(cell.getErrorCellValue()).getString());
      case STRING -> " office:value-type=\"string\">" + paragraphs(cell.getStringCellValue());
      default -> ">";
    };
  }

  private static String number(Cell cell) {
    double number = cell.getNumericCellValue();
    String format = cell.getCellStyle().getDataFormatString();
    if (format.contains("yy")) {
      return " office:value-type=\"date\" office:date-value=\"%s\"><text:p>?</text:p>"
          .formatted(cell.getLocalDateTimeCellValue().toLocalDate());
    }
    String type = format.contains("%") ? "percentage" : format.contains("$") ? "currency" : "float";
    return " office:value-type=\"%s\" office:value=\"%s\"><text:p>?</text:p>"
        .formatted(type, number);
  }

  private static String paragraphs(String text) {
    StringBuilder paragraphs = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      String spaced =
          escaped(line)
              .replace("\t", "<text:tab/>")
              .replace("  ", " <text:s/>")
              .replaceAll("^ | $", "<text:s text:c=\"1\"/>");
      paragraphs.append("<text:p>").append(spaced).append("</text:p>");
    }
    return paragraphs.toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
