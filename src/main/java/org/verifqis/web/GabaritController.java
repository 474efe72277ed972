package org.verifqis.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.verifqis.classeur.Source;
import org.verifqis.ecriture.RedacteurGabarit;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Gabarit;
import org.verifqis.rapport.Langue;
import org.verifqis.rapport.Mots;
import org.verifqis.rapport.PhrasesReprise;
import org.verifqis.regles.Edition;
import org.verifqis.service.Issue;
import org.verifqis.service.Preparation;

/** Prepares the template of an agreement for a year, from last year's filing where there is one. */
@Controller
class GabaritController {
  private final Pages pages;
  private final House house;
  private final Uploads uploads;
  private final Clock clock;

  GabaritController(Pages pages, House house, Uploads uploads, Clock clock) {
    this.pages = pages;
    this.house = house;
    this.uploads = uploads;
    this.clock = clock;
  }

  @GetMapping({"/gabarit", "/en/gabarit"})
  View page(HttpServletRequest request) {
    return page(Pages.language(request), HttpStatus.OK, null, "", "");
  }

  @PostMapping({"/gabarit", "/en/gabarit"})
  Object prepare(
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String entente,
      @RequestParam(defaultValue = "") String exercice,
      @RequestParam(required = false) MultipartFile precedente)
      throws Exception {
    Langue language = Pages.language(request);
    boolean alone = precedente == null || precedente.isEmpty();
    Source source =
        alone ? null : Source.de(Uploads.name(precedente), uploads.bytes(request, precedente));
    Entente wanted = house.base().gabarit().ententes().get(entente);
    Exercice year = years().stream().filter(e -> e.nom().equals(exercice)).findFirst().orElse(null);
    Issue<Preparation> content = uploads.work(() -> house.counter().prepare(wanted, year, source));
    if (!content.reussie()) {
      String cause = house.refusal(language).cause(content.erreur().refus());
      return page(language, HttpStatus.UNPROCESSABLE_CONTENT, cause, entente, exercice);
    }
    return workbook(content.valeur(), wanted, year);
  }

  private Object workbook(Preparation content, Entente entente, Exercice year) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Gabarit template = house.base().gabarit();
    PhrasesReprise carried = new PhrasesReprise(Mots.de(Langue.FR), template);
    new RedacteurGabarit(template)
        .ecris(content.preremplissage().contenu(), carried.notice(content), clock.instant(), bytes);
    List<String> pieces = new ArrayList<>(List.of("reddition"));
    if (entente != null) {
      pieces.add(entente.code());
    }
    if (year != null) {
      pieces.add(year.nom());
    }
    String name = String.join("_", pieces) + ".xlsx";
    MediaType type = Download.workbook(name);
    return Download.of(name, type, bytes.toByteArray());
  }

  private View page(
      Langue language, HttpStatus status, String error, String entente, String exercice) {
    Map<String, Object> content = new HashMap<>();
    content.put("ententes", List.copyOf(house.base().gabarit().ententes().values()));
    content.put("exercices", years().stream().map(Exercice::nom).toList());
    content.put("entente", entente);
    content.put("exercice", exercice.isEmpty() ? expected() : exercice);
    content.put("erreur", error);
    Frame frame = pages.frame(language, pages.mots(language).mot("gabarit.titre"), "/gabarit");
    return pages.page("template", status, frame, content);
  }

  /** Every year of every edition. */
  private List<Exercice> years() {
    List<Exercice> years = new ArrayList<>();
    for (Edition edition : house.base().registre().editions()) {
      for (int year = edition.premier().annee(); year <= edition.dernier().annee(); year++) {
        years.add(new Exercice(year));
      }
    }
    return years;
  }

  /** The year whose reddition people are working on: the last that has ended, or the first one. */
  private String expected() {
    LocalDate today = LocalDate.now(clock);
    return years().stream()
        .filter(exercice -> exercice.fin().isBefore(today))
        .reduce((before, after) -> after)
        .orElse(years().get(0))
        .nom();
  }
}
