package org.verifqis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verifqis.audit.PetiteReddition;

class ExpliquerCommandTest {
  private static final int PAYMENTS = 150;
  private static final int SHOWN = 100;

  @TempDir Path folder;

  @Test
  void explainsARuleAlone() {
    Run run = Run.of("expliquer", "ver-01");
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("VER-01", "70\u00A0000,00\u00A0$", "RAPPORT");
    assertThat(Run.of("expliquer", "ZZZ-01").status()).isEqualTo(2);
  }

  @Test
  void explainsItsCasesInAWorkbook() throws Exception {
    Path file = folder.resolve("vide.xlsx");
    Run.of("gabarit", "-o", file, "--entente", "ALL-14", "--exercice", "2022-2023");
    Run run = Run.of("expliquer", "VER-01", file);
    assertThat(run.out()).contains("vide.xlsx – Enfreinte", "70\u00A0000,00", "1 enfreint");
    assertThat(Run.of("explain", "LEC-02", file, "--lang", "en").out()).contains("Broken", "only");
    assertThat(run.out()).doesNotContain("--tous");
    Path text = Files.writeString(folder.resolve("texte.xlsx"), "bonjour");
    assertThat(Run.of("expliquer", "VER-01", text).status()).isEqualTo(3);
  }

  @Test
  void showsAHundredCasesAndWhatIsBrokenBeforeTheRest() throws Exception {
    Path file = PetiteReddition.de("ALL-14", 2020).ecris(folder.resolve("long.xlsx"));
    try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
      Sheet payments = workbook.getSheet("Versements");
      for (int row = 1; row <= PAYMENTS; row++) {
        Row payment = payments.createRow(row);
        payment.createCell(0).setCellValue("V-" + row);
        // The agreement was signed in 2018: the last two came before it.
        payment.createCell(2).setCellValue(row > PAYMENTS - 2 ? "2017-05-01" : "2019-05-01");
        payment.createCell(1).setCellValue("PREMIER");
        payment.createCell(3).setCellValue("1000,00");
      }
      try (OutputStream out = Files.newOutputStream(file)) {
        workbook.write(out);
      }
    }
    Run some = Run.of("expliquer", "VER-02", file);
    assertThat(some.out())
        .contains("50 autres cas ne sont pas montrés", "--tous")
        .contains("V-98", "V-149", "V-150")
        .doesNotContain("V-99", "V-148");
    assertThat(some.out().lines().filter(l -> l.contains("N°\u00A0:")).count()).isEqualTo(SHOWN);
    Run all = Run.of("explain", "VER-02", file, "--all", "--lang", "en");
    assertThat(all.out()).contains("V-99", "V-148", "V-150").doesNotContain("--all");
  }
}
