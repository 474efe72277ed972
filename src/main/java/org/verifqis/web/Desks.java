package org.verifqis.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.verifqis.rapport.Langue;
import org.verifqis.rapport.Mots;
import org.verifqis.service.depot.Compte;

/** Writes the pages of filings. */
@Component
class Desks {
  private final Pages pages;
  private final Clock clock;

  Desks(Pages pages, Clock clock) {
    this.pages = pages;
    this.clock = clock;
  }

  /** Who asks, as the account is now. */
  static Compte who(HttpServletRequest request) {
    return (Compte) request.getAttribute(AccountFilter.ACCOUNT);
  }

  Mots mots(HttpServletRequest request) {
    return pages.mots(Pages.language(request));
  }

  Mots mots(Langue language) {
    return pages.mots(language);
  }

  /**
   * A page.
   *
   * @param template below {@code depots}
   * @param title what it is
   * @param path its path in French; null where it answers a form
   */
  View page(
      HttpServletRequest request,
      String template,
      HttpStatus status,
      String title,
      String path,
      Map<String, ?> content) {
    Langue language = Pages.language(request);
    CsrfToken csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    Frame frame = pages.frame(language, title, path);
    Map<String, Object> values = new HashMap<>(content);
    values.put("desk", new Desk(frame, who(request), csrf.getToken(), clock.getZone()));
    return pages.page("depots/" + template, status, frame, values);
  }
}
