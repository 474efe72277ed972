package org.verifqis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.regles.Registre;
import org.verifqis.service.depot.Compte;
import org.verifqis.service.depot.ComptesDuGreffe;
import org.verifqis.service.depot.Greffe;
import org.verifqis.service.depot.Journal;
import org.verifqis.service.depot.Role;

/** Who may come in, and what becomes of who may not. */
class AccountsTest {
  private static Site site;
  private static Greffe registry;
  private static Person admin;
  private static int people;

  @BeforeAll
  static void starts(@TempDir Path folder) throws Exception {
    String base = "jdbc:h2:file:" + folder.resolve("depots");
    Path settings =
        Files.writeString(
            folder.resolve("s.properties"),
            """
            verifqis.par-minute=1000
            verifqis.conservation.dossiers=7 ans
            verifqis.responsable=Zo\\u00e9 Lavoie, <acces@exemple.ca>
            """);
    site = Site.filing(base, settings);
    // Within one process H2 lets everybody in.
    registry = Greffe.ouvre(base, LecteurGabarit.charge(), Registre.charge(), Site.CLOCK);
    admin = Person.in(site, account(Role.ADMIN));
  }

  @AfterAll
  static void stops() {
    registry.close();
    site.close();
  }

  private static ComptesDuGreffe.Lien account(Role role, String... agreements) {
    String address = "personne" + ++people + "@exemple.ca";
    return registry
        .comptes()
        .cree(
            Journal.CONSOLE,
            new ComptesDuGreffe.Demande(
                address, "Personne " + people, role, "fr", Set.of(agreements)));
  }

  @Test
  void whatAnyoneMayReadSetsNoCookie() throws Exception {
    for (String path : List.of("/", "/regles", "/gabarit", "/confidentialite", "/rien")) {
      HttpResponse<String> page = site.get(path);
      assertThat(page.headers().allValues("Set-Cookie")).as(path).isEmpty();
    }
    assertThat(site.get("/").body()).contains("href=\"/depots\"");
    assertThat(site.get("/en").body()).contains("href=\"/en/depots\"");
  }

  @Test
  void whatIsKeptIsToldAsItIsWhereWorkbooksAreFiled() throws Exception {
    assertThat(site.get("/confidentialite").body())
        .contains("Reddition adoptée", "<td>30 jours</td>", "<td>1 jour</td>", "7 ans")
        .contains("Aucun terme n’est fixé", "Zoé Lavoie, &lt;acces@exemple.ca", "article 98")
        .doesNotContain("aucun témoin (cookie) n’est déposé.");
    assertThat(site.get("/en/confidentialite").body())
        .contains("<td>30 days</td>", "Your rights", "<td>7 years</td>")
        .doesNotContain("no cookie is set.");
  }

  @Test
  void aLinkIsForOnePasswordAndOnePasswordOnly() throws Exception {
    ComptesDuGreffe.Lien link = account(Role.ADMIN);
    Person person = new Person(site);
    assertThat(person.choose(link, "trop court").statusCode()).isEqualTo(422);
    assertThat(person.choose(link, "aaaaaaaaaaaaaaaa").statusCode()).isEqualTo(422);
    assertThat(person.choose(link, link.compte().courriel()).statusCode()).isEqualTo(422);
    HttpResponse<String> chosen = person.choose(link, Person.SECRET);
    assertThat(chosen.uri().getPath()).isEqualTo("/connexion");
    assertThat(chosen.body()).contains("est enregistré");

    HttpResponse<String> again = new Person(site).get("/lien/" + link.jeton());
    assertThat(again.statusCode()).isEqualTo(410);
    assertThat(again.body()).contains("Ce lien ne vaut plus");
    assertThat(new Person(site).get("/lien/inconnu").statusCode()).isEqualTo(410);
    assertThat(new Person(site).get("/en/lien/inconnu").body()).contains("worth nothing any more");
  }

  @Test
  void theSessionIsAnotherOnceLoggedIn() throws Exception {
    ComptesDuGreffe.Lien link = account(Role.ADMIN);
    Person person = new Person(site);
    person.choose(link, Person.SECRET);
    person.get("/connexion");
    String before = person.session();
    HttpResponse<String> home = person.login(link.compte().courriel(), Person.SECRET);

    assertThat(home.body()).contains(link.compte().nom());
    assertThat(before).isNotEmpty();
    assertThat(person.session()).isNotEmpty().isNotEqualTo(before);
    HttpResponse<String> page = person.get("/comptes");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");

    HttpResponse<String> out = person.post("/comptes", "/deconnexion", Map.of());
    assertThat(out.body()).contains("déconnecté");
    assertThat(person.get("/comptes").statusCode()).isEqualTo(302);
  }

  @Test
  void theCookieIsForThisSiteAndNoScript() throws Exception {
    String cookie = new Person(site).get("/connexion").headers().allValues("Set-Cookie").get(0);
    assertThat(cookie).startsWith("verifqis=").contains("HttpOnly", "SameSite=Lax");
  }

  @Test
  void nobodyLearnsWhetherAnAccountIsThere() throws Exception {
    ComptesDuGreffe.Lien link = account(Role.ADMIN);
    Person person = new Person(site);
    person.choose(link, Person.SECRET);
    HttpResponse<String> wrong = person.login(link.compte().courriel(), "un autre mot de passe");
    HttpResponse<String> unknown = person.login("personne@exemple.org", Person.SECRET);
    ComptesDuGreffe.Lien invited = account(Role.ADMIN);
    HttpResponse<String> none = person.login(invited.compte().courriel(), Person.SECRET);
    for (HttpResponse<String> refused : List.of(wrong, unknown, none)) {
      assertThat(refused.uri().toString()).endsWith("/connexion?refus");
      assertThat(refused.body()).contains("ne vont pas ensemble");
    }
  }

  @Test
  void whoTriesPasswordsHasToWait() throws Exception {
    ComptesDuGreffe.Lien link = account(Role.ADMIN);
    Person person = new Person(site);
    person.choose(link, Person.SECRET);
    for (int attempt = 0; attempt < 5; attempt++) {
      person.login(link.compte().courriel(), "essai numéro " + attempt);
    }
    HttpResponse<String> slowed = person.login(link.compte().courriel(), Person.SECRET);
    assertThat(slowed.uri().toString()).endsWith("/connexion?attente");
    assertThat(slowed.body()).contains("quart d’heure");
    assertThat(person.get("/comptes").statusCode()).isEqualTo(302);
  }

  @Test
  void noOtherSiteSendsAForm() throws Exception {
    for (String csrf : List.of("", "faux")) {
      HttpResponse<String> forged =
          admin.send(
              "/comptes",
              csrf,
              Map.of("courriel", "x@exemple.ca", "nom", "X", "role", "ADMIN", "langue", "FR"));
      assertThat(forged.statusCode()).isEqualTo(403);
      assertThat(forged.body()).contains("pas pour votre compte");
    }
    assertThat(registry.comptes().parCourriel("x@exemple.ca")).isEmpty();
  }

  @Test
  void anAdministratorMakesAnAccountAndHandsOverItsLink() throws Exception {
    HttpResponse<String> made =
        admin.post(
            "/comptes",
            "/comptes",
            Map.of(
                "courriel", "Marie@exemple.ca",
                "nom", "Marie <Côté>",
                "role", "COORDINATION",
                "langue", "EN",
                "entente", List.of("ALL-04", "ALL-14")));
    assertThat(made.statusCode()).isEqualTo(200);
    assertThat(made.body())
        .containsPattern("<code>http://127\\.0\\.0\\.1:\\d+/en/lien/[\\w-]{43}<");
    Compte hers = registry.comptes().parCourriel("marie@exemple.ca").orElseThrow();
    assertThat(hers.ententes()).containsExactly("ALL-04", "ALL-14");
    assertThat(admin.get("/comptes").body())
        .contains("Marie &lt;Côté&gt;", "ALL-04, ALL-14", "mot de passe à choisir");

    HttpResponse<String> twice =
        admin.post(
            "/comptes",
            "/comptes",
            Map.of("courriel", "marie@exemple.ca", "nom", "M", "role", "ADMIN", "langue", "FR"));
    assertThat(twice.statusCode()).isEqualTo(422);
    assertThat(twice.body()).contains("déjà un compte marie@exemple.ca", "Erreur");
    assertThat(
            admin
                .post(
                    "/comptes",
                    "/comptes",
                    Map.of(
                        "courriel", "y@exemple.ca",
                        "nom", "Y",
                        "role", "COORDINATION",
                        "langue", "FR"))
                .statusCode())
        .isEqualTo(422);
    assertThat(admin.get("/comptes/99999").statusCode()).isEqualTo(404);
  }

  @Test
  void anAccountThatIsClosedOrChangedIsLoggedOutAtOnce() throws Exception {
    ComptesDuGreffe.Lien link = account(Role.ADMIN);
    Person person = Person.in(site, link);
    assertThat(person.get("/comptes").statusCode()).isEqualTo(200);
    Compte now = registry.comptes().parId(link.compte().id()).orElseThrow();
    String page = "/comptes/" + now.id();
    HttpResponse<String> closed =
        admin.post(
            page,
            page,
            Map.of("verrou", now.verrou(), "nom", now.nom(), "role", "ADMIN", "langue", "FR"));
    assertThat(closed.body()).contains("fermé");
    assertThat(person.get("/comptes").headers().firstValue("Location").orElse(""))
        .endsWith("/connexion?fin");
    assertThat(new Person(site).login(now.courriel(), Person.SECRET).body())
        .contains("ne vont pas ensemble");

    HttpResponse<String> second =
        admin.post(
            page,
            page,
            Map.of("verrou", now.verrou(), "nom", "Autre", "role", "ADMIN", "langue", "FR"));
    assertThat(second.statusCode()).as("seen before it was closed").isEqualTo(422);
    assertThat(second.body()).contains("a agi avant vous");
  }

  @Test
  void theJournalTellsEverythingAndOnlyToTheAdministration() throws Exception {
    HttpResponse<String> page = admin.get("/journal");
    assertThat(page.body()).contains("tel qu’il a été écrit", "Compte créé", "Mot de passe choisi");
    String csv = new String(admin.download("/journal/journal.csv").body(), "UTF-8");
    assertThat(csv.lines().count()).isEqualTo(1 + registry.journal().verifie().evenements());
    for (Role role : List.of(Role.PERSONNEL, Role.COORDINATION)) {
      String[] hers = role == Role.COORDINATION ? new String[] {"ALL-04"} : new String[0];
      Person other = Person.in(site, account(role, hers));
      for (String path : List.of("/journal", "/journal/journal.csv", "/comptes", "/en/comptes")) {
        assertThat(other.get(path).statusCode()).as(role + path).isEqualTo(403);
      }
    }
  }

  @Test
  void whoeverIsNotLoggedInIsLedBackToWhatWasAskedFor() throws Exception {
    ComptesDuGreffe.Lien link = account(Role.ADMIN);
    Person person = new Person(site);
    person.choose(link, Person.SECRET);
    assertThat(person.get("/en/journal").headers().firstValue("Location").orElse(""))
        .endsWith("/en/connexion");
    assertThat(person.login(link.compte().courriel(), Person.SECRET).uri().getPath())
        .isEqualTo("/en/journal");
    assertThat(site.get("/deconnexion").statusCode()).isNotEqualTo(200);
    assertThat(site.management("/comptes").statusCode()).isEqualTo(404);
  }
}
