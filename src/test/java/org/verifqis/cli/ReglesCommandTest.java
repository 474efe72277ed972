package org.verifqis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
    assertThat(run.out())
        .contains("VER-01", "étape 4", "versement.premier", "70\u00A0000,00\u00A0$");
  }

  @Test
  void figuresAreWrittenAsTheyAreRead() throws IOException {
    Map<String, List<String>> figures =
        Map.of(
            "MTL-01", List.of("35\u00A0% à 40\u00A0%", "35% to 40%"),
            "PRO-02", List.of(" 3 ans (", " 3 years ("),
            "DEP-05", List.of(" 30 juin (", " June 30 ("),
            "VER-11",
                List.of("30 janvier 2023 à 31 mars 2024 (", "January 30, 2023 to March 31, 2024 ("),
            "ORG-01",
                List.of(
                    "Personne morale à but non lucratif, Coopérative",
                    "Personne morale à but non lucratif, Coopérative"));
    for (String id : figures.keySet()) {
      List<String> read = figures.get(id);
      assertThat(Run.of("regles", id).out()).contains(read.get(0));
      assertThat(Run.of("regles", id, "--lang", "en").out()).contains(read.get(1));
      JsonNode json = new ObjectMapper().readTree(Run.of("regles", id, "--format", "json").out());
      String told = json.get(0).get("valeurs").get(0).get("lisible").asText();
      assertThat(read.get(0)).contains(told.substring(0, 5));
    }
  }

  @Test
  void listsThemAllOrThoseOfAnEdition() throws IOException {
    JsonNode all = new ObjectMapper().readTree(Run.of("rules", "--format", "json").out());
    assertThat(all).hasSize(Registre.charge().regles().size());
    assertThat(Run.of("regles").out()).contains("MTL-01");
    assertThat(Run.of("regles", "--edition", "2024-2029").out()).doesNotContain("MTL-01");
  }
}
