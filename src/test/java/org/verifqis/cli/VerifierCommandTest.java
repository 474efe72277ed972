package org.verifqis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verifqis.audit.PetiteReddition;

/** What a person or a program sees of {@code verifqis verifier}. */
class VerifierCommandTest {
  private static final Path EXAMPLES = Path.of("fixtures/exemples");

  @TempDir private Path folder;
  private Path clean;
  private Path wrong;
  private Path damaged;

  @BeforeEach
  void copyExamples() throws IOException {
    clean = Files.copy(EXAMPLES.resolve("conforme.xlsx"), folder.resolve("conforme.xlsx"));
    wrong = Files.copy(EXAMPLES.resolve("non-conforme.xlsx"), folder.resolve("non-conforme.xlsx"));
    damaged = Files.writeString(folder.resolve("endommage.xlsx"), "PK\u0003\u0004 rien de bon");
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }

  @Test
  void aNegativeFigureIsWrittenAsTheLanguageDoes() {
    Path file =
        PetiteReddition.de("ALL-14", 2021)
            .avec("interets", "-1234,50")
            .ecris(folder.resolve("moins.xlsx"));
    assertThat(Run.of("verifier", file).out()).contains("-1\u00A0234,50\u00A0$ est négatif");
    assertThat(Run.of("check", file, "--lang", "en").out()).contains("-$1,234.50");
  }

  @Test
  void aNameThatTheSystemCannotReadIsSaidWithWhatToDo() {
    Run run = Run.of("verifier", "a.xlsx", "--limite-taille", "\uFFFDt\uFFFD");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("LANG=C.UTF-8");
  }

  @Test
  void endsWithTheStatusOfTheContract() {
    assertThat(Run.of("verifier", clean).status()).isZero();
    assertThat(Run.of("verifier", clean, wrong).status()).isEqualTo(1);
    assertThat(Run.of("verifier", wrong, damaged).status()).isEqualTo(3);
    assertThat(Run.of("verifier", folder.resolve("absent.xlsx")).status()).isEqualTo(3);
    assertThat(Run.of("check", clean).status()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "zut",
        "verifier",
        "verifier --zut x.xlsx",
        "verifier --format pdf x.xlsx",
        "verifier --limite-taille 0 x.xlsx",
        "verifier --limite-taille grand x.xlsx",
        "verifier --parametres absent.yaml x.xlsx",
        "verifier --lang de x.xlsx",
        "regles ZZZ-99",
        "regles --edition 1999"
      })
  void saysWhatIsWrongWithTheCommandLine(String line) {
    Run run = Run.of((Object[]) (line.isEmpty() ? new String[0] : line.split(" ")));
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).isNotBlank().contains("Aide\u00A0: verifqis").doesNotContain("Exception");
  }

  @Test
  void checksTheOtherFilesWhenOneIsBad() throws IOException {
    JsonNode report = json(Run.of("verifier", "--format", "json", damaged, clean, wrong).out());
    assertThat(report.get("redditions")).hasSize(2);
    assertThat(report.at("/redditions/0/verdict").asText()).isEqualTo("CONFORME");
    assertThat(report.at("/redditions/1/verdict").asText()).isEqualTo("NON_CONFORME");
    assertThat(report.at("/erreurs/0/fichier").asText()).isEqualTo("endommage.xlsx");
    assertThat(report.at("/erreurs/0/cause").asText()).contains("endommagé");
    assertThat(report.get("genereLe").asText()).isEqualTo("2022-07-02T02:15:00-04:00");
  }

  @Test
  void looksForWorkbooksInFolders() throws IOException {
    Files.writeString(folder.resolve("lisez-moi.txt"), "rien");
    Files.writeString(folder.resolve("~$conforme.xlsx"), "verrou");
    Files.createDirectories(folder.resolve("2021/sous"));
    Files.copy(clean, folder.resolve("2021/sous/autre.XLSX"));
    Files.delete(damaged);
    JsonNode report = json(Run.of("verifier", "--format=json", folder).out());
    List<String> names =
        report.get("redditions").findValues("fichier").stream()
            .map(f -> f.get("nom").asText())
            .toList();
    assertThat(names).containsExactly("autre.XLSX", "conforme.xlsx", "non-conforme.xlsx");
    Path empty = Files.createDirectory(folder.resolve("vide"));
    assertThat(Run.of("verifier", empty).status()).isEqualTo(3);
  }

  @Test
  void writesAFileWholeOrNotAtAll() throws IOException {
    Path report = folder.resolve("rapports/rapport.html");
    assertThat(Run.of("verifier", "--format", "html", "-o", report, wrong).status()).isEqualTo(1);
    assertThat(report).content().contains("<!DOCTYPE html>").endsWith("</html>\n");
    try (Stream<Path> files = Files.list(report.getParent())) {
      assertThat(files).containsExactly(report);
    }
    byte[] before = Files.readAllBytes(wrong);
    Run refused = Run.of("verifier", "-o", wrong, wrong);
    assertThat(refused.status()).isEqualTo(2);
    assertThat(wrong).hasBinaryContent(before);
  }

  @Test
  void saysWhenAReportCannotBeWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("fichier"), "");
    Run run = Run.of("verifier", "-o", file.resolve("rapport.txt"), clean);
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("rapport.txt").doesNotContain("Exception");
  }

  @Test
  void writesOneReportARedditionInAFolder() throws IOException {
    Path other = Files.createDirectory(folder.resolve("autre"));
    Path same = Files.copy(wrong, other.resolve("conforme.xlsx"));
    Path reports = folder.resolve("rapports");
    Run.of("verifier", "--format", "json", "-o", reports + "/", clean, same);
    assertThat(
            json(Files.readString(reports.resolve("conforme.json")))
                .at("/redditions/0/verdict")
                .asText())
        .isEqualTo("CONFORME");
    assertThat(
            json(Files.readString(reports.resolve("conforme-2.json")))
                .at("/redditions/0/verdict")
                .asText())
        .isEqualTo("NON_CONFORME");
  }

  @Test
  void appliesACeilingThatIsGiven() throws IOException {
    Path parameters =
        Files.writeString(
            folder.resolve("plafonds.yaml"),
            "administration.plafond: {valeurs: [{edition: 2017-2024, valeur: \"0.00\"}]}\n");
    JsonNode without = json(Run.of("verifier", "--format", "json", clean).out());
    JsonNode with =
        json(Run.of("verifier", "--format", "json", "--parametres", parameters, clean).out());
    assertThat(status(without, "FIN-11")).isEqualTo("NON_PARAMETREE");
    assertThat(status(with, "FIN-11")).isEqualTo("ENFREINTE");
    assertThat(without.has("parametres")).isFalse();
    assertThat(with.at("/parametres/0").toString())
        .isEqualTo(
            "{\"cle\":\"administration.plafond\",\"entente\":null,\"edition\":\"2017-2024\","
                + "\"depuis\":null,\"valeur\":[\"0.00\"],\"source\":null}");
  }

  @Test
  void tellsTheFiguresThatWereGivenWithTheirSource() throws IOException {
    Path parameters =
        Files.writeString(
            folder.resolve("plafonds.yaml"),
            "administration.plafond:\n"
                + "  valeurs: [{edition: 2017-2024, valeur: \"0.10\", source: \"Normes, <page> 12\"}]\n"
                + "projet.finLimite:\n  valeurs: [{depuis: 2023-06-01, valeur: 2024-03-31}]\n");
    String console = Run.of("verifier", "--parametres", parameters, clean).out();
    assertThat(console.replace('\u00A0', ' '))
        .contains(
            "Chiffres donnés par le fichier de paramètres",
            "administration.plafond, édition 2017-2024 : 10 % (Normes, <page> 12)",
            "projet.finLimite, depuis le 1er juin 2023 : 31 mars 2024 (source non indiquée)");
    String page = Run.of("verifier", "--format", "html", "--parametres", parameters, clean).out();
    assertThat(page)
        .contains("Ces chiffres ont remplacé ceux de verifqis.", "Normes, &lt;page&gt; 12");
    assertThat(Run.of("verifier", clean).out()).doesNotContain("Chiffres donnés");
  }

  @Test
  void refusesACeilingGivenInPercent() throws IOException {
    Path parameters =
        Files.writeString(
            folder.resolve("plafond.yaml"),
            "administration.plafond: {valeurs: [{edition: 2017-2024, valeur: \"10\"}]}\n");
    Run refused = Run.of("verifier", "--parametres", parameters, clean);
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).contains("une part entre 0 et 1");
  }

  private static String status(JsonNode report, String rule) {
    for (JsonNode entry : report.at("/redditions/0/regles")) {
      if (entry.get("id").asText().equals(rule)) {
        return entry.get("statut").asText();
      }
    }
    throw new AssertionError(rule);
  }

  @Test
  void refusesAFileOverTheLimit() throws IOException {
    Path big = folder.resolve("gros.xlsx");
    Files.write(big, new byte[(1 << 20) + 1]);
    Run run = Run.of("verifier", "--limite-taille", "1", big);
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out()).contains("1\u00A0Mo");
  }

  @Test
  void isStrictWhenAsked() {
    assertThat(Run.of("verifier", EXAMPLES.resolve("avec-reserves.xlsx")).status()).isZero();
    assertThat(Run.of("verifier", "--strict", EXAMPLES.resolve("avec-reserves.xlsx")).status())
        .isEqualTo(1);
    assertThat(Run.of("verifier", "--strict", clean).status()).isZero();
  }

  @Test
  void speaksEnglishWhenAsked() {
    assertThat(Run.of("check", "--lang", "en", wrong).out())
        .contains("Verdict")
        .doesNotContain("Corrigez");
    assertThat(Run.of("--lang", "en", "check", "--zut", wrong).err())
        .contains("Unknown argument: --zut");
    assertThat(Run.of("--help", "--lang", "en").out()).contains("Usage:").contains("Exit statuses");
    assertThat(Run.of("verifier", "--help").out())
        .contains("Usage\u00A0:")
        .contains("--limite-taille");
  }

  @Test
  void givesTheSameBytesTwice() {
    for (String format : List.of("console", "json", "csv", "html")) {
      assertThat(Run.of("verifier", "--format", format, clean, wrong).out())
          .isEqualTo(Run.of("verifier", "--format", format, clean, wrong).out());
    }
  }
}
