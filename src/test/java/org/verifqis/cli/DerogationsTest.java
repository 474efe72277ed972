package org.verifqis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verifqis.audit.PetiteReddition;
import org.verifqis.rapport.RedacteurJson;

/** Option --derogations, on an example with two warnings: PRO-01 of a project, GOU-03 of a body. */
class DerogationsTest {
  private static final Path EXAMPLE = Path.of("fixtures/exemples/avec-reserves.xlsx");

  private static final String PROJECT =
      """
        - entente: ALL-04
          exercice: 2019-2020
          regle: PRO-01
          fiche: P-2018-004
          par: Jeanne Tremblay
          autorite: Décision 2023-114
          motif: =Projet <b>transitoire</b>
          jusquAu: 2023-03-31
      """;
  private static final String BODY =
      PROJECT
          .replace("PRO-01", "GOU-03")
          .replace("P-2018-004", "comité régional d'analyse\n    feuille: Gouvernance");

  @TempDir private Path folder;
  private Path one;
  private Path both;

  @BeforeEach
  void writeFiles() throws IOException {
    one = Files.writeString(folder.resolve("un.yaml"), "derogations:\n" + PROJECT);
    both = Files.writeString(folder.resolve("deux.yaml"), "derogations:\n" + PROJECT + BODY);
  }

  private static JsonNode json(String report) throws IOException {
    JsonNode json = JsonMapper.builder().build().readTree(report);
    assertThat(
            JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(RedacteurJson.class.getResourceAsStream("rapport.schema.json"))
                .validate(json))
        .isEmpty();
    return json;
  }

  @Test
  void theVerdictChangesOnceEveryWarningIsAccepted() throws IOException {
    JsonNode some =
        json(Run.of("verifier", EXAMPLE, "--format", "json", "--derogations", one).out());
    assertThat(some.at("/redditions/0/verdict").asText()).isEqualTo("CONFORME_AVEC_RESERVES");
    JsonNode all = json(Run.of("check", EXAMPLE, "--format", "json", "--waivers", both).out());
    JsonNode reddition = all.at("/redditions/0");
    assertThat(reddition.get("verdict").asText()).isEqualTo("CONFORME");
    assertThat(reddition.get("verdictSansDerogation").asText()).isEqualTo("CONFORME_AVEC_RESERVES");
    assertThat(reddition.at("/sommaire/deroges").asInt()).isEqualTo(2);
    assertThat(reddition.at("/sommaire/avertissements").asInt()).isEqualTo(2);
    JsonNode finding = reddition.at("/constats/0");
    assertThat(finding.at("/sujet/fiche").asText()).isEqualTo("P-2018-004");
    assertThat(finding.at("/deroge/autorite").asText()).isEqualTo("Décision 2023-114");
    assertThat(reddition.at("/constats/1/deroge").isNull()).isTrue();
    assertThat(all.at("/derogations")).hasSize(2);
    assertThat(all.at("/derogations").findValuesAsText("statut")).containsOnly("UTILISEE");
    assertThat(Run.of("verifier", EXAMPLE, "--strict", "--derogations", one).status()).isOne();
    assertThat(Run.of("verifier", EXAMPLE, "--strict", "--derogations", both).status()).isZero();
  }

  @Test
  void withoutTheOptionNothingIsSaidOfThem() {
    for (String format : new String[] {"console", "json", "csv", "html"}) {
      assertThat(Run.of("verifier", EXAMPLE, "--format", format).out())
          .doesNotContainIgnoringCase("deroge")
          .doesNotContainIgnoringCase("dérog");
    }
  }

  @Test
  void everyFormTellsWhatIsAccepted() {
    assertThat(Run.of("verifier", EXAMPLE, "--derogations", both).out())
        .contains("Dérogé", "Jeanne Tremblay", "2\u00a0constats dérogés".replace('\u00a0', ' '))
        .contains("Nº 2, Utilisée");
    assertThat(Run.of("verifier", EXAMPLE, "--derogations", both, "--lang", "en").out())
        .contains("Waived", "Accepted until March 31, 2023", "No. 2, Used");
    String csv = Run.of("verifier", EXAMPLE, "--format", "csv", "--derogations", one).out();
    assertThat(csv.lines().findFirst().orElseThrow()).endsWith(";Dérogation");
    assertThat(csv).contains("Accepté jusqu’au 31 mars 2023");
    String html = Run.of("verifier", EXAMPLE, "--format", "html", "--derogations", both).out();
    assertThat(html)
        .contains("id=\"derogations\"", "Sans dérogation", "&lt;b&gt;transitoire")
        .doesNotContain("<b>transitoire");
  }

  @Test
  void tellsThoseThatCoverNothing() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("autres.yaml"),
            "derogations:\n"
                + PROJECT.replace("2023-03-31", "2022-07-01")
                + PROJECT.replace("P-2018-004", "P-2018-005")
                + PROJECT.replace("PRO-01", "LEC-01"));
    Run run = Run.of("verifier", EXAMPLE, "--derogations", file);
    assertThat(run.out()).contains("Nº 1, Échue", "Nº 2, Inutilisée", "Nº 3, Inutilisée");
    assertThat(run.out()).contains("bloquante");
    String csv = Run.of("verifier", EXAMPLE, "--format", "csv", "--derogations", file).out();
    assertThat(csv).contains("Nº 1, Échue", "Nº 2, Inutilisée");
    JsonNode json =
        json(Run.of("verifier", EXAMPLE, "--format", "json", "--derogations", file).out());
    assertThat(json.at("/derogations").findValuesAsText("statut"))
        .containsExactly("ECHUE", "INUTILISEE", "INUTILISEE");
  }

  @Test
  void namesEachFaultWithItsLine() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("faux.yaml"),
            "derogations:\n"
                + PROJECT.replace("ALL-04", "ALL-99").replace("PRO-01", "PRO-99")
                + PROJECT.replace("P-2018-004", "P-2018-004\n    feuille: Projt"));
    Run run = Run.of("verifier", EXAMPLE, "--derogations", file);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("ligne 2, dérogation 1", "ALL-99", "ligne 4, dérogation 1", "PRO-99")
        .contains("ligne 14, dérogation 2", "Projt");
    Path form =
        Files.writeString(
            folder.resolve("forme.yaml"),
            "derogations:\n"
                + PROJECT.replace("2023-03-31", "31 mars").replace("motif", "raison")
                + PROJECT.replace("2019-2020", "2019-2021"));
    assertThat(Run.of("verifier", EXAMPLE, "--derogations", form, "--lang", "en").err())
        .contains("line 2, waiver 1: “motif” is missing")
        .contains("line 8, waiver 1: unknown key “raison”")
        .contains("line 9, waiver 1: invalid value “31 mars” for “jusquAu”");
    Path year =
        Files.writeString(
            folder.resolve("annee.yaml"),
            "derogations:\n" + PROJECT.replace("2019-2020", "2019-2021"));
    assertThat(Run.of("auditer", folder, "--derogations", year).err())
        .contains("ligne 3, dérogation 1", "2019-2021");
    Path twice =
        Files.writeString(
            folder.resolve("double.yaml"), "derogations:\n" + PROJECT + "    regle: PRO-02\n");
    assertThat(Run.of("verifier", EXAMPLE, "--derogations", twice).err()).contains("ligne 10");
    assertThat(Run.of("verifier", EXAMPLE, "--derogations", folder.resolve("x")).status())
        .isEqualTo(2);
  }

  @Test
  void theAnnotatedCopyShowsThem() throws IOException {
    Path copy = folder.resolve("copie.xlsx");
    Run run = Run.of("annoter", EXAMPLE, "-o", copy, "--derogations", both);
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.err()).contains("Conforme,");
    try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(copy))) {
      StringBuilder texts = new StringBuilder();
      workbook.getSheetAt(0).forEach(row -> row.forEach(cell -> texts.append(cell).append('\n')));
      assertThat(texts).contains("Dérogé (Avertissement", "Jeanne Tremblay", "Sans dérogation");
      assertThat(workbook.getSheet("Gouvernance").getRow(2).getCell(8).getCellComment())
          .extracting(comment -> comment.getString().getString())
          .asString()
          .contains("Dérogé", "Décision 2023-114");
    }
  }

  @Test
  void theAuditSaysThatTheyAreWhyAVerdictChanged() throws IOException {
    Path redditions = Files.createDirectory(folder.resolve("redditions"));
    Files.copy(EXAMPLE, redditions.resolve("a.xlsx"));
    Path output = folder.resolve("audit");
    Run.of("auditer", redditions, "-o", output);
    assertThat(page(output)).doesNotContain("Jeanne Tremblay");
    JsonNode accepted = audit(redditions, output, "--derogations", both);
    assertThat(accepted.at("/audit/reutilisees").asInt()).as("judged once").isOne();
    assertThat(accepted.at("/redditions/0/verdict").asText()).isEqualTo("CONFORME");
    JsonNode change = accepted.at("/audit/changements/0");
    assertThat(change.get("genre").asText()).isEqualTo("REJUGEE");
    assertThat(change.get("causes")).hasSize(1);
    assertThat(change.at("/causes/0").asText()).isEqualTo("NOUVELLES_DEROGATIONS");
    assertThat(change.get("apres").asText()).isEqualTo("CONFORME");
    assertThat(page(output)).contains("Jeanne Tremblay");
    assertThat(Files.readString(output.resolve("audit.html"))).contains("Jeanne Tremblay");
    assertThat(audit(redditions, output, "--derogations", both).at("/audit/changements")).isEmpty();
    JsonNode expired = audit(redditions, output, "--derogations", both, "--date", "2023-04-01");
    assertThat(expired.at("/redditions/0/verdict").asText()).isEqualTo("CONFORME_AVEC_RESERVES");
    assertThat(expired.at("/audit/changements/0/causes/0").asText())
        .isEqualTo("NOUVELLES_DEROGATIONS");
    Run.of("auditer", redditions, "-o", output);
    assertThat(page(output)).doesNotContain("Jeanne Tremblay");
  }

  private static String page(Path output) throws IOException {
    try (var pages = Files.list(output.resolve("redditions"))) {
      return Files.readString(pages.findFirst().orElseThrow());
    }
  }

  private static JsonNode audit(Path redditions, Path output, Object... options)
      throws IOException {
    Object[] words = new Object[4 + options.length];
    System.arraycopy(new Object[] {"auditer", redditions, "-o", output}, 0, words, 0, 4);
    System.arraycopy(options, 0, words, 4, options.length);
    assertThat(Run.of(words).status()).isZero();
    return json(Files.readString(output.resolve("audit.json")));
  }

  @Test
  void whatTheAuditFindsAcrossRedditionsCanBeAccepted() throws IOException {
    Path redditions = folder.resolve("redditions");
    PetiteReddition.de("ALL-14", 2019).ecris(redditions.resolve("a.xlsx"));
    PetiteReddition.de("ALL-14", 2020)
        .avec("soldeOuverture", "90,00")
        .ecris(redditions.resolve("b.xlsx"));
    PetiteReddition.de("ALL-14", 2020)
        .avec("dateDepot", "2021-06-01")
        .ecris(redditions.resolve("c.xlsx"));
    String act = "par: a, autorite: b, motif: c, jusquAu: 2030-01-01}\n";
    Path file =
        Files.writeString(
            folder.resolve("inter.yaml"),
            "derogations:\n"
                + "- {entente: ALL-14, exercice: 2020-2021, regle: INT-02, "
                + act
                + "- {entente: ALL-14, exercice: 2020-2021, regle: INT-06, "
                + act
                + "- {entente: ALL-01, exercice: 2019-2020, regle: INT-01, "
                + act);
    JsonNode report =
        json(Run.of("auditer", redditions, "--format", "json", "--derogations", file).out());
    assertThat(report.at("/derogations").findValuesAsText("statut")).containsOnly("UTILISEE");
    for (JsonNode finding : report.at("/audit/constats")) {
      boolean accepted =
          finding.get("regle").asText().equals("INT-06")
              || finding.get("entente").asText().equals("ALL-01")
                  && finding.get("exercice").asText().equals("2019-2020");
      assertThat(finding.get("deroge").isNull()).as(finding.toString()).isEqualTo(!accepted);
    }
    assertThat(Run.of("auditer", redditions, "--derogations", file).out())
        .contains("INT-06  Dérogé", "Nº 3, Utilisée");
  }
}
