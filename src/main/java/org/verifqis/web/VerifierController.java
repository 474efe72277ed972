package org.verifqis.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
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
import org.verifqis.ecriture.Correcteur;
import org.verifqis.modele.Erreur;
import org.verifqis.rapport.Annotations;
import org.verifqis.rapport.Langue;
import org.verifqis.rapport.Rapport;
import org.verifqis.rapport.RedacteurComparaison;
import org.verifqis.rapport.RedacteurHtml;
import org.verifqis.rapport.Saisies;
import org.verifqis.rapport.Textes;
import org.verifqis.regles.Jugement;
import org.verifqis.service.Corrige;
import org.verifqis.service.Diagnostic;
import org.verifqis.service.Guichet.Ecrivain;
import org.verifqis.service.Issue;
import org.verifqis.service.Verification;
import org.verifqis.service.Verification.Verifiee;

/**
 * Checks the workbook that is uploaded, with what was typed for its cells, and gives the report as
 * a page or as a file, or the workbook as it is corrected.
 */
@Controller
class VerifierController {
  private final Pages pages;
  private final House house;
  private final Uploads uploads;
  private final Clock clock;
  private final Ecrivain corrector;

  VerifierController(Pages pages, House house, Uploads uploads, Clock clock) {
    this.pages = pages;
    this.house = house;
    this.uploads = uploads;
    this.clock = clock;
    this.corrector = new Correcteur(house.limits())::corrige;
  }

  /** Where somebody lands who comes back to the answer of a form by its address. */
  @GetMapping({"/verifier", "/annoter", "/corriger", "/telecharger"})
  View start() {
    return new RedirectView("/");
  }

  @GetMapping({"/en/verifier", "/en/annoter", "/en/corriger", "/en/telecharger"})
  View startInEnglish() {
    return new RedirectView("/en");
  }

  @PostMapping({"/verifier", "/en/verifier"})
  View check(HttpServletRequest request, @RequestParam(required = false) MultipartFile fichier)
      throws Exception {
    Langue language = Pages.language(request);
    Source source = source(request, fichier);
    CorrectionForm form = new CorrectionForm(request);
    Issue<Diagnostic> checked =
        uploads.work(() -> house.counter().diagnostique(source, form.cells(), corrector));
    return checked.reussie()
        ? report(language, source, form, checked.valeur())
        : refusal(language, checked.erreur());
  }

  private View report(Langue language, Source source, CorrectionForm form, Diagnostic diagnostic) {
    Textes texts = house.texts(language);
    CorrectionFields fields =
        new CorrectionFields(
            language, diagnostic, form, new Saisies(texts, house.base().gabarit()));
    RedacteurHtml writer = new RedacteurHtml(texts);
    Map<String, Object> content = new HashMap<>();
    content.put("fichier", source.nom());
    content.put("corps", writer.corps(report(source, diagnostic.jugement()), fields));
    content.put("saisies", fields.others().stream().map(writer::champ).toList());
    content.put("corrigeable", fields.any());
    content.put("diagnostic", diagnostic);
    content.put("phrases", new RedacteurComparaison(texts));
    content.put("textes", texts);
    Frame frame = pages.frame(language, pages.mots(language).mot("rapport.titre"), null);
    return pages.page("report", HttpStatus.OK, frame, content);
  }

  private Rapport report(Source source, Jugement judgement) {
    List<Verifiee> one = List.of(new Verifiee(source, judgement));
    return Rapport.de(
        new Verification(one, List.of(), null, house.base().parametres().superposees()), now());
  }

  @PostMapping({"/telecharger", "/en/telecharger"})
  Object download(
      HttpServletRequest request,
      @RequestParam(required = false) MultipartFile fichier,
      @RequestParam String format)
      throws Exception {
    Langue language = Pages.language(request);
    ReportFile form = ReportFile.of(format);
    Source source = source(request, fichier);
    CorrectionForm typed = new CorrectionForm(request);
    Issue<Diagnostic> checked =
        uploads.work(() -> house.counter().diagnostique(source, typed.cells(), corrector));
    if (!checked.reussie()) {
      return refusal(language, checked.erreur());
    }
    Rapport report = report(source, checked.valeur().jugement());
    return Download.of(
        Download.withEnding(Uploads.name(fichier), form.ending()),
        form.type(),
        form.bytes(report, house.texts(language)));
  }

  @PostMapping({"/corriger", "/en/corriger"})
  Object correct(HttpServletRequest request, @RequestParam(required = false) MultipartFile fichier)
      throws Exception {
    Langue language = Pages.language(request);
    Issue<Corrige> corrected = corrected(request, fichier);
    return corrected.reussie()
        ? workbook(language, "corriger.nom", fichier, corrected.valeur().octets())
        : refusal(language, corrected.erreur());
  }

  @PostMapping({"/annoter", "/en/annoter"})
  Object annotate(HttpServletRequest request, @RequestParam(required = false) MultipartFile fichier)
      throws Exception {
    Langue language = Pages.language(request);
    Issue<Corrige> corrected = corrected(request, fichier);
    if (!corrected.reussie()) {
      return refusal(language, corrected.erreur());
    }
    Source source = Source.de(Uploads.name(fichier), corrected.valeur().octets());
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
    return checked.erreurs().isEmpty()
        ? workbook(language, "annoter.nom", fichier, copy.toByteArray())
        : refusal(language, checked.erreurs().get(0));
  }

  private Issue<Corrige> corrected(HttpServletRequest request, MultipartFile fichier)
      throws Exception {
    Source source = source(request, fichier);
    CorrectionForm form = new CorrectionForm(request);
    return uploads.work(() -> house.counter().corrige(source, form.cells(), corrector));
  }

  private Object workbook(Langue language, String called, MultipartFile fichier, byte[] bytes) {
    String name = Uploads.name(fichier);
    return Download.of(pages.mots(language).mot(called, name), Download.workbook(name), bytes);
  }

  private Source source(HttpServletRequest request, MultipartFile fichier) throws IOException {
    byte[] bytes = uploads.bytes(request, fichier);
    return Source.de(Uploads.name(fichier), bytes);
  }

  private View refusal(Langue language, Erreur error) {
    return pages.upload(
        language, HttpStatus.UNPROCESSABLE_CONTENT, house.refusal(language).ligne(error));
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock).withNano(0);
  }
}
