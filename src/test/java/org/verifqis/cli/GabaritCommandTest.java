package org.verifqis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
