package org.verifqis.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page in each of its states, as everybody meets it: whoever sees little, or no colours, has
 * a telephone, has no mouse, wants it on paper.
 */
class EveryStateTest {
  private static final Path BROKEN = Path.of("fixtures/exemples/non-conforme.xlsx");
  private static final Path CLEAN = Path.of("fixtures/exemples/conforme.xlsx");
  private static final int TOO_LARGE = 7 << 20;

  @TempDir private static Path folder;

  private static final AtomicBoolean CLOCK_BROKEN = new AtomicBoolean();
  private static Browser browser;
  private static Nobody nobody;
  private static Site site;
  private static Site full;
  private static Site unguarded;
  private static Site strict;

  /** A clock that may break. */
  private static final class Breakable extends Clock {
    @Override
    public ZoneId getZone() {
      return Site.CLOCK.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      if (CLOCK_BROKEN.get()) {
        throw new IllegalStateException("broken");
      }
      return Site.CLOCK.instant();
    }
  }

  @BeforeAll
  static void starts() throws IOException {
    browser = Browser.open();
    site = Site.start(settings("verifqis.par-minute=1000"), new Breakable());
    full = Site.start(settings("verifqis.ouvriers=0", "verifqis.file=0"));
    nobody = new Nobody();
    unguarded =
        Site.start(
            settings("verifqis.par-minute=1000", "verifqis.clamd=127.0.0.1:" + nobody.port()));
    strict = Site.start(settings("verifqis.par-minute=1"));
  }

  private static Path settings(String... lines) throws IOException {
    return Files.write(Files.createTempFile(folder, "s", ".properties"), List.of(lines));
  }

  @AfterAll
  static void stops() throws IOException {
    Stream.of(site, full, unguarded, strict).filter(one -> one != null).forEach(Site::close);
    if (browser != null) {
      nobody.close();
      browser.close();
    }
  }

  /** What leads somebody to a state of a page. */
  private interface Way {
    void lead(Page page) throws IOException;
  }

  private static Way to(String path) {
    return page -> page.navigate(site.url(path));
  }

  private static Way check(Path workbook) {
    return page -> check(page, site, workbook);
  }

  private static void check(Page page, Site where, Path workbook) {
    page.navigate(where.url("/"));
    page.setInputFiles("#fichier", workbook);
    page.click("#verification .bouton-principal");
    page.waitForSelector("body:not(:has(.attente:not(:empty)))");
  }

  private static Map<String, Way> states() {
    Map<String, Way> states = new TreeMap<>();
    states.put("accueil", to("/"));
    states.put("accueil-en", to("/en"));
    states.put("gabarit", to("/gabarit"));
    states.put("regles", to("/regles"));
    states.put("regle", to("/regles/VER-05"));
    states.put("regle-entre-redditions", to("/regles/INT-04"));
    states.put("confidentialite", to("/confidentialite"));
    states.put("404", to("/rien"));
    states.put("rapport", check(BROKEN));
    states.put("rapport-conforme", check(CLEAN));
    states.put(
        "second-rapport",
        page -> {
          check(page, site, BROKEN);
          page.locator(".proposition button").first().click();
          page.click("#verification .bouton-principal");
          page.waitForSelector("#depuis");
        });
    states.put("refus", check(Path.of("pom.xml")));
    states.put(
        "413",
        page -> check(page, site, Files.write(folder.resolve("gros.xlsx"), new byte[TOO_LARGE])));
    states.put("503", page -> check(page, full, CLEAN));
    states.put(
        "antivirus-muet",
        page -> {
          check(page, unguarded, CLEAN);
          page.waitForSelector(".sommaire-erreurs:has-text('antivirus')");
        });
    states.put(
        "429",
        page -> {
          // On a slow machine a minute may pass between two of them.
          do {
            check(page, strict, CLEAN);
          } while (page.locator(".sommaire-erreurs:has-text('Trop')").count() == 0);
        });
    states.put(
        "500",
        page -> {
          CLOCK_BROKEN.set(true);
          check(page, site, CLEAN);
          page.waitForSelector(".sommaire-erreurs:has-text('erreur')");
          CLOCK_BROKEN.set(false);
        });
    states.put(
        "sans-fichier",
        page -> {
          page.navigate(site.url("/"));
          page.evaluate("HTMLFormElement.prototype.submit.call(document.forms[0])");
          page.waitForSelector(".sommaire-erreurs");
        });
    states.put(
        "corrections-illisibles",
        page -> {
          check(page, site, BROKEN);
          page.locator("[name^='c:']").first().evaluate("field => field.name = 'c:?'");
          page.locator("[name='c:?']")
              .evaluate("field => field.value = field.options ? field.options[1].value : '1'");
          page.click("#verification .bouton-principal");
          page.waitForSelector(".sommaire-erreurs");
        });
    states.put(
        "correspondance-erreur",
        page -> {
          page.navigate(site.url("/"));
          page.setInputFiles("#fichier", CLEAN);
          page.setInputFiles("#correspondance", Path.of("pom.xml"));
          page.click("#verification .bouton-principal");
          page.waitForSelector(".sommaire-erreurs");
          assertThat(page.locator("#correspondance-nom").innerText()).isEqualTo("pom.xml");
        });
    states.put(
        "gabarit-erreur",
        page -> {
          page.navigate(site.url("/gabarit"));
          page.setInputFiles("#precedente", Path.of("pom.xml"));
          page.click(".bouton-principal");
          page.waitForSelector(".sommaire-erreurs");
        });
    return states;
  }

  static Stream<String> names() {
    return states().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everybodyCanUseIt(String name) throws Exception {
    Page page = browser.page(Browser.window(Everybody.WIDTH, Everybody.HEIGHT));
    states().get(name).lead(page);
    Everybody.canUse(page, name);
  }
}
