package org.verifqis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verifqis.audit.PetiteReddition;

/** A second audit takes over what an earlier report says of the same redditions. */
class AuditReportsTest {
  @TempDir private Path temp;
  private Path folder;
  private Path json;
  private Path csv;
  private Path notes;

  @BeforeEach
  void writeRedditions() throws IOException {
    folder = temp.resolve("redditions");
    PetiteReddition.de("ALL-14", 2019).ecris(folder.resolve("a.xlsx"));
    PetiteReddition.de("ALL-14", 2020)
        .avec("soldeOuverture", "9,00")
        .ecris(folder.resolve("b.xlsx"));
    json = temp.resolve("audit/audit.json");
    csv = temp.resolve("audit/audit.csv");
    notes = temp.resolve("audit/.verifqis-rapports.properties");
  }

  private void audit(String... more) {
    Object[] words = {"auditer", folder, "-o", json.getParent(), "--format", "json,csv,html"};
    Object[] all = Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    Run run = Run.of(all);
    assertThat(run.status()).as(run.err()).isLessThan(ExitStatus.NOT_READ.code());
  }

  private static String read(Path report) throws IOException {
    return Files.readString(report, StandardCharsets.UTF_8)
        .replaceFirst("\"reutilisees\": \\d+", "\"reutilisees\": …");
  }

  @Test
  void itIsWordForWordWhatWouldBeWrittenAnew() throws IOException {
    audit();
    String first = read(json);
    String table = read(csv);
    audit();
    assertThat(read(json)).isEqualTo(first);
    assertThat(read(csv)).isEqualTo(table);
    audit("--sans-cache");
    assertThat(read(json)).isEqualTo(first);
  }

  @Test
  void itIsReallyTakenOver() throws IOException {
    audit();
    forge(json, "Lanaudière", "Lanaudierre");
    forge(csv, "Lanaudière", "Lanaudierre");
    audit();
    assertThat(read(json)).contains("Lanaudierre");
    assertThat(read(csv)).contains("Lanaudierre");
    audit("--sans-cache");
    assertThat(read(json)).doesNotContain("Lanaudierre");
    assertThat(read(csv)).doesNotContain("Lanaudierre");
  }

  @Test
  void aChartIsTakenOverAsLongAsItsNumbersAreTheSame() throws IOException {
    Path page = temp.resolve("audit/audit.html");
    audit();
    String first = Files.readString(page);
    forge(page, "class=\"graphique\"", "class=\"grafhique\"");
    audit("--date", "2020-01-01");
    assertThat(Files.readString(page)).contains("grafhique");
    audit("--sans-cache", "--date", "2020-01-01");
    assertThat(Files.readString(page)).contains("class=\"graphique\"").doesNotContain("grafhique");
    audit();
    forge(page, "class=\"graphique\"", "class=\"grafhique\"");
    PetiteReddition.de("ALL-13", 2019).ecris(folder.resolve("c.xlsx"));
    audit();
    assertThat(Files.readString(page)).contains("class=\"graphique\"").doesNotContain("grafhique");
    Files.delete(folder.resolve("c.xlsx"));
    audit();
    Files.writeString(page, Files.readString(page).replace("graphique\"", "grafhique\""));
    audit();
    assertThat(charts(Files.readString(page))).isEqualTo(charts(first)).isNotEmpty();
  }

  private static String charts(String page) {
    return Pattern.compile("<svg.*?</svg\\s*>", Pattern.DOTALL)
        .matcher(page)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.joining());
  }

  /** Changes a report, and its note so that this can't be seen. */
  private void forge(Path report, String old, String as) throws IOException {
    byte[] forged = Files.readString(report).replace(old, as).getBytes(StandardCharsets.UTF_8);
    Files.write(report, forged);
    String name = report.getFileName().toString();
    StringBuilder lines = new StringBuilder();
    for (String line : Files.readAllLines(notes)) {
      String[] words = line.split(" ");
      if (line.startsWith(name)) {
        CRC32 sum = new CRC32();
        int start = Integer.parseInt(words[1]);
        sum.update(forged, start, Integer.parseInt(words[2]) - start);
        words[3] = Long.toString(sum.getValue());
      }
      lines.append(String.join(" ", words)).append('\n');
    }
    Files.writeString(notes, lines);
  }

  @Test
  void aPageIsLeftAsItIsUnlessEverythingIsWrittenAnew() throws IOException {
    audit();
    Path page;
    try (Stream<Path> pages = Files.list(temp.resolve("audit/redditions"))) {
      page = pages.sorted().findFirst().orElseThrow();
    }
    String first = Files.readString(page);
    assertThat(first).contains("Lanaudière");
    // Of the same size in bytes: è takes two.
    Files.writeString(page, first.replace("Lanaudière", "Lanaudierre"));
    audit();
    assertThat(Files.readString(page)).contains("Lanaudierre");
    audit("--sans-cache");
    assertThat(Files.readString(page)).doesNotContain("Lanaudierre");
  }

  @Test
  void whatSomebodyTouchedIsWrittenAnew() throws IOException {
    audit();
    String first = read(json);
    String table = read(csv);
    Files.writeString(json, Files.readString(json).replace("Lanaudière", "Lanaudierre"));
    Files.writeString(csv, table.substring(0, table.length() / 2));
    audit();
    assertThat(read(json)).isEqualTo(first);
    assertThat(read(csv)).isEqualTo(table);
    Files.delete(json);
    Files.delete(csv);
    Files.writeString(notes, "audit.json=\\u00\naudit.csv=x");
    audit();
    assertThat(read(json)).isEqualTo(first);
    assertThat(read(csv)).isEqualTo(table);
  }

  @Test
  void anotherLanguageOrDayOrFileIsNotTheSame() throws IOException {
    audit("--date", "2020-01-01");
    String table = read(csv);
    assertThat(table).doesNotContain("INT-01");
    audit("--date", "2022-09-01");
    assertThat(read(csv)).contains("INT-01");
    audit("--date", "2022-09-01", "--lang", "en");
    assertThat(read(csv)).contains("File;Agreement;");
    assertThat(read(json)).contains("No first payment is listed");
    PetiteReddition.de("ALL-13", 2020).ecris(folder.resolve("c.xlsx"));
    audit("--date", "2022-09-01", "--lang", "en");
    assertThat(read(json)).contains("\"c.xlsx\"");
  }

  @Test
  void theDashboardStillTellsWhatTheNightBeforeFound() throws IOException {
    PetiteReddition.de("ALL-13", 2020)
        .avec("dateDepot", "2021-07-20")
        .ecris(folder.resolve("c.xlsx"));
    Path dashboard = json.resolveSibling("audit.html");
    String late = "Laval \\(ALL-13\\), 2020-2021</a> – La reddition est déposée le 20 juillet 2021";
    audit();
    assertThat(Files.readString(dashboard)).containsPattern(late);
    Files.delete(json);
    audit();
    assertThat(Files.readString(dashboard)).contains("repris").containsPattern(late);
    assertThat(read(json)).contains("20 juillet 2021");
  }
}
