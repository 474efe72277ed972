package org.verifqis.classeur;

import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.formula.FormulaParser;
import org.apache.poi.ss.formula.FormulaType;
import org.apache.poi.ss.formula.ptg.AbstractFunctionPtg;
import org.apache.poi.ss.formula.ptg.Area3DPxg;
import org.apache.poi.ss.formula.ptg.AreaPtgBase;
import org.apache.poi.ss.formula.ptg.NamePtg;
import org.apache.poi.ss.formula.ptg.NameXPxg;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.formula.ptg.Ref3DPxg;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.xssf.usermodel.XSSFEvaluationWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Which formulas are calculated: those of functions whose cost and whose result rest on nothing but
 * the cells that they name, as long as these are not too many. Nothing outside the workbook is ever
 * looked at.
 */
final class Calculable {
  private static final Set<String> FUNCTIONS =
      Set.of(
          "SUM",
          "PRODUCT",
          "SUMPRODUCT",
          "SUBTOTAL",
          "AVERAGE",
          "MIN",
          "MAX",
          "MEDIAN",
          "COUNT",
          "COUNTA",
          "COUNTBLANK",
          "SUMIF",
          "SUMIFS",
          "COUNTIF",
          "COUNTIFS",
          "AVERAGEIF",
          "AVERAGEIFS",
          "ROUND",
          "ROUNDUP",
          "ROUNDDOWN",
          "INT",
          "TRUNC",
          "ABS",
          "MOD",
          "SIGN",
          "POWER",
          "SQRT",
          "IF",
          "IFERROR",
          "IFNA",
          "CHOOSE",
          "AND",
          "OR",
          "NOT",
          "XOR",
          "TRUE",
          "FALSE",
          "NA",
          "ISBLANK",
          "ISNUMBER",
          "ISTEXT",
          "ISERROR",
          "ISERR",
          "ISNA",
          "ISLOGICAL",
          "N",
          "T",
          "VALUE",
          "LEFT",
          "RIGHT",
          "MID",
          "LEN",
          "TRIM",
          "CLEAN",
          "UPPER",
          "LOWER",
          "PROPER",
          "EXACT",
          "FIND",
          "DATE",
          "DATEVALUE",
          "YEAR",
          "MONTH",
          "DAY",
          "EDATE",
          "EOMONTH",
          "DAYS",
          "WEEKDAY",
          "YEARFRAC",
          "VLOOKUP",
          "HLOOKUP",
          "LOOKUP",
          "INDEX",
          "MATCH",
          "ROW",
          "ROWS",
          "COLUMN",
          "COLUMNS",
          "CEILING",
          "FLOOR",
          "CHAR",
          "CODE",
          "TEXT",
          "CONCATENATE",
          "SUBSTITUTE",
          "FIXED",
          "DOLLAR");

  /** Cells that all formulas of a workbook look at together, at most. */
  private static final long MOST_CELLS = 50_000_000;

  private static final int LONGEST = 8_192;

  private final XSSFWorkbook workbook;
  private final XSSFEvaluationWorkbook parsing;
  private final Map<String, Integer> lastRows;
  private long cells;

  /**
   * For the formulas of a workbook.
   *
   * @param lastRows rows of its sheets: references beyond look at nothing
   */
  Calculable(XSSFWorkbook workbook, Map<String, Integer> lastRows) {
    this.workbook = workbook;
    this.parsing = XSSFEvaluationWorkbook.create(workbook);
    this.lastRows = lastRows;
  }

  /** Whether the formula of a cell is one of them; what it looks at is counted. */
  boolean test(Cell cell) {
    String formula = cell.getCellFormula();
    if (formula.length() > LONGEST) {
      return false;
    }
    int sheet = workbook.getSheetIndex(cell.getSheet());
    for (Ptg token : parse(formula, sheet, cell.getRowIndex())) {
      if (!allows(token, cell.getSheet().getSheetName(), true)) {
        return false;
      }
    }
    return true;
  }

  private Ptg[] parse(String formula, int sheet, int row) {
    return FormulaParser.parse(formula, parsing, FormulaType.CELL, sheet, row);
  }

  private boolean allows(Ptg token, String sheet, boolean nameAllowed) {
    if (token instanceof AbstractFunctionPtg function) {
      return FUNCTIONS.contains(function.getName().toUpperCase(java.util.Locale.ROOT));
    }
    if (token instanceof Ref3DPxg ref) {
      return ref.getExternalWorkbookNumber() < 1 && ref.getLastSheetName() == null;
    }
    if (token instanceof AreaPtgBase area) {
      boolean elsewhere =
          area instanceof Area3DPxg other
              && (other.getExternalWorkbookNumber() >= 1 || other.getLastSheetName() != null);
      String named = area instanceof Area3DPxg other ? other.getSheetName() : sheet;
      long rows =
          Math.min(area.getLastRow(), lastRows.getOrDefault(named, 0)) - area.getFirstRow() + 1L;
      cells += Math.max(0, rows) * (area.getLastColumn() - area.getFirstColumn() + 1L);
      return !elsewhere && cells <= MOST_CELLS;
    }
    if (token instanceof NamePtg name) {
      return nameAllowed && allowsName(workbook.getAllNames().get(name.getIndex()), sheet);
    }
    return !(token instanceof NameXPxg);
  }

  /** A name of cells; one of a formula is not followed. */
  private boolean allowsName(Name name, String sheet) {
    if (name == null || name.isFunctionName() || name.getRefersToFormula() == null) {
      return false;
    }
    Ptg[] tokens = parse(name.getRefersToFormula(), workbook.getSheetIndex(sheet), 0);
    return tokens.length == 1 && allows(tokens[0], sheet, false);
  }
}
