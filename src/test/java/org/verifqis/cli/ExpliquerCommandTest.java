package org.verifqis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpliquerCommandTest {
  @TempDir Path folder;

  @Test
  void explainsARuleAlone() {
    Run run = Run.of("expliquer", "ver-01");
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("VER-01", "70000.00", "RAPPORT");
    assertThat(Run.of("expliquer", "ZZZ-01").status()).isEqualTo(2);
  }

  @Test
  void explainsItsCasesInAWorkbook() throws Exception {
    Path file = folder.resolve("vide.xlsx");
    Run.of("gabarit", "-o", file, "--entente", "ALL-14", "--exercice", "2022-2023");
    Run run = Run.of("expliquer", "VER-01", file);
    assertThat(run.out()).contains("vide.xlsx – Enfreinte", "70\u00A0000,00", "1 enfreint");
    assertThat(Run.of("explain", "LEC-02", file, "--lang", "en").out()).contains("Broken", "only");
    Path text = Files.writeString(folder.resolve("texte.xlsx"), "bonjour");
    assertThat(Run.of("expliquer", "VER-01", text).status()).isEqualTo(3);
  }
}
