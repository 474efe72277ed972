package org.verifqis.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.verifqis.classeur.Sha256;
import org.verifqis.rapport.Langue;
import org.verifqis.rapport.PiecesAudit;
import org.verifqis.service.depot.Greffe;

/** The report of the last audit of all that is filed, as the command line writes it. */
@Controller
class AuditController {
  private static final String STYLE = "<style>";
  private static final String STYLE_END = "</style>";

  private final Greffe registry;

  AuditController(Greffe registry) {
    this.registry = registry;
  }

  /** Its dashboard, to be read. */
  @GetMapping({"/tableau/audit/audit.html", "/en/tableau/audit/audit.html"})
  ResponseEntity<byte[]> dashboard(HttpServletRequest request) {
    return page(request, name(request, "html"));
  }

  /** The page of a reddition to which the dashboard links. */
  @GetMapping({"/tableau/audit/redditions/{page}", "/en/tableau/audit/redditions/{page}"})
  ResponseEntity<byte[]> reddition(HttpServletRequest request, @PathVariable String page) {
    return page(request, "redditions/" + page);
  }

  @GetMapping({"/tableau/audit/audit.csv", "/en/tableau/audit/audit.csv"})
  ResponseEntity<byte[]> table(HttpServletRequest request) {
    return file(request, ReportFile.CSV);
  }

  @GetMapping({"/tableau/audit/audit.json", "/en/tableau/audit/audit.json"})
  ResponseEntity<byte[]> data(HttpServletRequest request) {
    return file(request, ReportFile.JSON);
  }

  private ResponseEntity<byte[]> file(HttpServletRequest request, ReportFile form) {
    String name = name(request, form.ending());
    return Download.of(name, form.type(), piece(request, name));
  }

  private static String name(HttpServletRequest request, String form) {
    Langue language = Pages.language(request);
    return PiecesAudit.nom(language, form);
  }

  private byte[] piece(HttpServletRequest request, String name) {
    return registry.dernierAudit().piece(Desks.who(request), name).orElseThrow(NotFound::new);
  }

  /** Nothing of it but its own style sheet has any effect. */
  private ResponseEntity<byte[]> page(HttpServletRequest request, String name) {
    byte[] page = piece(request, name);
    return ResponseEntity.ok()
        .header(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'sha256-"
                + style(page)
                + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
        .cacheControl(CacheControl.noStore())
        .contentType(MediaType.valueOf("text/html;charset=UTF-8"))
        .body(page);
  }

  /** The SHA-256 of the style sheet of a report. */
  private static String style(byte[] page) {
    String text = new String(page, StandardCharsets.UTF_8);
    int from = text.indexOf(STYLE) + STYLE.length();
    String style = text.substring(from, text.indexOf(STYLE_END, from));
    return Base64.getEncoder()
        .encodeToString(Sha256.neuf().digest(style.getBytes(StandardCharsets.UTF_8)));
  }
}
