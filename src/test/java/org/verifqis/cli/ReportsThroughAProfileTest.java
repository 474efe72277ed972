package org.verifqis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verifqis.classeur.Transcription;

/** The annotated copy and the reports of a workbook that is not the template. */
class ReportsThroughAProfileTest {
  private static final Pattern SENT =
      Pattern.compile(
          "[Ll]a feuille «\u00a0([^»]+)\u00a0»(?! du gabarit)|(?<!template’s )[Ss]heet “([^”]+)”");

  private static final Pattern ID = Pattern.compile(" id=\"([^\"]+)\"");
  private static final Pattern LINK = Pattern.compile(" href=\"#([^\"]+)\"");
  private static final Path FIXTURES = Path.of("fixtures", "correspondance");

  @TempDir private Path folder;

  private Path profile;

  @BeforeEach
  void names() {
    profile = folder.resolve("profil.json");
  }

  private Path workbook(String name) throws IOException {
    JsonNode told = new ObjectMapper().readTree(FIXTURES.resolve(name + ".json").toFile());
    Files.writeString(profile, told.get("profil").toString());
    return FIXTURES.resolve(name + ".xlsx");
  }

  private JsonNode judged(Path workbook, String language) throws IOException {
    Run run =
        Run.of(
            "verifier",
            workbook,
            "--correspondance",
            profile,
            "--format",
            "json",
            "--lang",
            language);
    return new ObjectMapper().readTree(run.out()).path("redditions").get(0);
  }

  /**
   * Tables with joins and forms; a sheet for each territory; merged cells and constants; across.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "x01-grand-livre",
        "x02-un-onglet-par-mrc",
        "x07-cellules-fusionnees-et-couleurs",
        "x08-tout-a-la-verticale"
      })
  void findingsStandInTheirSheetsAndNobodyIsSentElsewhere(String name) throws IOException {
    Path workbook = workbook(name);
    Path copy = folder.resolve("copie.xlsx");
    Run annotated = Run.of("annoter", workbook, "--correspondance", profile, "-o", copy);
    assertThat(annotated.status()).as(annotated.err()).isEqualTo(1);
    JsonNode findings = judged(workbook, "fr").path("constats");
    Set<String> sheets = new TreeSet<>();
    int cells = 0;
    try (XSSFWorkbook own = new XSSFWorkbook(Files.newInputStream(workbook));
        XSSFWorkbook marked = new XSSFWorkbook(Files.newInputStream(copy))) {
      own.forEach(sheet -> sheets.add(sheet.getSheetName()));
      assertThat(marked.getNumberOfSheets()).isEqualTo(own.getNumberOfSheets() + 1);
      for (String sheet : sheets) {
        assertThat(marked.getSheet(sheet).getMergedRegions())
            .isEqualTo(own.getSheet(sheet).getMergedRegions());
      }
      for (JsonNode finding : findings) {
        JsonNode place = finding.path("emplacements").get(0);
        XSSFSheet sheet = marked.getSheet(place.path("feuille").asText());
        if (!place.path("cellule").isNull()) {
          cells++;
          assertThat(sheet).as(place.toString()).isNotNull();
          String first = place.path("cellule").asText().replaceFirst(":.*", "");
          assertThat(sheet.getCellComment(new CellAddress(first)))
              .as(place.toString())
              .isNotNull()
              .satisfies(
                  note ->
                      assertThat(note.getString().getString())
                          .contains(finding.path("regle").asText()));
        }
      }
      // What is declared stands in no cell: its finding is on the list, which leads nowhere.
      assertThat(marked.getSheetAt(0).getHyperlinkList())
          .allSatisfy(
              link ->
                  assertThat(sheets)
                      .contains(link.getLocation().replaceFirst("![^!]*$", "").replace("'", "")));
    }
    assertThat(cells).isPositive();
    nobodyIsSentElsewhere(workbook, sheets);
    everyLinkOfThePageLeadsToOnePlace(workbook);
  }

  private void nobodyIsSentElsewhere(Path workbook, Set<String> sheets) throws IOException {
    for (String language : List.of("fr", "en")) {
      JsonNode read = judged(workbook, language);
      List<String> told = new ArrayList<>();
      for (JsonNode finding : read.path("constats")) {
        told.add(finding.path("message").asText());
        told.add(finding.path("correction").asText());
      }
      read.path("cible4").path("motifs").forEach(why -> told.add(why.asText()));
      Set<String> sent =
          told.stream()
              .flatMap(text -> SENT.matcher(text).results())
              .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(sent).isSubsetOf(sheets);
    }
  }

  private void everyLinkOfThePageLeadsToOnePlace(Path workbook) {
    String page =
        Run.of("verifier", workbook, "--correspondance", profile, "--format", "html").out();
    List<String> ids = ID.matcher(page).results().map(found -> found.group(1)).toList();
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(ids)
        .containsAll(
            LINK.matcher(page)
                .results()
                .map(MatchResult::group)
                .map(link -> link.replaceAll(".*#|\"", ""))
                .toList());
  }

  @Test
  void whatExcelDoesNotKeepAsXlsxIsNotAnnotatedAndSaysWhatToDo() throws IOException {
    Path own = workbook("x07-cellules-fusionnees-et-couleurs");
    try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(own))) {
      for (Path other :
          List.of(
              Transcription.xls(workbook, folder.resolve("a.xls")),
              Transcription.ods(workbook, folder.resolve("a.ods")))) {
        for (String ending :
            List.of(".xlsx", other.toString().substring(other.toString().length() - 4))) {
          Path copy = folder.resolve("copie" + ending);
          Run run = Run.of("annoter", other, "--correspondance", profile, "-o", copy);
          assertThat(run.status()).as(run.err()).isIn(2, 3);
          assertThat(run.err()).contains(".xlsx").doesNotContain("Exception");
          assertThat(copy).doesNotExist();
        }
      }
    }
  }
}
