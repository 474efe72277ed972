package org.verifqis.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.verifqis.rapport.Mots;
import org.verifqis.service.depot.Compte;
import org.verifqis.service.depot.GesteRefuse;
import org.verifqis.service.depot.Greffe;

/** Logging in, and choosing a password by a link. */
@Controller
class ConnexionController {
  private static final int SHORTEST = 12;
  private static final int LONGEST = 200;

  private final Desks desks;
  private final Greffe registry;
  private final PasswordEncoder encoder;
  private final Devices devices;
  private final boolean writes;
  private final boolean local;
  private final boolean provider;

  ConnexionController(
      Desks desks,
      Greffe registry,
      PasswordEncoder encoder,
      Devices devices,
      ServerSettings settings,
      ObjectProvider<Mailer> mailer) {
    this.desks = desks;
    this.registry = registry;
    this.encoder = encoder;
    this.devices = devices;
    this.writes = mailer.getIfAvailable() != null;
    this.local = settings.localLogin();
    this.provider = settings.oidc() != null;
  }

  @GetMapping({"/connexion", "/en/connexion"})
  View login(HttpServletRequest request) {
    Mots mots = desks.mots(request);
    Map<String, Object> content = new HashMap<>();
    content.put("erreur", said(request, mots, "refus", "attente", "inconnu", "fournisseur"));
    content.put("note", said(request, mots, "choisi", "fin", "parti"));
    content.put("oubli", writes);
    content.put("locale", local);
    content.put("fournisseur", provider);
    return desks.page(
        request, "login", HttpStatus.OK, mots.mot("connexion.titre"), "/connexion", content);
  }

  private static String said(HttpServletRequest request, Mots mots, String... names) {
    return Stream.of(names)
        .filter(name -> request.getParameter(name) != null)
        .map(name -> mots.mot("connexion." + name))
        .findFirst()
        .orElse(null);
  }

  /** Looking at a link does not use it up: programs that read mail look at links too. */
  @GetMapping({"/lien/{secret}", "/en/lien/{secret}"})
  View choose(@PathVariable("secret") String link, HttpServletRequest request) {
    return choose(request, link, null);
  }

  private View choose(HttpServletRequest request, String link, String error) {
    if (!local) {
      throw new NotFound();
    }
    Mots mots = desks.mots(request);
    Compte account = registry.comptes().parJeton(link).orElse(null);
    if (account == null) {
      Map<String, Object> content = new HashMap<>();
      content.put("explication", mots.mot("refus.LIEN"));
      content.put("retour", null);
      return desks.page(request, "refused", HttpStatus.GONE, mots.mot("lien.perdu"), null, content);
    }
    Map<String, Object> content = new HashMap<>();
    content.put("compte", account);
    content.put("lien", link);
    content.put("erreur", error);
    HttpStatus status = error == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    return desks.page(request, "password", status, mots.mot("lien.titre"), null, content);
  }

  @PostMapping({"/lien/{secret}", "/en/lien/{secret}"})
  View chosen(
      @PathVariable("secret") String link,
      @RequestParam String secret,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (!local) {
      throw new NotFound();
    }
    Compte account = registry.comptes().parJeton(link).orElse(null);
    if (account != null) {
      String complaint = complaint(account, secret);
      if (complaint != null) {
        return choose(request, link, desks.mots(request).mot(complaint));
      }
      try {
        registry.comptes().choisit(link, encoder.encode(secret));
        devices.remember(request, response, account.courriel());
        return new RedirectView(Frame.link(Pages.language(request), "/connexion") + "?choisi");
      } catch (GesteRefuse usedMeanwhile) {
        // Told like any other link that is worth nothing any more.
      }
    }
    return choose(request, link, null);
  }

  private static String complaint(Compte account, String secret) {
    if (secret.codePointCount(0, secret.length()) < SHORTEST) {
      return "lien.court";
    }
    if (secret.length() > LONGEST) {
      return "lien.long";
    }
    boolean hers =
        secret.equalsIgnoreCase(account.courriel()) || secret.chars().distinct().count() < 4;
    return hers ? "lien.devinable" : null;
  }
}
