package org.verifqis.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.verifqis.modele.Exercice;
import org.verifqis.rapport.Langue;
import org.verifqis.service.depot.Compte;
import org.verifqis.service.depot.DossierDepose;
import org.verifqis.service.depot.EtatDossier;
import org.verifqis.service.depot.Greffe;

/** The board of the staff: all agreements over the years, what waits for them, what changed. */
@Controller
class TableauController {
  /** Beyond so many changes the page of each reddition tells. */
  private static final int LATEST = 10;

  private final Desks desks;
  private final House house;
  private final Filings filings;
  private final Greffe registry;

  TableauController(Desks desks, House house, Filings filings, Greffe registry) {
    this.desks = desks;
    this.house = house;
    this.filings = filings;
    this.registry = registry;
  }

  @PostMapping({"/tableau/limites", "/en/tableau/limites"})
  View limit(
      HttpServletRequest request,
      @RequestParam String exercice,
      @RequestParam String vue,
      @RequestParam String jour) {
    registry.echeances().fixe(Desks.who(request), filings.exercice(exercice), day(vue), day(jour));
    return new RedirectView(Frame.link(Pages.language(request), "/tableau"));
  }

  /** A day as a browser sends it; null where none was given. */
  private static LocalDate day(String typed) {
    return typed.isBlank()
        ? null
        : Filings.day(typed).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
  }

  @PostMapping({"/tableau/courriels", "/en/tableau/courriels"})
  View sendAgain(HttpServletRequest request) {
    registry.courriels().reprend(Desks.who(request));
    return new RedirectView(Frame.link(Pages.language(request), "/tableau"));
  }

  @GetMapping({"/tableau", "/en/tableau"})
  View board(HttpServletRequest request) {
    Compte who = Desks.who(request);
    Langue language = Pages.language(request);
    List<DossierDepose> filed = registry.dossiers().tous(who);
    List<Exercice> years = filings.years(filed);
    Map<String, Object> content = new HashMap<>();
    content.put("exercices", years);
    content.put(
        "lignes",
        FilingRow.of(List.copyOf(house.base().gabarit().ententes().values()), years, filed));
    content.put("textes", house.texts(language));
    content.put(
        "attendent", filed.stream().filter(one -> one.etat() == EtatDossier.DEPOSE).count());
    content.put("limites", registry.echeances().toutes());
    content.put("aujourdhui", filings.today());
    content.put("audit", registry.dernierAudit().reussi(who).orElse(null));
    content.put("auditEchoue", registry.dernierAudit().echoue(who).orElse(null));
    content.put("autrement", registry.dernierAudit().autrement(who));
    content.put("enPanne", registry.courriels().enPanne(who));
    content.put(
        "recents",
        filed.stream()
            .sorted((one, other) -> other.modifie().compareTo(one.modifie()))
            .limit(LATEST)
            .toList());
    return desks.page(
        request,
        "board",
        HttpStatus.OK,
        desks.mots(request).mot("tableau.titre"),
        "/tableau",
        content);
  }
}
