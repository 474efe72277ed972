package org.verifqis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.verifqis.regles.Registre;

class ReglesCommandTest {
  @Test
  void docsListTheRulesAsTheyAre() throws IOException {
    assertThat(Files.readString(Path.of("docs/REGLES.md")))
        .as("stale: run ./verifqis regles --format md > docs/REGLES.md")
        .isEqualTo(Run.of("regles", "--format", "md").out());
  }

  @Test
  void showsARuleWhole() {
    Run run = Run.of("regles", "ver-01");
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("VER-01", "étape 4", "versement.premier", "70000.00");
  }

  @Test
  void listsThemAllOrThoseOfAnEdition() throws IOException {
    JsonNode all = new ObjectMapper().readTree(Run.of("rules", "--format", "json").out());
    assertThat(all).hasSize(Registre.charge().regles().size());
    assertThat(Run.of("regles").out()).contains("MTL-01");
    assertThat(Run.of("regles", "--edition", "2024-2029").out()).doesNotContain("MTL-01");
  }
}
