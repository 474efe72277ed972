package org.verifqis.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.verifqis.classeur.correspondance.Classeur.r;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verifqis.classeur.correspondance.Classeur;
import org.verifqis.web.Site.Form;

/** A workbook in somebody's own layout, uploaded with its correspondance. */
class OwnWorkbookTest {
  private static final String API = "/api/v1/verifications";
  private static final String PROFILE =
      """
      correspondance: "1"
      nom: Suivi 02
      gabarit: "2"
      constantes:
        Identification:
          {codeEntente: ALL-02, exerciceDebut: 2021-04-01, exerciceFin: 2022-03-31}
      blocs:
      - vers: Projets
        feuille: Suivi
        entete: {contient: [No]}
        colonnes: {numero: No, promoteur: Porteur, dateDebut: Début, dateFin: Fin}
      """;

  private static byte[] workbook;
  private static byte[] large;
  private static Site site;

  @BeforeAll
  static void starts(@TempDir Path folder) throws IOException {
    workbook = workbook(1);
    large = workbook(60);
    Path settings = folder.resolve("s.properties");
    Files.writeString(settings, "verifqis.par-minute=1000\nverifqis.lignes=50\n");
    site = Site.start(settings);
  }

  private static byte[] workbook(int projects) throws IOException {
    Object[][] rows = new Object[projects + 1][];
    rows[0] = r("No", "Porteur", "Début", "Fin");
    for (int i = 1; i <= projects; i++) {
      LocalDate end = LocalDate.of(2020, 5, 1);
      rows[i] = r("P-" + i, "Les Jardins", LocalDate.of(2021, 5, 1), end);
    }
    return new Classeur().feuille("Suivi", rows).octets();
  }

  @AfterAll
  static void stops() {
    site.close();
  }

  private static Form form(byte[] file, String profile) {
    return new Form()
        .file("fichier", "suivi.xlsx", file)
        .file("correspondance", "profil.yaml", profile.getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode json(HttpResponse<String> response) throws IOException {
    return JsonMapper.builder().build().readTree(response.body());
  }

  @Test
  void theReportNamesItsOwnCells() throws Exception {
    HttpResponse<String> page = site.post("/verifier", form(workbook, PROFILE));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains(
            "Lu par la correspondance «\u00A0Suivi 02\u00A0»",
            "lu par votre correspondance",
            "Suivi")
        .doesNotContain("name=\"c:");
    JsonNode report = json(site.post(API, form(workbook, PROFILE))).at("/redditions/0");
    assertThat(report.at("/correspondance/nom").asText()).isEqualTo("Suivi 02");
    assertThat(report.at("/sommaire/projets").asInt()).isEqualTo(1);
    assertThat(report.path("constats").toString()).contains("\"Suivi\"");
  }

  @Test
  void alsoWhereItIsCheckedAside() throws Exception {
    JsonNode report = json(site.post(API, form(large, PROFILE))).at("/redditions/0");
    assertThat(report.at("/correspondance/nom").asText()).isEqualTo("Suivi 02");
    assertThat(report.at("/sommaire/projets").asInt()).isEqualTo(60);
  }

  @Test
  void theTemplateIsFilledInFromIt() throws Exception {
    HttpResponse<byte[]> made = site.download("/convertir", form(workbook, PROFILE));
    assertThat(made.statusCode()).isEqualTo(200);
    try (XSSFWorkbook filled = new XSSFWorkbook(new ByteArrayInputStream(made.body()))) {
      assertThat(filled.getSheet("Provenance")).isNotNull();
      assertThat(filled.getSheet("Projets"))
          .anyMatch(row -> row.getCell(0).toString().equals("P-1"));
    }
    HttpResponse<String> without =
        site.post("/convertir", new Form().file("fichier", "suivi.xlsx", workbook));
    assertThat(without.statusCode()).isEqualTo(422);
    assertThat(without.body()).contains("Choisissez aussi la correspondance");
  }

  @Test
  void whatIsWrongWithTheCorrespondanceIsToldAtItsField() throws Exception {
    for (String wrong :
        new String[] {
          PROFILE.replace("vers: Projets", "vers: Projet"),
          PROFILE + "aConfirmer: true\n",
          "- [",
          "x".repeat(2 << 20)
        }) {
      HttpResponse<String> page = site.post("/en/verifier", form(workbook, wrong));
      assertThat(page.statusCode()).isEqualTo(422);
      assertThat(page.body()).contains("id=\"correspondance-erreur\"", "Mapping “profil.yaml”");
      HttpResponse<String> refused = site.post(API, form(workbook, wrong));
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(json(refused).at("/erreurs/0/motif").asText()).isEqualTo("CORRESPONDANCE");
      assertThat(json(refused).at("/erreurs/0/causes/1").asText()).isNotEmpty();
    }
  }

  @Test
  void withoutOneItIsSaidThatThereMayBeOne() throws Exception {
    HttpResponse<String> page =
        site.post("/verifier", new Form().file("fichier", "suivi.xlsx", workbook));
    assertThat(page.body()).contains("déposez-le de nouveau avec sa correspondance");
  }
}
