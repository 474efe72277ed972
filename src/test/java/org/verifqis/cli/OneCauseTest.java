package org.verifqis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One cause, one message, and the number beside the verdict is that of the messages. */
class OneCauseTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void aLetterFarBelowTheTable() throws IOException {
    file = folder.resolve("egare.xlsx");
    // Read from a stream: POI writes what it opened by its name when it closes it.
    try (InputStream in = Files.newInputStream(Path.of("fixtures/exemples/conforme.xlsx"));
        XSSFWorkbook workbook = new XSSFWorkbook(in);
        OutputStream out = Files.newOutputStream(file)) {
      workbook.getSheet("Projets").createRow(59).createCell(5).setCellValue("x");
      workbook.write(out);
    }
  }

  private static String said(Object... words) {
    return Run.of(words).out().replace('\u00A0', ' ');
  }

  @Test
  void peopleReadItOnceAndCountItOnce() throws IOException {
    String console = said("verifier", file);
    assertThat(console).containsOnlyOnce("la ligne 60 ne contient que F60");
    assertThat(console).contains("Verdict de egare.xlsx : Non conforme – 1 non-conformité");
    String page = said("verifier", file, "--format", "html");
    assertThat(page).contains(">1 non-conformité<").doesNotContain("non-conformités");
    Path copy = folder.resolve("copie.xlsx");
    assertThat(Run.of("annoter", file, "-o", copy).err()).contains("(Non conforme, 1 constat)");
    try (XSSFWorkbook workbook = new XSSFWorkbook(copy.toFile().getPath())) {
      assertThat(workbook.getSheet("Constats").getRow(2).getCell(0).getStringCellValue())
          .endsWith("Non conforme – 1 non-conformité");
      assertThat(workbook.getSheet("Constats").getRow(3).getCell(0).getStringCellValue())
          .contains("classe du rapport");
    }
  }

  @Test
  void programsReadEveryFinding() throws IOException {
    JsonNode report =
        JsonMapper.builder().build().readTree(said("verifier", file, "--format", "json"));
    assertThat(report.at("/redditions/0/sommaire/nonConformites").asInt()).isEqualTo(19);
    assertThat(said("verifier", file, "--format", "csv").lines()).hasSize(20);
  }
}
