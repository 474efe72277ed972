package org.verifqis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verifqis.rapport.Langue;

/** Nothing is written over unasked, by any command that writes. */
class OverwritingTest {
  private static final String FILE = "{fichier}";
  private static final String FOLDER = "{dossier}";
  private static final String PERSON = "Trois jours de travail.";

  /** How each command that writes is called, and how what it writes ends. */
  private static final Map<String, List<List<String>>> CALLS =
      Map.of(
          "verifier",
          List.of(
              List.of(".txt", FILE),
              List.of(".json", FILE, "--format", "json"),
              List.of(".csv", FILE, "--format", "csv"),
              List.of(".html", FILE, "--format", "html")),
          "annoter",
          List.of(List.of(".xlsx", FILE)),
          "gabarit",
          List.of(List.of(".xlsx")),
          "comparer",
          List.of(
              List.of(".txt", FILE, FILE),
              List.of(".json", FILE, FILE, "--format", "json"),
              List.of(".html", FILE, FILE, "--format", "html")),
          "statistiques",
          List.of(
              List.of(".txt", FOLDER, "--exercice", "2022-2023"),
              List.of(".json", FOLDER, "--exercice", "2022-2023", "--format", "json"),
              List.of(".csv", FOLDER, "--exercice", "2022-2023", "--format", "csv"),
              List.of(".html", FOLDER, "--exercice", "2022-2023", "--format", "html"),
              List.of(".xlsx", FOLDER, "--exercice", "2022-2023", "--format", "xlsx")));

  @TempDir Path temp;
  private Path folder;
  private Path file;

  @BeforeEach
  void reddition() throws IOException {
    folder = Files.createDirectory(temp.resolve("redditions"));
    file = folder.resolve("r.xlsx");
    Run.of("gabarit", "-o", file, "--entente", "ALL-14", "--exercice", "2022-2023");
  }

  private Run run(String command, List<String> call, Path output, Object... more) {
    List<Object> words = new ArrayList<>(List.of(command));
    call.stream()
        .skip(1)
        .map(
            word -> (Object) word.replace(FILE, file.toString()).replace(FOLDER, folder.toString()))
        .forEach(words::add);
    words.addAll(List.of("-o", output));
    words.addAll(Arrays.asList(more));
    return Run.of(words.toArray());
  }

  @Test
  void everyCommandThatWritesIsCalledHere() {
    Set<String> writing = new TreeSet<>();
    Verifqis.line(null, Messages.of(Langue.FR))
        .getSubcommands()
        .forEach(
            (name, command) -> {
              if (command.getCommandSpec().findOption("-o") != null) {
                assertThat(command.getCommandSpec().findOption("--remplacer")).as(name).isNotNull();
                writing.add(command.getCommandName());
              }
            });
    writing.remove("auditer");
    // It needs a registry: GreffeCommandsTest calls it.
    writing.remove("sauvegarde");
    // It needs a profile: CorrespondanceCommandTest calls it.
    writing.remove("convertir");
    assertThat(CALLS.keySet()).containsExactlyInAnyOrderElementsOf(writing);
  }

  @Test
  void whatSomebodyElseMadeIsKept() throws IOException {
    for (String command : CALLS.keySet()) {
      for (List<String> call : CALLS.get(command)) {
        Path output = temp.resolve("travail-" + command + call.get(0));
        Files.writeString(output, PERSON);
        Run refused = run(command, call, output);
        assertThat(refused.status()).as(output + refused.err()).isEqualTo(2);
        assertThat(refused.err()).contains("--remplacer");
        assertThat(output).hasContent(PERSON);
        assertThat(run(command, call, output, "--remplacer").status())
            .as("" + output)
            .isLessThan(2);
        assertThat(Files.size(output)).isNotEqualTo(PERSON.length());
        if (!call.get(0).equals(".txt")) {
          Run again = run(command, call, output);
          assertThat(again.status()).as("its own again: " + output + again.err()).isLessThan(2);
        }
      }
    }
  }

  @Test
  void anEndingThatDoesNotFitIsRefused() {
    for (String command : CALLS.keySet()) {
      for (List<String> call : CALLS.get(command)) {
        Path output = temp.resolve("autre" + (call.get(0).equals(".xlsx") ? ".csv" : ".xlsx"));
        assertThat(run(command, call, output).status()).as(command + call).isEqualTo(2);
        assertThat(output).doesNotExist();
      }
    }
  }

  @Test
  void whatIsReadIsNeverWrittenOver() throws IOException {
    byte[] before = Files.readAllBytes(file);
    Path link = Files.createSymbolicLink(temp.resolve("lien.xlsx"), file);
    Path hard = Files.createLink(temp.resolve("dur.xlsx"), file);
    for (Path output : List.of(file, link, hard)) {
      assertThat(Run.of("annoter", file, "-o", output, "--remplacer").status()).isEqualTo(2);
      assertThat(Run.of("gabarit", "--precedente", file, "-o", output, "--remplacer").status())
          .isEqualTo(2);
    }
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void aTemplateThatWasFilledIsKept() throws IOException {
    Path filled = temp.resolve("rempli.xlsx");
    try (XSSFWorkbook workbook = new XSSFWorkbook(file.toString());
        OutputStream stream = Files.newOutputStream(filled)) {
      workbook.getSheetAt(0).createRow(40).createCell(0).setCellValue(PERSON);
      workbook.write(stream);
    }
    byte[] before = Files.readAllBytes(filled);
    assertThat(Run.of("gabarit", "-o", filled).status()).isEqualTo(2);
    assertThat(Run.of("annoter", file, "-o", filled).status()).isEqualTo(2);
    assertThat(Files.readAllBytes(filled)).isEqualTo(before);
  }

  @Test
  void aTemplateIsNoCopyAndNoTables() {
    Path template = temp.resolve("gabarit.xlsx");
    assertThat(Run.of("gabarit", "-o", template).status()).isZero();
    assertThat(Run.of("annoter", file, "-o", template).status()).isEqualTo(2);
    assertThat(Run.of("gabarit", "-o", template).status()).isZero();
  }

  @Test
  void theFolderOfAnAuditKeepsWhatIsNotOurs() throws IOException {
    Path output = Files.createDirectory(temp.resolve("audit"));
    Path csv = Files.writeString(output.resolve("audit.csv"), PERSON);
    Run refused = Run.of("auditer", folder, "-o", output);
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).contains("audit.csv", "--remplacer");
    assertThat(csv).hasContent(PERSON);
    assertThat(Run.of("auditer", folder, "-o", output, "--remplacer").status()).isLessThan(2);
    assertThat(Run.of("auditer", folder, "-o", output).status()).isLessThan(2);
  }

  @Test
  void theFolderOfReportsKeepsWhatIsNotOurs() throws IOException {
    Path output = Files.createDirectory(temp.resolve("rapports"));
    Path kept = Files.writeString(output.resolve("r.html"), PERSON);
    Run refused = Run.of("verifier", file, "--format", "html", "-o", output);
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).contains("r.html", "--remplacer");
    assertThat(kept).hasContent(PERSON);
  }

  @Test
  void aFolderThatIsAFileIsTold() throws IOException {
    Path output = Files.writeString(temp.resolve("fichier"), PERSON).resolve("sortie.xlsx");
    for (Run run :
        List.of(Run.of("gabarit", "-o", output), Run.of("annoter", file, "-o", output))) {
      assertThat(run.status()).as(run.err()).isEqualTo(3);
      assertThat(run.err()).contains("sortie.xlsx", "dossier").doesNotContain("Exception");
    }
  }
}
