package org.verifqis.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;
import org.verifqis.rapport.Langue;

/** The first page, where a workbook is dropped, and the one on what becomes of it. */
@Controller
class AccueilController {
  private final Pages pages;
  private final ServerSettings settings;

  AccueilController(Pages pages, ServerSettings settings) {
    this.pages = pages;
    this.settings = settings;
  }

  @GetMapping({"/", "/en"})
  View home(HttpServletRequest request) {
    Langue language = Pages.language(request);
    Frame frame = pages.frame(language, pages.mots(language).mot("accueil.titre"), "/");
    return pages.page("home", HttpStatus.OK, frame, Map.of());
  }

  @GetMapping({"/confidentialite", "/en/confidentialite"})
  View privacy(HttpServletRequest request) {
    Langue language = Pages.language(request);
    Frame frame =
        pages.frame(
            language, pages.mots(language).mot("confidentialite.titre"), "/confidentialite");
    Map<String, Object> content = new HashMap<>();
    content.put("durees", settings.terms().durees());
    content.put("responsable", settings.responsible());
    return pages.page("privacy", HttpStatus.OK, frame, content);
  }
}
