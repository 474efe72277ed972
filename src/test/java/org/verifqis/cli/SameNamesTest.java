package org.verifqis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder an agreement, in each of them a damaged file of one and the same name. */
class SameNamesTest {
  private static final String ONE = "ALL-01/reddition.xlsx";
  private static final String TWO = "ALL-02/reddition.xlsx";

  @TempDir private Path temp;
  private Path folder;

  @BeforeEach
  void damage() throws IOException {
    folder = temp.resolve("redditions");
    byte[] whole = Files.readAllBytes(Path.of("fixtures/exemples/conforme.xlsx"));
    for (String name : new String[] {ONE, TWO}) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "verifier",
        "verifier --format json",
        "verifier --format csv",
        "verifier --format html",
        "auditer",
        "auditer --format json",
        "auditer --format csv",
        "auditer --format html",
        "statistiques --exercice 2021-2022",
        "statistiques --exercice 2021-2022 --format json",
        "simuler --edition 2024-2029",
        "simuler --edition 2024-2029 --format json"
      })
  void everyFormSaysInWhichFolder(String command) {
    String[] words = command.split(" ");
    Object[] args = Arrays.copyOf(words, words.length + 1, Object[].class);
    args[words.length] = folder;
    Run run = Run.of(args);
    assertThat(run.status()).isEqualTo(ExitStatus.NOT_READ.code());
    assertThat(run.out()).contains(ONE, TWO);
  }

  @Test
  void whatIsSaidBesideAReportInAFileDoesSoToo() {
    Run run = Run.of("verifier", folder, "--format", "csv", "-o", temp.resolve("rapport.csv"));
    assertThat(run.err()).contains(ONE, TWO);
  }
}
