package org.verifqis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GabaritCommandTest {
  @TempDir Path folder;

  @Test
  void makesNextYearsWorkbookFromThisYears() {
    Path first = folder.resolve("2022.xlsx");
    Path next = folder.resolve("2023.xlsx");
    Run made = Run.of("gabarit", "-o", first, "--entente", "all-14", "--exercice", "2022-2023");
    assertThat(made.status()).as(made.err()).isZero();
    assertThat(made.out()).isEmpty();
    assertThat(Run.of("template", "-o", next, "--previous", first).status()).isZero();
    assertThat(Run.of("verifier", next).out()).contains("Lanaudière (ALL-14)", "2023-2024");
  }

  @Test
  void tellsWhatItTookOverAndWhatItDidNot() throws IOException {
    Path next = folder.resolve("suivante.xlsx");
    Path last = Path.of("fixtures/exemples/non-conforme.xlsx");
    Run french = Run.of("gabarit", "-o", next, "--precedente", last);
    assertThat(french.status()).as(french.err()).isZero();
    assertThat(french.err())
        .contains("Repris de « non-conforme.xlsx »", "Priorités : 8 lignes reprises.")
        .contains("Statut autre que « En cours »");
    assertThat(Run.of("--lang", "en", "template", "-o", next, "--previous", last).err())
        .contains("Taken over from “non-conforme.xlsx”", "rows taken over.");
    try (XSSFWorkbook workbook = new XSSFWorkbook(next.toFile().getPath())) {
      List<String> lines = new ArrayList<>();
      workbook.getSheet("Instructions").forEach(r -> r.forEach(c -> lines.add(c.toString())));
      assertThat(lines).contains("Repris de « non-conforme.xlsx »");
      assertThat(lines).anyMatch(l -> l.contains("Statut autre que « En cours »"));
    }
  }

  @Test
  void anotherEditionAndAnInadmissibleRedditionAreSaid() throws IOException {
    Path last = folder.resolve("2023.xlsx");
    try (XSSFWorkbook workbook =
        new XSSFWorkbook(new FileInputStream("fixtures/exemples/conforme.xlsx"))) {
      XSSFSheet sheet = workbook.getSheet("Identification");
      for (Row row : sheet) {
        String label = row.getCell(0) == null ? "" : row.getCell(0).toString();
        if (label.equals("Début de l'exercice")) {
          row.getCell(1).setCellValue(LocalDate.of(2023, 4, 1));
        }
        if (label.equals("Fin de l'exercice")) {
          row.getCell(1).setCellValue(LocalDate.of(2024, 3, 31));
        }
      }
      workbook.removeSheetAt(workbook.getSheetIndex("Priorités"));
      try (OutputStream stream = Files.newOutputStream(last)) {
        workbook.write(stream);
      }
    }
    Run run = Run.of("gabarit", "-o", folder.resolve("2024.xlsx"), "--precedente", last);
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.err())
        .contains("l’exercice 2024-2025 ouvre une nouvelle édition")
        .contains("Versements : 9 lignes de l’ancienne entente laissées")
        .contains("Priorités : feuille absente ou sans en-tête")
        .doesNotContain("irrecevable");
    Path inadmissible = Path.of("fixtures/exemples/irrecevable.xlsx");
    assertThat(
            Run.of("gabarit", "-o", folder.resolve("i.xlsx"), "--precedente", inadmissible).err())
        .containsPattern("irrecevable \\(LEC-\\d\\d");
  }

  @Test
  void refusesWhatContradictsItself() throws IOException {
    Path first = folder.resolve("2022.xlsx");
    Run.of("gabarit", "-o", first, "--entente", "ALL-14", "--exercice", "2022-2023");
    Path next = folder.resolve("2023.xlsx");
    assertThat(wrong("-o", next, "--precedente", first, "--exercice", "2022-2023"))
        .contains("2023-2024");
    assertThat(wrong("-o", next, "--precedente", first, "--entente", "ALL-01")).contains("ALL-14");
    assertThat(wrong("-o", first, "--precedente", first)).contains("2022.xlsx");
    assertThat(wrong("-o", next, "--entente", "ALL-99")).contains("ALL-11G");
    assertThat(wrong("-o", next, "--exercice", "2022-2024")).contains("2022-2024");
    assertThat(wrong("-o", next, "--exercice", "1999-2000")).contains("1999-2000");
    assertThat(wrong("-o", folder.resolve("2023.ods"))).contains(".xlsx");
    Path other = Files.writeString(folder.resolve("texte.xlsx"), "bonjour");
    assertThat(Run.of("gabarit", "-o", next, "--precedente", other).status()).isEqualTo(3);
    assertThat(next).doesNotExist();
  }

  private String wrong(Object... words) {
    Object[] all = new Object[words.length + 1];
    all[0] = "gabarit";
    System.arraycopy(words, 0, all, 1, words.length);
    Run run = Run.of(all);
    assertThat(run.status()).isEqualTo(2);
    return run.err();
  }
}
