package org.verifqis.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verifqis.classeur.Source;
import org.verifqis.service.Guichet;
import org.verifqis.service.Reglages;
import org.verifqis.service.Socle;

/** What a person sees and does, in a real browser. */
class BrowserTest {
  private static final Path BROKEN = Path.of("fixtures/exemples/non-conforme.xlsx");
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 900;

  @TempDir Path folder;

  private static Browser browser;
  private static Site site;

  @BeforeAll
  static void starts() {
    browser = Browser.open();
    site = Site.start(null);
  }

  @AfterAll
  static void stops() {
    if (browser != null) {
      browser.close();
      site.close();
    }
  }

  private static Page page() {
    return browser.page(Browser.window(WIDTH, HEIGHT));
  }

  /** The report of a workbook, from the first page on. */
  private static Page report(Page page, Path workbook) {
    page.navigate(site.url("/"));
    page.setInputFiles("#fichier", workbook);
    page.click("#verification .bouton-principal");
    page.waitForSelector("h1:has-text('Résultat')");
    return page;
  }

  /** Takes up the first proposal; the field that it fills. */
  private static Locator takeUp(Page page) {
    Locator proposal = page.locator(".proposition").first();
    Locator field = page.locator("#" + proposal.getAttribute("data-pour"));
    assertThat(field.inputValue()).isEmpty();
    proposal.locator("button").click();
    assertThat(field.inputValue()).isEqualTo(proposal.getAttribute("data-valeur"));
    return field;
  }

  @Test
  void aNewcomerGoesFromTheFirstPageToACorrectedWorkbook() throws Exception {
    Page page = page();
    List<String> complaints = new ArrayList<>();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    page.navigate(site.url("/"));
    Browser.picture(page, "1-accueil", true);
    report(page, BROKEN);
    Browser.picture(page, "2-rapport", true);
    assertThat(page.evaluate("document.activeElement.tagName")).isEqualTo("H1");

    Locator field = takeUp(page);
    String name = field.getAttribute("name");
    String typed = field.inputValue();
    field.scrollIntoViewIfNeeded();
    Browser.picture(page, "3-correction", false);
    page.click("#verification .bouton-principal");
    page.waitForSelector("#depuis");
    Browser.picture(page, "4-second-rapport", true);
    assertThat(page.locator("[name='" + name + "']").inputValue()).isEqualTo(typed);
    assertThat(page.locator(".depuis").innerText()).containsPattern("[1-9]\\d* constats? réglé");

    Download download =
        page.waitForDownload(() -> page.locator(".depuis button[formaction='/corriger']").click());
    assertThat(download.suggestedFilename()).isEqualTo("corrigée - non-conforme.xlsx");
    Path corrected = folder.resolve("corrigee.xlsx");
    download.saveAs(corrected);
    Guichet counter = new Guichet(Socle.charge(null), Reglages.parDefaut());
    assertThat(findings(counter, BROKEN)).contains("FIN-02");
    assertThat(findings(counter, corrected)).doesNotContain("FIN-02");
    assertThat(complaints).isEmpty();
  }

  private static List<String> findings(Guichet counter, Path file) {
    return counter
        .verifie(Source.de(file), null, java.time.LocalDate.now(Site.CLOCK))
        .jugements()
        .get(0)
        .constats()
        .stream()
        .map(finding -> finding.regle().id())
        .toList();
  }

  /** Whoever is sent away keeps what she chose and typed. */
  @Test
  void nothingThatWasTypedIsLostWhereTheServerIsBusy() throws Exception {
    Page page = page();
    List<String> asked = new ArrayList<>();
    page.onDialog(
        dialog -> {
          asked.add(dialog.type());
          dialog.accept();
        });
    report(page, BROKEN);
    Locator field = takeUp(page);
    String name = field.getAttribute("name");
    String typed = field.inputValue();
    String busy = "<main><h1>Le serveur est occupé</h1><p>Attendez un instant.</p></main>";
    for (String button :
        List.of("#verification .bouton-principal", "#verification [formaction='/corriger']")) {
      page.route(
          "**/*",
          route ->
              route.fulfill(
                  new Route.FulfillOptions()
                      .setStatus(503)
                      .setContentType("text/html;charset=utf-8")
                      .setBody(busy)));
      page.click(button);
      page.waitForSelector(".sommaire-erreurs:has-text('occupé')");
      page.unroute("**/*");
      assertThat(page.locator("[name='" + name + "']").inputValue()).isEqualTo(typed);
      assertThat(page.locator("#fichier-nom").innerText()).isEqualTo("non-conforme.xlsx");
      page.evaluate("document.querySelector('.sommaire-erreurs').remove()");
    }
    page.reload();
    assertThat(asked).containsExactly("beforeunload");
  }

  @Test
  void anErrorIsToldAtItsFieldAndOnTop() throws Exception {
    Page page = page();
    Path wrong = Files.writeString(folder.resolve("lettre.docx"), "Bonjour");
    page.navigate(site.url("/"));
    page.setInputFiles("#fichier", wrong);
    page.click("#verification .bouton-principal");
    page.waitForSelector(".sommaire-erreurs");

    assertThat(page.title()).startsWith("Erreur");
    assertThat(page.evaluate("document.activeElement.className")).isEqualTo("sommaire-erreurs");
  }

  @Test
  void theKeyboardAloneIsEnough() {
    Page page = page();
    // The system's own window takes no key of the page.
    page.onFileChooser(chooser -> chooser.setFiles(BROKEN));
    page.navigate(site.url("/"));
    page.keyboard().press("Tab");
    assertThat(focused(page)).isEqualTo("Aller au contenu");
    reach(page, "Choisir un classeur");
    page.keyboard().press("Enter");
    page.waitForSelector("#fichier-nom:has-text('non-conforme.xlsx')");
    reach(page, "Vérifier");
    page.keyboard().press("Enter");
    page.waitForSelector("h1:has-text('Résultat')");

    reach(page, "Reprendre");
    page.keyboard().press("Enter");
    assertThat(page.evaluate("document.activeElement.value")).isNotEqualTo("");
    reach(page, "Vérifier de nouveau");
    page.keyboard().press("Enter");
    page.waitForSelector("#depuis");
  }

  private static String focused(Page page) {
    return (String) page.evaluate("document.activeElement.textContent.trim()");
  }

  private static void reach(Page page, String text) {
    for (int i = 0; i < 400; i++) {
      page.keyboard().press("Tab");
      boolean pressed =
          (Boolean) page.evaluate("document.activeElement.matches('button, .evitement')");
      if (pressed && focused(page).equals(text)) {
        assertThat((Boolean) page.evaluate("document.activeElement.matches(':focus-visible')"))
            .isTrue();
        return;
      }
    }
    throw new AssertionError("the keyboard does not reach " + text);
  }

  @Test
  void everythingWorksWithoutAScript() {
    Page page = browser.page(Browser.window(WIDTH, HEIGHT).setJavaScriptEnabled(false));
    report(page, BROKEN);
    Locator proposal = page.locator(".proposition").first();
    page.locator("#" + proposal.getAttribute("data-pour"))
        .evaluate("(field, value) => field.value = value", proposal.getAttribute("data-valeur"));
    page.setInputFiles("#fichier", BROKEN);
    page.click("#verification .bouton-principal");
    page.waitForSelector("#depuis");
    page.setInputFiles("#fichier", BROKEN);
    Download copy =
        page.waitForDownload(
            () -> {
              page.locator("button[formaction='/annoter']").click();
            });
    assertThat(copy.suggestedFilename()).startsWith("annotée");
  }

  @Test
  void aTemplateIsDownloaded() {
    Page page = page();
    page.navigate(site.url("/gabarit"));
    page.selectOption("#entente", "ALL-14");
    page.selectOption("#exercice", "2022-2023");
    Download template = page.waitForDownload(() -> page.click(".bouton-principal"));
    assertThat(template.suggestedFilename()).isEqualTo("reddition_ALL-14_2022-2023.xlsx");
  }
}
