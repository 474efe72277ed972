package org.verifqis.ecriture;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.formula.SheetNameFormatter;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.verifqis.classeur.MemoryWatch;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Feuille;
import org.verifqis.rapport.Annotation;
import org.verifqis.rapport.Annotation.Remarque;
import org.verifqis.rapport.Annotation.Ton;

/** The first sheet of an annotated copy: every remark, with a link to its place. */
final class FindingsSheet {
  /**
   * How its title begins: by it the sheet is known again, and a person's own of that name is not.
   */
  static final String HEAD = "verifqis – ";

  static final String CONTENT_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";

  /** Excel keeps so many links on a sheet, and no more. */
  private static final int MOST_LINKS = 65_000;

  private static final float LINE_POINTS = 15;
  private static final int MOST_LINES = 20;
  private static final int TENTH = 10;
  private static final int[] WIDTHS = {17, 9, 28, 18, 11, 22, 52, 52, 36};
  private static final String GREY = "C0C0C0";

  private final Annotation annotation;

  /** The names of the sheets to which links lead. */
  private final Set<String> targets;

  private final Map<Ton, Integer> tones = new EnumMap<>(Ton.class);
  private int title;
  private int header;
  private int plain;
  private int link;
  private int row;
  private final StringBuilder links = new StringBuilder();

  FindingsSheet(Annotation annotation, StyleSheet styles, Set<String> targets) {
    this.annotation = annotation;
    this.targets = targets;
    if (styles.hasRoomFor(Ton.values().length + 4)) {
      int letters = styles.font("<~sz val=\"11\"/>");
      int border = styles.border();
      plain = styles.cell(letters, 0, border);
      for (Ton tone : Ton.values()) {
        tones.put(tone, styles.cell(letters, styles.fill(Marks.colour(tone)), border));
      }
      link =
          styles.cell(styles.font("<~u/><~sz val=\"11\"/><~color rgb=\"FF0000FF\"/>"), 0, border);
      header = styles.cell(styles.font("<~b/><~sz val=\"11\"/>"), styles.fill(GREY), border);
      title = styles.title(styles.font("<~b/><~sz val=\"15\"/>"));
    }
  }

  private int headers() {
    return annotation.sommaire().size() + 2;
  }

  private int lines() {
    return Math.min(annotation.remarques().size(), MOST_LINKS + 1);
  }

  /** The range that its filter is about. */
  String filtered() {
    return range().formatAsString();
  }

  /** The same, with the name of the sheet. */
  String filtered(String sheetName) {
    return range().formatAsString(sheetName, true);
  }

  private CellRangeAddress range() {
    return new CellRangeAddress(headers(), headers() + lines(), 0, annotation.entetes().size() - 1);
  }

  void write(OutputStream stream) throws IOException {
    out(
        stream,
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
            + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
            + "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews>"
            + "<sheetView tabSelected=\"1\" workbookViewId=\"0\"><pane ySplit=\""
            + (headers() + 1)
            + "\" topLeftCell=\"A"
            + (headers() + 2)
            + "\" activePane=\"bottomLeft\" state=\"frozen\"/><selection pane=\"bottomLeft\"/>"
            + "</sheetView></sheetViews><cols>");
    for (int column = 0; column < annotation.entetes().size(); column++) {
      out(
          stream,
          "<col min=\""
              + (column + 1)
              + "\" max=\""
              + (column + 1)
              + "\" width=\""
              + width(column)
              + "\" customWidth=\"1\"/>");
    }
    out(stream, "</cols><sheetData>");
    line(stream, List.of(HEAD + annotation.titre()), title, title);
    for (String text : annotation.sommaire()) {
      line(stream, List.of(text), 0, 0);
    }
    row = headers();
    line(stream, annotation.entetes(), header, header);
    remarks(stream);
    out(stream, "</sheetData><autoFilter ref=\"" + filtered() + "\"/>");
    if (links.length() > 0) {
      out(stream, "<hyperlinks>" + links + "</hyperlinks>");
    }
    out(
        stream,
        "<pageMargins left=\"0.7\" right=\"0.7\" top=\"0.75\" bottom=\"0.75\" header=\"0.3\""
            + " footer=\"0.3\"/><pageSetup paperSize=\"5\" fitToHeight=\"0\""
            + " orientation=\"landscape\"/></worksheet>");
  }

  private void remarks(OutputStream stream) throws IOException {
    MemoryWatch memory = new MemoryWatch();
    for (Remarque remarque : annotation.remarques()) {
      if (row - headers() > MOST_LINKS) {
        line(stream, List.of(annotation.reste()), plain, plain);
        break;
      }
      memory.check();
      List<String> texts = remarque.cellules();
      boolean linked = link(remarque.lieu());
      line(stream, texts, tones.getOrDefault(remarque.ton(), 0), plain, lines(texts), linked);
    }
  }

  private void line(OutputStream stream, List<String> texts, int first, int others)
      throws IOException {
    line(stream, texts, first, others, 0, false);
  }

  private void line(
      OutputStream stream, List<String> texts, int first, int others, int lines, boolean leading)
      throws IOException {
    row++;
    StringBuilder line = new StringBuilder("<row r=\"").append(row).append('"');
    if (lines > 0) {
      line.append(" ht=\"").append(LINE_POINTS * lines).append("\" customHeight=\"1\"");
    }
    line.append('>');
    for (int column = 0; column < texts.size(); column++) {
      boolean linked = leading && column == annotation.colonneLieu();
      int style = column == 0 ? first : linked ? link : others;
      line.append("<c r=\"").append(new CellReference(row - 1, column).formatAsString());
      line.append("\" s=\"").append(style).append("\" t=\"inlineStr\"><is>");
      line.append("<t xml:space=\"preserve\">").append(XmlEscapes.cell(texts.get(column)));
      line.append("</t></is></c>");
    }
    out(stream, line.append("</row>").toString());
  }

  /** Leads from the next line to a place; whether there is such a sheet. */
  private boolean link(Emplacement place) {
    boolean there = place.feuille().etat() != Feuille.Etat.DECLAREE;
    if (!there || !targets.contains(place.feuille().nom())) {
      return false;
    }
    String cell = place.reference() == null ? "A1" : place.reference();
    String from = new CellReference(row, annotation.colonneLieu()).formatAsString();
    links.append("<hyperlink ref=\"").append(from).append("\" location=\"");
    links.append(XmlEscapes.escape(SheetNameFormatter.format(place.feuille().nom()) + "!" + cell));
    links.append("\"/>");
    return true;
  }

  private static void out(OutputStream stream, String ascii) throws IOException {
    stream.write(ascii.getBytes(StandardCharsets.US_ASCII));
  }

  private static int width(int column) {
    return WIDTHS[Math.min(column, WIDTHS.length - 1)];
  }

  /** How many lines the longest of the texts takes in its column. */
  private static int lines(List<String> texts) {
    int lines = 1;
    for (int column = 0; column < texts.size(); column++) {
      lines = Math.max(lines, lines(texts.get(column), width(column)));
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
}
