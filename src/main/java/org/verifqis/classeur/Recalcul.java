package org.verifqis.classeur;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.formula.eval.ErrorEval;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCellFormula;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellFormulaType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.verifqis.modele.Correction;
import org.verifqis.modele.Montant;

/**
 * What the formulas of a workbook give once some of its cells hold something else. Those that can't
 * be calculated keep what they gave.
 *
 * @param resultats what changes, by sheet: a number, a text, a boolean or an error
 * @param formules formulas that were told by one in a cell that is corrected, by sheet
 */
public record Recalcul(
    Map<String, Map<CellAddress, Object>> resultats,
    Map<String, Map<CellAddress, String>> formules) {
  private static final Logger LOG = LoggerFactory.getLogger(Recalcul.class);

  /** Nothing is known to change. */
  private static final Recalcul AUCUN = new Recalcul(Map.of(), Map.of());

  /** For a workbook that lies in a file; nothing where it is too large to be calculated. */
  public static Recalcul de(Source source, List<Correction> corrections) throws IOException {
    OPCPackage parts = null;
    try {
      parts =
          OPCPackage.open(new Formulas.WorkbookParts(new ZipSecureFile(source.chemin().toFile())));
      if (!InMemory.fits(parts)) {
        return AUCUN;
      }
      return new Calculation(new XSSFWorkbook(parts), corrections).run();
    } catch (CancellationException e) {
      throw e;
    } catch (InvalidFormatException | RuntimeException | StackOverflowError e) {
      LOG.debug("the workbook can't be calculated", e);
      return AUCUN;
    } finally {
      if (parts != null) {
        parts.revert();
      }
    }
  }

  /** One workbook, before and after. */
  private static final class Calculation {
    private final XSSFWorkbook workbook;
    private final List<Correction> corrections;
    private final List<XSSFCell> formulas = new ArrayList<>();

    Calculation(XSSFWorkbook workbook, List<Correction> corrections) {
      this.workbook = workbook;
      this.corrections = corrections;
    }

    Recalcul run() {
      Map<String, Map<CellAddress, String>> shared = shared();
      Map<String, Integer> lastRows = new HashMap<>();
      workbook.forEach(sheet -> lastRows.put(sheet.getSheetName(), sheet.getLastRowNum()));
      Calculable calculable = new Calculable(workbook, lastRows);
      workbook.forEach(sheet -> sheet.forEach(row -> choose(row, calculable)));
      List<Object> before = results();
      corrections.forEach(this::type);
      List<Object> after = results();
      Map<String, Map<CellAddress, Object>> changed = new HashMap<>();
      for (int i = 0; i < formulas.size(); i++) {
        XSSFCell cell = formulas.get(i);
        boolean kept = cell.getCellType() == CellType.FORMULA && after.get(i) != null;
        if (kept && !Objects.equals(before.get(i), after.get(i))) {
          changed
              .computeIfAbsent(cell.getSheet().getSheetName(), name -> new LinkedHashMap<>())
              .put(cell.getAddress(), after.get(i));
        }
      }
      return new Recalcul(changed, shared);
    }

    /** The formulas that those in the cells to be corrected tell for others. */
    private Map<String, Map<CellAddress, String>> shared() {
      Map<String, Map<CellAddress, String>> shared = new HashMap<>();
      for (Correction correction : corrections) {
        XSSFSheet sheet = workbook.getSheet(correction.valeur().emplacement().feuille().nom());
        XSSFCell cell = sheet == null ? null : cell(sheet, correction, false);
        CTCellFormula master = cell == null ? null : cell.getCTCell().getF();
        if (master == null || master.getT() != STCellFormulaType.SHARED || !master.isSetRef()) {
          continue;
        }
        for (Row row : sheet) {
          for (Cell other : row) {
            CTCellFormula formula = ((XSSFCell) other).getCTCell().getF();
            boolean same =
                formula != null
                    && formula.getT() == STCellFormulaType.SHARED
                    && formula.getSi() == master.getSi();
            if (same) {
              shared
                  .computeIfAbsent(sheet.getSheetName(), name -> new LinkedHashMap<>())
                  .put(other.getAddress(), other.getCellFormula());
            }
          }
        }
      }
      return shared;
    }

    /** A formula that is not calculated counts as its stored result. */
    private void choose(Row row, Calculable calculable) {
      for (Cell each : row) {
        XSSFCell cell = (XSSFCell) each;
        if (cell.getCellType() != CellType.FORMULA || cell.isPartOfArrayFormulaGroup()) {
          continue;
        }
        if (isCalculable(cell, calculable)) {
          formulas.add(cell);
        } else {
          cell.removeFormula();
        }
      }
    }

    private static boolean isCalculable(XSSFCell cell, Calculable calculable) {
      try {
        return calculable.test(cell);
      } catch (RuntimeException | StackOverflowError e) {
        return false;
      }
    }

    private List<Object> results() {
      XSSFFormulaEvaluator evaluator = new XSSFFormulaEvaluator(workbook);
      List<Object> results = new ArrayList<>();
      for (XSSFCell cell : formulas) {
        if (Thread.currentThread().isInterrupted()) {
          throw new CancellationException("calculating was interrupted");
        }
        results.add(cell.getCellType() == CellType.FORMULA ? result(evaluator, cell) : null);
      }
      return results;
    }

    /** Null where it can't be calculated. */
    private static Object result(XSSFFormulaEvaluator evaluator, XSSFCell cell) {
      try {
        CellValue value = evaluator.evaluate(cell);
        return switch (value.getCellType()) {
          case NUMERIC ->
              Double.isFinite(value.getNumberValue())
                  ? (Object) RawCell.shownNumber(value.getNumberValue())
                  : null;
          case STRING -> value.getStringValue();
          case BOOLEAN -> value.getBooleanValue();
          case ERROR -> error(value.getErrorValue());
          default -> null;
        };
      } catch (RuntimeException | StackOverflowError e) {
        return null;
      }
    }

    private static FormulaError error(byte code) {
      boolean circular = code == ErrorEval.CIRCULAR_REF_ERROR.getErrorCode();
      return circular ? null : FormulaError.forInt(code);
    }

    private void type(Correction correction) {
      XSSFSheet sheet = workbook.getSheet(correction.valeur().emplacement().feuille().nom());
      if (sheet == null) {
        return;
      }
      XSSFCell cell = cell(sheet, correction, true);
      if (cell.isPartOfArrayFormulaGroup()) {
        sheet.removeArrayFormula(cell);
      } else if (cell.getCellType() == CellType.FORMULA) {
        cell.removeFormula();
      }
      Object content = correction.contenu();
      if (content instanceof Montant amount) {
        cell.setCellValue(amount.dollars().doubleValue());
      } else if (content instanceof Long whole) {
        cell.setCellValue(whole);
      } else if (content instanceof LocalDate day) {
        cell.setCellValue(day);
      } else {
        cell.setCellValue(content.toString());
      }
    }

    /** The cell that is corrected; null where it is not there and none is to be made. */
    private static XSSFCell cell(XSSFSheet sheet, Correction correction, boolean made) {
      int row = correction.valeur().ligne() - 1;
      int column = correction.valeur().colonne() - 1;
      if (made) {
        return (XSSFCell) CellUtil.getCell(CellUtil.getRow(row, sheet), column);
      }
      return sheet.getRow(row) == null ? null : sheet.getRow(row).getCell(column);
    }
  }
}
