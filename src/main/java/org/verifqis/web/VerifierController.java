package org.verifqis.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.verifqis.classeur.Source;
import org.verifqis.ecriture.Annotateur;
import org.verifqis.modele.Erreur;
import org.verifqis.rapport.Annotations;
import org.verifqis.rapport.Langue;
import org.verifqis.rapport.Rapport;
import org.verifqis.rapport.RedacteurHtml;
import org.verifqis.service.Verification;

/** Checks the workbook that is uploaded, and gives the report as a page or as a file. */
@Controller
class VerifierController {
  private final Pages pages;
  private final House house;
  private final Uploads uploads;
  private final Clock clock;

  VerifierController(Pages pages, House house, Uploads uploads, Clock clock) {
    this.pages = pages;
    this.house = house;
    this.uploads = uploads;
    this.clock = clock;
  }

  /** Where somebody lands who comes back to the answer of a form by its address. */
  @GetMapping({"/verifier", "/annoter", "/telecharger"})
  View start() {
    return new RedirectView("/");
  }

  @GetMapping({"/en/verifier", "/en/annoter", "/en/telecharger"})
  View startInEnglish() {
    return new RedirectView("/en");
  }

  @PostMapping({"/verifier", "/en/verifier"})
  View check(HttpServletRequest request, @RequestParam(required = false) MultipartFile fichier)
      throws Exception {
    Langue language = Pages.language(request);
    Verification checked = checked(request, fichier);
    if (!checked.erreurs().isEmpty()) {
      return refusal(language, checked.erreurs().get(0));
    }
    Rapport report = Rapport.de(checked, now());
    Map<String, Object> content = new HashMap<>();
    content.put("fichier", checked.jugements().get(0).fichier().nom());
    content.put(
        "corps", new RedacteurHtml(house.texts(language)).corps(report, new RuleLinks(language)));
    Frame frame = pages.frame(language, pages.mots(language).mot("rapport.titre"), null);
    return pages.page("report", HttpStatus.OK, frame, content);
  }

  @PostMapping({"/telecharger", "/en/telecharger"})
  Object download(
      HttpServletRequest request,
      @RequestParam(required = false) MultipartFile fichier,
      @RequestParam String format)
      throws Exception {
    Langue language = Pages.language(request);
    ReportFile form = ReportFile.of(format);
    Verification checked = checked(request, fichier);
    if (!checked.erreurs().isEmpty()) {
      return refusal(language, checked.erreurs().get(0));
    }
    Rapport report = Rapport.de(checked, now());
    return Download.of(
        Download.withEnding(Uploads.name(fichier), form.ending()),
        form.type(),
        form.bytes(report, house.texts(language)));
  }

  @PostMapping({"/annoter", "/en/annoter"})
  Object annotate(HttpServletRequest request, @RequestParam(required = false) MultipartFile fichier)
      throws Exception {
    Langue language = Pages.language(request);
    Source source = source(request, fichier);
    Annotations annotations = new Annotations(house.texts(language));
    ByteArrayOutputStream copy = new ByteArrayOutputStream();
    Verification checked =
        uploads.work(
            () ->
                house
                    .counter()
                    .annote(
                        source,
                        null,
                        now().toLocalDate(),
                        (onDisk, judged, waivers) ->
                            new Annotateur(house.limits())
                                .annote(onDisk, annotations.de(judged, waivers), copy)));
    if (!checked.erreurs().isEmpty()) {
      return refusal(language, checked.erreurs().get(0));
    }
    String name = Uploads.name(fichier);
    return Download.of(
        pages.mots(language).mot("annoter.nom", name), Download.workbook(name), copy.toByteArray());
  }

  private Source source(HttpServletRequest request, MultipartFile fichier) throws IOException {
    byte[] bytes = uploads.bytes(request, fichier);
    return Source.de(Uploads.name(fichier), bytes);
  }

  private Verification checked(HttpServletRequest request, MultipartFile fichier) throws Exception {
    Source source = source(request, fichier);
    return uploads.work(() -> house.counter().verifie(source, null, now().toLocalDate()));
  }

  private View refusal(Langue language, Erreur error) {
    return pages.upload(
        language, HttpStatus.UNPROCESSABLE_CONTENT, house.refusal(language).ligne(error));
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock).withNano(0);
  }
}
