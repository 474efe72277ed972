package org.verifqis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verifqis.classeur.Transcription;

class AnnoterCommandTest {
  @TempDir Path folder;

  @Test
  void writesACopyAndLeavesTheFile() throws IOException {
    Path file = folder.resolve("vide.xlsx");
    Run.of("gabarit", "-o", file, "--entente", "ALL-14", "--exercice", "2022-2023");
    byte[] before = Files.readAllBytes(file);
    Path copy = folder.resolve("copie.xlsx");
    Run run = Run.of("annoter", file, "-o", copy);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("copie.xlsx", "Non conforme");
    assertThat(copy).exists();
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    assertThat(Run.of("annotate", file, "-o", copy, "--lang", "en").err()).contains("Annotated");
  }

  @Test
  void aCopyThatCannotBeWrittenIsSaidAndIsNoFaultOfOurs() throws IOException {
    Path file = folder.resolve("vide.xlsx");
    Run.of("gabarit", "-o", file);
    Path notAFolder = Files.writeString(folder.resolve("occupe"), "");
    Run run = Run.of("annoter", file, "-o", notAFolder.resolve("copie.xlsx"));
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("copie.xlsx").hasLineCount(1);
  }

  @Test
  void refusesToOverwriteAndOtherEndings() throws IOException {
    Path file = folder.resolve("vide.xlsx");
    Run.of("gabarit", "-o", file);
    assertThat(Run.of("annoter", file, "-o", file).status()).isEqualTo(2);
    assertThat(Run.of("annoter", file, "-o", folder.resolve("copie.xlsm")).status()).isEqualTo(2);
    Path text = Files.writeString(folder.resolve("texte.xlsx"), "bonjour");
    Path copy = folder.resolve("copie.xlsx");
    assertThat(Run.of("annoter", text, "-o", copy).status()).isEqualTo(3);
    assertThat(copy).doesNotExist();
  }

  /** What can be read and not written says so, and what to do, whatever the copy is called. */
  @Test
  void anXlsOrAnOdsIsToBeSavedFirst() throws IOException {
    Path example = Path.of("fixtures/exemples/conforme.xlsx");
    Map<String, Path> files = new LinkedHashMap<>();
    try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(example))) {
      files.put(".xls", Transcription.xls(workbook, folder.resolve("ancien.xls")));
      files.put(".ods", Transcription.ods(workbook, folder.resolve("libre.ods")));
    }
    for (Map.Entry<String, Path> file : files.entrySet()) {
      Path copy = folder.resolve("copie.xlsx");
      Run run = Run.of("annoter", file.getValue(), "-o", copy);
      assertThat(run.status()).isEqualTo(3);
      assertThat(run.err().replaceAll("\\s+", " "))
          .contains("Les classeurs " + file.getKey() + " se lisent", "Classeur Excel (.xlsx)");
      assertThat(copy).doesNotExist();
    }
  }
}
