package org.verifqis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulerCommandTest {
  @TempDir Path folder;
  private Path redditions;

  @BeforeEach
  void fileOne() throws IOException {
    redditions = Files.createDirectory(folder.resolve("redditions"));
    Path file = redditions.resolve("a.xlsx");
    Run.of("gabarit", "-o", file, "--entente", "ALL-14", "--exercice", "2022-2023");
  }

  @Test
  void showsWhatAnotherEditionChanges() throws IOException {
    Run run = Run.of("simuler", redditions, "--edition", "2024-2029", "--format", "json");
    assertThat(run.status()).as(run.err()).isZero();
    JsonNode rules = new ObjectMapper().readTree(run.out()).at("/simulations/0/regles");
    assertThat(rules.findValuesAsText("id")).contains("VER-01");
    assertThat(Run.of("simuler", redditions, "--edition", "2024-2029").out())
        .contains("VER-01", "→", "1 reddition");
  }

  @Test
  void showsWhatOtherFiguresChange() throws IOException {
    Path figures =
        Files.writeString(
            folder.resolve("p.yaml"),
            "administration.plafond:\n  valeurs: [{edition: 2017-2024, valeur: \"0.10\"}]\n");
    Run run = Run.of("simulate", redditions, "--parameters", figures, "--lang", "en");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("FIN-11");
    assertThat(run.out()).doesNotContain("VER-01");
  }

  @Test
  void wantsSomethingToSimulate() throws IOException {
    assertThat(Run.of("simuler", redditions).status()).isEqualTo(2);
    assertThat(Run.of("simuler", redditions, "--edition", "1999-2000").status()).isEqualTo(2);
    Files.writeString(redditions.resolve("b.xlsx"), "bonjour");
    assertThat(Run.of("simuler", redditions, "--edition", "2024-2029").status()).isEqualTo(3);
  }
}
