package org.verifqis.ecriture;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Date;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.verifqis.modele.statistiques.Chiffre.Nature;
import org.verifqis.modele.statistiques.Grille.Rang;
import org.verifqis.rapport.Tableau;
import org.verifqis.rapport.Tableau.Case;
import org.verifqis.rapport.Tableau.Ligne;

/** Writes tables as a workbook, a sheet each, their numbers as numbers. */
public final class RedacteurTableaux {
  private static final int CHARACTER = 256;
  private static final int FIRST_COLUMN = 52;
  private static final int OTHER_COLUMN = 22;
  private static final int NUMBER_COLUMN = 18;
  private static final int TEXT_COLUMN = 90;

  /** A text of more characters wants a wider column. */
  private static final int LONG_TEXT = 60;

  private static final int HEADER_ROW = 3;

  /** The most characters that the name of a sheet has. */
  private static final int NAME = 31;

  /** Beyond, a letter-sized sheet could not be read. */
  private static final int LETTER_COLUMNS = 8;

  private static final short TITLE_POINTS = 15;

  /** Excel shows these in the words and signs of its own language. */
  private static final Map<Nature, String> FORMATS =
      Map.of(
          Nature.TEXTE, "@",
          Nature.NOMBRE, "#,##0",
          Nature.PART, "0.0%",
          Nature.MONTANT, "#,##0.00 $");

  private final XSSFWorkbook workbook;
  private final Map<Nature, XSSFCellStyle> plain = new EnumMap<>(Nature.class);
  private final Map<Nature, XSSFCellStyle> total = new EnumMap<>(Nature.class);
  private final Map<String, XSSFCellStyle> besides = new HashMap<>();
  private final XSSFCellStyle header;
  private final XSSFCellStyle group;

  private RedacteurTableaux(XSSFWorkbook workbook) {
    this.workbook = workbook;
    for (Nature nature : Nature.values()) {
      plain.put(nature, style(nature, false));
      XSSFCellStyle sum = style(nature, true);
      sum.setBorderTop(BorderStyle.THIN);
      total.put(nature, sum);
    }
    this.header = filled();
    header.setAlignment(HorizontalAlignment.CENTER);
    header.setWrapText(true);
    this.group = filled();
    group.setWrapText(false);
  }

  /**
   * Writes a workbook.
   *
   * @param titre its title
   * @param creeLe when it is made, which its properties tell
   */
  public static void ecris(
      String titre, List<Tableau> tableaux, Instant creeLe, OutputStream sortie)
      throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      RedacteurTableaux writer = new RedacteurTableaux(workbook);
      for (Tableau tableau : tableaux) {
        writer.sheet(titre, tableau);
      }
      var properties = workbook.getProperties().getCoreProperties();
      properties.setCreator("verifqis");
      properties.setTitle(titre);
      properties.setCreated(Optional.of(Date.from(creeLe)));
      properties.setModified(Optional.of(Date.from(creeLe)));
      Packages.write(workbook, Packages.Kind.TABLES, sortie);
    }
  }

  private void sheet(String titre, Tableau tableau) {
    XSSFSheet sheet = workbook.createSheet(name(tableau.titre()));
    XSSFCellStyle title = workbook.createCellStyle();
    title.setFont(Cells.bold(workbook, TITLE_POINTS));
    Cells.text(sheet.createRow(0), 0, tableau.titre() + " – " + titre, title);
    if (tableau.estVide()) {
      notes(sheet, tableau, 1);
      return;
    }
    Cells.text(sheet.createRow(1), 0, tableau.legende(), workbook.getCellStyleAt(0));
    XSSFRow headers = sheet.createRow(HEADER_ROW);
    for (int column = 0; column < tableau.entetes().size(); column++) {
      Cells.text(headers, column, tableau.entetes().get(column).texte(), header);
      sheet.setColumnWidth(column, width(tableau, column) * CHARACTER);
    }
    heighten(
        headers,
        IntStream.range(0, tableau.entetes().size())
            .map(c -> lines(tableau.entetes().get(c).texte(), width(tableau, c))));
    int row = HEADER_ROW + 1;
    for (Ligne ligne : tableau.lignes()) {
      XSSFRow written = sheet.createRow(row++);
      row(written, ligne, tableau.entetes().size());
      heighten(written, lines(tableau, ligne));
    }
    notes(sheet, tableau, row + 1);
    sheet.createFreezePane(1, HEADER_ROW + 1);
    sheet.setRepeatingRows(CellRangeAddress.valueOf((HEADER_ROW + 1) + ":" + (HEADER_ROW + 1)));
    sheet.getPrintSetup().setLandscape(true);
    if (tableau.entetes().size() > LETTER_COLUMNS) {
      sheet.getPrintSetup().setPaperSize(PrintSetup.TABLOID_PAPERSIZE);
    }
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setFitHeight((short) 0);
  }

  /** A name that Excel takes and that no other sheet has: names are cut at 31 characters. */
  private String name(String title) {
    String name = WorkbookUtil.createSafeSheetName(title);
    for (int n = 2; workbook.getSheet(name) != null; n++) {
      String end = " " + n;
      name =
          WorkbookUtil.createSafeSheetName(
              name.substring(0, Math.min(name.length(), NAME - end.length())) + end);
    }
    return name;
  }

  /** What a table is made of and leaves out, below it. */
  private void notes(XSSFSheet sheet, Tableau tableau, int from) {
    int row = from;
    for (String note : tableau.notes()) {
      Cells.text(sheet.createRow(row++), 0, note, workbook.getCellStyleAt(0));
    }
  }

  /** How many lines the texts of a row need; a number is always on one. */
  private static IntStream lines(Tableau tableau, Ligne ligne) {
    if (ligne.rang() == Rang.GROUPE) {
      return IntStream.empty();
    }
    IntStream others =
        IntStream.range(0, ligne.cases().size())
            .filter(c -> ligne.cases().get(c).nombre() == null)
            .map(c -> lines(ligne.cases().get(c).texte(), width(tableau, c + 1)));
    return IntStream.concat(IntStream.of(lines(ligne.titre(), width(tableau, 0))), others);
  }

  /** LibreOffice does not make room for text that wraps: the next row would be written over it. */
  private static void heighten(XSSFRow row, IntStream lines) {
    int most = lines.max().orElse(1);
    if (most > 1) {
      row.setHeightInPoints(most * row.getSheet().getDefaultRowHeightInPoints());
    }
  }

  /** Words that do not fit the end of a line leave it short: a tenth is kept for them. */
  private static int lines(String text, int width) {
    int usable = width * 9 / 10;
    return Math.max(1, (text.length() + usable - 1) / usable);
  }

  private static int width(Tableau tableau, int column) {
    if (column == 0) {
      return FIRST_COLUMN;
    }
    if (tableau.estChiffree(column)) {
      return NUMBER_COLUMN;
    }
    if (tableau.entetes().size() == 2) {
      return TEXT_COLUMN;
    }
    return tableau.lignes().stream()
            .filter(ligne -> ligne.rang() != Rang.GROUPE)
            .anyMatch(ligne -> ligne.cases().get(column - 1).texte().length() > LONG_TEXT)
        ? FIRST_COLUMN
        : OTHER_COLUMN;
  }

  private void row(XSSFRow row, Ligne ligne, int columns) {
    if (ligne.rang() == Rang.GROUPE) {
      for (int column = 1; column < columns; column++) {
        // An empty text would hide what of the title is longer than the first column.
        row.createCell(column).setCellStyle(group);
      }
      Cells.text(row, 0, ligne.titre(), group);
      return;
    }
    Map<Nature, XSSFCellStyle> styles = ligne.rang() == Rang.TOTAL ? total : plain;
    Cells.text(row, 0, ligne.titre(), styles.get(Nature.TEXTE));
    int column = 1;
    for (Case one : ligne.cases()) {
      if (one.nombre() == null) {
        Cells.text(row, column, one.texte(), styles.get(Nature.TEXTE));
      } else {
        XSSFCell cell = row.createCell(column);
        cell.setCellValue(one.nombre().doubleValue());
        cell.setCellStyle(style(one, ligne.rang()));
      }
      column++;
    }
  }

  /** That of a number; what people read beside it is shown by its format: it stays a number. */
  private XSSFCellStyle style(Case one, Rang rang) {
    XSSFCellStyle style = (rang == Rang.TOTAL ? total : plain).get(one.nature());
    int beside = one.texte().lastIndexOf(" (");
    if (beside < 0 || !one.texte().endsWith(")")) {
      return style;
    }
    String format =
        FORMATS.get(one.nature()) + '"' + one.texte().substring(beside).replace("\"", "") + '"';
    return beside(rang, format, style);
  }

  private XSSFCellStyle beside(Rang rang, String format, XSSFCellStyle like) {
    return besides.computeIfAbsent(
        rang + format,
        key -> {
          XSSFCellStyle style = workbook.createCellStyle();
          style.cloneStyleFrom(like);
          style.setDataFormat(workbook.createDataFormat().getFormat(format));
          return style;
        });
  }

  private XSSFCellStyle style(Nature nature, boolean sum) {
    XSSFCellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(FORMATS.get(nature)));
    style.setVerticalAlignment(VerticalAlignment.TOP);
    if (nature == Nature.TEXTE) {
      style.setWrapText(true);
      // What begins with = + - or @ stays text, even once somebody edits the cell.
      style.setQuotePrefixed(true);
    }
    if (sum) {
      style.setFont(Cells.bold(workbook, XSSFFont.DEFAULT_FONT_SIZE));
    }
    return style;
  }

  private XSSFCellStyle filled() {
    XSSFCellStyle style = style(Nature.TEXTE, true);
    style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    return style;
  }
}
