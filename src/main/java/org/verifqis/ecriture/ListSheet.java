package org.verifqis.ecriture;

import java.util.List;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.verifqis.modele.Gabarit;

/** The hidden sheet of the official workbook that holds what the drop-down lists offer. */
final class ListSheet {
  private static final String NAME = "Listes";

  /** Agreements are offered by their code; formulas show their name beside it. */
  private static final String AGREEMENTS = "ententes";

  private final XSSFWorkbook workbook;
  private final XSSFSheet sheet;
  private int columns;

  private ListSheet(XSSFWorkbook workbook) {
    this.workbook = workbook;
    this.sheet = workbook.createSheet(NAME);
  }

  /** Adds it, after the sheets that people see. */
  static void write(XSSFWorkbook workbook, Gabarit gabarit) {
    ListSheet lists = new ListSheet(workbook);
    gabarit
        .listes()
        .forEach(
            (list, labels) -> {
              lists.column(
                  name(list),
                  labels.keySet().stream().map(code -> gabarit.offert(list, code)).toList());
              if (list.equals(AGREEMENTS)) {
                lists.column("noms_" + list, List.copyOf(labels.values()));
              }
            });
    lists.sheet.enableLocking();
    workbook.setSheetVisibility(workbook.getSheetIndex(NAME), SheetVisibility.HIDDEN);
  }

  /** The name that stands for a list in formulas. */
  static String name(String list) {
    return "liste_" + list;
  }

  private void column(String name, List<String> texts) {
    int column = columns++;
    cell(0, column, name);
    for (int i = 0; i < texts.size(); i++) {
      cell(i + 1, column, texts.get(i));
    }
    String letter = "$" + CellReference.convertNumToColString(column) + "$";
    XSSFName range = workbook.createName();
    range.setNameName(name);
    range.setRefersToFormula(NAME + "!" + letter + "2:" + letter + (texts.size() + 1));
  }

  private void cell(int row, int column, String text) {
    XSSFRow found = sheet.getRow(row);
    (found == null ? sheet.createRow(row) : found).createCell(column).setCellValue(text);
  }
}
