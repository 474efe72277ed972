package org.verifqis.classeur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.verifqis.classeur.Harmless.HARMFUL;
import static org.verifqis.classeur.HostileCorpus.READ;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verifqis.classeur.HostilePlace.Told;
import org.verifqis.cli.EachFile;
import org.verifqis.modele.Refus;
import org.verifqis.rapport.Langue;
import org.verifqis.rapport.Mots;
import org.verifqis.rapport.PhrasesRefus;

/**
 * The whole hostile corpus by verifier, what of it bears upon the other commands by them, all with
 * 256 MB: each file ends in a right reading or in a clear error, nothing is written beside the
 * output, nothing is fetched.
 */
class HostileCorpusTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Seconds of reading each, which is the same whoever reads. */
  private static final String SLOW =
      "taille-texte-partage-partout.*|nombre-(styles|formats)\\..*|lignes-(vides|hors).*";

  /** What takes long to make or to copy, or is read for its size only. */
  private static final String LARGE = SLOW + "|(?s)(zip-b|taille|nombre|lignes|colon).*";

  @TempDir private static Path root;
  private static HostilePlace place;
  private static Path corpus;
  private static Map<String, String> expected;

  private Map<String, String> before;
  private Path output;

  @BeforeAll
  static void makeCorpus() throws Exception {
    place = new HostilePlace(root);
    corpus = Files.createDirectory(root.resolve("corpus"));
    expected = HostileCorpus.make(corpus, place.address());
    addFolderLinks(corpus);
  }

  /** Round in circles, above itself, and out of the folder. */
  private static void addFolderLinks(Path folder) throws IOException {
    Files.createSymbolicLink(folder.resolve("boucle"), folder);
    Files.createSymbolicLink(folder.resolve("dessus"), Path.of(".."));
    Files.createSymbolicLink(folder.resolve("ailleurs.xlsx"), Path.of("/"));
  }

  @BeforeEach
  void lookAround() throws IOException {
    output = Files.createTempDirectory(root, "sortie");
    before = place.tree(output);
  }

  @AfterEach
  void nothingWasFetchedNorWrittenElsewhere() throws IOException {
    assertThat(place.tree(output)).isEqualTo(before);
    place.checkNothingWasFetched();
  }

  private Told verifqis(String... words) throws Exception {
    return place.run(output, "org.verifqis.cli.Verifqis", words);
  }

  /** How its sentence begins, up to what it names. */
  private static String message(String reason) {
    String named = "¤";
    Refus refus = Refus.de(Refus.Motif.valueOf(reason), named, named);
    return new PhrasesRefus(Mots.de(Langue.FR)).cause(refus).replaceAll(named + ".*", "");
  }

  /** Some files of the corpus in a folder of their own, with what has to come of them. */
  private record Choice(Path folder, Map<String, String> expected) {
    /** Compares what came of each file with what had to. */
    void check(Map<String, String> outcomes) {
      Map<String, String> wrong = new TreeMap<>();
      Map<String, String> others = new TreeMap<>(outcomes);
      expected.forEach(
          (name, outcome) -> {
            String found = String.valueOf(others.remove(name));
            if (Stream.of(outcome.split("\\|")).noneMatch(one -> fits(one, found))) {
              wrong.put(name, outcome + " was expected, found: " + found);
            }
          });
      assertThat(wrong).isEmpty();
      // A link to a folder is no workbook, and nothing behind it was looked at.
      assertThat(others.keySet()).isSubsetOf("ailleurs.xlsx");
    }

    private static boolean fits(String outcome, String found) {
      return outcome.startsWith(READ) ? found.equals(outcome) : found.startsWith(message(outcome));
    }
  }

  private Choice choice(String name, Predicate<String> wanted) throws IOException {
    Choice choice = new Choice(Files.createDirectory(output.resolve(name)), new LinkedHashMap<>());
    for (String file : expected.keySet()) {
      if (wanted.test(file) && !file.equals("tuyau.xlsx")) {
        Files.copy(corpus.resolve(file), choice.folder.resolve(file), LinkOption.NOFOLLOW_LINKS);
        choice.expected.put(file, expected.get(file));
      }
    }
    addFolderLinks(choice.folder);
    return choice;
  }

  private static boolean isRead(String name) {
    return expected.get(name).startsWith(READ);
  }

  /** What a report says of each file. */
  private static Map<String, String> outcomes(JsonNode report) {
    Map<String, String> outcomes = new TreeMap<>();
    for (JsonNode read : report.get("redditions")) {
      outcomes.put(read.at("/fichier/nom").asText(), READ + read.at("/sommaire/projets").asInt());
    }
    for (JsonNode error : report.get("erreurs")) {
      outcomes.put(error.get("fichier").asText(), error.get("cause").asText());
    }
    return outcomes;
  }

  private static void checkQuiet(Told told) {
    assertThat(told.status()).as(told.err()).isEqualTo(3);
    assertThat(told.err()).doesNotContain("Exception", "Error").doesNotContainPattern(HARMFUL);
  }

  @Test
  void verifierReadsEachFileRightlyOrSaysWhyNot() throws Exception {
    Told told = verifqis("verifier", "--format", "json", corpus.toString());
    checkQuiet(told);
    new Choice(corpus, expected).check(outcomes(JSON.readTree(told.out())));
  }

  @Test
  void auditerJudgesTheOthersAndRemembers() throws Exception {
    Choice some = choice("corpus", name -> !name.matches(SLOW));
    JsonNode report = audit(some.folder.toString());
    some.check(outcomes(report));
    try (Stream<Path> pages = Files.walk(output.resolve("audit"))) {
      List<Path> all = pages.filter(p -> p.toString().matches(".*\\.(html|csv)")).toList();
      assertThat(all).hasSizeGreaterThan(60);
      for (Path page : all) {
        Harmless.check(page.toString(), Files.readString(page));
      }
    }
    Choice again = choice("encore", name -> isRead(name) && !name.matches(LARGE));
    JsonNode remembered = audit(again.folder.resolve("../encore/../encore").toString());
    again.check(outcomes(remembered));
    assertThat(remembered.at("/audit/reutilisees").asInt())
        .isEqualTo(remembered.get("redditions").size())
        .isGreaterThan(60);
  }

  private JsonNode audit(String folder) throws Exception {
    String audit = output.resolve("audit").toString();
    Told told =
        verifqis(
            "auditer", "--date", "2022-09-01", "--format", "json,html,csv", "-o", audit, folder);
    checkQuiet(told);
    return JSON.readTree(output.resolve("audit/audit.json").toFile());
  }

  @Test
  void statistiquesAndSimulerPassOverBadFiles() throws Exception {
    Choice some = choice("corpus", name -> !name.matches(LARGE));
    String folder = some.folder.toString();
    Told compiled = verifqis("statistiques", "--exercice", "2021-2022", "--format", "json", folder);
    checkQuiet(compiled);
    Map<String, String> left = new TreeMap<>();
    for (JsonNode one : JSON.readTree(compiled.out()).get("laissees")) {
      String name = one.get("fichier").asText();
      boolean read = one.get("motif").asText().equals("IRRECEVABLE");
      left.put(name, read && isRead(name) ? firstRead(name) : one.get("precision").asText());
    }
    some.check(left);
    Told simulated = verifqis("simuler", "--edition", "2024-2029", "--format", "json", folder);
    checkQuiet(simulated);
    JsonNode report = JSON.readTree(simulated.out());
    Map<String, String> ends = new TreeMap<>();
    report
        .get("simulations")
        .forEach(
            one -> ends.put(one.get("fichier").asText(), firstRead(one.get("fichier").asText())));
    report
        .get("erreurs")
        .forEach(one -> ends.put(one.get("fichier").asText(), one.get("cause").asText()));
    some.check(ends);
  }

  /** What is expected of a file that is read, where a report does not count its projects. */
  private static String firstRead(String name) {
    return expected.getOrDefault(name, "").replaceAll("\\|.*", "");
  }

  @Test
  void annoterAndComparerEndWellOnEachFile() throws Exception {
    Choice some =
        choice(
            "corpus",
            name ->
                isRead(name) && !name.matches(LARGE)
                    || name.matches("(format|place|lien|colonnes-t|nombre-fusions-l).*"));
    Path base = HostileCorpus.twoProjects().write(output.resolve("base.xlsx"));
    Told told =
        place.run(
            output,
            EachFile.class.getName(),
            some.folder.toString(),
            "annoter",
            "-o",
            output.resolve("copies/" + EachFile.NUMBER + ".xlsx").toString(),
            "--",
            EachFile.FILE,
            EachFile.THEN,
            "comparer",
            "--format",
            "html",
            "--",
            base.toString(),
            EachFile.FILE);
    assertThat(told.status()).as(told.err()).isZero();
    assertThat(told.err()).isEmpty();
    Map<String, String> copies = new TreeMap<>();
    for (String line : told.out().lines().toList()) {
      JsonNode run = JSON.readTree(line);
      String name = run.get("fichier").asText();
      if (name.equals("ailleurs.xlsx")) {
        continue;
      }
      assertThat(run.get("err").asText())
          .as(name)
          .doesNotContain("Exception", "Error")
          .doesNotContainPattern(HARMFUL);
      if (run.get("commande").asText().equals("annoter")) {
        annotated(name, run, copies);
      } else {
        compared(name, run);
      }
    }
    assertThat(copies).hasSizeGreaterThan(60);
    Told read = verifqis("verifier", "--format", "json", output.resolve("copies").toString());
    assertThat(outcomes(JSON.readTree(read.out()))).isEqualTo(copies);
    assertThat(read.status()).as(read.err()).isEqualTo(1);
  }

  private static void annotated(String name, JsonNode run, Map<String, String> copies) {
    String said = run.get("err").asText();
    switch (run.get("statut").asInt()) {
      case 1 -> {
        assertThat(said).startsWith("Copie annotée");
        copies.put(run.get("numero").asText() + ".xlsx", firstRead(name));
      }
      case 2 -> assertThat(name).doesNotEndWith(".xlsx");
      case 3 -> {
        List<String> reasons = new ArrayList<>(List.of(expected.get(name).split("\\|")));
        if (isRead(name)) {
          reasons.remove(0);
          reasons.addAll(
              List.of(
                  "NON_ANNOTABLE", "LECTURE_SEULE", "STRICT", "MEMOIRE", "TROP_GROS_POUR_ANNOTER"));
        }
        assertThat(reasons).as(name + ": " + said).anyMatch(r -> said.contains(message(r)));
      }
      default -> throw new AssertionError(run.toString());
    }
  }

  private static void compared(String name, JsonNode run) throws IOException {
    if (run.get("statut").asInt() == 0) {
      assertThat(isRead(name)).as(name).isTrue();
      Harmless.check(name + ".html", run.get("out").asText());
    } else {
      assertThat(run.get("statut").asInt()).isEqualTo(3);
      String said = run.get("err").asText();
      assertThat(expected.get(name).split("\\|"))
          .as(name + ": " + said)
          .anyMatch(reason -> !reason.startsWith(READ) && said.contains(message(reason)));
    }
  }

  @Test
  void reportsShowHostileTextsHarmlessly() throws Exception {
    Choice some =
        choice("some", name -> !name.matches(LARGE + "|(?s)(zip|xml|formule|lien|tuy).*"));
    for (String format : List.of("console", "csv", "html")) {
      Told told = verifqis("verifier", "--format", format, some.folder.toString());
      Harmless.check(format, told.out());
      assertThat(told.err()).doesNotContainPattern(HARMFUL);
      String folder = output.resolve("un-chacun") + "/";
      Told each = verifqis("verifier", "--format", format, "-o", folder, some.folder.toString());
      assertThat(each.err()).doesNotContainPattern(HARMFUL).contains("nom");
      assertThat(each.status()).isEqualTo(3);
    }
    try (Stream<Path> reports = Files.list(output.resolve("un-chacun"))) {
      List<Path> all = reports.toList();
      assertThat(all).hasSizeGreaterThan(50);
      for (Path report : all) {
        assertThat(report.getFileName().toString()).doesNotContainPattern(HARMFUL);
        Harmless.check(report.toString(), Files.readString(report));
      }
    }
  }
}
