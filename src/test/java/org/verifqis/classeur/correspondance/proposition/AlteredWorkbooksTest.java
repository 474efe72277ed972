package org.verifqis.classeur.correspondance.proposition;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.verifqis.classeur.Limites;
import org.verifqis.classeur.Source;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.modele.Gabarit;

/**
 * Whatever a workbook lacks or holds in a wrong place, something is proposed: the workbooks of
 * {@code fixtures/correspondance} with cells emptied, moved and written over. {@code
 * -Dverifqis.alterations=2000} tries as many.
 */
class AlteredWorkbooksTest {
  private static final Gabarit GABARIT = LecteurGabarit.charge();
  private static final int ROUNDS = Integer.getInteger("verifqis.alterations", 12);
  private static final long SEED = 29;

  @Test
  void somethingIsProposedForAnyWorkbook() throws IOException {
    Proposeur proposer = new Proposeur(GABARIT, Limites.parDefaut(), MemoireProfils.vide());
    List<Path> files;
    try (Stream<Path> all = Files.list(Path.of("fixtures", "correspondance"))) {
      files = new ArrayList<>(all.filter(f -> f.toString().endsWith(".xlsx")).sorted().toList());
    }
    Collections.shuffle(files, new Random(SEED));
    for (int round = 0; round < ROUNDS; round++) {
      Path file = files.get(round % files.size());
      byte[] altered = altered(file, new Random(SEED + round));
      assertThatCode(() -> proposer.propose(Source.de("suivi.xlsx", altered), null))
          .as("%s, round %d", file, round)
          .doesNotThrowAnyException();
    }
  }

  private static byte[] altered(Path file, Random random) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
      double share = random.nextDouble() / 3;
      for (Sheet sheet : workbook) {
        for (Row row : sheet) {
          List<Cell> cells = new ArrayList<>();
          row.forEach(cells::add);
          for (Cell cell : cells) {
            if (random.nextDouble() < share && row.getCell(cell.getColumnIndex()) == cell) {
              alter(row, cell, random);
            }
          }
        }
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      workbook.write(out);
      return out.toByteArray();
    }
  }

  private static void alter(Row row, Cell cell, Random random) {
    switch (random.nextInt(4)) {
      case 0 -> row.removeCell(cell);
      case 1 -> {
        if (cell.getCellType() == CellType.STRING) {
          row.createCell(random.nextInt(30)).setCellValue(cell.getStringCellValue());
        }
      }
      case 2 -> cell.setCellValue(random.nextInt(50_000));
      default -> cell.setCellValue("TOTAL");
    }
  }
}
