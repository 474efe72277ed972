package org.verifqis.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.verifqis.classeur.Source;
import org.verifqis.ecriture.Annotateur;
import org.verifqis.modele.Erreur;
import org.verifqis.modele.Exercice;
import org.verifqis.rapport.Annotations;
import org.verifqis.rapport.Langue;
import org.verifqis.rapport.Mots;
import org.verifqis.rapport.RedacteurComparaison;
import org.verifqis.rapport.RedacteurHtml;
import org.verifqis.rapport.Textes;
import org.verifqis.regles.Jugement;
import org.verifqis.regles.comparaison.Comparaison;
import org.verifqis.service.Issue;
import org.verifqis.service.Suivi;
import org.verifqis.service.Verification;
import org.verifqis.service.depot.Compte;
import org.verifqis.service.depot.DossierDepose;
import org.verifqis.service.depot.Dossiers;
import org.verifqis.service.depot.Geste;
import org.verifqis.service.depot.Greffe;
import org.verifqis.service.depot.Role;

/** The page of a reddition: what is filed, what the rules say of it, what was decided. */
@Controller
class DossierController {
  /** How long corrections are waited for, unless staff say otherwise. */
  private static final int DAYS_TO_CORRECT = 15;

  private final Desks desks;
  private final House house;
  private final Uploads uploads;
  private final Filings filings;
  private final Greffe registry;
  private final DataSize largest;

  DossierController(
      Desks desks,
      House house,
      Uploads uploads,
      Filings filings,
      Greffe registry,
      ServerSettings settings) {
    this.desks = desks;
    this.house = house;
    this.uploads = uploads;
    this.filings = filings;
    this.registry = registry;
    this.largest = settings.accounts().size();
  }

  private DossierDepose seen(HttpServletRequest request, String entente, String exercice) {
    return filings.seen(Desks.who(request), filings.entente(entente), filings.exercice(exercice));
  }

  @GetMapping({"/depots/{entente}/{exercice}", "/en/depots/{entente}/{exercice}"})
  View page(HttpServletRequest request, @PathVariable String entente, @PathVariable String exercice)
      throws Exception {
    return page(request, HttpStatus.OK, seen(request, entente, exercice), null);
  }

  /** The page, with what is wrong with what was asked for; null for nothing. */
  View page(HttpServletRequest request, HttpStatus status, DossierDepose dossier, String error)
      throws Exception {
    Compte who = Desks.who(request);
    Mots mots = desks.mots(request);
    Textes texts = house.texts(Pages.language(request));
    Dossiers asked = registry.dossiers();
    Map<String, Object> content = new HashMap<>();
    content.put("dossier", dossier);
    content.put("textes", texts);
    content.put("erreur", error);
    content.put("fait", done(request));
    content.put("versions", asked.versions(who, dossier));
    content.put("demandes", asked.demandes(who, dossier));
    content.put("acceptations", asked.acceptations(who, dossier));
    content.put("adoptions", asked.adoptions(who, dossier));
    content.put("histoire", asked.histoire(who, dossier));
    content.put("explications", asked.explications(who, dossier, dossier.version()));
    content.put("anPasse", lastYear(who, dossier));
    content.put(
        "brouillon",
        who.role() == Role.COORDINATION
            && registry.brouillons().un(who, dossier.entente(), dossier.exercice()).isPresent());
    content.put("avant", filings.today().plusDays(DAYS_TO_CORRECT));
    content.put("provenance", filings.provenance());
    content.put("taille", desks.mots(request).format().nombre(largest.toMegabytes()));
    judged(request, dossier, content);
    String title =
        mots.mot(
            "dossier.titre",
            dossier.entente().code(),
            dossier.entente().nom(),
            dossier.exercice().nom());
    return desks.page(request, "dossier", status, title, Filings.path(dossier), content);
  }

  /** What was just done, by its name in the address. */
  private static Geste done(HttpServletRequest request) {
    String name = request.getParameter("fait");
    for (Geste geste : Geste.values()) {
      if (geste.name().equals(name)) {
        return geste;
      }
    }
    return null;
  }

  private void judged(
      HttpServletRequest request, DossierDepose dossier, Map<String, Object> content)
      throws Exception {
    content.put("jugement", null);
    content.put("constats", Map.of());
    content.put("corps", null);
    content.put("annees", List.of());
    content.put("illisibles", List.of());
    if (dossier.version() == 0) {
      return;
    }
    Compte who = Desks.who(request);
    Source source = filings.source(who, dossier, dossier.version());
    List<Filings.Earlier> earlier = filings.earlier(who, dossier);
    Suivi followed = filings.followed(source, earlier, filings.accepted(who, dossier));
    Verification checked = followed.verification();
    Langue language = Pages.language(request);
    content.put("annees", AcrossYears.of(dossier, followed, earlier));
    content.put(
        "illisibles", followed.illisibles().stream().map(house.refusal(language)::ligne).toList());
    content.put(
        "corps",
        new RedacteurHtml(house.texts(language))
            .corps(filings.report(checked), new RuleLinks(language)));
    if (!checked.jugements().isEmpty()) {
      Jugement judgement = checked.jugements().get(0);
      content.put("jugement", judgement);
      content.put("constats", Filings.findings(judgement));
    }
  }

  /** That of the year before, where it is filed; null otherwise. */
  private DossierDepose lastYear(Compte who, DossierDepose dossier) {
    Exercice before = new Exercice(dossier.exercice().annee() - 1);
    return registry.dossiers().un(who, dossier.entente(), before).orElse(null);
  }

  @GetMapping({
    "/depots/{entente}/{exercice}/classeur/{version}",
    "/en/depots/{entente}/{exercice}/classeur/{version}"
  })
  Object workbook(
      HttpServletRequest request,
      @PathVariable String entente,
      @PathVariable String exercice,
      @PathVariable int version) {
    DossierDepose dossier = seen(request, entente, exercice);
    Compte who = Desks.who(request);
    String name = filings.source(who, dossier, version).nom();
    byte[] bytes = registry.dossiers().classeur(who, dossier, version).orElseThrow(NotFound::new);
    return Download.of(name, Download.workbook(name), bytes);
  }

  @GetMapping({
    "/depots/{entente}/{exercice}/annotee/{version}",
    "/en/depots/{entente}/{exercice}/annotee/{version}"
  })
  Object annotated(
      HttpServletRequest request,
      @PathVariable String entente,
      @PathVariable String exercice,
      @PathVariable int version)
      throws Exception {
    DossierDepose dossier = seen(request, entente, exercice);
    Compte who = Desks.who(request);
    Source source = filings.source(who, dossier, version);
    // As the page tells it: what is held against the years before stands in the copy too.
    Verification judged = filings.judged(who, dossier, source, filings.accepted(who, dossier));
    Annotations annotations = new Annotations(house.texts(Pages.language(request)));
    ByteArrayOutputStream copy = new ByteArrayOutputStream();
    Verification checked =
        uploads.workForAccount(
            () ->
                house
                    .filingCounter()
                    .annote(
                        source,
                        judged,
                        (onDisk, one, usages) ->
                            new Annotateur(house.filingLimits())
                                .annote(onDisk, annotations.de(one, usages), copy)));
    if (!checked.erreurs().isEmpty()) {
      return refusal(request, dossier, checked.erreurs().get(0));
    }
    return Download.of(
        desks.mots(request).mot("annoter.nom", source.nom()),
        Download.workbook(source.nom()),
        copy.toByteArray());
  }

  private View refusal(HttpServletRequest request, DossierDepose dossier, Erreur error)
      throws Exception {
    String sentence = house.refusal(Pages.language(request)).ligne(error);
    return page(request, HttpStatus.UNPROCESSABLE_CONTENT, dossier, sentence);
  }

  /** What changed from one version to another, or since last year's reddition. */
  @GetMapping({
    "/depots/{entente}/{exercice}/comparaison/{version}",
    "/en/depots/{entente}/{exercice}/comparaison/{version}"
  })
  View compared(
      HttpServletRequest request,
      @PathVariable String entente,
      @PathVariable String exercice,
      @PathVariable int version,
      @RequestParam(defaultValue = "false") boolean an)
      throws Exception {
    DossierDepose dossier = seen(request, entente, exercice);
    Compte who = Desks.who(request);
    DossierDepose before = an ? lastYear(who, dossier) : dossier;
    if (before == null) {
      throw new NotFound();
    }
    Source old = filings.source(who, before, an ? before.version() : version - 1);
    Source now = filings.source(who, dossier, version);
    Issue<Comparaison> compared =
        uploads.workForAccount(() -> house.filingCounter().compare(old, now));
    if (!compared.reussie()) {
      return refusal(request, dossier, compared.erreur());
    }
    Textes texts = house.texts(Pages.language(request));
    Mots mots = desks.mots(request);
    String title =
        an
            ? mots.mot("comparaison.an", before.exercice().nom(), dossier.exercice().nom())
            : mots.mot("comparaison.versions", version - 1, version);
    return desks.page(
        request,
        "compared",
        HttpStatus.OK,
        title,
        null,
        Map.of(
            "dossier", dossier, "corps", new RedacteurComparaison(texts).corps(compared.valeur())));
  }
}
