package org.verifqis.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.unit.DataSize;
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
          HttpStatus.LENGTH_REQUIRED,
          HttpStatus.TOO_MANY_REQUESTS,
          HttpStatus.SERVICE_UNAVAILABLE);

  private static final HttpStatus TOO_LARGE = HttpStatus.CONTENT_TOO_LARGE;

  /** What {@link UploadSize} answers before a controller is asked. */
  private static final Set<HttpStatus> REFUSED_UNREAD =
      Set.of(TOO_LARGE, HttpStatus.LENGTH_REQUIRED);

  private final Pages pages;

  ErrorPages(Pages pages) {
    this.pages = pages;
  }

  @RequestMapping("/error")
  Object error(HttpServletRequest request) throws IOException {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    HttpStatus status = code instanceof Integer i ? HttpStatus.resolve(i) : HttpStatus.NOT_FOUND;
    Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    if (path != null
        && path.toString().startsWith(ApiController.ROOT)
        && REFUSED_UNREAD.contains(status)) {
      return ApiController.error(status, status == TOO_LARGE ? "TROP_GROS" : "SANS_TAILLE");
    }
    return de(request, status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status);
  }

  View de(HttpServletRequest request, HttpStatus status) {
    Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    Langue language = path == null ? Pages.language(request) : Pages.language(path.toString());
    HttpStatus worded =
        WORDED.contains(status)
            ? status
            : status.is4xxClientError() ? HttpStatus.BAD_REQUEST : HttpStatus.INTERNAL_SERVER_ERROR;
    String key = "erreur." + worded.value();
    Frame frame = pages.frame(language, pages.mots(language).mot(key), null);
    return pages.page(
        "error", status, frame, Map.of("explication", explanation(request, frame, key + ".quoi")));
  }

  /** Whoever is logged in may send more than others. */
  private static String explanation(HttpServletRequest request, Frame frame, String key) {
    return request.getAttribute(UploadSize.ALLOWED) instanceof DataSize allowed
        ? frame.mots().mot(key, frame.mots().format().nombre(allowed.toMegabytes()))
        : frame.limit(key);
  }
}
