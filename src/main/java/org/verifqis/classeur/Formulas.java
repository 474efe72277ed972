package org.verifqis.classeur;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.formula.eval.ErrorEval;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCell;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.verifqis.classeur.RawCell.Kind;

/**
 * Calculates the formulas whose result the workbook does not store, as programs other than Excel
 * write them. It needs the whole workbook in memory, so it is opened only for a workbook that has
 * such a formula, and only when it is small.
 */
final class Formulas {
  private static final Logger LOG = LoggerFactory.getLogger(Formulas.class);

  private final WorkbookFile file;
  private XSSFWorkbook workbook;
  private XSSFFormulaEvaluator evaluator;
  private boolean unavailable;

  Formulas(WorkbookFile file) {
    this.file = file;
  }

  /** The cell that a formula gives; of kind UNRESOLVED where it can't be calculated. */
  RawCell calculate(String sheet, int row, int column, String formula) {
    XSSFCell cell = cell(sheet, row, column);
    if (cell == null || cell.getCellType() != CellType.FORMULA) {
      return unresolved(column, formula);
    }
    try {
      CellValue value = evaluator.evaluate(cell);
      return switch (value.getCellType()) {
        case NUMERIC -> number(cell, column, formula, value.getNumberValue());
        case STRING -> RawCell.text(column, value.getStringValue());
        case BOOLEAN -> RawCell.bool(column, value.getBooleanValue());
        case ERROR -> error(column, formula, value.getErrorValue());
        default -> unresolved(column, formula);
      };
    } catch (RuntimeException | StackOverflowError e) {
      LOG.debug("formula {} of {}!{}:{} can't be calculated", formula, sheet, row, column, e);
      return unresolved(column, formula);
    }
  }

  private RawCell number(XSSFCell cell, int column, String formula, double number) {
    if (!Double.isFinite(number)) {
      return unresolved(column, formula);
    }
    boolean dated =
        DateStyles.isDate(
            cell.getCellStyle().getDataFormat(), cell.getCellStyle().getDataFormatString());
    return RawCell.number(column, number, dated, file.date1904());
  }

  private static RawCell error(int column, String formula, byte code) {
    boolean circular = code == ErrorEval.CIRCULAR_REF_ERROR.getErrorCode();
    return circular
        ? unresolved(column, formula)
        : RawCell.error(column, FormulaError.forInt(code).getString());
  }

  private static RawCell unresolved(int column, String formula) {
    return new RawCell(column, Kind.UNRESOLVED, formula, 0, false, false);
  }

  private XSSFCell cell(String sheetName, int row, int column) {
    if (workbook == null && !unavailable) {
      load();
    }
    XSSFSheet sheet = unavailable ? null : workbook.getSheet(sheetName);
    Row found = sheet == null ? null : sheet.getRow(row - 1);
    return found == null ? null : (XSSFCell) found.getCell(column - 1);
  }

  private void load() {
    try {
      if (!InMemory.fits(file.opc())) {
        unavailable = true;
        return;
      }
      workbook = new XSSFWorkbook(file.opc());
      Map<String, Integer> lastRows = new HashMap<>();
      workbook.forEach(sheet -> lastRows.put(sheet.getSheetName(), sheet.getLastRowNum()));
      Calculable calculable = new Calculable(workbook, lastRows);
      workbook.forEach(sheet -> freeze(sheet, calculable));
      evaluator = new XSSFFormulaEvaluator(workbook);
    } catch (FichierRefuse e) {
      throw e;
    } catch (IOException | InvalidFormatException | RuntimeException | StackOverflowError e) {
      LOG.debug("the workbook can't be taken into memory", e);
      unavailable = true;
    }
  }

  /**
   * A formula counts as its stored result, in other formulas too; one that is not calculated counts
   * as an error.
   */
  private void freeze(Sheet sheet, Calculable calculable) {
    for (Row row : sheet) {
      for (Cell each : row) {
        XSSFCell cell = (XSSFCell) each;
        numberIsoDate(cell.getCTCell());
        if (cell.getCellType() != CellType.FORMULA || cell.isPartOfArrayFormulaGroup()) {
          continue;
        }
        if (hasStoredResult(cell)) {
          cell.removeFormula();
        } else if (!isCalculable(cell, calculable)) {
          cell.removeFormula();
          cell.setCellErrorValue(FormulaError.NA.getCode());
        }
      }
    }
  }

  private static boolean isCalculable(XSSFCell cell, Calculable calculable) {
    try {
      return calculable.test(cell);
    } catch (RuntimeException | StackOverflowError e) {
      LOG.debug("a formula can't be understood", e);
      return false;
    }
  }

  /** POI's model knows no dates in ISO form: they become the numbers that Excel counts them by. */
  private void numberIsoDate(CTCell cell) {
    try {
      cell.getT();
    } catch (IllegalArgumentException unknownType) {
      LocalDate date = cell.isSetV() ? DateText.parse(cell.getV()) : null;
      cell.unsetT();
      if (date != null) {
        cell.setV(Double.toString(DateUtil.getExcelDate(date, file.date1904())));
      } else if (cell.isSetV()) {
        cell.unsetV();
      }
    }
  }

  private static boolean hasStoredResult(XSSFCell cell) {
    boolean text = cell.getCTCell().getT() == STCellType.STR;
    return cell.getCTCell().isSetV() && (text || !cell.getCTCell().getV().isEmpty());
  }
}
