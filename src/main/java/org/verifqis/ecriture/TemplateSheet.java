package org.verifqis.ecriture;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.ss.formula.SheetNameFormatter;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Code;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Gabarit.FeuilleVoulue;
import org.verifqis.modele.Montant;
import org.verifqis.modele.Normalisation;
import org.verifqis.modele.Region;
import org.verifqis.modele.TypeValeur;

/** Writes one sheet of the official workbook, but for its formulas. */
final class TemplateSheet {
  private static final int CHARACTER = 256;
  private static final int FORM_LABELS = 46;
  private static final int FORM_VALUES = 40;
  private static final int FORM_CONTROLS = 26;
  private static final float HEADER_POINTS = 44;
  private static final float LINE_POINTS = 13.5f;
  private static final float FORM_POINTS = 20;
  private static final int WIDE = 12;
  private static final int PAGES_OF_A_WIDE_SHEET = 3;
  private static final double MARGIN = 0.4;
  private static final String VERSION = "versionGabarit";

  private final Gabarit gabarit;
  private final TemplateHelp help;
  private final TemplateLayout layout;
  private final TemplateStyles styles;
  private final TemplateChecks checks;
  private final XSSFSheet sheet;
  private final FeuilleVoulue wanted;

  TemplateSheet(
      Gabarit gabarit,
      TemplateHelp help,
      TemplateLayout layout,
      TemplateStyles styles,
      TemplateChecks checks,
      XSSFSheet sheet,
      FeuilleVoulue wanted) {
    this.gabarit = gabarit;
    this.help = help;
    this.layout = layout;
    this.styles = styles;
    this.checks = checks;
    this.sheet = sheet;
    this.wanted = wanted;
  }

  void write(List<Map<String, Object>> records) {
    text(TemplateLayout.TITLE, 0, wanted.nom(), styles.title);
    text(TemplateLayout.EXPLANATION, 0, help.explanation(wanted.nom()), styles.explanation);
    if (wanted.tableau()) {
      table(records);
    } else {
      form(records.isEmpty() ? Map.of() : records.get(0));
    }
    checks.showMissing(sheet, wanted);
    if (wanted.tableau()) {
      checks.frameRows(sheet, wanted);
    }
    protect();
    sheet.setDisplayGridlines(wanted.tableau());
    sheet.getPrintSetup().setLandscape(wanted.tableau());
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setFitHeight((short) 0);
    sheet.setRepeatingRows(CellRangeAddress.valueOf("4:4"));
    sheet.getFooter().setCenter("&A – &P / &N");
    sheet.setHorizontallyCenter(true);
    sheet.setMargin(PageMargin.LEFT, MARGIN);
    sheet.setMargin(PageMargin.RIGHT, MARGIN);
  }

  private void table(List<Map<String, Object>> records) {
    // A longer year than the template has room for is still carried over whole.
    int last = Math.max(layout.last(wanted), TemplateLayout.FIRST + records.size() - 1);
    row(TemplateLayout.HEADER).setHeightInPoints(HEADER_POINTS);
    if (wanted.champs().stream().anyMatch(c -> c.type().estChiffre())) {
      text(TemplateLayout.TOTALS, 0, help.word("total"), styles.label);
    }
    for (int column = 0; column < wanted.champs().size(); column++) {
      Champ champ = wanted.champs().get(column);
      label(TemplateLayout.HEADER, column, champ, styles.header);
      sheet.setColumnWidth(column, width(champ) * CHARACTER);
      for (int row = TemplateLayout.FIRST; row <= last; row++) {
        cell(row, column).setCellStyle(styles.row(champ.type()));
      }
      for (int i = 0; i < records.size(); i++) {
        XSSFCell cell = cell(TemplateLayout.FIRST + i, column);
        fill(cell, champ, records.get(i).get(champ.cle()));
        makeRoom(cell, champ);
      }
      checks.restrict(
          sheet, wanted, champ, new CellRangeAddress(TemplateLayout.FIRST, last, column, column));
    }
    sheet.setAutoFilter(
        new CellRangeAddress(TemplateLayout.HEADER, last, 0, wanted.champs().size() - 1));
    boolean wide = wanted.champs().size() > WIDE;
    sheet.createFreezePane(wide ? 2 : 1, TemplateLayout.FIRST);
    sheet
        .getPrintSetup()
        .setPaperSize(wide ? PrintSetup.LEGAL_PAPERSIZE : PrintSetup.LETTER_PAPERSIZE);
    if (wide) {
      sheet.getPrintSetup().setFitWidth((short) PAGES_OF_A_WIDE_SHEET);
      sheet.setRepeatingColumns(CellRangeAddress.valueOf("A:B"));
    }
    printFilledRows(last);
  }

  /**
   * Down to the last row that was begun. LibreOffice takes for the area whatever ranges it finds in
   * the formula, and leaves out the pages on which nothing stands: there is the whole table, and no
   * other range, the rest being told under a name.
   */
  private void printFilledRows(int last) {
    String prefix = SheetNameFormatter.format(wanted.nom()) + "!";
    int first = TemplateLayout.FIRST + 1;
    XSSFName rows = sheet.getWorkbook().createName();
    rows.setNameName("lignes_" + Normalisation.normalise(wanted.nom()).replace(' ', '_'));
    String begun = "%1$s$A$%2$d:$B$%3$d".formatted(prefix, first, last + 1);
    rows.setRefersToFormula(
        "MAX(%1$d,SUMPRODUCT(MAX((%2$s<>\"\")*ROW(%2$s))))".formatted(first, begun));
    XSSFName area = sheet.getWorkbook().createName();
    area.setSheetIndex(sheet.getWorkbook().getSheetIndex(sheet));
    area.setNameName(XSSFName.BUILTIN_PRINT_AREA);
    int columns = wanted.champs().size();
    String table = new CellRangeAddress(0, last, 0, columns - 1).formatAsString(wanted.nom(), true);
    area.setRefersToFormula("OFFSET(%s,0,0,%s,%d)".formatted(table, rows.getNameName(), columns));
  }

  /** So that a text that takes several lines shows all of them: no spreadsheet has done so yet. */
  private void makeRoom(XSSFCell cell, Champ champ) {
    if (cell.getCellType() == CellType.STRING) {
      int lines = 1 + cell.getStringCellValue().length() / width(champ);
      XSSFRow row = cell.getRow();
      row.setHeightInPoints(Math.max(row.getHeightInPoints(), lines * LINE_POINTS));
    }
  }

  private void form(Map<String, Object> values) {
    text(TemplateLayout.HEADER, 0, help.word("champ"), styles.header);
    text(TemplateLayout.HEADER, 1, help.word("valeur"), styles.header);
    boolean controlled =
        wanted.champs().stream()
            .anyMatch(c -> c.type() == TypeValeur.MONTANT && help.control(wanted.nom(), c) != null);
    text(TemplateLayout.HEADER, 2, help.word(controlled ? "calcule" : "nom"), styles.header);
    if (controlled) {
      text(TemplateLayout.HEADER, 3, help.word("ecart"), styles.header);
      sheet.setColumnWidth(3, FORM_CONTROLS * CHARACTER);
    }
    sheet.setColumnWidth(0, FORM_LABELS * CHARACTER);
    sheet.setColumnWidth(1, FORM_VALUES * CHARACTER);
    sheet.setColumnWidth(2, FORM_CONTROLS * CHARACTER);
    for (int i = 0; i < wanted.champs().size(); i++) {
      Champ champ = wanted.champs().get(i);
      int row = TemplateLayout.FIRST + i;
      row(row).setHeightInPoints(FORM_POINTS);
      label(row, 0, champ, styles.label);
      XSSFCell cell = cell(row, TemplateLayout.VALUE_COLUMN);
      boolean version = champ.cle().equals(VERSION);
      cell.setCellStyle(version ? styles.locked(champ.type()) : styles.open(champ.type()));
      fill(cell, champ, version ? gabarit.version() : values.get(champ.cle()));
      checks.restrict(
          sheet,
          wanted,
          champ,
          new CellRangeAddress(row, row, TemplateLayout.VALUE_COLUMN, TemplateLayout.VALUE_COLUMN));
    }
    sheet.createFreezePane(0, TemplateLayout.FIRST);
  }

  private void label(int row, int column, Champ champ, XSSFCellStyle style) {
    text(row, column, champ.libelle(), style);
    CellNotes.add(sheet, row, column, new XSSFRichTextString(help.help(wanted.nom(), champ)));
  }

  /** Texts stay texts, whatever they begin with: a workbook's text never becomes a formula. */
  private void fill(XSSFCell cell, Champ champ, Object content) {
    if (content instanceof LocalDate date) {
      cell.setCellValue(date);
    } else if (content instanceof Montant amount) {
      cell.setCellValue(amount.garde().doubleValue());
    } else if (content instanceof Long whole) {
      cell.setCellValue(whole);
    } else if (content != null) {
      cell.setCellValue(shown(champ, content));
    }
  }

  private String shown(Champ champ, Object content) {
    if (content instanceof Code code) {
      return gabarit.libelle(code);
    }
    if (content instanceof Entente || content instanceof Region) {
      return gabarit.offert(champ.liste(), content.toString());
    }
    if (content instanceof Boolean yes) {
      return yes ? "Oui" : "Non";
    }
    if (content instanceof Collection<?> several) {
      return several.stream().map(one -> shown(champ, one)).collect(Collectors.joining("; "));
    }
    return content.toString();
  }

  private int width(Champ champ) {
    return switch (champ.type()) {
      case DATE -> 13;
      case ENTIER, NEQ, OUINON -> 15;
      case MONTANT -> 17;
      case CODE -> Math.min(26, Math.max(12, 2 + longest(champ)));
      case LISTE_TEXTE -> champ.cle().startsWith("priorite") ? 13 : 30;
      case COURRIEL, LISTE_CODE -> 30;
      case TEXTE -> help.isProse(wanted.nom(), champ) ? 40 : 13;
    };
  }

  private int longest(Champ champ) {
    return gabarit.listes().get(champ.liste()).values().stream()
        .mapToInt(String::length)
        .max()
        .orElse(0);
  }

  /** Without a password: it guards against slips, not against people. */
  private void protect() {
    sheet.enableLocking();
    sheet.lockFormatColumns(false);
    sheet.lockFormatRows(false);
    sheet.lockFormatCells(false);
    sheet.lockSort(false);
    sheet.lockAutoFilter(false);
  }

  private void text(int row, int column, String text, XSSFCellStyle style) {
    XSSFCell cell = cell(row, column);
    cell.setCellValue(text);
    cell.setCellStyle(style);
  }

  private XSSFCell cell(int row, int column) {
    XSSFCell found = row(row).getCell(column);
    return found == null ? row(row).createCell(column) : found;
  }

  private XSSFRow row(int row) {
    XSSFRow found = sheet.getRow(row);
    return found == null ? sheet.createRow(row) : found;
  }
}
