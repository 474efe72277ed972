package org.verifqis.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import org.verifqis.rapport.Langue;

/** The page of an error, also for what a filter refuses before a controller is asked. */
@Controller
class ErrorPages implements ErrorController {
  /** Statuses that have words of their own; the others are told as an error of ours. */
  private static final Set<HttpStatus> WORDED =
      Set.of(
          HttpStatus.NOT_FOUND,
          HttpStatus.FORBIDDEN,
          HttpStatus.METHOD_NOT_ALLOWED,
          HttpStatus.CONTENT_TOO_LARGE,
          HttpStatus.BAD_REQUEST,
          HttpStatus.TOO_MANY_REQUESTS,
          HttpStatus.SERVICE_UNAVAILABLE);

  private final Pages pages;

  ErrorPages(Pages pages) {
    this.pages = pages;
  }

  @RequestMapping("/error")
  View error(HttpServletRequest request) {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    HttpStatus status = code instanceof Integer i ? HttpStatus.resolve(i) : HttpStatus.NOT_FOUND;
    return de(request, status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status);
  }

  View de(HttpServletRequest request, HttpStatus status) {
    Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    Langue language = path == null ? Pages.language(request) : Pages.language(path.toString());
    String key = "erreur." + (WORDED.contains(status) ? status.value() : 500);
    Frame frame = pages.frame(language, pages.mots(language).mot(key), null);
    return pages.page("error", status, frame, Map.of("explication", frame.limit(key + ".quoi")));
  }
}
