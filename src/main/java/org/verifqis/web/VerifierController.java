package org.verifqis.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.verifqis.classeur.Source;
import org.verifqis.ecriture.Correcteur;
import org.verifqis.ecriture.RedacteurConversion;
import org.verifqis.modele.Erreur;
import org.verifqis.modele.Reddition;
import org.verifqis.rapport.Langue;
import org.verifqis.rapport.Mots;
import org.verifqis.rapport.Rapport;
import org.verifqis.rapport.RedacteurComparaison;
import org.verifqis.rapport.RedacteurHtml;
import org.verifqis.rapport.Saisies;
import org.verifqis.rapport.Textes;
import org.verifqis.regles.Jugement;
import org.verifqis.regles.Verdict;
import org.verifqis.service.Corrige;
import org.verifqis.service.Diagnostic;
import org.verifqis.service.Guichet;
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
  private final Aside aside;
  private final Passage passage;
  private final Clock clock;
  private final Ecrivain corrector;

  VerifierController(
      Pages pages, House house, Uploads uploads, Aside aside, Passage passage, Clock clock) {
    this.passage = passage;
    this.pages = pages;
    this.house = house;
    this.uploads = uploads;
    this.aside = aside;
    this.clock = clock;
    this.corrector = new Correcteur(house.limits())::corrige;
  }

  /** Where somebody lands who comes back to the answer of a form by its address. */
  @GetMapping({"/verifier", "/annoter", "/corriger", "/telecharger", "/convertir"})
  View start() {
    return new RedirectView("/");
  }

  @GetMapping({"/en/verifier", "/en/annoter", "/en/corriger", "/en/telecharger", "/en/convertir"})
  View startInEnglish() {
    return new RedirectView("/en");
  }

  @PostMapping({"/verifier", "/en/verifier"})
  View check(
      HttpServletRequest request,
      @RequestParam(required = false) MultipartFile fichier,
      @RequestParam(required = false) MultipartFile correspondance)
      throws Exception {
    Langue language = Pages.language(request);
    Received received = uploads.received(request, fichier, correspondance);
    CorrectionForm form = new CorrectionForm(request);
    Issue<View> here =
        uploads.work(
            () ->
                received.isCorrectable()
                    ? correctable(language, received.source(), form)
                    : readable(language, received));
    if (here.reussie()) {
      return here.valeur();
    }
    if (!aside.takes(here.erreur())) {
      return refusal(language, here.erreur());
    }
    Issue<InputStream> made = aside.make(AsideTask.PAGE, language, received, now());
    if (!made.reussie()) {
      return refusal(language, made.erreur());
    }
    try (InputStream body = made.valeur()) {
      return plainReport(language, received, "rapport.grand", body.readAllBytes());
    }
  }

  private Issue<View> correctable(Langue language, Source source, CorrectionForm form) {
    Issue<Diagnostic> checked = house.counter().diagnostique(source, form.cells(), corrector);
    return checked.reussie()
        ? Issue.de(report(language, source, form, checked.valeur()))
        : Issue.ratee(checked.erreur());
  }

  private Issue<View> readable(Langue language, Received received) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    Erreur error =
        AsideTask.PAGE.write(order(language, house.counter(received), received.source()), body);
    String why = received.profile() == null ? "rapport.format" : "rapport.correspondance";
    return error == null
        ? Issue.de(plainReport(language, received, why, body.toByteArray()))
        : Issue.ratee(error);
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
    if (diagnostic.jugement().verdict() == Verdict.IRRECEVABLE) {
      content.put("note", pages.mots(language).mot("rapport.irrecevable"));
    }
    content.put("diagnostic", diagnostic);
    content.put("phrases", new RedacteurComparaison(texts));
    content.put("textes", texts);
    return reportPage(language, content);
  }

  /** The report of a workbook that can't be corrected on a page, and why it can't. */
  private View plainReport(Langue language, Received received, String why, byte[] body) {
    Map<String, Object> content = new HashMap<>();
    content.put("fichier", received.name());
    content.put("correspondance", received.profile() != null);
    content.put("corps", new String(body, StandardCharsets.UTF_8));
    content.put("note", pages.mots(language).mot(why));
    return reportPage(language, content);
  }

  private View reportPage(Langue language, Map<String, Object> content) {
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
      @RequestParam(required = false) MultipartFile correspondance,
      @RequestParam String format)
      throws Exception {
    ReportFile form = ReportFile.of(format);
    return made(
        request,
        uploads.received(request, fichier, correspondance),
        AsideTask.valueOf(form.name()),
        name -> Download.withEnding(name, form.ending()),
        name -> form.type());
  }

  @PostMapping({"/annoter", "/en/annoter"})
  Object annotate(
      HttpServletRequest request,
      @RequestParam(required = false) MultipartFile fichier,
      @RequestParam(required = false) MultipartFile correspondance)
      throws Exception {
    Mots words = pages.mots(Pages.language(request));
    return made(
        request,
        uploads.received(request, fichier, correspondance),
        AsideTask.ANNOTER,
        name -> words.mot("annoter.nom", name),
        Download::workbook);
  }

  /** What is made of the workbook as it is corrected, for the browser to keep. */
  private Object made(
      HttpServletRequest request,
      Received received,
      AsideTask task,
      UnaryOperator<String> called,
      Function<String, MediaType> type)
      throws Exception {
    Langue language = Pages.language(request);
    String name = received.name();
    CorrectionForm form = new CorrectionForm(request);
    Erreur error;
    try (Answer made = new Answer(passage.folder())) {
      error = uploads.work(() -> make(task, language, received, form, made.stream()));
      if (error == null) {
        return Download.of(called.apply(name), type.apply(name), made.body());
      }
    }
    if (aside.takes(error) && form.cells().isEmpty()) {
      Issue<InputStream> there = aside.make(task, language, received, now());
      if (there.reussie()) {
        return Download.of(called.apply(name), type.apply(name), there.valeur());
      }
      error = there.erreur();
    }
    return refusal(language, error);
  }

  /** Makes it here; why that can't be done, or null. */
  private Erreur make(
      AsideTask task, Langue language, Received received, CorrectionForm form, OutputStream out)
      throws IOException {
    Source source = received.source();
    Source wanted = source;
    if (received.isCorrectable() && !form.cells().isEmpty()) {
      Issue<Corrige> corrected = house.counter().corrige(source, form.cells(), corrector);
      if (!corrected.reussie()) {
        return corrected.erreur();
      }
      wanted = Source.de(source.nom(), corrected.valeur().octets());
    }
    return task.write(order(language, house.counter(received), wanted), out);
  }

  private AsideTask.Order order(Langue language, Guichet counter, Source source) {
    return new AsideTask.Order(counter, house.limits(), house.texts(language), source, now());
  }

  @PostMapping({"/convertir", "/en/convertir"})
  Object convert(
      HttpServletRequest request,
      @RequestParam(required = false) MultipartFile fichier,
      @RequestParam(required = false) MultipartFile correspondance)
      throws Exception {
    Langue language = Pages.language(request);
    Mots words = pages.mots(language);
    Received received = uploads.received(request, fichier, correspondance);
    if (received.profile() == null) {
      return pages.uploadWithProfile(language, List.of(words.mot("convertir.sans")));
    }
    Issue<Reddition> read = uploads.work(() -> house.counter(received).lis(received.source()));
    if (!read.reussie()) {
      return refusal(language, read.erreur());
    }
    RedacteurConversion writer =
        new RedacteurConversion(house.base().gabarit(), Mots.de(language), false);
    try (Answer made = new Answer(passage.folder())) {
      writer.ecris(read.valeur(), clock.instant(), made.stream());
      String name = words.mot("convertir.nom", Download.withEnding(received.name(), "xlsx"));
      return Download.of(name, Download.workbook(name), made.body());
    }
  }

  @PostMapping({"/corriger", "/en/corriger"})
  Object correct(HttpServletRequest request, @RequestParam(required = false) MultipartFile fichier)
      throws Exception {
    Langue language = Pages.language(request);
    Source source = Source.de(Uploads.name(fichier), uploads.bytes(request, fichier));
    CorrectionForm form = new CorrectionForm(request);
    Issue<Corrige> corrected =
        uploads.work(() -> house.counter().corrige(source, form.cells(), corrector));
    return corrected.reussie()
        ? Download.of(
            pages.mots(language).mot("corriger.nom", source.nom()),
            Download.workbook(source.nom()),
            corrected.valeur().octets())
        : refusal(language, corrected.erreur());
  }

  private View refusal(Langue language, Erreur error) {
    return pages.upload(
        language, HttpStatus.UNPROCESSABLE_CONTENT, house.refusal(language).ligne(error));
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock).withNano(0);
  }
}
