package org.verifqis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verifqis.audit.PetiteReddition;

/** What a second audit writes of redditions that it does not judge again. */
class AuditReportsTest {
  @TempDir private Path temp;
  private Path folder;
  private Path json;
  private Path csv;

  @BeforeEach
  void writeRedditions() throws IOException {
    folder = temp.resolve("redditions");
    PetiteReddition.de("ALL-14", 2019).ecris(folder.resolve("a.xlsx"));
    PetiteReddition.de("ALL-14", 2020)
        .avec("soldeOuverture", "9,00")
        .ecris(folder.resolve("b.xlsx"));
    json = temp.resolve("audit/audit.json");
    csv = temp.resolve("audit/audit.csv");
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
