package org.verifqis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verifqis.classeur.Transcription;

/** An .xls and an .ods of somebody's own layout give, by every command, what the .xlsx gives. */
class FormatsThroughAProfileTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NAME = "x01-grand-livre";

  @TempDir private Path folder;

  private Path profile;
  private final Map<String, Path> workbooks = new TreeMap<>();

  @BeforeEach
  void writes() throws IOException {
    Path own = Path.of("fixtures", "correspondance", NAME + ".xlsx");
    JsonNode told = JSON.readTree(own.resolveSibling(NAME + ".json").toFile());
    profile = Files.writeString(folder.resolve("profil.json"), told.get("profil").toString());
    for (String format : List.of("xlsx", "xls", "ods")) {
      workbooks.put(format, Files.createDirectory(folder.resolve(format)).resolve("a." + format));
    }
    Files.copy(own, workbooks.get("xlsx"));
    try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(own))) {
      Transcription.xls(workbook, workbooks.get("xls"));
      Transcription.ods(workbook, workbooks.get("ods"));
    }
  }

  /** What a command says of a file, but for how it is called and what its bytes are. */
  private interface Command {
    String tell(Path workbook) throws IOException;
  }

  private void same(Command command) throws IOException {
    Map<String, String> told = new TreeMap<>();
    for (Map.Entry<String, Path> one : workbooks.entrySet()) {
      told.put(
          one.getKey(),
          command
              .tell(one.getValue())
              .replaceAll("\\ba\\.(xlsx|xls|ods)\\b", "a")
              .replaceAll("\"(sha256|octets|empreinte)\" *: *[^,}]+", "")
              .replaceAll("\\b[0-9a-f]{64}\\b", "")
              .replace(folder.resolve(one.getKey()).toString(), ""));
    }
    assertThat(told.get("xls")).isNotBlank().isEqualTo(told.get("xlsx"));
    assertThat(told.get("ods")).isEqualTo(told.get("xlsx"));
  }

  @Test
  void theyAreJudgedAlike() throws IOException {
    same(w -> Run.of("verifier", w, "--correspondance", profile, "--format", "json").out());
    same(
        w -> {
          Path audit = w.resolveSibling("audit");
          Run run =
              Run.of(
                  "auditer",
                  w.getParent(),
                  "--correspondance",
                  profile,
                  "-o",
                  audit,
                  "--format",
                  "json");
          assertThat(run.status()).as(run.err()).isEqualTo(1);
          return Files.readString(audit.resolve("audit.json"));
        });
  }

  @Test
  void theyAreTriedProposedAndConvertedAlike() throws IOException {
    same(w -> Run.of("correspondance", "essayer", profile, w).out());
    same(
        w -> {
          Path proposal = w.resolveSibling("p.yaml");
          assertThat(Run.of("correspondance", "proposer", w, "-o", proposal).status()).isZero();
          return Files.readString(proposal);
        });
    same(
        w -> {
          Path filled = w.resolveSibling("reddition.xlsx");
          Run run = Run.of("convertir", w, "--correspondance", profile, "-o", filled);
          assertThat(run.status()).as(run.err()).isZero();
          return String.join("\n", cells(filled));
        });
  }

  private static List<String> cells(Path file) throws IOException {
    List<String> cells = new ArrayList<>();
    DataFormatter shown = new DataFormatter();
    try (var workbook = WorkbookFactory.create(file.toFile(), null, true)) {
      workbook.forEach(
          sheet ->
              sheet.forEach(
                  row ->
                      row.forEach(
                          cell ->
                              cells.add(
                                  sheet.getSheetName()
                                      + "!"
                                      + cell.getAddress()
                                      + " "
                                      + shown.formatCellValue(cell)))));
    }
    return cells;
  }
}
