package org.verifqis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verifqis.regles.Registre;
import org.verifqis.regles.Regle;

/** Many workbooks at once, and what the rules cost. */
class DebitTest {
  private static final Path EXEMPLES = Path.of("fixtures/exemples");
  private static final List<String> NOMS =
      List.of("avec-reserves.xlsx", "conforme.xlsx", "montreal.xlsx", "non-conforme.xlsx");

  @TempDir private Path dossier;

  private final List<Path> fichiers = new ArrayList<>();

  @BeforeEach
  void copie() throws IOException {
    for (int tour = 0; tour < 4; tour++) {
      for (String nom : NOMS) {
        Path copie = dossier.resolve(tour + "-" + nom);
        Files.copy(EXEMPLES.resolve(nom), copie);
        fichiers.add(copie);
      }
    }
    Path illisible = dossier.resolve("9-illisible.xlsx");
    Files.writeString(illisible, "<html>");
    fichiers.add(illisible);
  }

  @Test
  void severalAtOnceGiveWhatEachGivesInTheOrderOfFiles() {
    Run ensemble = Run.of("verifier", dossier, "--format", "csv");
    StringBuilder unParUn = new StringBuilder();
    for (Path fichier : fichiers.stream().sorted().toList()) {
      String seul = Run.of("verifier", fichier, "--format", "csv").out();
      unParUn.append(unParUn.isEmpty() ? seul : seul.substring(seul.indexOf('\n') + 1));
    }
    assertThat(ensemble.out()).contains("1-non-conforme.xlsx").isEqualTo(unParUn.toString());
    assertThat(ensemble.status()).isEqualTo(3);
    String json = Run.of("verifier", dossier, "--format", "json").out();
    assertThat(json).contains("9-illisible.xlsx");
    assertThat(Run.of("verifier", dossier, "--format", "json").out()).isEqualTo(json);
  }

  @Test
  void tellsTheRateOnStandardError() {
    assertThat(Run.of("verifier", dossier).err())
        .containsPattern("17 fichiers en [\\d,]+ s, [\\d,\u00A0]+ par seconde");
    assertThat(Run.of("check", dossier, "--lang", "en").err())
        .containsPattern("17 files in [\\d.]+ s, [\\d.,]+ per second");
    assertThat(Run.of("verifier", fichiers.get(0)).err()).isEmpty();
    assertThat(Run.of("auditer", dossier, "--date", "2022-07-02").err())
        .containsPattern("17 fichiers en [\\d,]+ s, [\\d,\u00A0]+ par seconde");
  }

  @Test
  void theProfileTellsTheCostOfEachRuleAndLeavesTheReport() {
    Path fichier = EXEMPLES.resolve("non-conforme.xlsx");
    Run sans = Run.of("verifier", fichier, "--format", "json");
    Run avec = Run.of("verifier", fichier, "--format", "json", "--profil");
    assertThat(avec.out()).isEqualTo(sans.out());
    assertThat(avec.status()).isEqualTo(sans.status());
    List<String> lignes = avec.err().lines().toList();
    assertThat(lignes.get(0)).containsPattern("Coût des règles : [\\d,]+ ms, dont [\\d,]+ ms");
    assertThat(lignes.get(1)).contains("Règle", "Temps (ms)", "Part", "Activations");
    Regle duree = Registre.charge().regle("PRO-02");
    assertThat(lignes)
        .filteredOn(ligne -> ligne.startsWith(duree.id()))
        .singleElement()
        .asString()
        .containsPattern("PRO-02 +[\\d,]+ +[\\d,]+\u00A0% +43 +\\S");
    assertThat(Run.of("check", fichier, "--profile", "--lang", "en").err())
        .contains("Cost of the rules", "Time (ms)");
  }
}
