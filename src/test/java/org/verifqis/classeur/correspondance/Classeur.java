package org.verifqis.classeur.correspondance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.verifqis.classeur.Limites;
import org.verifqis.classeur.Source;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.modele.Essai;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Reddition;

/** A small workbook in somebody's own layout, and what is read of it through a profile. */
public final class Classeur {
  static final Gabarit GABARIT = LecteurGabarit.charge();

  private final XSSFWorkbook workbook = new XSSFWorkbook();
  private final CellStyle dated = workbook.createCellStyle();

  /** An empty one. */
  public Classeur() {
    dated.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
  }

  /** Adds a sheet; null is an empty cell, a row without cells an empty row. */
  public Classeur feuille(String name, Object[]... rows) {
    XSSFSheet sheet = workbook.createSheet(name);
    for (int r = 0; r < rows.length; r++) {
      if (rows[r].length == 0) {
        continue;
      }
      XSSFRow row = sheet.createRow(r);
      for (int c = 0; c < rows[r].length; c++) {
        if (rows[r][c] != null) {
          fill(row.createCell(c), rows[r][c]);
        }
      }
    }
    return this;
  }

  /** Merges cells of the last sheet. */
  public Classeur fusionne(String range) {
    workbook
        .getSheetAt(workbook.getNumberOfSheets() - 1)
        .addMergedRegion(CellRangeAddress.valueOf(range));
    return this;
  }

  /** Shows the number of a cell of the last sheet as a percentage. */
  public Classeur pourcent(String cell) {
    CellReference place = new CellReference(cell);
    CellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat("0%"));
    workbook
        .getSheetAt(workbook.getNumberOfSheets() - 1)
        .getRow(place.getRow())
        .getCell(place.getCol())
        .setCellStyle(style);
    return this;
  }

  /** A row. */
  public static Object[] r(Object... cells) {
    return cells;
  }

  private void fill(Cell cell, Object value) {
    if (value instanceof LocalDate date) {
      cell.setCellValue(date);
      cell.setCellStyle(dated);
    } else if (value instanceof FormulaError error) {
      cell.setCellErrorValue(error.getCode());
    } else if (value instanceof Number number) {
      cell.setCellValue(number.doubleValue());
    } else {
      cell.setCellValue(value.toString());
    }
  }

  /** Its file. */
  public byte[] octets() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      workbook.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  Source source() {
    return Source.de("suivi.xlsx", octets());
  }

  /**
   * What is read of it; with {@code -Dverifqis.convertis=true}, which takes a while, the template
   * that is filled in from that is judged alike.
   */
  Reddition lis(String... profile) {
    Reddition read =
        new LecteurCorrespondance(GABARIT, Limites.parDefaut(), List.of(profil(profile)))
            .lis(source());
    if (Boolean.getBoolean("verifqis.convertis")) {
      Converti.estJugePareil(read);
    }
    return read;
  }

  Essai essaie(String... profile) {
    Correspondance own = profil(profile);
    return new LecteurCorrespondance(GABARIT, Limites.parDefaut(), List.of(own))
        .essaie(source(), own);
  }

  static Correspondance profil(String... lines) {
    String text = "correspondance: \"1\"\nnom: essai\n" + String.join("\n", lines) + "\n";
    return new LecteurProfil(GABARIT).lis("profil.yaml", "profil.yaml", text);
  }
}
