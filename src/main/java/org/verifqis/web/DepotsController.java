package org.verifqis.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.verifqis.classeur.Sha256;
import org.verifqis.classeur.Source;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Exercice;
import org.verifqis.rapport.Langue;
import org.verifqis.rapport.Mots;
import org.verifqis.rapport.RedacteurHtml;
import org.verifqis.rapport.Textes;
import org.verifqis.regles.Constat;
import org.verifqis.regles.Jugement;
import org.verifqis.regles.Verdict;
import org.verifqis.regles.derogations.Derogations;
import org.verifqis.service.Verification;
import org.verifqis.service.depot.Brouillons.Brouillon;
import org.verifqis.service.depot.Commentaire;
import org.verifqis.service.depot.Compte;
import org.verifqis.service.depot.DossierDepose;
import org.verifqis.service.depot.Gestes.Depot;
import org.verifqis.service.depot.Greffe;
import org.verifqis.service.depot.Role;

/** Filing: a workbook is checked first, then filed with what is to be said of its findings. */
@Controller
class DepotsController {
  /** What a field of an explanation begins with; the key of its finding follows. */
  static final String EXPLANATION = "x:";

  private static final int LONGEST = 2_000;
  private static final int LONGEST_NAME = 300;

  private final Desks desks;
  private final House house;
  private final Uploads uploads;
  private final Filings filings;
  private final DossierController dossiers;
  private final Greffe registry;

  DepotsController(
      Desks desks,
      House house,
      Uploads uploads,
      Filings filings,
      DossierController dossiers,
      Greffe registry) {
    this.desks = desks;
    this.house = house;
    this.uploads = uploads;
    this.filings = filings;
    this.dossiers = dossiers;
    this.registry = registry;
  }

  /** Where each goes first: to what it files, to what waits for it, to accounts. */
  @GetMapping({"/depots", "/en/depots"})
  View home(HttpServletRequest request) {
    Compte who = Desks.who(request);
    Langue language = Pages.language(request);
    if (who.role() != Role.COORDINATION) {
      String page = who.role() == Role.PERSONNEL ? "/tableau" : "/comptes";
      return new RedirectView(Frame.link(language, page));
    }
    List<DossierDepose> filed = registry.dossiers().tous(who);
    List<Exercice> years = filings.years(filed);
    List<Entente> hers = who.ententes().stream().map(filings::entente).toList();
    return desks.page(
        request,
        "filings",
        HttpStatus.OK,
        desks.mots(request).mot("depots.titre"),
        "/depots",
        Map.of(
            "exercices", years,
            "lignes", FilingRow.of(hers, years, filed),
            "textes", house.texts(language),
            "limites", registry.echeances().toutes(),
            "aujourdhui", filings.today()));
  }

  private DossierDepose hers(HttpServletRequest request, String entente, String exercice) {
    return filings.seen(Desks.who(request), filings.entente(entente), filings.exercice(exercice));
  }

  @PostMapping({
    "/depots/{entente}/{exercice}/verifier",
    "/en/depots/{entente}/{exercice}/verifier"
  })
  View check(
      HttpServletRequest request,
      @PathVariable String entente,
      @PathVariable String exercice,
      @RequestParam(required = false) MultipartFile fichier)
      throws Exception {
    DossierDepose dossier = hers(request, entente, exercice);
    Langue language = Pages.language(request);
    byte[] bytes;
    try {
      bytes = uploads.bytes(request, fichier);
    } catch (Uploads.Refused refusal) {
      if (refusal.reason() == Uploads.Motif.TROP_SOUVENT) {
        throw refusal;
      }
      String error = desks.mots(request).mot("depot." + refusal.reason());
      return dossiers.page(request, ErrorAdvice.status(refusal.reason()), dossier, error);
    }
    String name = Filings.typedLine(Uploads.name(fichier), LONGEST_NAME);
    Verification checked =
        filings.judged(
            Desks.who(request),
            dossier,
            Source.de(name, bytes),
            filings.accepted(Desks.who(request), dossier));
    String error = error(language, dossier, checked);
    if (error != null) {
      return dossiers.page(request, HttpStatus.UNPROCESSABLE_CONTENT, dossier, error);
    }
    registry
        .brouillons()
        .garde(
            Desks.who(request), dossier.entente(), dossier.exercice(), new Brouillon(name, bytes));
    return new RedirectView(Frame.link(language, Filings.path(dossier) + "/brouillon"));
  }

  /**
   * What keeps a workbook from being filed here, whatever the rules say of it; null for nothing.
   */
  private String error(Langue language, DossierDepose dossier, Verification checked) {
    if (!checked.erreurs().isEmpty()) {
      return house.refusal(language).ligne(checked.erreurs().get(0));
    }
    Jugement judgement = checked.jugements().get(0);
    Mots mots = desks.mots(language);
    if (!dossier.entente().equals(judgement.entente())) {
      return judgement.entente() == null
          ? mots.mot("deposer.entente.inconnue", dossier.entente().code())
          : mots.mot("deposer.entente.autre", judgement.entente().code(), dossier.entente().code());
    }
    if (!dossier.exercice().equals(judgement.exercice())) {
      return judgement.exercice() == null
          ? mots.mot("deposer.exercice.inconnu", dossier.exercice().nom())
          : mots.mot(
              "deposer.exercice.autre", judgement.exercice().nom(), dossier.exercice().nom());
    }
    return null;
  }

  /** What is to be confirmed: the report, and a field for what is to be said of each finding. */
  @GetMapping({
    "/depots/{entente}/{exercice}/brouillon",
    "/en/depots/{entente}/{exercice}/brouillon"
  })
  View confirm(
      HttpServletRequest request, @PathVariable String entente, @PathVariable String exercice)
      throws Exception {
    Compte who = Desks.who(request);
    DossierDepose dossier = hers(request, entente, exercice);
    Brouillon draft = draft(who, dossier);
    Derogations accepted = filings.accepted(who, dossier);
    Verification checked =
        filings.judged(who, dossier, Source.de(draft.nom(), draft.octets()), accepted);
    if (checked.jugements().isEmpty()) {
      String error = house.refusal(Pages.language(request)).ligne(checked.erreurs().get(0));
      return dossiers.page(request, HttpStatus.UNPROCESSABLE_CONTENT, dossier, error);
    }
    Jugement judgement = checked.jugements().get(0);
    Textes texts = house.texts(Pages.language(request));
    Map<String, Object> content = new HashMap<>();
    content.put("dossier", dossier);
    content.put("brouillon", draft);
    content.put("sha256", Sha256.de(draft.octets()));
    content.put("jugement", judgement);
    content.put("deposable", judgement.verdict() != Verdict.IRRECEVABLE);
    content.put("constats", explainable(judgement));
    content.put("dites", said(who, dossier));
    content.put("textes", texts);
    content.put(
        "corps",
        new RedacteurHtml(texts)
            .corps(filings.report(checked), new RuleLinks(Pages.language(request))));
    return desks.page(
        request,
        "confirm",
        HttpStatus.OK,
        desks.mots(request).mot("deposer.confirmer.titre"),
        Filings.path(dossier) + "/brouillon",
        content);
  }

  private Brouillon draft(Compte who, DossierDepose dossier) {
    return registry
        .brouillons()
        .un(who, dossier.entente(), dossier.exercice())
        .orElseThrow(NotFound::new);
  }

  /** What was said of the same findings of the version before is not typed twice. */
  private Map<String, String> said(Compte who, DossierDepose dossier) {
    return registry.dossiers().explications(who, dossier, dossier.version()).stream()
        .collect(Collectors.toMap(Commentaire::constat, Commentaire::texte));
  }

  private static Map<String, Constat> explainable(Jugement judgement) {
    Map<String, Constat> findings = Filings.findings(judgement);
    findings.values().removeIf(Constat::estDeroge);
    return findings;
  }

  @PostMapping({"/depots/{entente}/{exercice}/deposer", "/en/depots/{entente}/{exercice}/deposer"})
  View file(
      HttpServletRequest request,
      @PathVariable String entente,
      @PathVariable String exercice,
      @RequestParam int verrou,
      @RequestParam String sha256)
      throws Exception {
    Compte who = Desks.who(request);
    Langue language = Pages.language(request);
    DossierDepose dossier = hers(request, entente, exercice);
    Brouillon draft = draft(who, dossier);
    if (!Sha256.de(draft.octets()).equals(sha256)) {
      // Another workbook was checked in another window since: that one is shown before it is filed.
      return new RedirectView(Frame.link(language, Filings.path(dossier) + "/brouillon"));
    }
    Derogations accepted = filings.accepted(who, dossier);
    Verification checked =
        filings.judged(who, dossier, Source.de(draft.nom(), draft.octets()), accepted);
    String error = error(language, dossier, checked);
    if (error != null) {
      return dossiers.page(request, HttpStatus.UNPROCESSABLE_CONTENT, dossier, error);
    }
    Jugement judgement = checked.jugements().get(0);
    List<Commentaire> explanations = new ArrayList<>();
    explainable(judgement)
        .forEach(
            (key, finding) -> {
              String text = Filings.typed(request.getParameter(EXPLANATION + key), LONGEST);
              if (!text.isEmpty()) {
                explanations.add(
                    new Commentaire(key, finding.regle().id(), Filings.place(finding), "", text));
              }
            });
    registry
        .gestes()
        .depose(
            who,
            dossier.vuA(verrou),
            new Depot(
                draft.nom(),
                draft.octets(),
                judgement.verdict(),
                filings.provenance(),
                explanations));
    return new RedirectView(Frame.link(language, Filings.path(dossier)) + "?fait=DEPOSER");
  }

  @PostMapping({
    "/depots/{entente}/{exercice}/abandonner",
    "/en/depots/{entente}/{exercice}/abandonner"
  })
  View giveUp(
      HttpServletRequest request, @PathVariable String entente, @PathVariable String exercice) {
    DossierDepose dossier = hers(request, entente, exercice);
    registry.brouillons().retire(Desks.who(request), dossier.entente(), dossier.exercice());
    return new RedirectView(Frame.link(Pages.language(request), Filings.path(dossier)));
  }
}
