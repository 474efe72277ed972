package org.verifqis.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verifqis.regles.Verdict;
import org.verifqis.regles.comparaison.Changement;
import org.verifqis.service.depot.ComptesDuGreffe;
import org.verifqis.service.depot.DossierDepose;
import org.verifqis.service.depot.Nuits;
import org.verifqis.service.depot.Role;

/** A year played in a real browser: by a coordinator, two of the staff and an administrator. */
class FilingBrowserTest {
  private static final String PLACE = "/depots/ALL-15/2022-2023";

  /** Pages that have all there is to look at: they are looked at in both colours. */
  private static final List<String> BOTH =
      List.of("comptes", "tableau", "confirmer", "dossier-personnel", "acceptation", "adoptee");

  private static final List<ColorScheme> DARK_TOO = List.of(ColorScheme.DARK, ColorScheme.LIGHT);

  @TempDir Path temp;

  private static Browser browser;
  private Office office;
  private final List<String> complaints = new ArrayList<>();

  @BeforeAll
  static void starts() {
    browser = Browser.open();
  }

  @AfterAll
  static void stops() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void opens() throws Exception {
    office = Office.open(empty(), temp);
  }

  @AfterEach
  void closes() {
    if (office != null) {
      office.close();
    }
  }

  /** The address of an empty database. */
  String empty() throws Exception {
    return "jdbc:h2:file:" + temp.resolve("depots");
  }

  private Page in(ComptesDuGreffe.Lien link) {
    Page page = browser.page(Browser.window(1280, 900));
    page.onConsoleMessage(
        message -> {
          // Of what is asked for and refused the page tells; a browser asks for an icon by itself.
          boolean refused = message.text().startsWith("Failed to load resource");
          if (message.type().equals("error") && !refused) {
            complaints.add(message.text());
          }
        });
    page.navigate(office.site.url("/lien/" + link.jeton()));
    usable(page, "lien");
    page.fill("#secret", Person.SECRET);
    page.click("main .bouton-principal");
    page.fill("#courriel", link.compte().courriel());
    page.fill("#secret", Person.SECRET);
    usable(page, "connexion");
    page.click("main .bouton-principal");
    page.waitForSelector(".bureau");
    return page;
  }

  /** Looked at against WCAG 2.2 AA, and kept for people to look at. */
  void usable(Page page, String name) {
    for (ColorScheme colours : BOTH.contains(name) ? DARK_TOO : List.of(ColorScheme.LIGHT)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
      assertThat(Browser.barriers(page)).as(name + " " + colours).isEmpty();
    }
    try {
      Browser.picture(page, "depots-" + name, true);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void aYearIsPlayed() throws Exception {
    Page alice = in(office.account("Alice Roy", Role.ADMIN));
    usable(alice, "comptes");
    alice.fill("#courriel", "marie.cote@exemple.ca");
    alice.fill("#nom", "Marie Côté");
    alice.check("#role-COORDINATION");
    alice.check("#entente-ALL-15");
    alice.click(".fiche-saisie .bouton-principal");
    String link = alice.locator(".lien code").innerText();
    usable(alice, "lien-a-transmettre");

    Page marie = browser.page(Browser.window(1280, 900));
    marie.navigate(link);
    marie.fill("#secret", Person.SECRET);
    marie.click("main .bouton-principal");
    marie.fill("#courriel", "marie.cote@exemple.ca");
    marie.fill("#secret", Person.SECRET);
    marie.click("main .bouton-principal");
    marie.waitForSelector("h1:has-text('Mes dépôts')");
    usable(marie, "mes-depots");
    marie.click("a[href='" + PLACE + "']");
    usable(marie, "a-deposer");
    marie.setInputFiles("#fichier", Office.BROKEN);
    marie.click("main .bouton-principal");
    marie.waitForSelector("h1:has-text('Confirmer')");
    marie.locator("textarea").first().fill("Reçu en retard de la banque.");
    usable(marie, "confirmer");
    marie.click("button:has-text('Déposer ce classeur')");
    marie.waitForSelector("text=Le classeur est déposé");
    usable(marie, "depose");

    Page jeanne = in(office.account("Jeanne Tremblay", Role.PERSONNEL));
    Page luc = in(office.account("Luc Gagnon", Role.PERSONNEL));
    usable(jeanne, "tableau");
    jeanne.navigate(office.site.url("/statistiques?de=2022-2023"));
    usable(jeanne, "statistiques");
    jeanne.goBack();
    jeanne.click(".grille a[href='" + PLACE + "']");
    luc.navigate(office.site.url(PLACE));
    usable(jeanne, "dossier-personnel");
    jeanne.locator(".constat-choisi input[type=checkbox]").first().check();
    jeanne.locator(".constat-choisi input[type=text]").first().fill("Le total ne suit pas.");
    jeanne.fill("#avant", "2023-09-20");
    jeanne.click("button:has-text('Demander ces corrections')");
    jeanne.waitForSelector("text=Les corrections sont demandées");
    luc.click("button:has-text('Adopter la version 1')");
    luc.waitForSelector("text=Jeanne Tremblay a agi avant vous");
    usable(luc, "depasse");

    marie.navigate(office.site.url(PLACE));
    assertThat(marie.locator("main").innerText())
        .contains("Le total ne suit pas.", "20 septembre 2023");
    usable(marie, "corrections-demandees");
    marie.setInputFiles("#fichier", Office.corrected(temp));
    marie.click("main .bouton-principal");
    marie.click("button:has-text('Déposer ce classeur')");
    marie.waitForSelector("text=2 versions déposées");

    luc.click("text=Voir comment c’est maintenant");
    luc.click("text=Ce qui a changé depuis la version 1");
    luc.waitForSelector("h1:has-text('De la version 1')");
    usable(luc, "comparaison");
    luc.goBack();
    luc.locator("text=Accepter ce constat").first().click();
    luc.fill("#autorite", "Décision de la sous-ministre adjointe, 14 juin 2023");
    luc.fill("#motif", "Pièces reçues par courriel");
    luc.fill("#jusquAu", "2024-03-31");
    luc.click("text=Voir l’effet sur le verdict");
    luc.waitForSelector("h2:has-text('Effet sur le verdict')");
    usable(luc, "acceptation");
    luc.click("button:has-text('Accepter le constat')");
    luc.waitForSelector("text=Le constat est accepté");
    luc.click("button:has-text('Adopter la version 2')");
    luc.waitForSelector("text=La reddition est adoptée");
    usable(luc, "adoptee");

    alice.navigate(office.site.url("/journal"));
    assertThat(alice.locator("main").innerText())
        .contains("tel qu’il a été écrit", "Adoption", "Corrections demandées");
    usable(alice, "journal");
    assertThat(complaints).isEmpty();
    for (Page page : List.of(alice, marie, jeanne, luc)) {
      BrowserContext context = page.context();
      context.close();
    }
  }

  @Test
  void figuresAreSeenToByTwoAndTheBoardTellsOfTheNight() throws Exception {
    Person marie = office.in("Marie Roy", Role.COORDINATION, "ALL-02");
    Office.file(marie, "/depots/ALL-02/2021-2022", Office.CLEAN, Map.of());
    ComptesDuGreffe.Lien one = office.account("Jeanne Tremblay", Role.PERSONNEL);
    Page jeanne = in(one);
    Page luc = in(office.account("Luc Gagnon", Role.PERSONNEL));
    jeanne.navigate(office.site.url("/parametres"));
    jeanne.selectOption("#cle", "administration.plafond");
    jeanne.selectOption("#edition", "2017-2024");
    jeanne.fill("#valeur", "10");
    jeanne.fill("#source", "Normes 2017, page 12");
    jeanne.click("main .bouton-principal");
    jeanne.waitForSelector(".sommaire-erreurs");
    usable(jeanne, "parametres-erreur");
    jeanne.fill("#valeur", "0,0001");
    jeanne.click("main .bouton-principal");
    jeanne.waitForSelector("h2:has-text('Effet sur ce qui est déposé')");
    usable(jeanne, "parametre-sien");
    luc.navigate(jeanne.url());
    usable(luc, "parametre");
    luc.click("button:has-text('Publier')");
    luc.waitForSelector("text=Publié par Luc Gagnon");
    luc.click("text=Tous les paramètres");
    luc.waitForSelector("h2:has-text('Ce qui a été décidé')");
    usable(luc, "parametres");

    DossierDepose filed =
        office.registry.dossiers().tous(one.compte()).stream()
            .filter(dossier -> dossier.entente().code().equals("ALL-02"))
            .findFirst()
            .orElseThrow();
    Nuits nights = office.registry.nuits();
    Changement change =
        new Changement(
            Changement.Genre.REJUGEE,
            List.of(Changement.Cause.NOUVEAUX_PARAMETRES),
            "ALL-02",
            "2021-2022",
            "ALL-02 2021-2022.xlsx",
            Verdict.CONFORME,
            Verdict.NON_CONFORME,
            List.of(),
            List.of());
    nights.termine(
        nights.prends().orElseThrow(),
        new Nuits.Bilan(
            OffsetDateTime.now(Site.CLOCK),
            List.of(new Nuits.Jugee(filed.id(), 1, Verdict.NON_CONFORME)),
            1,
            List.of(change)),
        pieces -> {});
    nights.echoue(
        nights.prends().orElseThrow(), OffsetDateTime.now(Site.CLOCK), "IOException: disque plein");
    luc.navigate(office.site.url("/tableau"));
    luc.waitForSelector("h2:has-text('Dernier audit')");
    usable(luc, "tableau-audit");
    assertThat(complaints).isEmpty();
    jeanne.context().close();
    luc.context().close();
  }
}
