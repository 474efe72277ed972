package org.verifqis.web;

import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.verifqis.rapport.Mots;

/** A forgotten password: the same is answered whether there is an account or not. */
@Controller
@ConditionalOnProperty("verifqis.courriel.hote")
class ForgottenController {
  private static final int PER_MINUTE = 5;

  private final Desks desks;
  private final Mailer mailer;
  private final boolean local;
  private final RateLimit rate = new RateLimit(PER_MINUTE, TimeMeter.SYSTEM_MILLISECONDS);

  ForgottenController(Desks desks, Mailer mailer, ServerSettings settings) {
    this.desks = desks;
    this.mailer = mailer;
    this.local = settings.localLogin();
  }

  @GetMapping({"/oubli", "/en/oubli"})
  View ask(HttpServletRequest request) {
    if (!local) {
      throw new NotFound();
    }
    return page(request, HttpStatus.OK, null, null);
  }

  @PostMapping({"/oubli", "/en/oubli"})
  View asked(HttpServletRequest request, @RequestParam String courriel) {
    if (!local) {
      throw new NotFound();
    }
    Mots mots = desks.mots(request);
    if (!rate.admits(request.getRemoteAddr())) {
      return page(request, HttpStatus.TOO_MANY_REQUESTS, mots.mot("oubli.attente"), null);
    }
    mailer.forgotten(courriel);
    return page(request, HttpStatus.OK, null, mots.mot("oubli.demande"));
  }

  private View page(HttpServletRequest request, HttpStatus status, String error, String note) {
    Map<String, Object> content = new HashMap<>();
    content.put("erreur", error);
    content.put("note", note);
    return desks.page(
        request, "forgotten", status, desks.mots(request).mot("oubli.titre"), "/oubli", content);
  }
}
