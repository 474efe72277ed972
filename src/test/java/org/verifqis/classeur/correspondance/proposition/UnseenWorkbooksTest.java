package org.verifqis.classeur.correspondance.proposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.verifqis.classeur.Limites;
import org.verifqis.classeur.Source;
import org.verifqis.classeur.correspondance.GivenFacts;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.proposition.Proposition;

/**
 * The workbooks of {@code fixtures/correspondance}, unseen when they were written; the proposer has
 * been mended with most of them since (fixtures/README.md), so that they keep what was reached.
 */
class UnseenWorkbooksTest {
  private static final Path FOLDER = Path.of("fixtures", "correspondance");
  private static final Gabarit GABARIT = LecteurGabarit.charge();

  private static List<Path> told() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
    }
  }

  @TestFactory
  Stream<DynamicTest> theirProfilesReadAllFactsExactly() throws IOException {
    return told().stream()
        .map(
            file ->
                dynamicTest(
                    file.getFileName().toString(),
                    () -> assertThat(GivenFacts.check(FOLDER, file)).isNotNull()));
  }

  @Test
  void theBarsHoldAndWhatIsNowhereIsAnnounced() throws IOException {
    Tally tally = new Tally();
    Proposeur proposer = new Proposeur(GABARIT, Limites.parDefaut(), MemoireProfils.vide());
    for (Path file : told()) {
      JsonNode told = new ObjectMapper().readTree(Files.readString(file));
      Path workbook = FOLDER.resolve(told.get("classeur").asText());
      Proposition made = proposer.propose(Source.de(workbook), null);
      tally.count(file.getFileName().toString(), made, links(told), words(told));
      assertThat(announced(made)).as(file.toString()).containsAll(absent(told));
    }
    tally.assertBars();
  }

  private static Set<String> links(JsonNode told) {
    Set<String> links = new HashSet<>();
    for (JsonNode link : told.get("correspondances")) {
      String cell = link.get("feuille").asText() + "!" + link.path("cellule").asText("?");
      links.add(cell + "=" + link.get("vers").asText());
    }
    return links;
  }

  private static Map<String, String> words(JsonNode told) {
    Map<String, String> words = new HashMap<>();
    for (JsonNode word : told.get("valeurs")) {
      words.put(
          word.get("vers").asText() + "/" + word.get("valeur").asText(), word.get("code").asText());
    }
    return words;
  }

  private static Set<String> absent(JsonNode told) {
    Set<String> absent = new HashSet<>();
    told.get("absents_requis")
        .properties()
        .forEach(e -> e.getValue().forEach(key -> absent.add(e.getKey() + "." + key.asText())));
    return absent;
  }

  private static Set<String> announced(Proposition made) {
    Set<String> announced = new HashSet<>();
    made.manques().forEach(m -> announced.add(m.onglet().nom() + "." + m.champ().cle()));
    made.questions().forEach(q -> announced.add(q.onglet().nom() + "." + q.champ().cle()));
    made.constantes().forEach(c -> announced.add(c.onglet().nom() + "." + c.champ().cle()));
    return announced;
  }
}
