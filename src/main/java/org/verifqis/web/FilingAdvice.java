package org.verifqis.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.View;
import org.verifqis.rapport.Mots;
import org.verifqis.service.depot.GesteRefuse;

/** What a person is told where the registry did not do what was asked. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class FilingAdvice {
  private final Desks desks;
  private final ErrorPages page;

  FilingAdvice(Desks desks, ErrorPages page) {
    this.desks = desks;
    this.page = page;
  }

  @ExceptionHandler(GesteRefuse.class)
  View refused(GesteRefuse refusal, HttpServletRequest request) {
    return switch (refusal.motif()) {
      case INTROUVABLE -> page.de(request, HttpStatus.NOT_FOUND);
      case ROLE -> page.de(request, HttpStatus.FORBIDDEN);
      default -> told(refusal, request);
    };
  }

  private View told(GesteRefuse refusal, HttpServletRequest request) {
    Mots mots = desks.mots(request);
    Map<String, Object> content = new HashMap<>();
    content.put("explication", sentence(mots, refusal));
    content.put("retour", back(request));
    return desks.page(
        request, "refused", HttpStatus.CONFLICT, mots.mot("depots.refus"), null, content);
  }

  /** Where what was to be done stands, so that it can be looked at as it is now. */
  private static String back(HttpServletRequest request) {
    String path = request.getRequestURI();
    int last = path.lastIndexOf('/');
    return last > 0 ? path.substring(0, last) : path;
  }

  /** Why, in a sentence. */
  static String sentence(Mots mots, GesteRefuse refusal) {
    List<String> details = refusal.details();
    String key = "refus." + refusal.motif();
    if (refusal.motif() == GesteRefuse.Motif.DEPASSE) {
      return details.get(0).isEmpty()
          ? mots.mot(key + ".inconnu")
          : mots.mot(key, details.get(0), mots.mot("journal.nature." + details.get(1)));
    }
    if (refusal.motif() == GesteRefuse.Motif.ETAT) {
      return mots.mot(key, mots.mot("etat." + details.get(0)));
    }
    return mots.mot(key, details.toArray());
  }
}
