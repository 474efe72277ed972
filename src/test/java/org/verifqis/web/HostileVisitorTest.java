package org.verifqis.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verifqis.service.depot.Compte;
import org.verifqis.service.depot.ComptesDuGreffe;
import org.verifqis.service.depot.Role;
import org.verifqis.web.Wire.Reply;

/** What somebody who means ill may try at the door: hosts, cookies, sessions, forms, guesses. */
class HostileVisitorTest {
  private static final String EVIL = "mechant.example";
  private static final String PLACE = "/depots/ALL-02/2021-2022";

  private static Office office;
  private static Wire wire;
  private static Person marie;
  private static Person jeanne;
  private static Person alice;

  @BeforeAll
  static void starts(@TempDir Path folder) throws Exception {
    office = Office.open("jdbc:h2:file:" + folder.resolve("depots"), folder);
    wire = new Wire(office.site);
    marie = office.in("Marie Côté", Role.COORDINATION, "ALL-02");
    jeanne = office.in("Jeanne Tremblay", Role.PERSONNEL);
    alice = office.in("Alice Roy", Role.ADMIN);
    Office.file(marie, PLACE, Office.CLEAN, Map.of());
  }

  @AfterAll
  static void stops() {
    office.close();
  }

  private static long events() {
    return office.registry.journal().verifie().evenements();
  }

  private static final String[] LIES = {
    "Host: " + EVIL,
    "X-Forwarded-Host: " + EVIL,
    "X-Forwarded-Port: 666",
    "X-Forwarded-Prefix: //" + EVIL,
    "X-Forwarded-Server: " + EVIL,
    "X-Original-URL: /comptes",
    "X-Rewrite-URL: /comptes",
    "Forwarded: host=" + EVIL + ";proto=https"
  };

  private static String[] lies(String... more) {
    String[] all = java.util.Arrays.copyOf(LIES, LIES.length + more.length);
    System.arraycopy(more, 0, all, LIES.length, more.length);
    return all;
  }

  @Test
  void noRedirectAndNoLinkBearsAHostThatAVisitorWrote() throws Exception {
    for (String path :
        List.of("/", "/depots", "/en/journal", "/connexion", "/lien/x", "/rien", "/comptes?x=1")) {
      Reply reply = wire.ask("GET", path, lies());
      assertThat(reply.whole()).as(path).doesNotContain(EVIL, "666");
      assertThat(reply.header("Location")).as(path).doesNotContain("//");
    }
    for (Person who : List.of(marie, jeanne, alice)) {
      Reply home = wire.ask("GET", "/depots", lies(Wire.as(who)));
      assertThat(home.whole()).doesNotContain(EVIL);
      assertThat(home.header("Location")).doesNotContain("//");
    }
    // The page that was asked for is remembered, and the host under which it was is not.
    ComptesDuGreffe.Lien link = office.account("Zoé", Role.ADMIN);
    new Person(office.site).choose(link, Person.SECRET);
    Reply asked = wire.ask("GET", "/en/journal?avant=5", lies());
    String cookie = asked.header("Set-Cookie").split(";")[0];
    Reply form = wire.ask("GET", "/connexion", lies("Cookie: " + cookie));
    Reply in =
        wire.form(
            "/connexion",
            Map.of(
                "courriel",
                link.compte().courriel(),
                "secret",
                Person.SECRET,
                "_csrf",
                Person.field(form.body(), "_csrf"),
                "continue",
                "https://" + EVIL),
            lies("Cookie: " + cookie));
    assertThat(in.header("Location")).isEqualTo("/en/journal?avant=5");
    assertThat(in.whole()).doesNotContain(EVIL);
  }

  @Test
  void nobodyIsLedElsewhereAfterLoggingIn() throws Exception {
    for (String path :
        List.of("//" + EVIL + "/depots", "/depots//" + EVIL, "/\\" + EVIL, "/%2f" + EVIL)) {
      Reply reply = wire.ask("GET", path);
      assertThat(reply.status()).as(path).isBetween(400, 404);
      assertThat(reply.header("Location")).isEmpty();
    }
    for (String query :
        List.of("continue", "next", "retour", "url", "redirect", "lang", "langue")) {
      Reply reply = wire.ask("GET", "/connexion?" + query + "=https://" + EVIL);
      assertThat(reply.whole()).as(query).doesNotContain(EVIL);
    }
  }

  @Test
  void cookiesAreForThisSiteNoScriptAndBehindATrustedProxyForHttpsOnly() throws Exception {
    Reply secure = wire.ask("GET", "/connexion", "X-Forwarded-Proto: https");
    assertThat(secure.header("Set-Cookie")).contains("HttpOnly", "SameSite=Lax", "Secure");
    assertThat(secure.header("Strict-Transport-Security")).isNotEmpty();
    Reply plain = wire.ask("GET", "/connexion");
    assertThat(plain.header("Set-Cookie"))
        .contains("HttpOnly", "SameSite=Lax")
        .doesNotContain("Secure");

    ComptesDuGreffe.Lien link = office.account("Zoé", Role.ADMIN);
    new Person(office.site).choose(link, Person.SECRET);
    String cookie = secure.header("Set-Cookie").split(";")[0];
    Reply in =
        wire.form(
            "/connexion",
            Map.of(
                "courriel", link.compte().courriel(),
                "secret", Person.SECRET,
                "_csrf", Person.field(secure.body(), "_csrf")),
            "Cookie: " + cookie,
            "X-Forwarded-Proto: https");
    assertThat(in.header("Set-Cookie").lines())
        .hasSize(2)
        .allSatisfy(one -> assertThat(one).contains("HttpOnly", "SameSite=Lax", "Secure"))
        .anySatisfy(one -> assertThat(one).startsWith(Devices.COOKIE + "="));
  }

  @Test
  void aSessionThatSomebodyElseChoseIsNotTaken() throws Exception {
    String chosen = "A".repeat(32);
    Reply page = wire.ask("GET", "/connexion", "Cookie: verifqis=" + chosen);
    assertThat(page.header("Set-Cookie")).contains("verifqis=").doesNotContain(chosen);
    for (String path :
        List.of("/connexion;verifqis=" + chosen, "/connexion;jsessionid=" + chosen)) {
      assertThat(wire.ask("GET", path).status()).isEqualTo(400);
    }
    assertThat(wire.ask("GET", "/connexion?verifqis=" + chosen).header("Set-Cookie"))
        .doesNotContain(chosen);
  }

  private static double strangers() throws Exception {
    return office
        .site
        .management("/metriques")
        .body()
        .lines()
        .filter(line -> line.startsWith("verifqis_sessions_inconnues "))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' '))))
        .findFirst()
        .orElseThrow();
  }

  /** Those are few however many are asked for: {@link StrangersTest}. */
  @Test
  void whoHasLoggedInIsNoStrangerAnyMore() throws Exception {
    ComptesDuGreffe.Lien link = office.account("Zoé", Role.ADMIN);
    Person person = new Person(office.site);
    double before = strangers();
    person.choose(link, Person.SECRET);
    assertThat(strangers()).isEqualTo(before + 1);
    person.login(link.compte().courriel(), Person.SECRET);
    assertThat(strangers()).isEqualTo(before);
    assertThat(person.get("/comptes").statusCode()).isEqualTo(200);
  }

  @Test
  void noFormIsTakenThatNoPageOfThisSiteGave() throws Exception {
    long before = events();
    String hers = jeanne.csrf("/tableau");
    String another = alice.csrf("/comptes");
    for (String route : office.site.routes()) {
      String path = route.substring(route.indexOf(' ') + 1);
      if (!route.startsWith("POST") || !isOfFilings(path)) {
        continue;
      }
      String filled =
          path.replace("{entente}", "ALL-02")
              .replace("{exercice}", "2021-2022")
              .replace("{secret}", "x")
              .replace("{id}", "3");
      Person who = path.contains("/comptes") ? alice : path.contains("/tableau") ? jeanne : marie;
      for (String token : List.of("", "faux", who == alice ? hers : another)) {
        Reply reply = wire.form(filled, Map.of("_csrf", token, "courriel", "a@b.ca"), Wire.as(who));
        assertThat(reply.status()).as(route + " " + token).isEqualTo(403);
      }
      Reply none = wire.form(filled, Map.of("nom", "x"), Wire.as(who), "Origin: https://" + EVIL);
      assertThat(none.status()).as(route).isEqualTo(403);
    }
    assertThat(events()).isEqualTo(before);
    assertThat(marie.get("/depots").statusCode()).as("still logged in").isEqualTo(200);
  }

  private static boolean isOfFilings(String path) {
    String french = path.startsWith("/en/") ? path.substring(3) : path;
    return List.of("/depots", "/comptes", "/tableau", "/lien", "/journal", "/parametres").stream()
        .anyMatch(french::startsWith);
  }

  /** They have no controller: no list of controllers tells of them. */
  @Test
  void whatFiltersAnswerIsRefusedWithoutAFormAndLeadsNowhereElse() throws Exception {
    assertThat(wire.form("/connexion", Map.of("courriel", "a", "secret", "b")).status())
        .isEqualTo(403);
    assertThat(wire.form("/deconnexion", Map.of(), Wire.as(marie)).status()).isEqualTo(403);
    assertThat(wire.ask("GET", "/deconnexion", Wire.as(marie)).status()).isEqualTo(404);
    assertThat(marie.get("/depots").statusCode()).isEqualTo(200);
    for (String path :
        List.of(
            "/connexion/par/oidc",
            "/connexion/retour?code=x&state=y",
            "/oauth2/authorization/oidc",
            "/login/oauth2/code/oidc",
            "/login",
            "/logout",
            "/default-ui.css",
            "/error",
            "/actuator",
            "/actuator/env",
            "/h2-console",
            "/sante",
            "/metriques")) {
      for (String cookie : List.of("X: y", Wire.as(alice))) {
        Reply reply = wire.ask("GET", path, cookie);
        assertThat(reply.status()).as(path).isIn(404, 302);
        assertThat(reply.header("Location")).isIn("", "/connexion");
      }
    }
  }

  @Test
  void otherMethodsOpenNothing() throws Exception {
    long before = events();
    for (String route : office.site.routes()) {
      String path = route.substring(route.indexOf(' ') + 1).replaceAll("\\{\\w+}", "1");
      if (!isOfFilings(path) && !path.startsWith("/statistiques")) {
        continue;
      }
      for (String method : List.of("HEAD", "PUT", "DELETE", "PATCH", "TRACE", "DEBUG")) {
        Reply reply = wire.ask(method, path);
        boolean link = path.startsWith("/lien") || path.startsWith("/en/lien");
        assertThat(reply.status()).as(method + " " + path).isBetween(link ? 400 : 302, 501);
      }
    }
    for (String method : List.of("PUT", "DELETE", "PATCH")) {
      String csrf = alice.csrf("/comptes");
      Reply reply = wire.ask(method, "/comptes/2", Wire.as(alice), "X-CSRF-TOKEN: " + csrf);
      assertThat(reply.status()).isEqualTo(405);
    }
    Reply overridden =
        wire.form(
            "/comptes/2?_method=DELETE",
            Map.of("_csrf", alice.csrf("/comptes"), "_method", "DELETE"),
            Wire.as(alice),
            "X-HTTP-Method-Override: DELETE");
    assertThat(overridden.status()).isEqualTo(400);
    assertThat(events()).isEqualTo(before);
  }

  /** Argon2 is run for an address that nobody has, too. */
  @Test
  void howLongALoginTakesTellsNotWhetherThereIsAnAccount() throws Exception {
    ComptesDuGreffe.Lien known = office.account("Zoé", Role.ADMIN);
    new Person(office.site).choose(known, Person.SECRET);
    Compte invited = office.account("Luc", Role.ADMIN).compte();
    String cookie = wire.ask("GET", "/connexion").header("Set-Cookie").split(";")[0];
    String csrf = Person.field(wire.ask("GET", "/connexion", "Cookie: " + cookie).body(), "_csrf");
    long hers = processor(known.compte().courriel(), cookie, csrf);
    hers = Math.min(hers, processor(known.compte().courriel(), cookie, csrf));
    for (String address : List.of("personne@exemple.org", invited.courriel(), "a\u0000b", "é")) {
      assertThat(processor(address, cookie, csrf)).as(address).isGreaterThan(hers / 4);
    }
  }

  /** Of three wrong passwords for an address, each from elsewhere. */
  private static long processor(String address, String cookie, String csrf) throws Exception {
    OperatingSystemMXBean machine =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long start = machine.getProcessCpuTime();
    for (int i = 0; i < 3; i++) {
      Reply reply =
          wire.form(
              "/connexion",
              Map.of("courriel", address, "secret", "un autre mot de passe", "_csrf", csrf),
              "Cookie: " + cookie,
              "X-Forwarded-For: 10.1." + Math.floorMod(System.nanoTime(), 250) + "." + i);
      assertThat(reply.header("Location")).isEqualTo("/connexion?refus");
    }
    return machine.getProcessCpuTime() - start;
  }

  /** Each is counted before it is compared, so that all at once are no more than one by one. */
  @Test
  void whoTriesManyPasswordsAtOnceGetsNoMoreThanOneByOne() throws Exception {
    String address = office.account("Zoé", Role.ADMIN).compte().courriel();
    String cookie = wire.ask("GET", "/connexion").header("Set-Cookie").split(";")[0];
    String csrf = Person.field(wire.ask("GET", "/connexion", "Cookie: " + cookie).body(), "_csrf");
    Callable<String> attempt =
        () ->
            wire.form(
                    "/connexion",
                    Map.of("courriel", address, "secret", "au hasard, encore", "_csrf", csrf),
                    "Cookie: " + cookie,
                    "X-Forwarded-For: 10.3.0.1")
                .header("Location");
    ExecutorService many = Executors.newFixedThreadPool(16);
    try {
      List<String> answers = new ArrayList<>();
      for (Future<String> answer : many.invokeAll(Collections.nCopies(16, attempt))) {
        answers.add(answer.get());
      }
      assertThat(answers).containsOnly("/connexion?refus", "/connexion?attente");
      assertThat(Collections.frequency(answers, "/connexion?refus")).isEqualTo(5);
    } finally {
      many.shutdownNow();
    }
  }

  /** Sixty wrong passwords from everywhere: the browser that she uses still lets her in. */
  @Test
  void whoIsTriedFromEverywhereComesInByHerBrowser() throws Exception {
    ComptesDuGreffe.Lien link = office.account("Zoé", Role.ADMIN);
    Person hers = new Person(office.site);
    hers.choose(link, Person.SECRET);
    for (int i = 0; i < 60; i++) {
      office.registry.connexionsRefusees().note(link.compte().courriel(), "10.2.0." + i);
    }
    Person elsewhere = new Person(office.site);
    assertThat(elsewhere.login(link.compte().courriel(), Person.SECRET).uri().toString())
        .endsWith("/connexion?attente");
    assertThat(hers.login(link.compte().courriel(), Person.SECRET).body()).contains("Zoé");
    String cookie = wire.ask("GET", "/connexion").header("Set-Cookie").split(";")[0];
    String csrf = Person.field(wire.ask("GET", "/connexion", "Cookie: " + cookie).body(), "_csrf");
    for (String forged : List.of("a.99999999999999.b", "a.b", "..", "a.x.c", "a.1.b.c", "\u00e9")) {
      Reply reply =
          wire.form(
              "/connexion",
              Map.of("courriel", link.compte().courriel(), "secret", Person.SECRET, "_csrf", csrf),
              "Cookie: " + cookie + "; " + Devices.COOKIE + "=" + forged);
      assertThat(reply.header("Location")).as(forged).isEqualTo("/connexion?attente");
    }
    Reply noAddress = wire.form("/connexion", Map.of("_csrf", csrf), "Cookie: " + cookie);
    assertThat(noAddress.status()).isEqualTo(302);
  }

  @Test
  void whatIsTooLongIsRefusedAndBreaksNothing() throws Exception {
    String cookie = wire.ask("GET", "/connexion").header("Set-Cookie").split(";")[0];
    String csrf = Person.field(wire.ask("GET", "/connexion", "Cookie: " + cookie).body(), "_csrf");
    for (int length : List.of(1_000, 500_000, 3_000_000)) {
      Reply reply =
          wire.form(
              "/connexion",
              Map.of("courriel", "a".repeat(length), "secret", "b".repeat(length), "_csrf", csrf),
              "Cookie: " + cookie);
      assertThat(reply.status()).as("" + length).isIn(302, 400, 403, 413);
    }
    assertThat(wire.ask("GET", "/connexion?x=" + "y".repeat(100_000)).status()).isIn(400, 414);
    assertThat(wire.ask("GET", "/lien/" + "y".repeat(5_000)).status()).isEqualTo(410);
    assertThat(wire.ask("GET", "/", "X: " + "y".repeat(100_000)).status()).isIn(400, 431);
    Map<String, String> many = new HashMap<>();
    for (int i = 0; i < 20_000; i++) {
      many.put("x" + i, "y");
    }
    many.put("_csrf", jeanne.csrf("/tableau"));
    assertThat(wire.form(PLACE + "/rouvrir", many, Wire.as(jeanne)).status()).isIn(400, 403, 413);
    Reply name =
        wire.form(
            "/comptes",
            Map.of(
                "courriel", "long@exemple.ca",
                "nom", "n".repeat(201),
                "role", "ADMIN",
                "langue", "FR",
                "_csrf", alice.csrf("/comptes")),
            Wire.as(alice));
    assertThat(name.status()).isEqualTo(422);
    String all = new String(alice.download("/comptes").body(), StandardCharsets.UTF_8);
    assertThat(all).doesNotContain("long@exemple.ca");
  }
}
