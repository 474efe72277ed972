package org.verifqis.web;

import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;
import org.verifqis.classeur.correspondance.CorrespondanceInvalide;
import org.verifqis.modele.Erreur;
import org.verifqis.rapport.Langue;
import org.verifqis.rapport.Rapport;
import org.verifqis.rapport.RedacteurJson;
import org.verifqis.service.Issue;
import org.verifqis.service.Verification;

/** The interface for programs: the report of rapport.md, as the command line writes it. */
@RestController
class ApiController {
  /** What its paths begin with. */
  static final String ROOT = "/api/v1/";

  private static final Logger LOG = LoggerFactory.getLogger(ApiController.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final House house;
  private final Uploads uploads;
  private final Aside aside;
  private final Passage passage;
  private final Clock clock;
  private final byte[] description = read("openapi.json");
  private final byte[] schema = read("/org/verifqis/rapport/rapport.schema.json");

  ApiController(House house, Uploads uploads, Aside aside, Passage passage, Clock clock) {
    this.passage = passage;
    this.house = house;
    this.uploads = uploads;
    this.aside = aside;
    this.clock = clock;
  }

  @GetMapping(ROOT + "openapi.json")
  ResponseEntity<byte[]> description() {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(description);
  }

  @GetMapping(ROOT + "rapport.schema.json")
  ResponseEntity<byte[]> schema() {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(schema);
  }

  /** A workbook that can't be read is told in the report's {@code erreurs}, with status 422. */
  @PostMapping(ROOT + "verifications")
  ResponseEntity<?> check(
      HttpServletRequest request,
      @RequestParam(required = false) MultipartFile fichier,
      @RequestParam(required = false) MultipartFile correspondance,
      @RequestParam(defaultValue = "fr") String lang)
      throws Exception {
    Received received = uploads.received(request, fichier, correspondance);
    Langue language = Langue.de(lang);
    OffsetDateTime now = OffsetDateTime.now(clock).withNano(0);
    try (Answer report = new Answer(passage.folder())) {
      Erreur error =
          uploads.work(
              () ->
                  AsideTask.JSON.write(
                      new AsideTask.Order(
                          house.counter(received),
                          house.limits(),
                          house.texts(language),
                          received.source(),
                          now),
                      report.stream()));
      if (error != null && aside.takes(error)) {
        Issue<InputStream> made = aside.make(AsideTask.JSON, language, received, now);
        if (made.reussie()) {
          return json(HttpStatus.OK, new InputStreamResource(made.valeur()));
        }
        error = made.erreur();
      }
      if (error != null) {
        Verification refused =
            new Verification(
                List.of(), List.of(error), null, house.base().parametres().superposees());
        new RedacteurJson(house.texts(language)).ecris(Rapport.de(refused, now), report.stream());
      }
      return json(error == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT, report.body());
    }
  }

  private static ResponseEntity<?> json(HttpStatus status, Object body) {
    return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON).body(body);
  }

  @ExceptionHandler(CorrespondanceInvalide.class)
  ResponseEntity<byte[]> profile(CorrespondanceInvalide invalid, HttpServletRequest request)
      throws IOException {
    Langue language = Langue.de(request.getParameter("lang"));
    Map<String, Object> told =
        Map.of("motif", "CORRESPONDANCE", "causes", ErrorAdvice.faults(invalid, language));
    return ResponseEntity.badRequest()
        .contentType(MediaType.APPLICATION_JSON)
        .body(JSON.writeValueAsBytes(Map.of("erreurs", List.of(told))));
  }

  @ExceptionHandler(Uploads.Refused.class)
  ResponseEntity<byte[]> refused(Uploads.Refused refusal) throws IOException {
    return error(ErrorAdvice.status(refusal.reason()), refusal.reason().name());
  }

  @ExceptionHandler(MaxUploadSizeExceededException.class)
  ResponseEntity<byte[]> tooLarge() throws IOException {
    return error(HttpStatus.CONTENT_TOO_LARGE, "TROP_GROS");
  }

  /** Whoever asked is gone: there is nobody to tell. */
  @ExceptionHandler(AsyncRequestNotUsableException.class)
  void gone() {
    // Nothing can be answered any more.
  }

  @ExceptionHandler(Admission.Full.class)
  ResponseEntity<byte[]> full() throws IOException {
    return error(HttpStatus.SERVICE_UNAVAILABLE, "COMPLET");
  }

  @ExceptionHandler(Exception.class)
  ResponseEntity<byte[]> failure(Exception thrown) throws IOException {
    if (ErrorAdvice.isOutOfMemory(thrown)) {
      return full();
    }
    LOG.error("a request failed: {}", thrown.getClass().getName());
    return error(HttpStatus.INTERNAL_SERVER_ERROR, "INTERNE");
  }

  static ResponseEntity<byte[]> error(HttpStatus status, String reason) throws IOException {
    ResponseEntity.BodyBuilder response =
        ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON);
    if (status == HttpStatus.SERVICE_UNAVAILABLE || status == HttpStatus.TOO_MANY_REQUESTS) {
      response.header(HttpHeaders.RETRY_AFTER, ErrorAdvice.retryAfter(status));
    }
    return response.body(
        JSON.writeValueAsBytes(Map.of("erreurs", List.of(Map.of("motif", reason)))));
  }

  private static byte[] read(String name) {
    try (InputStream stream = ApiController.class.getResourceAsStream(name)) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(name + " can't be read", e);
    }
  }
}
