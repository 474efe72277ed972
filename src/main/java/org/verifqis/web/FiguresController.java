package org.verifqis.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.verifqis.classeur.Source;
import org.verifqis.modele.Exercice;
import org.verifqis.rapport.Mots;
import org.verifqis.rapport.PhrasesChiffre;
import org.verifqis.rapport.Textes;
import org.verifqis.regles.Edition;
import org.verifqis.regles.Jugement;
import org.verifqis.regles.Moteur;
import org.verifqis.regles.Parametres;
import org.verifqis.regles.Parametres.ValeurDatee;
import org.verifqis.regles.ParametresInvalides;
import org.verifqis.regles.Verdict;
import org.verifqis.regles.derogations.Derogations;
import org.verifqis.regles.simulation.Simulation;
import org.verifqis.service.Guichet;
import org.verifqis.service.Simulations;
import org.verifqis.service.depot.ChiffreSaisi;
import org.verifqis.service.depot.ChiffresSaisis;
import org.verifqis.service.depot.Dossiers.DerniereVersion;
import org.verifqis.service.depot.Greffe;
import org.verifqis.service.depot.Role;

/** The figures of staff: proposed by one person with their source, published by another one. */
@Controller
class FiguresController {
  private static final int LONGEST = 2_000;
  private static final String DATE = "chiffres.defaut.date";

  private final Desks desks;
  private final House house;
  private final Uploads uploads;
  private final Filings filings;
  private final Figures figures;
  private final Greffe registry;

  FiguresController(
      Desks desks,
      House house,
      Uploads uploads,
      Filings filings,
      Figures figures,
      Greffe registry) {
    this.desks = desks;
    this.house = house;
    this.uploads = uploads;
    this.filings = filings;
    this.figures = figures;
    this.registry = registry;
  }

  @GetMapping({"/parametres", "/en/parametres"})
  View page(HttpServletRequest request) {
    return page(request, HttpStatus.OK, FigureForm.NONE, null);
  }

  private View page(HttpServletRequest request, HttpStatus status, FigureForm typed, String error) {
    Textes texts = house.texts(Pages.language(request));
    List<ChiffreSaisi> all = registry.chiffres().tous(Desks.who(request));
    Map<String, Object> content = new HashMap<>();
    content.put("saisie", typed);
    content.put("erreur", error);
    content.put("parametres", figures.parameters());
    content.put("phrases", new PhrasesChiffre(texts));
    content.put("langue", texts.langue().code());
    content.put("ententes", List.copyOf(house.base().gabarit().ententes().values()));
    content.put("editions", house.base().registre().editions().stream().map(Edition::nom).toList());
    content.put("inutilisables", figures.unusable());
    content.put("attendent", of(all, true));
    content.put("histoire", of(all, false));
    Mots mots = desks.mots(request);
    return desks.page(
        request, "figures", status, mots.mot("chiffres.titre"), "/parametres", content);
  }

  private static List<ChiffreSaisi> of(List<ChiffreSaisi> all, boolean waiting) {
    return all.stream()
        .filter(one -> waiting == (one.etat() == ChiffreSaisi.Etat.PROPOSE))
        .toList();
  }

  @PostMapping({"/parametres", "/en/parametres"})
  View propose(
      HttpServletRequest request,
      @RequestParam String cle,
      @RequestParam String entente,
      @RequestParam String edition,
      @RequestParam String depuis,
      @RequestParam String valeur,
      @RequestParam String source) {
    FigureForm typed =
        new FigureForm(
            Filings.typed(cle, LONGEST),
            Filings.typed(entente, LONGEST),
            Filings.typed(edition, LONGEST),
            Filings.typed(depuis, LONGEST),
            Filings.typed(valeur, LONGEST),
            Filings.typed(source, LONGEST));
    Mots mots = desks.mots(request);
    if (!figures.parameters().cles().contains(typed.cle())) {
      throw new NotFound();
    }
    Optional<LocalDate> day = Filings.day(typed.depuis());
    if (day.isEmpty() && !typed.depuis().isEmpty()) {
      return page(request, HttpStatus.UNPROCESSABLE_CONTENT, typed, mots.mot(DATE));
    }
    if (typed.source().isEmpty()) {
      String error = mots.mot("chiffres.defaut.source");
      return page(request, HttpStatus.UNPROCESSABLE_CONTENT, typed, error);
    }
    ChiffreSaisi.Demande asked =
        new ChiffreSaisi.Demande(
            typed.cle(),
            orNull(typed.entente()),
            orNull(typed.edition()),
            day.orElse(null),
            typed.values(figures.parameters().type(typed.cle())),
            typed.source());
    try {
      ChiffresSaisis.sur(figures.parameters(), List.of(asked));
    } catch (ParametresInvalides e) {
      return page(request, HttpStatus.UNPROCESSABLE_CONTENT, typed, fault(mots, e));
    }
    return shown(request, registry.chiffres().propose(Desks.who(request), asked));
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static View shown(HttpServletRequest request, long id) {
    return new RedirectView(Frame.link(Pages.language(request), "/parametres/" + id));
  }

  /** What is wrong with a figure, and what to do. */
  private static String fault(Mots mots, ParametresInvalides wrong) {
    List<String> details = new ArrayList<>(wrong.details());
    switch (wrong.motif()) {
      case VALEUR -> details.set(1, mots.mot("chiffres.forme." + details.get(1)));
      case FORME -> details.set(0, mots.mot("chiffres." + details.get(0)));
      default -> {
        // Told as they are.
      }
    }
    return mots.mot("chiffres.defaut." + wrong.motif(), details.toArray());
  }

  @GetMapping({"/parametres/{id}", "/en/parametres/{id}"})
  View one(HttpServletRequest request, @PathVariable long id) throws Exception {
    return one(request, HttpStatus.OK, seen(request, id), null);
  }

  private ChiffreSaisi seen(HttpServletRequest request, long id) {
    return registry.chiffres().un(Desks.who(request), id).orElseThrow(NotFound::new);
  }

  private View one(HttpServletRequest request, HttpStatus status, ChiffreSaisi figure, String error)
      throws Exception {
    Mots mots = desks.mots(request);
    Textes texts = house.texts(Pages.language(request));
    Map<String, Object> content = new HashMap<>();
    content.put("chiffre", figure);
    content.put("textes", texts);
    content.put("phrases", new PhrasesChiffre(texts));
    content.put("erreur", error);
    content.put("valeur", null);
    content.put("actuelle", null);
    content.put("changements", null);
    content.put("pareilles", 0);
    content.put("illisibles", List.of());
    try {
      Parametres then = ChiffresSaisis.sur(figures.parameters(), List.of(figure.demande()));
      ValeurDatee value = then.superposees().get(then.superposees().size() - 1).valeur();
      content.put("valeur", value);
      content.put("actuelle", same(value, figure.demande().cle()));
      if (figure.etat() == ChiffreSaisi.Etat.PROPOSE
          && Desks.who(request).role() == Role.PERSONNEL) {
        simulate(request, then, content);
      }
    } catch (ParametresInvalides e) {
      content.put("erreur", fault(mots, e));
    }
    String title = mots.mot("chiffre." + figure.demande().cle());
    return desks.page(request, "figure", status, title, "/parametres/" + figure.id(), content);
  }

  /** What holds now in its place; null where nothing does. */
  private ValeurDatee same(ValeurDatee value, String key) {
    return figures.parameters().valeurs(key).stream()
        .filter(
            one ->
                Objects.equals(one.entente(), value.entente())
                    && Objects.equals(one.edition(), value.edition())
                    && Objects.equals(one.depuis(), value.depuis()))
        .findFirst()
        .orElse(null);
  }

  /** Who of those that are filed would be judged otherwise, with what is accepted of them. */
  private void simulate(HttpServletRequest request, Parametres then, Map<String, Object> content)
      throws Exception {
    List<Exercice> years = filings.ended();
    List<Source> filed =
        registry
            .dossiers()
            .dernieres(Desks.who(request), years.get(years.size() - 1), years.get(0))
            .stream()
            .map(FiguresController::source)
            .toList();
    Guichet counter = house.filingCounter();
    Moteur other = counter.socle().moteur().avec(then, null);
    Simulations simulated = uploads.workForAccount(() -> counter.simule(filed, other));
    Derogations accepted = registry.nuits().derogations();
    List<FigureChange> changes = new ArrayList<>();
    for (Simulation one : simulated.simulations()) {
      Verdict before = verdict(accepted, one.actuel());
      Verdict after = verdict(accepted, one.simule());
      if (before != after) {
        changes.add(
            new FigureChange(one.actuel().entente(), one.actuel().exercice(), before, after));
      }
    }
    content.put("changements", changes);
    content.put("pareilles", simulated.simulations().size() - changes.size());
    content.put(
        "illisibles",
        simulated.erreurs().stream().map(house.refusal(Pages.language(request))::ligne).toList());
  }

  private Verdict verdict(Derogations accepted, Jugement judgement) {
    return accepted
        .applique(List.of(judgement), null, filings.today())
        .jugements()
        .get(0)
        .verdict();
  }

  private static Source source(DerniereVersion filed) {
    String whose = filed.dossier().entente().code() + " " + filed.dossier().exercice().nom() + ", ";
    return Source.de(whose + filed.nom(), filed.octets());
  }

  @PostMapping({"/parametres/{id}/publier", "/en/parametres/{id}/publier"})
  View publish(HttpServletRequest request, @PathVariable long id) throws Exception {
    ChiffreSaisi figure = seen(request, id);
    try {
      ChiffresSaisis.sur(figures.parameters(), List.of(figure.demande()));
    } catch (ParametresInvalides e) {
      return one(request, HttpStatus.UNPROCESSABLE_CONTENT, figure, null);
    }
    registry.chiffres().publie(Desks.who(request), id);
    figures.refresh();
    return shown(request, id);
  }

  @PostMapping({"/parametres/{id}/ecarter", "/en/parametres/{id}/ecarter"})
  View setAside(HttpServletRequest request, @PathVariable long id, @RequestParam String motif)
      throws Exception {
    ChiffreSaisi figure = seen(request, id);
    String why = Filings.typed(motif, LONGEST);
    if (why.isEmpty()) {
      String error = desks.mots(request).mot("chiffres.motif.manque");
      return one(request, HttpStatus.UNPROCESSABLE_CONTENT, figure, error);
    }
    registry.chiffres().ecarte(Desks.who(request), id, why);
    return shown(request, id);
  }
}
