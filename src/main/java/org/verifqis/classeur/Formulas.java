package org.verifqis.classeur;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.util.ZipFileZipEntrySource;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.formula.eval.ErrorEval;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCell;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calculates the formulas whose result the workbook does not store, as programs other than Excel
 * write them. It needs the whole workbook in memory, so it is opened only for a workbook that has
 * such a formula, and only when it is small.
 */
final class Formulas implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Formulas.class);

  private final XlsxFile file;
  private OPCPackage parts;
  private XSSFWorkbook workbook;
  private XSSFFormulaEvaluator evaluator;
  private boolean unavailable;

  Formulas(XlsxFile file) {
    this.file = file;
  }

  /** The cell that a formula gives; of kind UNRESOLVED where it can't be calculated. */
  RawCell calculate(String sheet, int row, int column, String formula) {
    XSSFCell cell = cell(sheet, row, column);
    if (cell == null || cell.getCellType() != CellType.FORMULA) {
      return RawCell.unresolved(column, formula);
    }
    try {
      CellValue value = evaluator.evaluate(cell);
      return switch (value.getCellType()) {
        case NUMERIC -> number(cell, column, formula, value.getNumberValue());
        case STRING -> RawCell.text(column, value.getStringValue());
        case BOOLEAN -> RawCell.bool(column, value.getBooleanValue());
        case ERROR -> error(column, formula, value.getErrorValue());
        default -> RawCell.unresolved(column, formula);
      };
    } catch (RuntimeException | StackOverflowError e) {
      LOG.debug("formula {} of {}!{}:{} can't be calculated", formula, sheet, row, column, e);
      return RawCell.unresolved(column, formula);
    }
  }

  private RawCell number(XSSFCell cell, int column, String formula, double number) {
    if (!Double.isFinite(number)) {
      return RawCell.unresolved(column, formula);
    }
    RawCell.Shape shape =
        CellFormats.shape(
            cell.getCellStyle().getDataFormat(), cell.getCellStyle().getDataFormatString());
    return RawCell.number(column, RawCell.shownNumber(number), shape, file.date1904());
  }

  private static RawCell error(int column, String formula, byte code) {
    boolean circular = code == ErrorEval.CIRCULAR_REF_ERROR.getErrorCode();
    return circular
        ? RawCell.unresolved(column, formula)
        : RawCell.error(column, FormulaError.forInt(code).getString());
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
      parts = OPCPackage.open(new WorkbookParts(new ZipSecureFile(file.file().toFile())));
      if (!InMemory.fits(parts)) {
        unavailable = true;
        return;
      }
      workbook = new XSSFWorkbook(parts);
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
        if (cell.isPartOfArrayFormulaGroup()) {
          freezeArray(cell, calculable);
        }
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

  /** The first cell of the group tells for all. */
  private static void freezeArray(XSSFCell cell, Calculable calculable) {
    CellRangeAddress range = cell.getArrayFormulaRange();
    boolean first =
        range.getFirstRow() == cell.getRowIndex()
            && range.getFirstColumn() == cell.getColumnIndex();
    if (first && !isCalculable(cell, calculable)) {
      for (Cell each : cell.getSheet().removeArrayFormula(cell)) {
        each.setCellErrorValue(FormulaError.NA.getCode());
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

  @Override
  public void close() {
    if (parts != null) {
      parts.revert();
    }
  }

  /** What belongs to the workbook itself: what is told about it could not be understood. */
  static final class WorkbookParts extends ZipFileZipEntrySource {
    private static final Pattern ABOUT_IT =
        Pattern.compile("^/?(docProps|package)[/\\\\]", Pattern.CASE_INSENSITIVE);

    WorkbookParts(ZipFile zip) {
      super(zip);
    }

    @Override
    public Enumeration<? extends ZipArchiveEntry> getEntries() {
      return Collections.enumeration(
          Collections.list(super.getEntries()).stream()
              .filter(entry -> !ABOUT_IT.matcher(entry.getName()).find())
              .toList());
    }
  }

  private static boolean hasStoredResult(XSSFCell cell) {
    boolean text = cell.getCTCell().getT() == STCellType.STR;
    return cell.getCTCell().isSetV() && (text || !cell.getCTCell().getV().isEmpty());
  }
}
