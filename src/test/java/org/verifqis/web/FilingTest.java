package org.verifqis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verifqis.service.depot.Compte;
import org.verifqis.service.depot.DossierDepose;
import org.verifqis.service.depot.EtatDossier;
import org.verifqis.service.depot.Role;

/** Filing, corrections and adoption, asked without a browser. */
class FilingTest {
  private static final Pattern FINDING =
      Pattern.compile("name=\"constat\" value=\"([0-9a-f]{64})\"[^\n]*<strong>([A-Z]+-[0-9]+)<");

  private static Office office;
  private static Person marie;
  private static Person jeanne;
  private static Person luc;
  private static Compte staff;

  @TempDir Path temp;

  @BeforeAll
  static void starts(@TempDir Path folder) throws Exception {
    office = Office.open("jdbc:h2:file:" + folder.resolve("depots"), folder);
    marie = office.in("Marie Côté", Role.COORDINATION, "ALL-15", "ALL-04", "ALL-02");
    jeanne = office.in("Jeanne Tremblay", Role.PERSONNEL);
    luc = office.in("Luc Gagnon", Role.PERSONNEL);
    staff = office.registry.comptes().parCourriel("personne2@exemple.ca").orElseThrow();
  }

  @AfterAll
  static void stops() {
    office.close();
  }

  private static DossierDepose filed(String entente) {
    return office.registry.dossiers().tous(staff).stream()
        .filter(one -> one.entente().code().equals(entente))
        .findFirst()
        .orElseThrow();
  }

  private static String key(String page, String rule) {
    Matcher finding = FINDING.matcher(page);
    while (finding.find()) {
      if (finding.group(2).equals(rule)) {
        return finding.group(1);
      }
    }
    throw new AssertionError("no finding of " + rule);
  }

  @Test
  void aRedditionGoesFromFilingThroughCorrectionsToAdoption() throws Exception {
    String place = "/depots/ALL-15/2022-2023";
    assertThat(marie.get("/depots").body()).contains("ALL-15", "attendue");
    HttpResponse<String> checked =
        marie.upload(
            place + "/verifier",
            Site.Form.of("fichier", Office.BROKEN).field("_csrf", marie.csrf(place)));
    assertThat(checked.uri().getPath()).isEqualTo(place + "/brouillon");
    assertThat(checked.body()).contains("Confirmer le dépôt", "Non conforme", "FIN-02");
    assertThat(office.registry.dossiers().tous(staff))
        .noneMatch(one -> one.entente().code().equals("ALL-15"));

    String explained =
        Pattern.compile("name=\"(x:[0-9a-f]{64})\"")
            .matcher(checked.body())
            .results()
            .findFirst()
            .orElseThrow()
            .group(1);
    HttpResponse<String> done =
        marie.confirm(place, Map.of(explained, "<script>alert(1)</script> reçu en retard"));
    assertThat(done.body()).contains("Le classeur est déposé", "1 version déposée");
    assertThat(marie.get(place + "/brouillon").statusCode()).isEqualTo(404);

    assertThat(jeanne.get("/tableau").body())
        .containsPattern("[1-9] redditions? déposées? attend")
        .contains("ALL-15, 2022-2023");
    String page = jeanne.get(place).body();
    assertThat(page)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt; reçu en retard", "FIN-02", "Décider")
        .doesNotContain("<script>alert");
    String total = key(page, "FIN-02");
    HttpResponse<String> asked =
        jeanne.post(
            place,
            place + "/corrections",
            Map.of(
                "verrou",
                Person.field(page, "verrou"),
                "constat",
                List.of(total),
                "m:" + total,
                "Le total ne suit pas.",
                "avant",
                "2023-09-20",
                "mot",
                "Merci !"));
    assertThat(asked.body()).contains("Les corrections sont demandées", "20 septembre 2023");
    assertThat(marie.get(place).body())
        .contains("Le total ne suit pas.", "Merci !", "20 septembre 2023", "demeure dans");

    Office.file(marie, place, Office.corrected(temp), Map.of());
    String second = marie.get(place).body();
    assertThat(second).contains("2 versions déposées", "plus trouvé dans la dernière version");
    String changed = luc.get(place + "/comparaison/2").body();
    assertThat(changed).contains("De la version 1 à la version 2", "Total des dépenses");
    assertThat(luc.download(place + "/classeur/1").body())
        .isEqualTo(Files.readAllBytes(Office.BROKEN));
    HttpResponse<byte[]> annotated = luc.download(place + "/annotee/2");
    assertThat(annotated.headers().firstValue("Content-Disposition").orElse(""))
        .contains("attachment");
    assertThat(annotated.body()).startsWith('P', 'K');

    String seen = luc.get(place).body();
    String lock = Person.field(seen, "verrou");
    Map<String, String> adoption = Map.of("verrou", lock, "verdict", "NON_CONFORME");
    assertThat(luc.post(place, place + "/adopter", adoption).body()).contains("est adoptée");
    HttpResponse<String> late = jeanne.post(place, place + "/adopter", adoption);
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("Luc Gagnon a agi avant vous", "Adoption");
    assertThat(filed("ALL-15").etat()).isEqualTo(EtatDossier.ADOPTE);
    assertThat(marie.get(place).body())
        .contains("Adoptée par", "Luc Gagnon")
        .doesNotContain("name=\"fichier\"");
    HttpResponse<String> again =
        marie.upload(
            place + "/verifier",
            Site.Form.of("fichier", Office.BROKEN).field("_csrf", marie.csrf(place)));
    assertThat(marie.confirm(place, Map.of()).statusCode()).as(again.body()).isEqualTo(409);

    String adopted = jeanne.get(place).body();
    assertThat(
            jeanne
                .post(
                    place,
                    place + "/rouvrir",
                    Map.of("verrou", Person.field(adopted, "verrou"), "motif", " "))
                .statusCode())
        .isEqualTo(422);
    assertThat(
            jeanne
                .post(
                    place,
                    place + "/rouvrir",
                    Map.of("verrou", Person.field(adopted, "verrou"), "motif", "Une erreur"))
                .body())
        .contains("est rouverte");
    assertThat(filed("ALL-15").etat()).isEqualTo(EtatDossier.DEPOSE);
    assertThat(office.registry.journal().verifie().entier()).isTrue();
  }

  @Test
  void aFindingIsAcceptedOnceItsEffectWasShown() throws Exception {
    String place = "/depots/ALL-04/2019-2020";
    Office.file(marie, place, Office.RESERVES, Map.of());
    String page = jeanne.get(place).body();
    String instance = key(page, "GOU-03");
    String form = place + "/acceptation?constat=" + instance;
    assertThat(jeanne.get(form).body()).contains("Accepter un constat", "GOU-03");
    Map<String, String> typed =
        Map.of(
            "constat", instance,
            "autorite", "Décision du 14 juin",
            "motif", "Comité en veilleuse",
            "jusquAu", "2024-03-31");
    HttpResponse<String> shown = jeanne.post(form, place + "/acceptation", typed);
    assertThat(shown.statusCode()).isEqualTo(200);
    assertThat(shown.body()).contains("Effet sur le verdict", "d’autres constats le tiennent");
    assertThat(filed("ALL-04").verdict().name()).isEqualTo("CONFORME_AVEC_RESERVES");
    assertThat(office.registry.dossiers().acceptations(staff, filed("ALL-04"))).isEmpty();

    accept(place, form, shown.body(), typed);
    String other = key(jeanne.get(place).body(), "PRO-01");
    Map<String, String> more =
        Map.of(
            "constat", other,
            "autorite", "Décision du 14 juin",
            "motif", "Vu avec la région",
            "jusquAu", "2024-03-31");
    HttpResponse<String> better =
        jeanne.post(place + "/acceptation?constat=" + other, place + "/acceptation", more);
    assertThat(better.body()).contains("Le verdict change");
    accept(place, form, better.body(), more);
    assertThat(filed("ALL-04").verdict().name()).isEqualTo("CONFORME");
    assertThat(marie.get(place).body())
        .contains("2 constats acceptés", "Jeanne Tremblay", "Comité en veilleuse");

    String now = jeanne.get(place).body();
    HttpResponse<String> withdrawn =
        jeanne.post(
            place,
            place + "/retirer",
            Map.of(
                "verrou", Person.field(now, "verrou"),
                "acceptation", Person.field(now, "acceptation"),
                "motif", "Décision annulée"));
    assertThat(withdrawn.body()).contains("acceptation est retirée");
    assertThat(filed("ALL-04").verdict().name()).isEqualTo("CONFORME_AVEC_RESERVES");
  }

  private static void accept(String place, String form, String shown, Map<String, String> typed)
      throws Exception {
    Map<String, String> signed = new java.util.HashMap<>(typed);
    signed.put("verrou", Person.field(shown, "verrou"));
    signed.put("verdict", "IRRECEVABLE");
    assertThat(jeanne.post("/tableau", place + "/accepter", signed).statusCode())
        .as("another effect than the one shown")
        .isEqualTo(409);
    signed.put("verdict", Person.field(shown, "verdict"));
    assertThat(jeanne.post("/tableau", place + "/accepter", signed).body())
        .contains("Le constat est accepté");
  }

  @Test
  void whatCannotBeFiledHereIsSaid() throws Exception {
    String place = "/depots/ALL-02/2021-2022";
    HttpResponse<String> otherAgreement = check(place, Office.BROKEN);
    assertThat(otherAgreement.statusCode()).isEqualTo(422);
    assertThat(otherAgreement.body()).contains("celui de l’entente ALL-15", "pour ALL-02");
    HttpResponse<String> otherYear = check("/depots/ALL-15/2021-2022", Office.BROKEN);
    assertThat(otherYear.body()).contains("celui de l’exercice 2022-2023");
    HttpResponse<String> unknown = check(place, Path.of("fixtures/exemples/irrecevable.xlsx"));
    assertThat(unknown.body()).contains("ne dit pas pour quelle entente");
    Path text = Files.writeString(temp.resolve("texte.xlsx"), "Ceci n’est pas un classeur");
    assertThat(check(place, text).statusCode()).isEqualTo(422);
    assertThat(check(place, text).body()).contains("Erreur");
    assertThat(marie.get(place + "/brouillon").statusCode()).isEqualTo(404);

    Office.file(marie, place, Office.CLEAN, Map.of());
    DossierDepose once = filed("ALL-02");
    check(place, Office.CLEAN);
    HttpResponse<String> twice = marie.confirm(place, Map.of());
    assertThat(twice.statusCode()).isEqualTo(409);
    assertThat(twice.body()).contains("déjà déposé", "version 1");
    assertThat(filed("ALL-02")).isEqualTo(once);
    assertThat(marie.post(place, place + "/abandonner", Map.of()).statusCode()).isEqualTo(200);
    assertThat(marie.get(place + "/brouillon").statusCode()).isEqualTo(404);
  }

  private static HttpResponse<String> check(String place, Path workbook) throws Exception {
    return marie.upload(
        place + "/verifier", Site.Form.of("fichier", workbook).field("_csrf", marie.csrf(place)));
  }

  @Test
  void thePagesStandInEnglish() throws Exception {
    assertThat(marie.get("/en/depots").body()).contains("My filings", "expected");
    assertThat(marie.get("/en/depots/ALL-15/2020-2021").body()).contains("File the reddition");
    assertThat(jeanne.get("/en/tableau").body()).contains("Board", "All agreements");
  }

  @Test
  void aYearThatHasNotEndedIsNotFiled() throws Exception {
    for (String year : List.of("2023-2024", "2015-2016", "2021-2023", "x")) {
      assertThat(marie.get("/depots/ALL-15/" + year).statusCode()).as(year).isEqualTo(404);
    }
    assertThat(marie.get("/depots/ALL-99/2022-2023").statusCode()).isEqualTo(404);
  }
}
