package org.verifqis.classeur;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.util.CellReference;

/**
 * A workbook of which a test writes the XML itself, to say exactly what a program other than Excel
 * would have written.
 */
final class RawWorkbook {
  /** The header of sheet Versements. */
  static final String PAYMENTS =
      row(
          1,
          text("A1", "N°"),
          text("B1", "Type de versement"),
          text("C1", "Date de réception"),
          text("D1", "Montant"),
          text("E1", "Référence"));

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006";
  private static final String PLAIN_STYLE =
      "<fonts><font/></fonts><fills><fill/></fills><borders><border/></borders>"
          + "<cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf/></cellXfs>";
  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

  private final Map<String, String> sheets = new LinkedHashMap<>();
  private final Map<String, String> states = new LinkedHashMap<>();
  private final Map<String, byte[]> others = new LinkedHashMap<>();
  private String workbookProperties = "";
  private String styles = PLAIN_STYLE;
  private String strings = "";

  /** A sheet of which the rows are given as the content of sheetData. */
  RawWorkbook sheet(String name, String rows) {
    return sheetXml(name, "<sheetData>" + rows + "</sheetData>");
  }

  /** A sheet of which the whole content of worksheet is given. */
  RawWorkbook sheetXml(String name, String content) {
    sheets.put(name, content);
    return this;
  }

  RawWorkbook state(String sheet, String state) {
    states.put(sheet, state);
    return this;
  }

  RawWorkbook date1904() {
    workbookProperties = "<workbookPr date1904=\"1\"/>";
    return this;
  }

  /** The content of the style sheet. */
  RawWorkbook styles(String content) {
    styles = content;
    return this;
  }

  /** The content of the shared strings. */
  RawWorkbook strings(String content) {
    strings = content;
    return this;
  }

  /** Another part, or one in the place of that which would be written. */
  RawWorkbook part(String name, String content) {
    return part(name, content.getBytes(StandardCharsets.UTF_8));
  }

  /** The same, of bytes. */
  RawWorkbook part(String name, byte[] content) {
    others.put(name, content);
    return this;
  }

  /** Its parts, by name. */
  Map<String, byte[]> parts() {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    StringBuilder types = new StringBuilder();
    StringBuilder list = new StringBuilder();
    StringBuilder relations = new StringBuilder();
    int number = 0;
    for (Map.Entry<String, String> sheet : sheets.entrySet()) {
      number++;
      String part = "xl/worksheets/sheet" + number + ".xml";
      put(parts, part, "<worksheet xmlns=\"" + MAIN + "\">" + sheet.getValue() + "</worksheet>");
      types.append(type("/" + part, "worksheet"));
      list.append(sheetElement(sheet.getKey(), number));
      relations.append(relation(number, "worksheet", "worksheets/sheet" + number + ".xml"));
    }
    relations.append(relation(number + 1, "styles", "styles.xml"));
    relations.append(relation(number + 2, "sharedStrings", "sharedStrings.xml"));
    put(parts, "xl/styles.xml", "<styleSheet xmlns=\"" + MAIN + "\">" + styles + "</styleSheet>");
    put(parts, "xl/sharedStrings.xml", "<sst xmlns=\"" + MAIN + "\">" + strings + "</sst>");
    put(
        parts,
        "xl/workbook.xml",
        "<workbook xmlns=\"%s\" xmlns:r=\"%s\">%s<sheets>%s</sheets></workbook>"
            .formatted(MAIN, RELATIONS, workbookProperties, list));
    put(parts, "xl/_rels/workbook.xml.rels", relationships(relations.toString()));
    put(parts, "_rels/.rels", relationships(relation(1, "officeDocument", "xl/workbook.xml")));
    put(
        parts,
        "[Content_Types].xml",
        ("<Types xmlns=\"%s/content-types\"><Default Extension=\"rels\""
                + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>%s%s%s%s</Types>")
            .formatted(
                PACKAGE,
                type("/xl/workbook.xml", "sheet.main"),
                type("/xl/styles.xml", "styles"),
                type("/xl/sharedStrings.xml", "sharedStrings"),
                types));
    parts.putAll(others);
    return parts;
  }

  /** Writes it. */
  Path write(Path file) throws IOException {
    try (OutputStream stream = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(stream)) {
      for (Map.Entry<String, byte[]> part : parts().entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    }
    return file;
  }

  private String sheetElement(String name, int number) {
    String state = states.containsKey(name) ? " state=\"" + states.get(name) + "\"" : "";
    return "<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"%s/>"
        .formatted(name, number, number, state);
  }

  private static String relationships(String relations) {
    return "<Relationships xmlns=\"%s/relationships\">%s</Relationships>"
        .formatted(PACKAGE, relations);
  }

  private static String relation(int id, String type, String target) {
    return "<Relationship Id=\"rId%d\" Type=\"%s/%s\" Target=\"%s\"/>"
        .formatted(id, RELATIONS, type, target);
  }

  private static String type(String part, String kind) {
    return "<Override PartName=\"%s\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.%s+xml\"/>"
        .formatted(part, kind);
  }

  private static void put(Map<String, byte[]> parts, String name, String content) {
    parts.put(name, (HEAD + content).getBytes(StandardCharsets.UTF_8));
  }

  /** A cell of text, written in place. */
  static String text(String ref, String text) {
    return "<c r=\"" + ref + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
  }

  /** The letters of a column, from 1. */
  static String column(int column) {
    return CellReference.convertNumToColString(column - 1);
  }

  /** A row of cells. */
  static String row(int number, String... cells) {
    return "<row r=\"" + number + "\">" + String.join("", cells) + "</row>";
  }
}
