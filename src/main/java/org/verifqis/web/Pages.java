package org.verifqis.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.verifqis.rapport.Format;
import org.verifqis.rapport.Langue;
import org.verifqis.rapport.Mots;

/** Writes the pages; the words of each language are loaded once. */
@Component
class Pages {
  private final Map<Langue, Mots> mots = new EnumMap<>(Langue.class);
  private final Statics statics;
  private final ServerSettings settings;
  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Pages.class.getClassLoader(), "org.verifqis.web.pages");

  Pages(Statics statics, ServerSettings settings) {
    this.statics = statics;
    this.settings = settings;
    for (Langue language : Langue.values()) {
      mots.put(language, Mots.de(Pages.class, language));
    }
  }

  /** The language of a request: its path begins with {@code /en} or does not. */
  static Langue language(HttpServletRequest request) {
    return language(request.getRequestURI());
  }

  static Langue language(String path) {
    return path.equals("/en") || path.startsWith("/en/") ? Langue.EN : Langue.FR;
  }

  Mots mots(Langue language) {
    return mots.get(language);
  }

  /** The frame of a page that has a path of its own. */
  Frame frame(Langue language, String titre, String path) {
    Format format = mots(language).format();
    List<String> limits =
        Stream.of(
                settings.size().toMegabytes(),
                (long) settings.aside().rows(),
                settings.inflated().toMegabytes())
            .map(format::nombre)
            .toList();
    boolean filing = settings.base() != null;
    return new Frame(
        mots(language), titre, path, statics.style(), statics.script(), filing, limits);
  }

  /** The first page, with what is wrong with the workbook that was sent. */
  View upload(Langue language, HttpStatus status, String error) {
    Frame frame = frame(language, mots(language).mot("accueil.titre"), "/");
    return page("home", status, frame, Map.of("erreur", error));
  }

  /** The first page, with what is wrong with the correspondance that was sent. */
  View uploadWithProfile(Langue language, List<String> faults) {
    Frame frame = frame(language, mots(language).mot("accueil.titre"), "/");
    return page("home", HttpStatus.UNPROCESSABLE_CONTENT, frame, Map.of("fautes", faults));
  }

  /** A page. What it shows, beside its frame, it takes by name. */
  View page(String template, HttpStatus status, Frame frame, Map<String, ?> content) {
    Map<String, Object> values = new HashMap<>(content);
    values.put("frame", frame);
    StringOutput text = new StringOutput();
    templates.render(template + ".jte", values, text);
    byte[] page = text.toString().getBytes(StandardCharsets.UTF_8);
    return (nothing, request, response) -> {
      response.setStatus(status.value());
      response.setContentType("text/html;charset=UTF-8");
      // A header of that name would be Spring's, by the language of the browser.
      response.setLocale(frame.language().locale());
      response.setContentLength(page.length);
      response.getOutputStream().write(page);
    };
  }
}
