package org.verifqis.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verifqis.audit.PetiteReddition;
import org.verifqis.classeur.Source;
import org.verifqis.fixtures.EcritureXlsx;
import org.verifqis.fixtures.RedditionFactice;
import org.verifqis.regles.StatutRegle;
import org.verifqis.regles.Verdict;
import org.verifqis.service.Guichet;
import org.verifqis.service.Reglages;
import org.verifqis.service.Socle;
import org.verifqis.service.Suivi;
import org.verifqis.service.depot.Role;

/** What is told of the filings of several years together. The figures were added up by hand. */
class YearsTest {
  private static Office office;
  private static Person marie;
  private static Person jeanne;

  @BeforeAll
  static void starts(@TempDir Path folder) throws Exception {
    office = Office.open("jdbc:h2:file:" + folder.resolve("depots"), folder);
    marie = office.in("Marie Côté", Role.COORDINATION, "ALL-14", "ALL-13", "ALL-04", "ALL-02");
    jeanne = office.in("Jeanne Tremblay", Role.PERSONNEL);
    file(folder, reddition("ALL-14", 2020, 700));
    file(folder, reddition("ALL-14", 2021, 9000));
    file(folder, reddition("ALL-14", 2021, 1000));
    file(folder, reddition("ALL-13", 2021, 2500));
  }

  @AfterAll
  static void stops() {
    office.close();
  }

  private record Filed(String place, RedditionFactice workbook) {}

  private static Filed reddition(String agreement, int year, int granted) {
    RedditionFactice r =
        new RedditionFactice()
            .champ("codeEntente", agreement)
            .champ("exerciceDebut", LocalDate.of(year, 4, 1))
            .champ("exerciceFin", LocalDate.of(year + 1, 3, 31))
            .champ("dateDepot", LocalDate.of(year + 1, 6, 1));
    r.projets()
        .ajoute()
        .valeur("numero", "P" + year)
        .valeur("portee", "LOCALE")
        .valeur("categorie", "OBNL")
        .valeur("statut", "EN_COURS")
        .valeur("aideAccordee", BigDecimal.valueOf(granted));
    return new Filed("/depots/" + agreement + "/" + year + "-" + (year + 1), r);
  }

  /** All under one name: nobody names workbooks for the registry. */
  private static void file(Path folder, Filed filed) throws Exception {
    Path workbook = folder.resolve("reddition.xlsx");
    EcritureXlsx.ecris(filed.workbook(), workbook);
    Office.file(marie, filed.place(), workbook, Map.of());
  }

  private static JsonNode figures(Person who, String query) throws Exception {
    HttpResponse<byte[]> file = who.download("/statistiques/fichier/json?" + query);
    assertThat(file.statusCode()).isEqualTo(200);
    return JsonMapper.builder().build().readTree(file.body());
  }

  private static BigDecimal granted(JsonNode statistics) {
    return new BigDecimal(statistics.at("/total/aide/locale").asText());
  }

  @Test
  void statisticsAreThoseOfTheLastVersions() throws Exception {
    JsonNode year = figures(jeanne, "de=2021-2022");
    assertThat(year.at("/total/nombreRedditions").asInt())
        .as(year.at("/total").toString())
        .isEqualTo(2);
    assertThat(granted(year)).isEqualByComparingTo("3500");
    JsonNode both = figures(jeanne, "de=2021-2022&a=2020-2021");
    assertThat(both.at("/total/nombreRedditions").asInt()).isEqualTo(3);
    assertThat(granted(both)).isEqualByComparingTo("4200");
    assertThat(figures(jeanne, "de=2019-2020").at("/total/nombreRedditions").asInt()).isZero();
  }

  @Test
  void statisticsAreAPageWithTheirChartsAndFiles() throws Exception {
    String page = jeanne.get("/statistiques?de=2020-2021&a=2021-2022&parExercice=true").body();
    assertThat(page)
        .contains("<table class=\"statistiques\">", "<svg", "Lanaudière")
        .contains(
            "href=\"/statistiques/fichier/csv?de=2020-2021&amp;a=2021-2022&amp;parExercice=true\"");
    assertThat(jeanne.get("/en/statistiques?de=2021-2022").body())
        .contains("<table class=\"statistiques\">", "/en/statistiques/fichier/xlsx?");
    String csv = text(jeanne.download("/statistiques/fichier/csv?de=2021-2022"));
    assertThat(csv).contains("3500").doesNotContain("9000");
    String html = text(jeanne.download("/statistiques/fichier/html?de=2021-2022&detail=true"));
    assertThat(html).contains("<!DOCTYPE html>", "Lanaudière");
    assertThat(figures(jeanne, "de=2021-2022&detail=true").get("redditions").toString())
        .contains("ALL-13 2021-2022, reddition.xlsx", "ALL-14 2021-2022, reddition.xlsx");
    HttpResponse<byte[]> tables = jeanne.download("/statistiques/fichier/xlsx?de=2021-2022");
    assertThat(tables.headers().firstValue("Content-Disposition").orElse(""))
        .contains("statistiques-2021-2022.xlsx");
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(tables.body()))) {
      assertThat(workbook.getNumberOfSheets()).isGreaterThan(5);
    }
    for (String wrong :
        new String[] {"fichier/pdf", "fichier/csv?de=2030-2031", "fichier/json?de=x"}) {
      assertThat(jeanne.download("/statistiques/" + wrong).statusCode()).as(wrong).isEqualTo(404);
    }
  }

  @Test
  void aRedditionIsHeldAgainstTheYearBefore(@TempDir Path folder) throws Exception {
    Path workbook = folder.resolve("reddition.xlsx");
    PetiteReddition.de("ALL-04", 2019).ecris(workbook);
    Office.file(marie, "/depots/ALL-04/2019-2020", workbook, Map.of());
    PetiteReddition.de("ALL-04", 2020).ecris(workbook);
    Office.file(marie, "/depots/ALL-04/2020-2021", workbook, Map.of());
    PetiteReddition.de("ALL-04", 2021).avec("soldeOuverture", "90,00").ecris(workbook);
    Office.file(marie, "/depots/ALL-04/2021-2022", workbook, Map.of());

    assertThat(marie.get("/depots/ALL-04/2019-2020").body()).doesNotContain("D’une année");
    String passes = marie.get("/depots/ALL-04/2020-2021").body();
    assertThat(row(passes, "INT-02"))
        .contains("Respectée", "href=\"/depots/ALL-04/2019-2020\">2019-2020, version 1</a>");
    String fails = jeanne.get("/depots/ALL-04/2021-2022").body();
    assertThat(row(fails, "INT-02"))
        .contains("Enfreinte", "2020-2021, version 1</a>")
        .doesNotContain("2019-2020");
    assertThat(row(fails, "INT-10")).contains("2019-2020, version 1", "2020-2021, version 1");
    assertThat(fails).containsPattern("name=\"constat\"[^\n]*<strong>INT-02<");
    assertThat(passes).doesNotContain("INT-03 ", "INT-06 ");
    assertThat(annotated(marie, "/depots/ALL-04/2021-2022")).contains("INT-02");
    assertThat(annotated(marie, "/depots/ALL-04/2020-2021")).doesNotContain("INT-");

    PetiteReddition.de("ALL-04", 2020).avec("soldeCloture", "90,00").ecris(workbook);
    Office.file(marie, "/depots/ALL-04/2020-2021", workbook, Map.of());
    assertThat(row(jeanne.get("/depots/ALL-04/2021-2022").body(), "INT-02"))
        .contains("Respectée", "2020-2021, version 2");
  }

  /** All that the annotated copy of a first version says. */
  private static String annotated(Person who, String place) throws Exception {
    HttpResponse<byte[]> copy = who.download(place + "/annotee/1");
    StringBuilder all = new StringBuilder();
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(copy.body()))) {
      workbook.forEach(sheet -> sheet.forEach(row -> row.forEach(all::append)));
    }
    return all.toString();
  }

  /** The row of a rule in the table of those across years. */
  private static String row(String page, String rule) {
    int start = page.indexOf("<th scope=\"row\">" + rule + " ", page.indexOf("id=\"annees\""));
    assertThat(start).as(rule).isPositive();
    return page.substring(start, page.indexOf("</tr>", start));
  }

  @Test
  void whatIsBrokenAcrossYearsWeighsOnTheVerdict() throws Exception {
    Guichet counter = new Guichet(Socle.prepare(null), Reglages.parDefaut());
    LocalDate today = LocalDate.of(2023, 9, 1);
    Source clean = Source.de(Office.CLEAN);
    Suivi alone = Suivi.de(counter, clean, List.of(), null, today);
    assertThat(verdict(alone)).isEqualTo(Verdict.CONFORME);
    assertThat(alone.tenues()).isEmpty();
    assertThat(status(alone, "INT-02")).isEqualTo(StatutRegle.NON_APPLICABLE);

    Suivi broken = Suivi.de(counter, clean, List.of(before("0,01")), null, today);
    assertThat(status(broken, "INT-02")).isEqualTo(StatutRegle.ENFREINTE);
    assertThat(verdict(broken)).isEqualTo(Verdict.NON_CONFORME);
    assertThat(broken.tenues()).containsExactly("avant.xlsx");

    Source text = Source.de("texte.xlsx", "PK?".getBytes(StandardCharsets.UTF_8));
    Suivi unread = Suivi.de(counter, clean, List.of(text), null, today);
    assertThat(unread.illisibles()).hasSize(1);
    assertThat(verdict(unread)).isEqualTo(Verdict.CONFORME);
    assertThat(unread.resultats())
        .isNotEmpty()
        .noneMatch(result -> result.statut() == StatutRegle.RESPECTEE);
    assertThat(Suivi.de(counter, text, List.of(clean), null, today).verification().erreurs())
        .hasSize(1);
  }

  private static Source before(String closing) throws Exception {
    Path file = Files.createTempDirectory("annees").resolve("avant.xlsx");
    PetiteReddition.de("ALL-02", 2020).avec("soldeCloture", closing).ecris(file);
    byte[] bytes = Files.readAllBytes(file);
    Files.delete(file);
    Files.delete(file.getParent());
    return Source.de("avant.xlsx", bytes);
  }

  private static Verdict verdict(Suivi followed) {
    return followed.verification().jugements().get(0).verdict();
  }

  private static StatutRegle status(Suivi followed, String rule) {
    return followed.resultats().stream()
        .filter(result -> result.regle().id().equals(rule))
        .findFirst()
        .orElseThrow()
        .statut();
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}
