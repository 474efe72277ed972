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
        .contains("VER-01", "→", "1 reddition")
        .doesNotContain("Sans objet, ");
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
  void showsWhatOtherRulesChange() throws IOException {
    Path rules = Files.createDirectory(folder.resolve("regles"));
    assertThat(Run.of("simuler", redditions, "--regles", rules).err()).contains(".drl");
    try (var own = Files.list(Path.of("rules"))) {
      for (Path file : own.toList()) {
        Files.copy(file, rules.resolve(file.getFileName()));
      }
    }
    change(rules.resolve("gouvernance.drl"), "rencontres.est(0L)", "rencontres.avant(100L)");
    change(
        rules.resolve("registre.yaml"),
        "PRO-01: {gravite: AVERTISSEMENT",
        "PRO-01: {gravite: INFORMATION");
    Path example = Path.of("fixtures/exemples/avec-reserves.xlsx");
    Run run = Run.of("simuler", example, "--regles", rules, "--format", "json");
    assertThat(run.status()).as(run.err()).isZero();
    JsonNode changed = new ObjectMapper().readTree(run.out()).at("/simulations/0/regles");
    assertThat(changed.findValuesAsText("id")).containsExactly("PRO-01", "GOU-03");
    assertThat(changed.at("/0/graviteSimulee").asText()).isEqualTo("INFORMATION");
    assertThat(changed.at("/1/enfreints").asInt()).isEqualTo(1);
    assertThat(changed.at("/1/enfreintsSimules").asInt()).isGreaterThan(1);

    change(rules.resolve("gouvernance.drl"), "rencontres.avant(100L)", "rencontre.est(0L)");
    Run broken = Run.of("simulate", example, "--rules", rules, "--lang", "en");
    assertThat(broken.status()).isEqualTo(2);
    assertThat(broken.err()).contains("can’t be compiled", "gouvernance.drl", "rencontre");
    Files.writeString(rules.resolve("registre.yaml"), "regles: [");
    assertThat(Run.of("simuler", example, "--regles", rules).err()).contains("registre.yaml");
  }

  private static void change(Path file, String before, String after) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(before);
    Files.writeString(file, text.replace(before, after));
  }

  @Test
  void wantsSomethingToSimulate() throws IOException {
    assertThat(Run.of("simuler", redditions).status()).isEqualTo(2);
    assertThat(Run.of("simuler", redditions, "--edition", "1999-2000").status()).isEqualTo(2);
    Files.writeString(redditions.resolve("b.xlsx"), "bonjour");
    assertThat(Run.of("simuler", redditions, "--edition", "2024-2029").status()).isEqualTo(3);
  }
}
