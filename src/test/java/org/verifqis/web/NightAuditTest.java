package org.verifqis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verifqis.audit.PetiteReddition;
import org.verifqis.fixtures.Montre;
import org.verifqis.service.depot.ChiffreSaisi;
import org.verifqis.service.depot.Compte;
import org.verifqis.service.depot.DernierAudit;
import org.verifqis.service.depot.DossierDepose;
import org.verifqis.service.depot.Provenance;
import org.verifqis.service.depot.Role;

/** The server audits what is filed, night after night. */
class NightAuditTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static void await(BooleanSupplier so) throws InterruptedException {
    for (long i = 0; i < PATIENCE.toMillis() / 100 && !so.getAsBoolean(); i++) {
      Thread.sleep(100);
    }
    assertThat(so.getAsBoolean()).isTrue();
  }

  private static void file(Person person, Path folder, int year, String closing) throws Exception {
    Path workbook = folder.resolve("reddition.xlsx");
    PetiteReddition.de("ALL-02", year).avec("soldeCloture", closing).ecris(workbook);
    Office.file(person, "/depots/ALL-02/" + year + "-" + (year + 1), workbook, Map.of());
  }

  @Test
  void theBoardTellsWhatTheNightFound(@TempDir Path folder) throws Exception {
    Path passage = folder.resolve("passage");
    Path settings =
        Files.write(
            folder.resolve("s.properties"),
            List.of(
                "verifqis.par-minute=1000",
                "verifqis.passage=" + passage,
                "verifqis.audit.heure=02:30",
                "verifqis.audit.cadence=200ms"));
    Montre calendar = new Montre(Site.CLOCK.instant(), Site.CLOCK.getZone());
    try (Office office =
        Office.with("jdbc:h2:file:" + folder.resolve("depots"), settings, calendar)) {
      Person marie = office.in("Marie Côté", Role.COORDINATION, "ALL-02");
      Person jeanne = office.in("Jeanne Tremblay", Role.PERSONNEL);
      assertThat(page(jeanne, "/tableau")).doesNotContain("Dernier audit");
      assertThat(jeanne.get("/tableau/audit/audit.html").statusCode()).isEqualTo(404);
      Office.file(marie, "/depots/ALL-02/2021-2022", Office.CLEAN, Map.of());
      await(() -> done(office, calendar));
      assertThat(page(jeanne, "/tableau"))
          .contains("Dernier audit", "1 reddition a été jugée", "C’est le premier")
          .doesNotContain("Audit :");

      DossierDepose adopted = adopt(office);
      night(office, calendar);
      assertThat(page(jeanne, "/tableau")).contains("Rien n’a changé");

      file(marie, folder, 2020, "0,01");
      night(office, calendar);
      String board = page(jeanne, "/tableau");
      assertThat(board)
          .contains("2 redditions ont été jugées", "3 changements depuis", "nouveau fichier")
          .contains("Conforme → Non conforme (autres redditions", "2 constats nouveaux")
          .contains("Audit : <span class=\"badge verdict-non-conforme\">");
      assertThat(seen(office)).isEqualTo(adopted);
      assertThat(jeanne.get("/en/tableau").body()).contains("Last audit", "3 changes since");
      assertThat(page(marie, "/depots")).doesNotContain("Audit :");
      assertTheReportIsThere(jeanne);
      assertThat(passed(passage)).isEmpty();
      theStatisticsTakeWhatTheNightHasRead(jeanne, folder);

      Path history = folder.resolve("depots-audit.mv.db");
      Path aside = Files.move(history, folder.resolve("ailleurs"));
      Files.createDirectory(history);
      calendar.avance(Duration.ofDays(1));
      await(() -> office.registry.dernierAudit().etat().enEchec());
      assertThat(page(jeanne, "/tableau"))
          .contains("Le dernier audit ne s’est pas terminé", "3 changements depuis");
      await(() -> figures(office).contains("verifqis_audit_echec 1.0"));
      assertThat(passed(passage)).isEmpty();
      Files.delete(history);
      Files.move(aside, history);
      night(office, calendar);
      assertThat(page(jeanne, "/tableau"))
          .contains("Rien n’a changé")
          .doesNotContain("ne s’est pas terminé");
      await(() -> figures(office).contains("verifqis_audit_echec 0.0"));
      assertThat(figures(office)).containsPattern("verifqis_audit_reussi_seconds 1\\.6");
      theFigureThatIsPublishedIsTold(office, jeanne);
    }
  }

  /** The night's workbooks are not read again. */
  private static void theStatisticsTakeWhatTheNightHasRead(Person jeanne, Path folder)
      throws Exception {
    String page = "/statistiques/fichier/csv?de=2020-2021&a=2021-2022&parExercice=true";
    String told = new String(jeanne.download(page).body(), StandardCharsets.UTF_8);
    String history = "jdbc:h2:file:" + folder.resolve("depots-audit");
    order(history, "create table vrais as select * from jugement");
    order(history, "update jugement set apport = (select max(apport) from jugement)");
    assertThat(new String(jeanne.download(page).body(), StandardCharsets.UTF_8))
        .as("what is kept is used")
        .isNotEqualTo(told);
    order(history, "update jugement set apport = null");
    assertThat(new String(jeanne.download(page).body(), StandardCharsets.UTF_8))
        .as("what is not whole is read")
        .isEqualTo(told);
    order(
        history,
        "update jugement j set apport ="
            + " (select v.apport from vrais v where v.sha256 = j.sha256 and v.cle = j.cle)");
    order(history, "drop table vrais");
    assertThat(new String(jeanne.download(page).body(), StandardCharsets.UTF_8)).isEqualTo(told);
  }

  private static void order(String history, String text) throws SQLException {
    try (Connection base = DriverManager.getConnection(history);
        Statement order = base.createStatement()) {
      order.execute(text);
    }
  }

  /** What a page says, with ordinary spaces. */
  private static String page(Person who, String path) throws Exception {
    return who.get(path).body().replace('\u00A0', ' ').replace('\u202F', ' ');
  }

  /** A figure is published in the day: what is filed is audited anew, and the cause is told. */
  private static void theFigureThatIsPublishedIsTold(Office office, Person jeanne)
      throws Exception {
    office.account("Luc Gagnon", Role.PERSONNEL);
    Compte luc = office.registry.comptes().parCourriel("personne3@exemple.ca").orElseThrow();
    ChiffreSaisi.Demande ceiling =
        new ChiffreSaisi.Demande(
            "administration.plafond", null, "2017-2024", null, List.of("0.0001"), "Normes, p. 12");
    long proposed = office.registry.chiffres().propose(staff(office), ceiling);
    office.registry.chiffres().publie(luc, proposed);
    await(() -> board(jeanne).contains("nouveaux paramètres"));
    assertThat(page(jeanne, "/tableau/audit/audit.html"))
        .contains("administration.plafond", "Normes, p. 12");
  }

  private static String board(Person jeanne) {
    try {
      return page(jeanne, "/tableau");
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static void night(Office office, Montre calendar) throws InterruptedException {
    calendar.avance(Duration.ofDays(1));
    await(() -> done(office, calendar));
  }

  /** Whether the audit of this night is done, and its history closed. */
  private static boolean done(Office office, Montre calendar) {
    DernierAudit.Etat state = office.registry.dernierAudit().etat();
    return state.reussi() != null
        && state.reussi().toInstant().equals(calendar.instant())
        && figures(office).contains("verifqis_audit_reussi_seconds " + gauge(state.reussi()));
  }

  private static String gauge(OffsetDateTime when) {
    return String.valueOf((double) when.toEpochSecond());
  }

  private static String figures(Office office) {
    try {
      return office.site.management("/metriques").body();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Path> passed(Path passage) throws IOException {
    try (Stream<Path> all = Files.list(passage)) {
      return all.filter(one -> one.getFileName().toString().startsWith("verifqis-audit")).toList();
    }
  }

  private static Compte staff(Office office) {
    return office.registry.comptes().parCourriel("personne2@exemple.ca").orElseThrow();
  }

  private static DossierDepose seen(Office office) {
    return office.registry.dossiers().tous(staff(office)).get(0);
  }

  private static DossierDepose adopt(Office office) {
    DossierDepose last = seen(office);
    Provenance provenance = new Provenance("1", "r".repeat(64), "p".repeat(64));
    office.registry.gestes().adopte(staff(office), last, last.verdict(), provenance);
    return seen(office);
  }

  /** Read in the browser, by its own style sheet and nothing else. */
  private static void assertTheReportIsThere(Person jeanne) throws Exception {
    HttpResponse<String> report = jeanne.get("/tableau/audit/audit.html");
    assertThat(report.statusCode()).isEqualTo(200);
    assertThat(report.headers().firstValue("Content-Security-Policy").orElse(""))
        .containsPattern("style-src 'sha256-[A-Za-z0-9+/]{43}='")
        .doesNotContain("unsafe");
    assertThat(report.body()).contains("ALL-02", "<style>");
    int link = report.body().indexOf("href=\"redditions/") + "href=\"".length();
    String page = report.body().substring(link, report.body().indexOf('"', link));
    assertThat(jeanne.get("/tableau/audit/" + page).body()).contains("INT-02");
    assertThat(jeanne.get("/en/tableau/audit/audit.html").body()).contains("lang=\"en");
    assertThat(new String(jeanne.download("/tableau/audit/audit.csv").body()))
        .contains("ALL-02 2021-2022.xlsx");
    assertThat(jeanne.get("/tableau/audit/redditions/rien").statusCode()).isEqualTo(404);
  }

  @Test
  void itIsDueOnceADayAtItsHourWhereTheServerIs() {
    ZoneId zone = ZoneId.of("America/Toronto");
    LocalTime hour = LocalTime.of(2, 30);
    assertThat(NightAudit.due(ZonedDateTime.of(2026, 3, 7, 2, 30, 0, 0, zone), hour))
        .isEqualTo("2026-03-07T02:30-05:00[America/Toronto]");
    assertThat(NightAudit.due(ZonedDateTime.of(2026, 3, 7, 2, 29, 59, 0, zone), hour))
        .isEqualTo("2026-03-06T02:30-05:00[America/Toronto]");
    // That hour does not exist on the day on which clocks are put forward.
    assertThat(NightAudit.due(ZonedDateTime.of(2026, 3, 8, 12, 0, 0, 0, zone), hour))
        .isEqualTo("2026-03-08T03:30-04:00[America/Toronto]");
  }
}
