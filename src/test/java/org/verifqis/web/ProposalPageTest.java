package org.verifqis.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verifqis.classeur.Limites;
import org.verifqis.classeur.Source;
import org.verifqis.classeur.correspondance.Correspondance;
import org.verifqis.classeur.correspondance.LecteurCorrespondance;
import org.verifqis.classeur.correspondance.LecteurProfil;
import org.verifqis.classeur.correspondance.proposition.MemoireProfils;
import org.verifqis.classeur.correspondance.proposition.Proposeur;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.modele.Essai;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.proposition.Proposition;
import org.verifqis.rapport.Langue;
import org.verifqis.rapport.RedacteurProposition;
import org.verifqis.rapport.Textes;

/** The page of a proposal as people meet it: read, gone through by keyboard, printed, chosen in. */
class ProposalPageTest {
  private static final Gabarit GABARIT = LecteurGabarit.charge();
  private static final Path WORKBOOK =
      Path.of("fixtures", "correspondance", "x02-un-onglet-par-mrc.xlsx");

  private static final int WIDTH = 1280;
  private static final int HEIGHT = 900;
  private static final int NARROW = 320;

  @TempDir private static Path folder;

  private static Browser browser;
  private static Proposition proposal;
  private static String page;

  @BeforeAll
  static void opens() throws IOException {
    browser = Browser.open();
    proposal =
        new Proposeur(GABARIT, Limites.parDefaut(), MemoireProfils.vide())
            .propose(Source.de(WORKBOOK), null);
    Path file = folder.resolve("proposition.html");
    try (OutputStream stream = Files.newOutputStream(file)) {
      new RedacteurProposition(Textes.charge(Langue.FR, GABARIT), GABARIT).html(proposal, stream);
    }
    page = file.toUri().toString();
  }

  @AfterAll
  static void closes() {
    if (browser != null) {
      browser.close();
    }
  }

  private static Page open(com.microsoft.playwright.Browser.NewContextOptions options) {
    Page opened = browser.page(options);
    opened.navigate(page);
    return opened;
  }

  private static String yaml(Page opened) {
    return (String)
        opened.evaluate(
            "[...document.querySelectorAll('#correspondance > span')]"
                + ".filter(m => !m.hidden).map(m => m.textContent).join('')");
  }

  private static Correspondance tried(String yaml) {
    return LecteurProfil.aEssayer(GABARIT).lis("p.yaml", "p.yaml", yaml);
  }

  @Test
  void allIsToldWithoutAScript() {
    Page opened = open(Browser.window(WIDTH, HEIGHT).setJavaScriptEnabled(false));
    String shown = opened.locator("main").innerText();
    for (Proposition.Bloc block : proposal.blocs()) {
      for (Proposition.Ligne line : block.lignes()) {
        assertThat(shown).contains(line.champ().libelle());
        line.mots().forEach(word -> assertThat(shown).contains(word.mot()));
        line.intitules().forEach(header -> assertThat(shown).contains(header.lieu().cellule()));
      }
    }
    proposal
        .obligatoires()
        .forEach(missing -> assertThat(shown).contains(missing.champ().libelle()));
    assertThat(shown)
        .contains("aConfirmer: true", "MIT-1", "Leurs totaux", "Ce qui est mis de côté");
    assertThat(opened.locator("select:visible").count()).isZero();
    assertThat(opened.locator("button:visible").count()).isZero();
    assertThat(tried(yaml(opened)).blocs()).isNotEmpty();
  }

  @Test
  void aKeyboardReachesEverythingInOrderAndShowsWhereItIs() {
    Page opened = open(Browser.window(WIDTH, HEIGHT));
    int wanted =
        (int)
            opened.evaluate(
                "window.tous = [...document.querySelectorAll('a[href], select, button,"
                    + " [tabindex=\"0\"]')].filter(e => e.checkVisibility()), tous.length");
    assertThat(wanted).isGreaterThan(30);
    for (int i = 0; i < wanted; i++) {
      opened.keyboard().press("Tab");
      assertThat(opened.evaluate("tous.indexOf(document.activeElement)")).isEqualTo(i);
      assertThat(
              opened.evaluate(
                  "(s => (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2)"
                      + " || s.boxShadow !== 'none')(getComputedStyle(document.activeElement))"))
          .as((String) opened.evaluate("document.activeElement.outerHTML.slice(0, 80)"))
          .isEqualTo(true);
    }
    // The one that a key changes rewrites its piece.
    Locator select = opened.locator("select:visible").first();
    String before = yaml(opened);
    select.focus();
    opened.keyboard().press("End");
    assertThat(yaml(opened)).isNotEqualTo(before);
  }

  @Test
  void itHasNoBarrierInEitherThemeNorOnATelephoneNorInPrint() throws IOException {
    for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      for (int width : List.of(WIDTH, NARROW)) {
        Page opened = open(Browser.window(width, HEIGHT).setColorScheme(theme));
        Browser.picture(opened, "proposition-" + theme + "-" + width, true);
        assertThat(Browser.barriers(opened)).as(theme + " " + width).isEmpty();
        assertThat((int) opened.evaluate("document.documentElement.scrollWidth"))
            .isLessThanOrEqualTo(width);
        opened.context().close();
      }
    }
    Page printed = open(Browser.window(WIDTH, HEIGHT));
    printed.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    Browser.picture(printed, "proposition-imprimee", true);
    assertThat(printed.locator("select:visible").count()).isZero();
    // Nothing of the profile is cut off.
    assertThat(
            printed.evaluate(
                "(p => p.scrollHeight <= p.clientHeight + 1 && p.scrollWidth <= p.clientWidth + 1)"
                    + "(document.getElementById('correspondance'))"))
        .isEqualTo(true);
    assertThat(printed.locator("tr:has(select) .dit:visible").count())
        .isEqualTo(printed.locator("tr select").count());
  }

  /** Each choice alone is a profile that can be tried; all confirmed, one that reads. */
  @Test
  void whateverIsChosenIsAProfileThatIsAccepted() throws IOException {
    Page opened = open(Browser.window(WIDTH, HEIGHT));
    List<Locator> selects = opened.locator("select").all();
    int choices = 0;
    for (Locator select : selects) {
      int options = (int) select.evaluate("s => s.options.length");
      for (int i = options - 1; i >= 0; i--) {
        // The list of codes is the same text with another code.
        if (i <= 3 || i == options - 1) {
          choose(select, i);
          assertThat(tried(yaml(opened)).blocs()).isNotEmpty();
          choices++;
        }
      }
    }
    assertThat(choices).isGreaterThan(2 * selects.size());
    for (Locator select : selects) {
      choose(select, confirmed(select));
    }
    Download saved = opened.waitForDownload(() -> opened.click("#enregistrer"));
    Path file = folder.resolve("confirme.yaml");
    saved.saveAs(file);
    assertThat(saved.suggestedFilename()).isEqualTo("x02-un-onglet-par-mrc.yaml");
    String yaml = Files.readString(file);
    assertThat(yaml).doesNotContain("aConfirmer: true");
    Correspondance own = new LecteurProfil(GABARIT).lis("p.yaml", "p.yaml", yaml);
    Essai trial =
        new LecteurCorrespondance(GABARIT, Limites.parDefaut(), List.of(own))
            .essaie(Source.de(WORKBOOK), own);
    List<Integer> read = new ArrayList<>();
    trial.blocs().forEach(block -> read.add(block.fiches()));
    assertThat(read.stream().mapToInt(Integer::intValue).sum()).isGreaterThan(13);
  }

  private static void choose(Locator select, int option) {
    select.evaluate(
        "(s, i) => { s.selectedIndex = i; s.dispatchEvent(new Event('change')); }", option);
  }

  /** The first choice that is not to be confirmed. */
  private static int confirmed(Locator select) {
    return (int)
        select.evaluate(
            "s => Math.max(0, [...s.options].findIndex(o => !o.value.includes('aConfirmer')))");
  }
}
