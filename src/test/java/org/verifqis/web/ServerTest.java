package org.verifqis.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verifqis.classeur.Source;
import org.verifqis.classeur.Transcription;
import org.verifqis.rapport.Langue;
import org.verifqis.rapport.Rapport;
import org.verifqis.rapport.RedacteurJson;
import org.verifqis.rapport.Textes;
import org.verifqis.regles.Registre;
import org.verifqis.service.Guichet;
import org.verifqis.service.Reglages;
import org.verifqis.service.Socle;
import org.verifqis.service.Verification;
import org.verifqis.web.Site.Form;

/** What the server answers, asked without a browser. */
class ServerTest {
  private static final Path BROKEN = Path.of("fixtures/exemples/non-conforme.xlsx");
  private static final Path CLEAN = Path.of("fixtures/exemples/conforme.xlsx");

  private static Site site;

  @BeforeAll
  static void starts(@TempDir Path folder) throws IOException {
    // More than a person asks in a minute is asked here.
    Path settings = Files.writeString(folder.resolve("s.properties"), "verifqis.par-minute=1000\n");
    site = Site.start(settings);
  }

  @AfterAll
  static void stops() {
    site.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/gabarit", "/regles", "/confidentialite"})
  void eachPageStandsInBothLanguages(String path) throws Exception {
    HttpResponse<String> french = site.get(path);
    HttpResponse<String> english = site.get(path.equals("/") ? "/en" : "/en" + path);

    assertThat(french.statusCode()).isEqualTo(200);
    assertThat(french.body()).contains("lang=\"fr-CA\"", "Ce qui est gardé");
    assertThat(french.headers().allValues("Content-Language")).containsExactly("fr-CA");
    assertThat(english.headers().allValues("Content-Language")).containsExactly("en-CA");
    assertThat(english.statusCode()).isEqualTo(200);
    assertThat(english.body()).contains("lang=\"en-CA\"", "What is kept");
  }

  @Test
  void whereNothingIsFiledNothingIsKept() throws Exception {
    assertThat(site.get("/confidentialite").body())
        .contains("aucun témoin (cookie) n’est déposé.")
        .doesNotContain("classeur déposé");
  }

  @Test
  void everyRuleHasALastingPageInBothLanguages() throws Exception {
    for (var rule : Registre.charge().regles()) {
      HttpResponse<String> french = site.get("/regles/" + rule.id());
      assertThat(french.statusCode()).as(rule.id()).isEqualTo(200);
      assertThat(french.body()).as(rule.id()).contains("Respectée", "Enfreinte", "<blockquote>");
      assertThat(site.get("/en/regles/" + rule.id()).statusCode()).as(rule.id()).isEqualTo(200);
    }
  }

  @Test
  void noPageRunsAScriptOfItsOwnAndNoCookieIsSet() throws Exception {
    HttpResponse<String> home = site.get("/");

    assertThat(home.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(home.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(home.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(home.headers().allValues("Set-Cookie")).isEmpty();
    assertThat(home.body()).doesNotContain("style=\"", "onclick", "<script>");
  }

  @Test
  void aWorkbookGetsItsReportAsAPage() throws Exception {
    HttpResponse<String> page = site.post("/verifier", Form.of("fichier", BROKEN));

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("Résultat de la vérification", "Non conforme", "non-conforme.xlsx")
        .contains("href=\"/regles/");
    assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
  }

  @Test
  void theReportIsInTheLanguageOfThePage() throws Exception {
    assertThat(site.post("/en/verifier", Form.of("fichier", CLEAN)).body())
        .contains("Result of the check", "Compliant")
        .contains("href=\"/en/regles\"");
  }

  @Test
  void whatIsDownloadedIsWhatTheCommandLineWrites() throws Exception {
    HttpResponse<byte[]> json =
        site.download("/telecharger", Form.of("fichier", BROKEN).field("format", "json"));

    assertThat(json.statusCode()).isEqualTo(200);
    assertThat(json.headers().firstValue("Content-Disposition").orElse(""))
        .contains("attachment", "non-conforme.json");
    assertThat(json.body()).isEqualTo(report(BROKEN));
    for (String format : List.of("csv", "html")) {
      HttpResponse<byte[]> other =
          site.download("/telecharger", Form.of("fichier", BROKEN).field("format", format));
      assertThat(other.statusCode()).isEqualTo(200);
      assertThat(other.headers().firstValue("Content-Disposition").orElse(""))
          .contains("non-conforme." + format);
    }
  }

  private static byte[] report(Path file) throws IOException {
    Socle base = Socle.prepare(null);
    OffsetDateTime now = OffsetDateTime.now(Site.CLOCK).withNano(0);
    Verification checked =
        new Guichet(base, Reglages.parDefaut())
            .verifie(Source.de(file), null, LocalDate.now(Site.CLOCK));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new RedacteurJson(Textes.charge(Langue.FR, base.gabarit()))
        .ecris(Rapport.de(checked, now), bytes);
    return bytes.toByteArray();
  }

  @Test
  void theAnnotatedCopyIsAWorkbookThatIsJudgedAlike() throws Exception {
    HttpResponse<byte[]> copy = site.download("/annoter", Form.of("fichier", BROKEN));

    assertThat(copy.statusCode()).isEqualTo(200);
    assertThat(copy.headers().firstValue("Content-Disposition").orElse(""))
        .contains("filename*=UTF-8''annot%C3%A9e");
    Form again = new Form().file("fichier", "copie.xlsx", copy.body());
    assertThat(site.post("/verifier", again).body()).contains("Non conforme");
  }

  @Test
  void aTemplateIsPreparedForAnAgreementAndAYear() throws Exception {
    HttpResponse<byte[]> template =
        site.download(
            "/gabarit", new Form().field("entente", "ALL-14").field("exercice", "2022-2023"));

    assertThat(template.statusCode()).isEqualTo(200);
    assertThat(template.headers().firstValue("Content-Disposition").orElse(""))
        .contains("reddition_ALL-14_2022-2023.xlsx");
    Form filled = new Form().file("fichier", "reddition.xlsx", template.body());
    assertThat(site.post("/verifier", filled).body()).contains("Lanaudière, 2022-2023");
    Form previous = new Form().file("precedente", "reddition.xlsx", template.body());
    HttpResponse<byte[]> next = site.download("/gabarit", previous);
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(next.body()))) {
      List<String> lines = new ArrayList<>();
      workbook.getSheet("Instructions").forEach(r -> r.forEach(c -> lines.add(c.toString())));
      assertThat(lines).anyMatch(line -> line.startsWith("Repris de"));
    }
  }

  @Test
  void aFileThatIsNoWorkbookIsRefusedAtItsField() throws Exception {
    HttpResponse<String> page = site.post("/verifier", Form.of("fichier", Path.of("pom.xml")));

    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body())
        .contains("<title>Erreur")
        .contains("href=\"#fichier\"", "aria-invalid=\"true\"", "pom.xml");
  }

  @Test
  void aWorkbookThatIsOnlyReadHasNoFieldsAndIsToldWhy(@TempDir Path folder) throws Exception {
    Path ods;
    try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(BROKEN))) {
      ods = Transcription.ods(workbook, folder.resolve("reddition.ods"));
    }
    HttpResponse<String> page = site.post("/verifier", Form.of("fichier", ods));

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("Non conforme", "rien ne peut y être écrit")
        .doesNotContain("name=\"c:");
  }

  @Test
  void anUploadWithoutAFileAsksForOne() throws Exception {
    assertThat(site.post("/verifier", new Form().file("fichier", "", new byte[0])).statusCode())
        .isEqualTo(400);
    HttpResponse<String> page = site.post("/verifier", new Form().field("autre", "x"));
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("Choisissez d’abord");
  }

  @Test
  void anUploadOverTheLimitIsToldSo() throws Exception {
    Form large = new Form().file("fichier", "gros.xlsx", new byte[7 << 20]);

    HttpResponse<String> page = site.post("/verifier", large);
    HttpResponse<String> api = site.post("/api/v1/verifications", large);

    assertThat(page.statusCode()).isEqualTo(413);
    assertThat(page.body()).contains("Le fichier est trop gros");
    assertThat(api.statusCode()).isEqualTo(413);
    assertThat(api.body()).isEqualTo("{\"erreurs\":[{\"motif\":\"TROP_GROS\"}]}");
  }

  @Test
  void namesOfFilesAreShownAndNeverObeyed() throws Exception {
    Form hostile =
        new Form().file("fichier", "../../<script>alert(1)</script>.xlsx", new byte[] {1, 2});

    HttpResponse<String> page = site.post("/verifier", hostile);

    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body()).doesNotContain("<script>alert").doesNotContain("../");
  }

  @Test
  void whoAsksWhetherAPageIsThereIsTold() throws Exception {
    for (String path : List.of("/", "/regles", "/regles/VER-05", "/gabarit", "/en")) {
      assertThat(site.head(path).statusCode()).as(path).isEqualTo(200);
      assertThat(site.head(path).body()).as(path).isEmpty();
    }
    assertThat(site.head("/rien").statusCode()).isEqualTo(404);
  }

  @Test
  void whatDoesNotExistIsNotFound() throws Exception {
    for (String path : List.of("/rien", "/regles/XXX-01", "/statique/0/verifqis.css", "/api/v1/")) {
      HttpResponse<String> page = site.get(path);
      assertThat(page.statusCode()).as(path).isEqualTo(404);
      assertThat(page.body()).as(path).contains("Cette page n’existe pas");
    }
    assertThat(site.get("/en/rien").body()).contains("There is no such page");
  }

  @Test
  void healthAndFiguresHaveAPortOfTheirOwn() throws Exception {
    for (String path : List.of("/sante", "/sante/prete", "/metriques")) {
      assertThat(site.management(path).statusCode()).as(path).isEqualTo(200);
      assertThat(site.get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(site.management("/").statusCode()).isEqualTo(404);
    assertThat(site.management("/metriques").body()).contains("jvm_memory_used_bytes");
  }

  @Test
  void programsGetTheReportAsItsSchemaSays() throws Exception {
    JsonMapper json = JsonMapper.builder().build();
    HttpResponse<String> answer = site.post("/api/v1/verifications", Form.of("fichier", BROKEN));
    HttpResponse<String> refused =
        site.post("/api/v1/verifications?lang=en", Form.of("fichier", Path.of("pom.xml")));
    HttpResponse<String> none = site.post("/api/v1/verifications", new Form().field("a", "b"));
    var schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(site.get("/api/v1/rapport.schema.json").body());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(schema.validate(json.readTree(answer.body()))).isEmpty();
    assertThat(refused.statusCode()).isEqualTo(422);
    JsonNode report = json.readTree(refused.body());
    assertThat(schema.validate(report)).isEmpty();
    assertThat(report.at("/erreurs/0/motif").asText()).isEqualTo("EXTENSION");
    assertThat(none.statusCode()).isEqualTo(400);
    assertThat(none.body()).contains("AUCUN_FICHIER");
    assertThat(json.readTree(site.get("/api/v1/openapi.json").body()).at("/openapi").asText())
        .startsWith("3.1");
  }

  /** The finding of the example that a typed value mends: a required amount that is missing. */
  private static Form typed(String field, String value) throws IOException {
    return Form.of("fichier", BROKEN).field(field, value);
  }

  private static List<String> fields(String page) {
    return Pattern.compile("name=\"(c:[^\"]+)\"")
        .matcher(page)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  @Test
  void aFindingHasAFieldThatIsEmptyUntilSomebodyTypes() throws Exception {
    String page = site.post("/verifier", Form.of("fichier", BROKEN)).body();

    assertThat(fields(page)).isNotEmpty().doesNotHaveDuplicates();
    assertThat(page).contains("class=\"proposition\"").doesNotContain("selected=");
    assertThat(Pattern.compile("name=\"c:[^>]*value=\"[^\"]").matcher(page).find()).isFalse();
  }

  @Test
  void whatIsTypedIsCheckedAndItsFieldKeepsIt() throws Exception {
    Matcher proposal =
        Pattern.compile("data-pour=\"([^\"]+)\" data-valeur=\"([^\"]+)\"")
            .matcher(site.post("/verifier", Form.of("fichier", BROKEN)).body());
    assertThat(proposal.find()).isTrue();
    String page = site.post("/verifier", Form.of("fichier", BROKEN)).body();
    String field =
        Pattern.compile("id=\"" + proposal.group(1) + "\" name=\"(c:[^\"]+)\"")
            .matcher(page)
            .results()
            .map(found -> found.group(1))
            .findFirst()
            .orElseThrow();
    String again = site.post("/verifier", typed(field, proposal.group(2))).body();

    assertThat(again).contains("Ce que vos corrections changent").doesNotContain("0 constat réglé");
    assertThat(fields(again)).contains(field).doesNotHaveDuplicates();
    byte[] corrected = site.download("/corriger", typed(field, proposal.group(2))).body();
    String direct =
        site.post("/verifier", new Form().file("fichier", "corrigée.xlsx", corrected)).body();
    // The rule that the proposal mends finds nothing any more, whoever reads the workbook.
    assertThat(page).contains("/regles/FIN-02");
    assertThat(direct).contains("Résultat de la vérification").doesNotContain("/regles/FIN-02");
  }

  @Test
  void fieldsThatNoPageOfOursHasAreRefused() throws Exception {
    for (String field :
        List.of("c:Projets", "c:Projets!1E", "c:!A1", "c:Projets!A0", "c:Projets!AAAA1", "c:")) {
      assertThat(site.post("/verifier", typed(field, "1")).statusCode()).as(field).isEqualTo(400);
    }
    assertThat(site.post("/verifier", typed("c:Projets!E2", "x".repeat(3_000))).statusCode())
        .isEqualTo(400);
    Form many = Form.of("fichier", BROKEN);
    for (int row = 1; row <= 205; row++) {
      many.field("c:Projets!E" + row, "1");
    }
    assertThat(site.post("/corriger", many).statusCode()).isEqualTo(400);
  }

  @Test
  void aCellThatHoldsNoValueOfTheRedditionIsNeverWrittenTo() throws Exception {
    Form elsewhere = typed("c:Projets!XFD9999", "1").field("c:Autre!A1", "<b>");
    assertThat(site.post("/verifier", elsewhere).body()).contains("ont été laissées de côté");
    assertThat(site.download("/corriger", typed("c:Projets!XFD9999", "1")).body())
        .isEqualTo(Files.readAllBytes(BROKEN));
  }

  @Test
  void whatIsTypedIsShownAndNeverObeyed() throws Exception {
    String field = fields(site.post("/verifier", Form.of("fichier", BROKEN)).body()).get(0);
    String page = site.post("/verifier", typed(field, "\"><script>alert(1)</script>")).body();

    assertThat(page).doesNotContain("<script>alert").contains("Ce que vos corrections changent");
  }
}
