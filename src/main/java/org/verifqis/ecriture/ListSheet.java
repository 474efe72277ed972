package org.verifqis.ecriture;

import java.util.List;
import java.util.Map;
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

  /** Agreements are offered by their code, which is what the field asks for. */
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
              boolean agreements = list.equals(AGREEMENTS);
              lists.column(name(list), List.copyOf(agreements ? labels.keySet() : labels.values()));
              if (agreements) {
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

  /** What a code is shown as. */
  static String shown(String list, String code, Map<String, String> labels) {
    return list.equals(AGREEMENTS) ? code : labels.get(code);
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
