package org.verifqis.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.verifqis.rapport.Langue;
import org.verifqis.rapport.Mots;
import org.verifqis.service.depot.Compte;
import org.verifqis.service.depot.ComptesDuGreffe;
import org.verifqis.service.depot.GesteRefuse;
import org.verifqis.service.depot.Greffe;
import org.verifqis.service.depot.Role;

/** Accounts: who may come in, as what, for which agreements. */
@Controller
class ComptesController {
  private final Desks desks;
  private final House house;
  private final Greffe registry;
  private final Links links;

  /** Null where no messages are sent. */
  private final Mailer mailer;

  private final boolean local;

  ComptesController(
      Desks desks,
      House house,
      Greffe registry,
      Links links,
      ServerSettings settings,
      ObjectProvider<Mailer> mailer) {
    this.desks = desks;
    this.house = house;
    this.registry = registry;
    this.links = links;
    this.mailer = mailer.getIfAvailable();
    this.local = settings.localLogin();
  }

  @GetMapping({"/comptes", "/en/comptes"})
  View all(HttpServletRequest request) {
    return all(request, HttpStatus.OK, blank(), null);
  }

  private static ComptesDuGreffe.Demande blank() {
    return new ComptesDuGreffe.Demande("", "", Role.COORDINATION, Langue.FR.code(), Set.of());
  }

  private View all(
      HttpServletRequest request, HttpStatus status, ComptesDuGreffe.Demande typed, String error) {
    Map<String, Object> content = form(typed, error);
    boolean sent = request.getParameter("invite") != null;
    content.put("note", sent ? desks.mots(request).mot(said()) : null);
    content.put("comptes", registry.comptes().tous(Desks.who(request)));
    return desks.page(
        request, "accounts", status, desks.mots(request).mot("comptes.titre"), "/comptes", content);
  }

  private Map<String, Object> form(ComptesDuGreffe.Demande typed, String error) {
    Map<String, Object> content = new HashMap<>();
    content.put("saisi", typed);
    content.put("ententes", List.copyOf(house.base().gabarit().ententes().values()));
    content.put("erreur", error);
    content.put("ecrit", mailer != null);
    content.put("locale", local);
    return content;
  }

  private String said() {
    return local ? "comptes.invitation" : mailer == null ? "comptes.cree" : "comptes.bienvenue";
  }

  @PostMapping({"/comptes", "/en/comptes"})
  View create(
      HttpServletRequest request,
      @RequestParam String courriel,
      @RequestParam String nom,
      @RequestParam Role role,
      @RequestParam Langue langue,
      @RequestParam(required = false) Set<String> entente) {
    ComptesDuGreffe.Demande asked = asked(courriel, nom, role, langue, entente);
    String actor = Desks.who(request).courriel();
    try {
      if (mailer == null && local) {
        return link(request, registry.comptes().cree(actor, asked));
      }
      registry.comptes().invite(actor, asked);
      return invited(request);
    } catch (GesteRefuse refusal) {
      Mots mots = desks.mots(request);
      return all(
          request, HttpStatus.UNPROCESSABLE_CONTENT, asked, FilingAdvice.sentence(mots, refusal));
    }
  }

  private static ComptesDuGreffe.Demande asked(
      String address, String name, Role role, Langue language, Set<String> agreements) {
    // Ticked for somebody who files for none, they mean nothing.
    Set<String> hers =
        agreements == null || role != Role.COORDINATION ? Set.of() : new TreeSet<>(agreements);
    return new ComptesDuGreffe.Demande(address, name, role, language.code(), hers);
  }

  private View link(HttpServletRequest request, ComptesDuGreffe.Lien link) {
    Langue hers = Langue.de(link.compte().langue());
    String address = links.to(request, hers, "/lien/" + link.jeton());
    return desks.page(
        request,
        "link",
        HttpStatus.OK,
        desks.mots(request).mot("comptes.lien.titre"),
        null,
        Map.of("lien", link, "adresse", address));
  }

  private Compte account(HttpServletRequest request, long id) {
    return registry.comptes().tous(Desks.who(request)).stream()
        .filter(account -> account.id() == id)
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  @GetMapping({"/comptes/{id}", "/en/comptes/{id}"})
  View one(HttpServletRequest request, @PathVariable long id) {
    Compte account = account(request, id);
    ComptesDuGreffe.Demande typed =
        new ComptesDuGreffe.Demande(
            account.courriel(),
            account.nom(),
            account.role(),
            account.langue(),
            account.ententes());
    return one(request, HttpStatus.OK, account, typed, null);
  }

  private View one(
      HttpServletRequest request,
      HttpStatus status,
      Compte account,
      ComptesDuGreffe.Demande typed,
      String error) {
    Map<String, Object> content = form(typed, error);
    content.put("compte", account);
    content.put("liee", registry.identites().liees().contains(account.id()));
    return desks.page(
        request, "account", status, account.nom(), "/comptes/" + account.id(), content);
  }

  @PostMapping({"/comptes/{id}", "/en/comptes/{id}"})
  View change(
      HttpServletRequest request,
      @PathVariable long id,
      @RequestParam int verrou,
      @RequestParam String nom,
      @RequestParam Role role,
      @RequestParam Langue langue,
      @RequestParam(required = false) Set<String> entente,
      @RequestParam(defaultValue = "false") boolean actif) {
    Compte account = account(request, id);
    ComptesDuGreffe.Demande asked = asked(account.courriel(), nom, role, langue, entente);
    try {
      registry.comptes().modifie(Desks.who(request).courriel(), id, verrou, asked, actif);
      return new RedirectView(Frame.link(Pages.language(request), "/comptes"));
    } catch (GesteRefuse refusal) {
      Mots mots = desks.mots(request);
      return one(
          request,
          HttpStatus.UNPROCESSABLE_CONTENT,
          account,
          asked,
          FilingAdvice.sentence(mots, refusal));
    }
  }

  @PostMapping({"/comptes/{id}/invitation", "/en/comptes/{id}/invitation"})
  View invite(HttpServletRequest request, @PathVariable long id) {
    if (mailer == null) {
      throw new NotFound();
    }
    registry.comptes().invite(Desks.who(request).courriel(), account(request, id).id());
    return invited(request);
  }

  private static View invited(HttpServletRequest request) {
    return new RedirectView(Frame.link(Pages.language(request), "/comptes") + "?invite");
  }

  /** Whom the provider knows by another name now is tied again at the next login. */
  @PostMapping({"/comptes/{id}/delier", "/en/comptes/{id}/delier"})
  View untie(HttpServletRequest request, @PathVariable long id) {
    Compte account = account(request, id);
    registry.identites().delie(Desks.who(request).courriel(), account.id());
    return new RedirectView(Frame.link(Pages.language(request), "/comptes/" + account.id()));
  }

  @PostMapping({"/comptes/{id}/lien", "/en/comptes/{id}/lien"})
  View handOver(HttpServletRequest request, @PathVariable long id) {
    if (!local) {
      throw new NotFound();
    }
    Compte account = account(request, id);
    return link(
        request,
        registry
            .comptes()
            .emets(Desks.who(request).courriel(), account.id(), ComptesDuGreffe.INVITATION));
  }
}
