package org.verifqis.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.verifqis.classeur.Source;
import org.verifqis.rapport.Mots;
import org.verifqis.rapport.RedacteurComparaison;
import org.verifqis.rapport.Textes;
import org.verifqis.regles.Constat;
import org.verifqis.regles.Derogation;
import org.verifqis.regles.Jugement;
import org.verifqis.regles.Verdict;
import org.verifqis.regles.derogations.Derogations;
import org.verifqis.regles.derogations.UsageDerogation;
import org.verifqis.service.Verification;
import org.verifqis.service.depot.Commentaire;
import org.verifqis.service.depot.Compte;
import org.verifqis.service.depot.DossierDepose;
import org.verifqis.service.depot.Dossiers;
import org.verifqis.service.depot.Geste;
import org.verifqis.service.depot.Greffe;

/** What staff decide of a reddition. */
@Controller
class DecisionsController {
  /** What a field of a word about a finding begins with; the key of the finding follows. */
  static final String WORD = "m:";

  private static final int LONGEST = 2_000;

  private final Desks desks;
  private final House house;
  private final Filings filings;
  private final DossierController dossiers;
  private final Greffe registry;

  DecisionsController(
      Desks desks, House house, Filings filings, DossierController dossiers, Greffe registry) {
    this.desks = desks;
    this.house = house;
    this.filings = filings;
    this.dossiers = dossiers;
    this.registry = registry;
  }

  private DossierDepose seen(HttpServletRequest request, String entente, String exercice) {
    DossierDepose dossier =
        filings.seen(Desks.who(request), filings.entente(entente), filings.exercice(exercice));
    if (dossier.version() == 0) {
      throw new NotFound();
    }
    return dossier;
  }

  private static View done(HttpServletRequest request, DossierDepose dossier, Geste geste) {
    return new RedirectView(
        Frame.link(Pages.language(request), Filings.path(dossier)) + "?fait=" + geste);
  }

  private View refused(HttpServletRequest request, DossierDepose dossier, String key)
      throws Exception {
    return dossiers.page(
        request, HttpStatus.UNPROCESSABLE_CONTENT, dossier, desks.mots(request).mot(key));
  }

  /** What the rules say of the last version, with what is accepted. */
  private Jugement judged(HttpServletRequest request, DossierDepose dossier, Derogations accepted)
      throws Exception {
    Source source = filings.source(Desks.who(request), dossier, dossier.version());
    Verification checked = filings.judged(Desks.who(request), dossier, source, accepted);
    if (checked.jugements().isEmpty()) {
      throw new NotFound();
    }
    return checked.jugements().get(0);
  }

  @PostMapping({
    "/depots/{entente}/{exercice}/corrections",
    "/en/depots/{entente}/{exercice}/corrections"
  })
  View askForCorrections(
      HttpServletRequest request,
      @PathVariable String entente,
      @PathVariable String exercice,
      @RequestParam int verrou,
      @RequestParam(required = false) Set<String> constat,
      @RequestParam String avant,
      @RequestParam(defaultValue = "") String mot)
      throws Exception {
    DossierDepose dossier = seen(request, entente, exercice);
    Compte who = Desks.who(request);
    Optional<LocalDate> until = Filings.day(avant);
    if (until.isEmpty() || !until.get().isAfter(filings.today())) {
      return refused(request, dossier, "corriger.date");
    }
    String word = Filings.typed(mot, LONGEST);
    Textes texts = house.texts(Pages.language(request));
    List<Commentaire> asked = new ArrayList<>();
    if (constat != null) {
      Jugement judgement = judged(request, dossier, filings.accepted(who, dossier));
      Filings.findings(judgement)
          .forEach(
              (key, finding) -> {
                if (constat.contains(key)) {
                  asked.add(
                      new Commentaire(
                          key,
                          finding.regle().id(),
                          Filings.place(finding),
                          texts.message(finding),
                          Filings.typed(request.getParameter(WORD + key), LONGEST)));
                }
              });
    }
    if (asked.isEmpty() && word.isEmpty()) {
      return refused(request, dossier, "corriger.rien");
    }
    registry.gestes().demandeCorrections(who, dossier.vuA(verrou), until.get(), word, asked);
    return done(request, dossier, Geste.DEMANDER_CORRECTIONS);
  }

  @GetMapping({
    "/depots/{entente}/{exercice}/acceptation",
    "/en/depots/{entente}/{exercice}/acceptation"
  })
  View accept(
      HttpServletRequest request,
      @PathVariable String entente,
      @PathVariable String exercice,
      @RequestParam String constat)
      throws Exception {
    DossierDepose dossier = seen(request, entente, exercice);
    return acceptance(request, HttpStatus.OK, dossier, constat, Acceptance.NONE, null, null);
  }

  private View acceptance(
      HttpServletRequest request,
      HttpStatus status,
      DossierDepose dossier,
      String key,
      Acceptance typed,
      Jugement after,
      String error)
      throws Exception {
    Jugement before = judged(request, dossier, filings.accepted(Desks.who(request), dossier));
    Constat finding = finding(before, key);
    Textes texts = house.texts(Pages.language(request));
    Map<String, Object> content = new HashMap<>();
    content.put("dossier", dossier);
    content.put("cle", key);
    content.put("phrase", new RedacteurComparaison(texts).phrase(finding, before.fichier()));
    content.put("saisie", typed);
    content.put("avant", before);
    content.put("apres", after);
    content.put("textes", texts);
    content.put("erreur", error);
    Mots mots = desks.mots(request);
    return desks.page(request, "acceptance", status, mots.mot("accepter.titre"), null, content);
  }

  private static Constat finding(Jugement judgement, String key) {
    Constat finding = Filings.findings(judgement).get(key);
    if (finding == null || finding.estDeroge()) {
      throw new NotFound();
    }
    return finding;
  }

  /** What accepting it would change, before it is signed. */
  @PostMapping({
    "/depots/{entente}/{exercice}/acceptation",
    "/en/depots/{entente}/{exercice}/acceptation"
  })
  View tryAcceptance(
      HttpServletRequest request,
      @PathVariable String entente,
      @PathVariable String exercice,
      @RequestParam String constat,
      @RequestParam String autorite,
      @RequestParam String motif,
      @RequestParam String jusquAu)
      throws Exception {
    DossierDepose dossier = seen(request, entente, exercice);
    Acceptance typed = typed(autorite, motif, jusquAu);
    Tried tried = tried(request, dossier, constat, typed);
    HttpStatus status = tried.error == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    return acceptance(request, status, dossier, constat, typed, tried.after, tried.error);
  }

  private static Acceptance typed(String authority, String why, String until) {
    return new Acceptance(
        Filings.typedLine(authority, LONGEST),
        Filings.typed(why, LONGEST),
        Filings.typedLine(until, LONGEST));
  }

  /** What became of an acceptance that was tried: what is found then, or why it can't be. */
  private record Tried(Derogation derogation, Jugement after, String error) {}

  private Tried tried(
      HttpServletRequest request, DossierDepose dossier, String key, Acceptance typed)
      throws Exception {
    Mots mots = desks.mots(request);
    Optional<LocalDate> until = Filings.day(typed.jusquAu());
    if (!typed.complete()) {
      return new Tried(null, null, mots.mot("accepter.incomplet"));
    }
    if (until.isEmpty() || until.get().isBefore(filings.today())) {
      return new Tried(null, null, mots.mot("accepter.date"));
    }
    Compte who = Desks.who(request);
    Derogations accepted = filings.accepted(who, dossier);
    Constat finding = finding(judged(request, dossier, accepted), key);
    Derogation one =
        new Derogation(
            0,
            Filings.aim(dossier, finding),
            who.nom(),
            typed.autorite(),
            typed.motif(),
            until.get());
    Source source = filings.source(who, dossier, dossier.version());
    Verification checked = filings.judged(who, dossier, source, Filings.with(accepted, one));
    UsageDerogation usage =
        checked.derogations().stream()
            .filter(other -> other.derogation().equals(one))
            .findFirst()
            .orElseThrow();
    if (usage.statut() == UsageDerogation.Statut.UTILISEE) {
      return new Tried(one, checked.jugements().get(0), null);
    }
    boolean never = usage.raison() == UsageDerogation.Raison.BLOQUANTE;
    return new Tried(null, null, mots.mot(never ? "accepter.bloquante" : "accepter.ambigue"));
  }

  @PostMapping({
    "/depots/{entente}/{exercice}/accepter",
    "/en/depots/{entente}/{exercice}/accepter"
  })
  View signAcceptance(
      HttpServletRequest request,
      @PathVariable String entente,
      @PathVariable String exercice,
      @RequestParam int verrou,
      @RequestParam String constat,
      @RequestParam String autorite,
      @RequestParam String motif,
      @RequestParam String jusquAu,
      @RequestParam Verdict verdict)
      throws Exception {
    DossierDepose dossier = seen(request, entente, exercice);
    Acceptance typed = typed(autorite, motif, jusquAu);
    Tried tried = tried(request, dossier, constat, typed);
    if (tried.error != null || tried.after.verdict() != verdict) {
      // Not what was shown: it is shown as it is now.
      String error =
          tried.error == null ? desks.mots(request).mot("decision.verdict") : tried.error;
      return acceptance(request, HttpStatus.CONFLICT, dossier, constat, typed, tried.after, error);
    }
    registry.gestes().accepte(Desks.who(request), dossier.vuA(verrou), tried.derogation, verdict);
    return done(request, dossier, Geste.ACCEPTER_CONSTAT);
  }

  @PostMapping({"/depots/{entente}/{exercice}/retirer", "/en/depots/{entente}/{exercice}/retirer"})
  View withdraw(
      HttpServletRequest request,
      @PathVariable String entente,
      @PathVariable String exercice,
      @RequestParam int verrou,
      @RequestParam long acceptation,
      @RequestParam String motif)
      throws Exception {
    DossierDepose dossier = seen(request, entente, exercice);
    String why = Filings.typed(motif, LONGEST);
    if (why.isEmpty()) {
      return refused(request, dossier, "retirer.motif");
    }
    Compte who = Desks.who(request);
    List<Derogation> others =
        registry.dossiers().acceptations(who, dossier).stream()
            .filter(one -> one.id() != acceptation)
            .map(Dossiers.Acceptation::derogation)
            .toList();
    Verdict verdict = judged(request, dossier, new Derogations(others)).verdict();
    registry.gestes().retireAcceptation(who, dossier.vuA(verrou), acceptation, why, verdict);
    return done(request, dossier, Geste.RETIRER_ACCEPTATION);
  }

  @PostMapping({"/depots/{entente}/{exercice}/adopter", "/en/depots/{entente}/{exercice}/adopter"})
  View adopt(
      HttpServletRequest request,
      @PathVariable String entente,
      @PathVariable String exercice,
      @RequestParam int verrou,
      @RequestParam Verdict verdict)
      throws Exception {
    DossierDepose dossier = seen(request, entente, exercice);
    Compte who = Desks.who(request);
    Verdict now = judged(request, dossier, filings.accepted(who, dossier)).verdict();
    if (now != verdict) {
      return refused(request, dossier, "decision.verdict");
    }
    registry.gestes().adopte(who, dossier.vuA(verrou), now, filings.provenance());
    return done(request, dossier, Geste.ADOPTER);
  }

  @PostMapping({"/depots/{entente}/{exercice}/rouvrir", "/en/depots/{entente}/{exercice}/rouvrir"})
  View reopen(
      HttpServletRequest request,
      @PathVariable String entente,
      @PathVariable String exercice,
      @RequestParam int verrou,
      @RequestParam String motif)
      throws Exception {
    DossierDepose dossier = seen(request, entente, exercice);
    String why = Filings.typed(motif, LONGEST);
    if (why.isEmpty()) {
      return refused(request, dossier, "rouvrir.motif");
    }
    registry.gestes().rouvre(Desks.who(request), dossier.vuA(verrou), why);
    return done(request, dossier, Geste.ROUVRIR);
  }
}
