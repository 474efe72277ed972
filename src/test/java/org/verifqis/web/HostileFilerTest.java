package org.verifqis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Exercice;
import org.verifqis.regles.Verdict;
import org.verifqis.service.depot.Compte;
import org.verifqis.service.depot.ComptesDuGreffe;
import org.verifqis.service.depot.DossierDepose;
import org.verifqis.service.depot.Gestes;
import org.verifqis.service.depot.Provenance;
import org.verifqis.service.depot.Role;
import org.verifqis.web.Wire.Reply;

/** What somebody who has an account, and means ill, may try with it. */
class HostileFilerTest {
  private static final String SCRIPT = "'><img src=x onerror=alert(1)><script>alert(2)</script>";
  private static final Pattern KEY = Pattern.compile("name=\"constat\" value=\"([0-9a-f]{64})\"");
  private static final String HERS = "/depots/ALL-15/2022-2023";
  private static final String OTHERS = "/depots/ALL-14/2022-2023";
  private static final String FORGED = "/depots/ALL-02/2021-2022";
  private static final String EVIL_NAME = "=1+1 a\r\nX-Mechant: 1\u202Efdp\".xlsx";

  private static Office office;
  private static Wire wire;
  private static ComptesDuGreffe.Lien mariesLink;
  private static Person marie;
  private static Person paule;
  private static Person anne;
  private static Person jeanne;
  private static Person alice;
  private static Compte staff;

  @BeforeAll
  static void starts(@TempDir Path folder) throws Exception {
    office = Office.open("jdbc:h2:file:" + folder.resolve("depots"), folder);
    wire = new Wire(office.site);
    mariesLink = office.account("Marie " + SCRIPT, Role.COORDINATION, "ALL-15", "ALL-02");
    marie = Person.in(office.site, mariesLink);
    paule = office.in("Paule", Role.COORDINATION, "ALL-15");
    anne = office.in("Anne", Role.COORDINATION, "ALL-14");
    ComptesDuGreffe.Lien link = office.account("Jeanne " + SCRIPT, Role.PERSONNEL);
    staff = link.compte();
    jeanne = Person.in(office.site, link);
    alice = office.in("Alice " + SCRIPT, Role.ADMIN);
    // As it was kept before names of files were cleaned.
    Entente entente = LecteurGabarit.charge().ententes().get("ALL-02");
    office
        .registry
        .gestes()
        .depose(
            mariesLink.compte(),
            DossierDepose.attendu(entente, new Exercice(2021)),
            new Gestes.Depot(
                EVIL_NAME,
                Files.readAllBytes(Office.CLEAN),
                Verdict.CONFORME,
                new Provenance("1", "r", "p"),
                List.of()));
    files();
  }

  @AfterAll
  static void stops() {
    office.close();
  }

  /** A reddition in which everything that may be typed was meant to act. */
  private static void files() throws Exception {
    Site.Form form =
        new Site.Form().file("fichier", SCRIPT + ".xlsx", Files.readAllBytes(Office.BROKEN));
    String checked = marie.upload(HERS + "/verifier", form.field("_csrf", marie.csrf(HERS))).body();
    Matcher field = Pattern.compile("name=\"(x:[0-9a-f]{64})\"").matcher(checked);
    assertThat(field.find()).isTrue();
    Map<String, String> typed = new HashMap<>(Map.of(field.group(1), SCRIPT));
    // Nobody asked for these.
    typed.putAll(Map.of("verdict", "CONFORME", "version", "99", "par", "1", "etat", "ADOPTE"));
    typed.putAll(Map.of("entente", "ALL-14", "nom", "autre.xlsx", "x:" + "0".repeat(64), "rien"));
    assertThat(marie.confirm(HERS, typed).body()).contains("Le classeur est déposé");

    String page = jeanne.get(HERS).body();
    Matcher key = KEY.matcher(page);
    assertThat(key.find()).isTrue();
    Map<String, String> accepted =
        Map.of(
            "constat", key.group(1), "autorite", SCRIPT, "motif", SCRIPT, "jusquAu", "2024-03-31");
    String form2 = HERS + "/acceptation?constat=" + key.group(1);
    String shown = jeanne.post(form2, HERS + "/acceptation", accepted).body();
    assertThat(shown).contains("&lt;img src=x").doesNotContain("<img src=x", "<script>alert");
    Map<String, String> signed = new HashMap<>(accepted);
    signed.put("verrou", Person.field(shown, "verrou"));
    signed.put("verdict", Person.field(shown, "verdict"));
    assertThat(jeanne.post(form2, HERS + "/accepter", signed).body())
        .contains("Le constat est accepté");
    String now = jeanne.get(HERS).body();
    Matcher other = KEY.matcher(now);
    assertThat(other.find()).isTrue();
    Map<String, Object> corrections = new HashMap<>();
    corrections.put("verrou", Person.field(now, "verrou"));
    corrections.put("constat", List.of(other.group(1), "0".repeat(64), SCRIPT));
    corrections.put("m:" + other.group(1), SCRIPT);
    corrections.put("avant", "2023-09-20");
    corrections.put("mot", SCRIPT);
    assertThat(jeanne.post(HERS, HERS + "/corrections", corrections).statusCode()).isEqualTo(200);
  }

  private static DossierDepose dossier(String entente) {
    return office.registry.dossiers().tous(staff).stream()
        .filter(one -> one.entente().code().equals(entente))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatIsTypedIsShownAndDoesNothing() throws Exception {
    Map<Person, List<String>> pages =
        Map.of(
            marie, List.of("/depots", HERS, "/en" + HERS, FORGED),
            jeanne, List.of("/tableau", HERS, "/en" + HERS, FORGED, "/statistiques?detail=true"),
            alice, List.of("/comptes", "/comptes/1", "/en/comptes/4", "/journal"));
    for (Map.Entry<Person, List<String>> of : pages.entrySet()) {
      for (String path : of.getValue()) {
        HttpResponse<String> page = of.getKey().get(path);
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        assertThat(page.body()).as(path).doesNotContain("<img src=x", "<script>alert", "'><");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
            .as(path)
            .contains("default-src 'none'", "script-src 'self'")
            .doesNotContain("unsafe");
      }
    }
    // The name of the file, the explanation, what is accepted and by whom, what is asked for.
    assertThat(jeanne.get(HERS).body().split("&lt;img src=x", -1)).hasSizeGreaterThan(6);
    String html =
        new String(
            jeanne.download("/statistiques/fichier/html?de=2022-2023&detail=true").body(),
            StandardCharsets.UTF_8);
    assertThat(html).doesNotContain("<img src=x", "<script>alert");
  }

  @Test
  void whatNobodyAskedForIsNotTaken() throws Exception {
    DossierDepose filed = dossier("ALL-15");
    assertThat(filed.version()).isEqualTo(1);
    assertThat(office.registry.dossiers().versions(staff, filed))
        .singleElement()
        .satisfies(
            version -> {
              assertThat(version.verdict()).isEqualTo(Verdict.NON_CONFORME);
              assertThat(version.par()).startsWith("Marie");
            });
    assertThat(office.registry.dossiers().explications(staff, filed, 1)).hasSize(1);
    assertThat(office.registry.dossiers().demandes(staff, filed).get(0).corrections()).hasSize(1);

    ComptesDuGreffe.Lien zoe = office.account("Zoé", Role.COORDINATION, "ALL-04");
    new Person(office.site).choose(zoe, Person.SECRET);
    Compte before = office.registry.comptes().parId(zoe.compte().id()).orElseThrow();
    String page = "/comptes/" + before.id();
    Map<String, String> fields =
        Map.of(
            "verrou", "" + before.verrou(),
            "nom", "Zoé Lavoie",
            "role", "COORDINATION",
            "langue", "FR",
            "entente", "ALL-04",
            "actif", "true",
            "courriel", "autre@exemple.ca",
            "id", "1",
            "secret", "x",
            "compte.role", "ADMIN");
    assertThat(alice.post(page, page, fields).statusCode()).isEqualTo(200);
    Compte now = office.registry.comptes().parId(before.id()).orElseThrow();
    assertThat(now.courriel()).isEqualTo(before.courriel());
    assertThat(now.role()).isEqualTo(Role.COORDINATION);
    assertThat(new Person(office.site).login(now.courriel(), Person.SECRET).body())
        .contains("Zoé Lavoie");
    for (Map<String, String> wrong :
        List.of(
            Map.of("role", "ROOT"),
            Map.of("langue", "xx"),
            Map.of("verrou", "99999999999"),
            Map.of("entente", "ALL-99"),
            Map.of("nom", "a\nb"))) {
      Map<String, String> asked = new HashMap<>(fields);
      asked.put("verrou", "" + now.verrou());
      asked.putAll(wrong);
      assertThat(alice.post(page, page, asked).statusCode()).as(wrong.toString()).isIn(400, 422);
    }
    assertThat(office.registry.comptes().parId(before.id())).hasValue(now);
  }

  @Test
  void nothingOfAnotherAgreementIsReachedByAnyNumberOrHash() throws Exception {
    long events = office.registry.journal().verifie().evenements();
    String csrf = anne.csrf("/depots");
    for (String of : List.of(HERS, FORGED)) {
      for (String page :
          List.of("", "/classeur/1", "/annotee/1", "/comparaison/1?an=true", "/brouillon")) {
        assertThat(anne.get(of + page).statusCode()).as(of + page).isEqualTo(404);
        assertThat(anne.get("/en" + of + page).statusCode()).isEqualTo(404);
      }
    }
    // Her own agreement, and numbers and hashes of the other.
    String sha256 = office.registry.dossiers().versions(staff, dossier("ALL-15")).get(0).sha256();
    Map<String, String> forged = Map.of("verrou", "1", "sha256", sha256);
    for (String of : List.of(HERS, OTHERS)) {
      assertThat(anne.send(of + "/deposer", csrf, forged).statusCode()).as(of).isEqualTo(404);
    }
    for (String path : List.of("/classeur/1", "/annotee/1", "/comparaison/1")) {
      assertThat(anne.get(OTHERS + path).statusCode()).as(path).isEqualTo(404);
    }
    for (String path :
        List.of(
            OTHERS + "/../../ALL-15/2022-2023",
            "/depots/ALL-14/..%2fALL-15/2022-2023",
            "/depots/ALL-14%2f..%2fALL-15/2022-2023",
            "/depots/ALL-14/%2e%2e/ALL-15/2022-2023",
            "/depots/ALL-14;x=ALL-15/2022-2023",
            "/depots/ALL-15%00/2022-2023",
            "/depots/ALL-15/2022-2023/",
            "/depots//ALL-15/2022-2023",
            "/DEPOTS/ALL-15/2022-2023",
            "/depots/all-15/2022-2023",
            "/depots/ALL-14,ALL-15/2022-2023",
            OTHERS + "?entente=ALL-15")) {
      Reply reply = wire.ask("GET", path, Wire.as(anne));
      assertThat(reply.body()).as(path).doesNotContain(sha256, "FIN-02");
      assertThat(reply.status()).as(path).isIn(200, 400, 404);
    }
    // A draft is of whoever checked it: not even somebody of the same agreement sees it.
    marie.upload(
        HERS + "/verifier",
        Site.Form.of("fichier", Office.BROKEN).field("_csrf", marie.csrf(HERS)));
    assertThat(paule.get(HERS + "/brouillon").statusCode()).isEqualTo(404);
    assertThat(paule.send(HERS + "/deposer", paule.csrf("/depots"), forged).statusCode())
        .isEqualTo(404);
    assertThat(office.registry.journal().verifie().evenements()).isEqualTo(events);
  }

  @Test
  void aDecisionStandsOnWhatWasSeenAndOnItsOwnReddition() throws Exception {
    String page = jeanne.get(HERS).body();
    String csrf = Person.field(page, "_csrf");
    long accepted = office.registry.dossiers().acceptations(staff, dossier("ALL-15")).get(0).id();
    DossierDepose before = dossier("ALL-02");
    List<Map<String, String>> locks = new ArrayList<>();
    for (String lock : List.of("0", "-1", "2", "2147483647", "2147483648", "1e0", "", "'", "1;2")) {
      locks.add(Map.of("verrou", lock, "verdict", "CONFORME", "motif", "x"));
    }
    locks.add(Map.of("verrou", "1", "verdict", "IRRECEVABLE"));
    locks.add(Map.of("verrou", "1", "verdict", "PARFAIT"));
    locks.add(Map.of("verdict", "CONFORME"));
    for (Map<String, String> fields : locks) {
      Reply reply = wire.form(FORGED + "/adopter", form(fields, csrf), Wire.as(jeanne));
      assertThat(reply.status()).as(fields.toString()).isIn(400, 409, 422);
    }
    Map<String, String> withdrawal =
        Map.of("verrou", "1", "acceptation", "" + accepted, "motif", "x");
    assertThat(wire.form(FORGED + "/retirer", form(withdrawal, csrf), Wire.as(jeanne)).status())
        .isEqualTo(404);
    assertThat(dossier("ALL-02")).isEqualTo(before);
    assertThat(office.registry.dossiers().acceptations(staff, dossier("ALL-15"))).hasSize(1);
  }

  private static Map<String, String> form(Map<String, String> fields, String csrf) {
    Map<String, String> whole = new HashMap<>(fields);
    whole.put("_csrf", csrf);
    return whole;
  }

  @Test
  void daysAndNumbersThatNobodyMeansAreRefused() throws Exception {
    String csrf = jeanne.csrf(FORGED);
    DossierDepose before = dossier("ALL-02");
    for (String day :
        List.of(
            "+999999999-12-31",
            "-999999999-01-01",
            "0000-00-00",
            "2024-02-30",
            "1",
            "\u0000",
            "9".repeat(5_000),
            "2024-01-15T00:00")) {
      Map<String, String> fields = Map.of("verrou", "1", "avant", day, "mot", "x");
      assertThat(wire.form(FORGED + "/corrections", form(fields, csrf), Wire.as(jeanne)).status())
          .as(day)
          .isEqualTo(422);
      Map<String, String> limit = Map.of("exercice", "2021-2022", "vue", "", "jour", day);
      assertThat(wire.form("/tableau/limites", form(limit, csrf), Wire.as(jeanne)).status())
          .as(day)
          .isEqualTo(400);
    }
    for (String number :
        List.of("0", "-1", "2", "2147483647", "-2147483648", "2147483648", "1e3", "NaN", "1.0")) {
      for (String page : List.of("/classeur/", "/annotee/", "/comparaison/")) {
        assertThat(wire.ask("GET", FORGED + page + number, Wire.as(jeanne)).status())
            .as(page + number)
            .isIn(400, 404);
      }
      assertThat(wire.ask("GET", "/journal?avant=" + number, Wire.as(alice)).status())
          .isIn(200, 400);
      assertThat(wire.ask("GET", "/comptes/" + number, Wire.as(alice)).status())
          .isIn(200, 400, 404);
      assertThat(wire.ask("GET", "/statistiques?de=" + number, Wire.as(jeanne)).status())
          .isEqualTo(404);
    }
    assertThat(dossier("ALL-02")).isEqualTo(before);
    assertThat(office.registry.echeances().toutes()).isEmpty();
  }

  /** In every variable of every path: nothing beyond it is read, and nothing breaks. */
  @Test
  void noVariableOfAPathLeadsOutOfIt() throws Exception {
    List<String> tricks =
        List.of(
            "..%2f..%2f..%2fetc%2fpasswd",
            "%2e%2e",
            "..",
            "%00",
            "%0d%0aX-Mechant:%201",
            "..;",
            "%c0%ae%c0%ae",
            "'%20or%20'1'='1",
            "%3Cscript%3Ealert(2)%3C/script%3E",
            "%25n%25s",
            "$%7Bjndi:ldap://127.0.0.1/x%7D",
            "x".repeat(4_000),
            "%F0%9F%98%80",
            "file:%2f%2f");
    for (String route : office.site.routes()) {
      String path = route.substring(route.indexOf(' ') + 1);
      if (!route.startsWith("GET") || !path.contains("{")) {
        continue;
      }
      Matcher variable = Pattern.compile("\\{(\\w+)}").matcher(path);
      while (variable.find()) {
        String name = variable.group();
        for (String trick : tricks) {
          String asked =
              path.replace(name, trick)
                  .replace("{entente}", "ALL-02")
                  .replace("{exercice}", "2021-2022")
                  .replaceAll("\\{\\w+}", "1");
          Person who = path.contains("/comptes") ? alice : jeanne;
          Reply reply = wire.ask("GET", asked, Wire.as(who));
          assertThat(reply.status()).as(asked).isIn(302, 400, 403, 404, 410);
          assertThat(reply.header("X-Mechant")).as(asked).isEmpty();
          assertThat(reply.body()).as(asked).doesNotContain("<script>alert", "root:", "jndi:");
        }
      }
    }
  }

  @Test
  void theNameOfAFileIsOneHeaderAndNoFormula() throws Exception {
    for (String page : List.of("/classeur/1", "/annotee/1", "/brouillon")) {
      Reply reply = wire.ask("GET", FORGED + page, Wire.as(jeanne));
      assertThat(reply.header("X-Mechant")).as(page).isEmpty();
      if (reply.status() == 200) {
        assertThat(reply.header("Content-Disposition"))
            .startsWith("attachment;")
            .doesNotContain("\u202E", "%0D", "%0A", "%E2%80%AE");
        assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(reply.header("Cache-Control")).contains("no-store");
      }
    }
    office.registry.comptes().inconnu("=cmd|' /C calc'!A0");
    office.registry.comptes().inconnu("+1\t=2");
    String journal =
        new String(alice.download("/journal/journal.csv").body(), StandardCharsets.UTF_8);
    String figures =
        new String(
            jeanne.download("/statistiques/fichier/csv?de=2021-2022&detail=true").body(),
            StandardCharsets.UTF_8);
    for (String csv : List.of(journal, figures)) {
      try (CSVParser rows =
          CSVFormat.RFC4180.parse(new StringReader(csv.replaceFirst("^\uFEFF", "")))) {
        rows.forEach(
            row ->
                row.forEach(
                    cell ->
                        assertThat(cell)
                            .doesNotStartWith("=")
                            .doesNotStartWith("+")
                            .doesNotStartWith("@")
                            .doesNotContain("\u0000", "\u202E")));
      }
    }
    assertThat(journal).contains("'=cmd|");
  }
}
