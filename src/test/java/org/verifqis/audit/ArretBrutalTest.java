package org.verifqis.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.regles.Registre;

/** Kills the real program with SIGKILL at random moments. */
class ArretBrutalTest {
  private static final int REDDITIONS = 30;

  @TempDir private Path temp;

  @Test
  void theNextRunFinishesTheWorkAndCountsNothingTwice() throws Exception {
    Path dossier = temp.resolve("redditions");
    for (int i = 0; i < REDDITIONS; i++) {
      String entente = i % 10 == 0 ? "ALL-CSSSPNQL" : "ALL-%02d".formatted(i % 10);
      PetiteReddition.de(entente, 2018 + i / 10).ecris(dossier.resolve("r" + i + ".xlsx"));
    }
    Path tue = temp.resolve("tue");
    Random hasard = new Random(20261122);
    for (int essai = 0; essai < 5; essai++) {
      Process processus = lance(dossier, tue, essai % 2 == 0 ? "--reprendre" : "--strict");
      processus.waitFor(300 + hasard.nextInt(2700), TimeUnit.MILLISECONDS);
      processus.destroyForcibly().waitFor();
    }
    assertThat(lance(dossier, tue, "--reprendre").waitFor()).isEqualTo(1);
    Path tranquille = temp.resolve("tranquille");
    assertThat(lance(dossier, tranquille).waitFor()).isEqualTo(1);

    assertThat(rapport(tue)).isEqualTo(rapport(tranquille));
    try (Historique historique =
        Historique.ouvre(
            "jdbc:h2:file:" + tue.resolve("historique"),
            LecteurGabarit.charge(),
            Registre.charge())) {
      assertThat(historique.tailles().get("jugement")).isEqualTo(REDDITIONS);
      assertThat(historique.tailles().get("reddition") % REDDITIONS).isZero();
      assertThat(historique.tailles().get("reddition")).isPositive();
    }
  }

  private static Process lance(Path dossier, Path sortie, String... options) throws IOException {
    List<String> commande =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.verifqis.cli.Verifqis",
                "auditer",
                dossier.toString(),
                "--date",
                "2022-09-01",
                "--format",
                "json",
                "-o",
                sortie.toString()));
    commande.addAll(List.of(options));
    return new ProcessBuilder(commande)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** The report but for when it was written and what was taken over. */
  private static JsonNode rapport(Path sortie) throws IOException {
    ObjectNode rapport =
        (ObjectNode)
            JsonMapper.builder().build().readTree(Files.readString(sortie.resolve("audit.json")));
    rapport.remove("genereLe");
    ((ObjectNode) rapport.get("audit")).remove(List.of("reutilisees", "changements"));
    return rapport;
  }
}
