package org.verifqis.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.net.ServerSocket;
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
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 900;
  private static final int NARROW = 320;
  private static final int TEXT = 16;
  private static final int TOO_LARGE = 7 << 20;

  /** What the keyboard should reach. */
  private static final String STOPS =
      "[...document.querySelectorAll('a[href], button, input, select, summary, [tabindex=\"0\"]')]"
          + ".filter(e => !e.disabled && e.checkVisibility({visibilityProperty: true}))";

  @TempDir private static Path folder;

  private static final AtomicBoolean CLOCK_BROKEN = new AtomicBoolean();
  private static Browser browser;
  private static Site site;
  private static Site full;
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
    int nobody;
    try (ServerSocket socket = new ServerSocket(0)) {
      nobody = socket.getLocalPort();
    }
    strict = Site.start(settings("verifqis.par-minute=1", "verifqis.clamd=127.0.0.1:" + nobody));
  }

  private static Path settings(String... lines) throws IOException {
    return Files.write(Files.createTempFile(folder, "s", ".properties"), List.of(lines));
  }

  @AfterAll
  static void stops() {
    Stream.of(site, full, strict).filter(one -> one != null).forEach(Site::close);
    if (browser != null) {
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
    states.put("antivirus-muet", page -> check(page, strict, CLEAN));
    states.put(
        "429",
        page -> {
          check(page, strict, CLEAN);
          check(page, strict, CLEAN);
          page.waitForSelector(".sommaire-erreurs:has-text('Trop')");
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
    Page page = browser.page(Browser.window(WIDTH, HEIGHT));
    states().get(name).lead(page);
    assertThat(page.locator("h1").count()).isEqualTo(1);
    assertThat(Browser.barriers(page)).as("light").isEmpty();
    Browser.picture(page, name + "-clair", true);

    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    assertThat(Browser.barriers(page)).as("dark").isEmpty();
    Browser.picture(page, name + "-sombre", true);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));

    page.setViewportSize(NARROW, HEIGHT);
    assertNothingIsCutOff(page, "320 px, or 1280 at 400 %");
    assertThat(Browser.barriers(page)).as("narrow").isEmpty();
    Browser.picture(page, name + "-320", true);
    page.setViewportSize(WIDTH, HEIGHT);

    enlarged(page, name);
    theKeyboardReachesAll(page);

    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator("h1").isVisible()).isTrue();
    assertThat(
            page.locator("button:visible, input:visible, select:visible, header nav:visible")
                .count())
        .as("what is pressed or typed is not printed")
        .isZero();
    Browser.picture(page, name + "-imprime", true);
  }

  private static void enlarged(Page page, String name) throws IOException {
    CDPSession session = page.context().newCDPSession(page);
    // What the zoom of the browser does: half as many pixels, each twice as large.
    JsonObject zoom = new JsonObject();
    zoom.addProperty("width", WIDTH / 2);
    zoom.addProperty("height", HEIGHT / 2);
    zoom.addProperty("deviceScaleFactor", 2);
    zoom.addProperty("mobile", false);
    session.send("Emulation.setDeviceMetricsOverride", zoom);
    assertThat(page.evaluate("devicePixelRatio")).isEqualTo(2);
    assertNothingIsCutOff(page, "200 %");
    Browser.picture(page, name + "-zoom", false);
    session.send("Emulation.clearDeviceMetricsOverride");
    page.setViewportSize(WIDTH, HEIGHT);

    session.send("Page.setFontSizes", size(2 * TEXT));
    assertThat(page.evaluate("getComputedStyle(document.documentElement).fontSize"))
        .isEqualTo(2 * TEXT + "px");
    assertNothingIsCutOff(page, "text at 200 %");
    Browser.picture(page, name + "-texte", false);
    session.send("Page.setFontSizes", size(TEXT));
    session.detach();
  }

  private static JsonObject size(int pixels) {
    JsonObject sizes = new JsonObject();
    sizes.addProperty("standard", pixels);
    JsonObject wanted = new JsonObject();
    wanted.add("fontSizes", sizes);
    return wanted;
  }

  private static void assertNothingIsCutOff(Page page, String how) {
    assertThat(
            (Integer)
                page.evaluate(
                    "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
        .as(how)
        .isLessThanOrEqualTo(0);
  }

  /** Every stop is reached in turn, is seen to be, and none holds the keyboard. */
  private static void theKeyboardReachesAll(Page page) {
    page.evaluate(
        "() => { window.unseen = []; const first = document.querySelector('.evitement');"
            + " first.focus(); first.dataset.reached = 'yes';"
            + " document.addEventListener('focusin', event => { const e = event.target;"
            + " e.dataset.reached = 'yes'; const style = getComputedStyle(e);"
            + " if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) === 0)"
            + " { window.unseen.push(e.outerHTML); } }); }");
    int stops = ((Number) page.evaluate(STOPS + ".length")).intValue();
    for (int i = 0; i < stops; i++) {
      page.keyboard().press("Tab");
    }
    assertThat(page.evaluate("window.unseen")).as("seen to be there").isEqualTo(List.of());
    assertThat(page.evaluate(STOPS + ".filter(e => !e.dataset.reached).map(e => e.outerHTML)"))
        .as("not reached after " + stops + " stops")
        .isEqualTo(List.of());
  }
}
