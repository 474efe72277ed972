package org.verifqis.web;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.verifqis.audit.PetiteReddition;
import org.verifqis.service.depot.Role;

/**
 * Pages of filings that the year of {@link FilingBrowserTest} does not lead to, or only in passing:
 * logging in by an identity provider, forgotten passwords, refusals, years beside one another.
 */
class FilingStatesTest {
  private static final String PLACE = "/depots/ALL-15/2022-2023";
  private static final String BEFORE = "/depots/ALL-15/2021-2022";

  /** With controls that no other page has. */
  private static final Set<String> OWN_KIND =
      Set.of("annees-personnel", "comptes-invitation", "tableau-courriels");

  @TempDir private static Path folder;

  private static Browser browser;
  private static Nobody nobody;
  private static Office office;
  private static String invitation;
  private static final Map<String, BrowserContext> PEOPLE = new HashMap<>();

  @BeforeAll
  static void starts() throws Exception {
    browser = Browser.open();
    nobody = new Nobody();
    office =
        Office.with(
            "jdbc:h2:file:" + folder.resolve("depots"),
            Files.write(
                folder.resolve("s.properties"),
                List.of(
                    "verifqis.connectes.par-minute=1000",
                    "verifqis.page=https://verifqis.exemple.ca",
                    "verifqis.oidc.emetteur=http://127.0.0.1:" + nobody.port() + "/x",
                    "verifqis.oidc.client=verifqis",
                    "verifqis.oidc.secret=un secret",
                    "verifqis.courriel.hote=127.0.0.1",
                    "verifqis.courriel.port=" + nobody.port(),
                    "verifqis.courriel.de=verifqis@exemple.ca",
                    "verifqis.courriel.cadence=200ms")));
    Person marie = known("marie", "Marie Côté", Role.COORDINATION, "ALL-15");
    known("jeanne", "Jeanne Tremblay", Role.PERSONNEL);
    known("alice", "Alice Roy", Role.ADMIN);
    PEOPLE.put("visitor", window().context());
    invitation = office.account("Luc Gagnon", Role.PERSONNEL).jeton();
    Path before = PetiteReddition.de("ALL-15", 2021).ecris(folder.resolve("avant.xlsx"));
    Office.file(marie, BEFORE, before, Map.of());
    Office.file(marie, PLACE, Office.BROKEN, Map.of());
  }

  @AfterAll
  static void stops() throws Exception {
    if (browser != null) {
      browser.close();
      nobody.close();
    }
    if (office != null) {
      office.close();
    }
  }

  private static Page window() {
    return browser.page(Browser.window(Everybody.WIDTH, Everybody.HEIGHT));
  }

  /** Somebody who is logged in already. */
  private static Person known(String key, String name, Role role, String... agreements)
      throws Exception {
    Person person = office.in(name, role, agreements);
    BrowserContext context = window().context();
    context.addCookies(
        List.of(new Cookie("verifqis", person.session()).setUrl(office.site.url("/"))));
    PEOPLE.put(key, context);
    return person;
  }

  /** What leads somebody to a state of a page. */
  private interface Way {
    void lead(Page page) throws Exception;
  }

  private record State(String who, Way way) {}

  private static State at(String who, String path) {
    return new State(who, page -> page.navigate(office.site.url(path)));
  }

  private static State at(String who, String path, Way then) {
    return new State(
        who,
        page -> {
          page.navigate(office.site.url(path));
          then.lead(page);
        });
  }

  private static Way checks(Path workbook) {
    return page -> {
      page.setInputFiles("#fichier", workbook);
      page.click("main .bouton-principal");
      page.waitForSelector(".sommaire-erreurs, h1:has-text('Confirmer')");
    };
  }

  private static Map<String, State> states() {
    Map<String, State> states = new TreeMap<>();
    states.put("connexion-fournisseur", at("visitor", "/connexion"));
    states.put(
        "connexion-refus",
        at(
            "visitor",
            "/connexion",
            page -> {
              page.fill("#courriel", "personne@exemple.ca");
              page.fill("#secret", "rien de bon du tout");
              page.click("main form .bouton-principal");
              page.waitForSelector(".sommaire-erreurs");
            }));
    states.put("oubli", at("visitor", "/oubli"));
    states.put(
        "oubli-demande",
        at(
            "visitor",
            "/oubli",
            page -> {
              page.fill("#courriel", "personne@exemple.ca");
              page.click("main .bouton-principal");
              page.waitForSelector("[role=status]");
            }));
    states.put(
        "lien-refus",
        at(
            "visitor",
            "/lien/" + invitation,
            page -> {
              page.fill("#secret", "court");
              page.click("main .bouton-principal");
              page.waitForSelector(".sommaire-erreurs");
            }));
    states.put("lien-mort", at("visitor", "/lien/" + "a".repeat(43)));
    states.put("annees-coordination", at("marie", PLACE));
    states.put("annees-personnel", at("jeanne", PLACE));
    states.put("depot-refus", at("marie", PLACE, checks(Path.of("pom.xml"))));
    states.put(
        "depot-double",
        at(
            "marie",
            PLACE,
            page -> {
              checks(Office.BROKEN).lead(page);
              page.click("button:has-text('Déposer ce classeur')");
              page.waitForSelector("h1:has-text('Rien')");
            }));
    states.put(
        "403-formulaire",
        at(
            "marie",
            PLACE,
            page -> {
              page.locator(".depot [name=_csrf]").evaluate("field => field.value = 'un autre'");
              page.setInputFiles("#fichier", Office.BROKEN);
              page.click("main .bouton-principal");
              page.waitForSelector("main:not(:has(form))");
            }));
    states.put(
        "tableau-courriels",
        at(
            "jeanne",
            "/tableau",
            page -> {
              while (page.locator("text=pu être envoyés").count() == 0) {
                page.reload();
              }
            }));
    states.put("comptes-invitation", at("alice", "/comptes"));
    return states;
  }

  static Stream<String> names() {
    return states().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everybodyCanUseIt(String name) throws Exception {
    State state = states().get(name);
    try (Page page = PEOPLE.get(state.who()).newPage()) {
      state.way().lead(page);
      if (OWN_KIND.contains(name)) {
        Everybody.canUse(page, "depots-" + name);
      } else {
        Everybody.canRead(page, "depots-" + name);
      }
    }
  }
}
