package org.verifqis.ecriture;

import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Gabarit.FeuilleVoulue;
import org.verifqis.modele.TypeValeur;

/**
 * The formulas of the official workbook. A cell that already says something keeps it. They come
 * last: POI wants the sheets and the names that a formula speaks of.
 */
final class TemplateFormulas {
  private static final int CONTROL_COLUMN = 2;

  private final TemplateHelp help;
  private final TemplateLayout layout;
  private final TemplateStyles styles;

  TemplateFormulas(TemplateHelp help, TemplateLayout layout, TemplateStyles styles) {
    this.help = help;
    this.layout = layout;
    this.styles = styles;
  }

  void write(XSSFWorkbook workbook, Gabarit gabarit) {
    for (FeuilleVoulue wanted : gabarit.feuilles()) {
      XSSFSheet sheet = workbook.getSheet(wanted.nom());
      for (int i = 0; i < wanted.champs().size(); i++) {
        if (wanted.tableau()) {
          column(sheet, wanted, i);
        } else {
          field(sheet, wanted, TemplateLayout.FIRST + i, wanted.champs().get(i));
        }
      }
    }
  }

  private void column(XSSFSheet sheet, FeuilleVoulue wanted, int column) {
    Champ champ = wanted.champs().get(column);
    if (champ.type().estChiffre()) {
      XSSFCell total = cell(sheet, TemplateLayout.TOTALS, column, styles.locked(champ.type()));
      total.setCellFormula("SUM(" + layout.column(wanted, column) + ")");
    }
    String formula = help.formula(wanted.nom(), champ);
    if (formula != null) {
      for (int row = TemplateLayout.FIRST; row <= layout.last(wanted); row++) {
        XSSFCell cell = sheet.getRow(row).getCell(column);
        if (cell.getCellType() == CellType.BLANK) {
          cell.setCellFormula(layout.formula(formula, wanted, row));
        }
      }
    }
  }

  private void field(XSSFSheet sheet, FeuilleVoulue wanted, int row, Champ champ) {
    String formula = help.formula(wanted.nom(), champ);
    if (formula != null) {
      XSSFCell total = cell(sheet, row, TemplateLayout.VALUE_COLUMN, styles.locked(champ.type()));
      if (total.getCellType() == CellType.BLANK) {
        total.setCellFormula(layout.formula(formula, wanted, row));
      }
    }
    String control = help.control(wanted.nom(), champ);
    if (control == null) {
      return;
    }
    XSSFCellStyle style =
        champ.type() == TypeValeur.MONTANT ? styles.locked(TypeValeur.MONTANT) : styles.label;
    cell(sheet, row, CONTROL_COLUMN, style).setCellFormula(layout.formula(control, wanted, row));
    if (champ.type() == TypeValeur.MONTANT) {
      String line = Integer.toString(row + 1);
      cell(sheet, row, CONTROL_COLUMN + 1, style)
          .setCellFormula("IF(B%1$s=\"\",\"\",ROUND(B%1$s-C%1$s,2))".formatted(line));
    }
  }

  private static XSSFCell cell(XSSFSheet sheet, int row, int column, XSSFCellStyle style) {
    XSSFRow found = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
    XSSFCell cell =
        found.getCell(column) == null ? found.createCell(column) : found.getCell(column);
    cell.setCellStyle(style);
    return cell;
  }
}
