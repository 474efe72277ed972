package org.verifqis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparerCommandTest {
  @TempDir Path folder;

  @Test
  void comparesFilingsOfOneAgreement() {
    Path one = folder.resolve("1.xlsx");
    Path two = folder.resolve("2.xlsx");
    Path other = folder.resolve("3.xlsx");
    Run.of("gabarit", "-o", one, "--entente", "ALL-14", "--exercice", "2021-2022");
    Run.of("gabarit", "-o", two, "--entente", "ALL-14", "--exercice", "2022-2023");
    Run.of("gabarit", "-o", other, "--entente", "ALL-01", "--exercice", "2022-2023");
    Run run = Run.of("comparer", one, two);
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("2 changements", "Début de l'exercice");
    Path page = folder.resolve("page.html");
    assertThat(Run.of("compare", one, two, "--format", "html", "-o", page).status()).isZero();
    assertThat(page).isNotEmptyFile();
    assertThat(Run.of("comparer", one, other).status()).isEqualTo(2);
    assertThat(Run.of("comparer", one, folder.resolve("rien.xlsx")).status()).isEqualTo(3);
    assertThat(Run.of("comparer", one, two, "-o", two).status()).isEqualTo(2);
  }
}
