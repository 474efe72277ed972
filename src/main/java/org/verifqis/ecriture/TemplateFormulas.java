package org.verifqis.ecriture;

import java.util.IdentityHashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.verifqis.ecriture.TemplateLayout.Reading;
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
  private final Map<XSSFCell, String> written = new IdentityHashMap<>();

  TemplateFormulas(TemplateHelp help, TemplateLayout layout, TemplateStyles styles) {
    this.help = help;
    this.layout = layout;
    this.styles = styles;
  }

  /**
   * Writes them with what they give. What is carried over is no text: POI works out the plain
   * forms, and the others, of functions that POI can't lift over a range, keep their results.
   */
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
    XSSFFormulaEvaluator.evaluateAllFormulaCells(workbook);
    written.forEach((cell, formula) -> cell.getCTCell().getF().setStringValue(formula));
  }

  private void column(XSSFSheet sheet, FeuilleVoulue wanted, int column) {
    Champ champ = wanted.champs().get(column);
    if (champ.type().estChiffre()) {
      XSSFCell total = cell(sheet, TemplateLayout.TOTALS, column, styles.locked(champ.type()));
      set(total, "SUMPRODUCT({n:" + champ.cle() + "})", wanted, TemplateLayout.WHOLE_COLUMN);
    }
    String formula = help.formula(wanted.nom(), champ);
    if (formula != null) {
      for (int row = TemplateLayout.FIRST; row <= layout.lastCalculated(wanted); row++) {
        XSSFCell cell = sheet.getRow(row).getCell(column);
        if (cell.getCellType() == CellType.BLANK) {
          set(cell, formula, wanted, row);
        }
      }
    }
  }

  private void field(XSSFSheet sheet, FeuilleVoulue wanted, int row, Champ champ) {
    String formula = help.formula(wanted.nom(), champ);
    if (formula != null) {
      XSSFCell total = cell(sheet, row, TemplateLayout.VALUE_COLUMN, styles.locked(champ.type()));
      if (total.getCellType() == CellType.BLANK) {
        set(total, formula, wanted, row);
      }
    }
    String control = help.control(wanted.nom(), champ);
    if (control == null) {
      return;
    }
    if (champ.type() != TypeValeur.MONTANT) {
      set(cell(sheet, row, CONTROL_COLUMN, styles.label), control, wanted, row);
      return;
    }
    XSSFCellStyle style = styles.locked(TypeValeur.MONTANT);
    set(cell(sheet, row, CONTROL_COLUMN, style), "ROUND(" + control + ",2)", wanted, row);
    difference(cell(sheet, row, CONTROL_COLUMN + 1, style), control, wanted, row, champ);
  }

  /** None where the sum agrees in one of the two ways in which the verifier adds. */
  private void difference(
      XSSFCell cell, String control, FeuilleVoulue wanted, int row, Champ champ) {
    String rounded = layout.formula(control, wanted, row, Reading.ROUNDED);
    String template =
        "IF(LEN({%1$s})=0,\"\",IF(ROUND({n:%1$s}-%2$s,2)=0,0,ROUND({n:%1$s}-$C$%3$d,2)))";
    String plain = template.formatted(champ.cle(), "$C$%d".formatted(row + 1), row + 1);
    set(cell, plain, wanted, row);
    String form = template.formatted(champ.cle(), "SUMS", row + 1);
    String full = layout.formula(form, wanted, row, Reading.TEXTS_TOO).replace("SUMS", rounded);
    written.put(cell, orElse(full, layout.formula(plain, wanted, row, Reading.PLAIN)));
  }

  private void set(XSSFCell cell, String template, FeuilleVoulue wanted, int row) {
    String plain = layout.formula(template, wanted, row, Reading.PLAIN);
    cell.setCellFormula(plain);
    String full = layout.formula(template, wanted, row, Reading.TEXTS_TOO);
    if (!full.equals(plain)) {
      written.put(cell, orElse(full, plain));
    }
  }

  /** Where a spreadsheet lacks a function, or a text says no amount. */
  private static String orElse(String full, String plain) {
    return "IFERROR(" + full + ",IFERROR(" + plain + ",\"?\"))";
  }

  private static XSSFCell cell(XSSFSheet sheet, int row, int column, XSSFCellStyle style) {
    XSSFRow found = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
    XSSFCell cell =
        found.getCell(column) == null ? found.createCell(column) : found.getCell(column);
    cell.setCellStyle(style);
    return cell;
  }
}
