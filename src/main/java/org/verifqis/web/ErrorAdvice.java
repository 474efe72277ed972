package org.verifqis.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.verifqis.classeur.correspondance.CorrespondanceInvalide;
import org.verifqis.rapport.Langue;
import org.verifqis.rapport.Mots;
import org.verifqis.rapport.PhrasesCorrespondance;
import org.verifqis.rapport.PhrasesCorrespondance.Faute;

/** What a person is told where a request can't be answered. */
@ControllerAdvice
class ErrorAdvice {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorAdvice.class);

  private final Pages pages;
  private final ErrorPages page;

  ErrorAdvice(Pages pages, ErrorPages page) {
    this.pages = pages;
    this.page = page;
  }

  @ExceptionHandler({NotFound.class, NoResourceFoundException.class, NoHandlerFoundException.class})
  View notFound(HttpServletRequest request) {
    return page.de(request, HttpStatus.NOT_FOUND);
  }

  @ExceptionHandler(HttpRequestMethodNotSupportedException.class)
  View otherMethod(HttpServletRequest request) {
    return page.de(request, HttpStatus.METHOD_NOT_ALLOWED);
  }

  @ExceptionHandler({
    ServletRequestBindingException.class,
    MethodArgumentTypeMismatchException.class,
    HttpMediaTypeNotSupportedException.class,
    MultipartException.class
  })
  View badRequest(HttpServletRequest request) {
    return page.de(request, HttpStatus.BAD_REQUEST);
  }

  /** Thrown before a controller is chosen: the upload is over the limit. */
  @ExceptionHandler(MaxUploadSizeExceededException.class)
  Object tooLarge(HttpServletRequest request) throws IOException {
    if (request.getRequestURI().startsWith(ApiController.ROOT)) {
      return ApiController.error(HttpStatus.CONTENT_TOO_LARGE, "TROP_GROS");
    }
    return page.de(request, HttpStatus.CONTENT_TOO_LARGE);
  }

  /** Whoever asked is gone: there is nobody to tell. */
  @ExceptionHandler(AsyncRequestNotUsableException.class)
  void gone() {
    // Nothing can be answered any more.
  }

  @ExceptionHandler(Admission.Full.class)
  View full(HttpServletRequest request, HttpServletResponse response) {
    response.setHeader(HttpHeaders.RETRY_AFTER, retryAfter(HttpStatus.SERVICE_UNAVAILABLE));
    return page.de(request, HttpStatus.SERVICE_UNAVAILABLE);
  }

  /** Where the file is at fault the form is shown again, else a page. */
  @ExceptionHandler(Uploads.Refused.class)
  View refused(Uploads.Refused refusal, HttpServletRequest request, HttpServletResponse response) {
    return switch (refusal.reason()) {
      case TROP_SOUVENT -> {
        response.setHeader(HttpHeaders.RETRY_AFTER, retryAfter(HttpStatus.TOO_MANY_REQUESTS));
        yield page.de(request, HttpStatus.TOO_MANY_REQUESTS);
      }
      case ANTIVIRUS_MUET, AUCUN_FICHIER, CORRECTIONS_ILLISIBLES, INFECTE -> {
        Langue language = Pages.language(request);
        yield pages.upload(
            language,
            status(refusal.reason()),
            pages.mots(language).mot("depot." + refusal.reason()));
      }
    };
  }

  @ExceptionHandler(CorrespondanceInvalide.class)
  View profile(CorrespondanceInvalide invalid, HttpServletRequest request) {
    Langue language = Pages.language(request);
    return pages.uploadWithProfile(language, faults(invalid, language));
  }

  /** What is wrong with a correspondance that was sent. */
  static List<String> faults(CorrespondanceInvalide invalid, Langue language) {
    List<Faute> faults =
        invalid.defauts().stream()
            .map(d -> new Faute(d.ligne(), d.motif().name(), d.details()))
            .toList();
    return new PhrasesCorrespondance(Mots.de(language)).lignes(invalid.fichier(), faults);
  }

  /** Seconds after which it is worth asking again. */
  static String retryAfter(HttpStatus status) {
    return status == HttpStatus.TOO_MANY_REQUESTS ? "60" : "10";
  }

  static HttpStatus status(Uploads.Motif reason) {
    return switch (reason) {
      case TROP_SOUVENT -> HttpStatus.TOO_MANY_REQUESTS;
      case ANTIVIRUS_MUET -> HttpStatus.SERVICE_UNAVAILABLE;
      case AUCUN_FICHIER, CORRECTIONS_ILLISIBLES -> HttpStatus.BAD_REQUEST;
      case INFECTE -> HttpStatus.UNPROCESSABLE_CONTENT;
    };
  }

  /**
   * What was asked for can't be, or a fault of ours; what it names may come from a workbook, so
   * only its kind is logged.
   */
  @ExceptionHandler(Exception.class)
  View failure(Exception thrown, HttpServletRequest request, HttpServletResponse response) {
    if (isOutOfMemory(thrown)) {
      return full(request, response);
    }
    HttpStatus told =
        thrown instanceof ErrorResponse known
            ? HttpStatus.resolve(known.getStatusCode().value())
            : null;
    if (told != null && told.is4xxClientError()) {
      return page.de(request, told);
    }
    LOG.error("a request failed: {} at {}", thrown.getClass().getName(), where(thrown));
    return page.de(request, HttpStatus.INTERNAL_SERVER_ERROR);
  }

  /** Whether another request had the memory that this one wanted: it may be asked again. */
  static boolean isOutOfMemory(Exception thrown) {
    boolean found = NestedExceptionUtils.getMostSpecificCause(thrown) instanceof OutOfMemoryError;
    if (found) {
      LOG.error("a request found no memory");
    }
    return found;
  }

  private static Object where(Exception thrown) {
    StackTraceElement[] trace = thrown.getStackTrace();
    return trace.length == 0 ? "?" : trace[0];
  }
}
