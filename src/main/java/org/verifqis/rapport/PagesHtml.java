package org.verifqis.rapport;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Makes pages by the templates of this room, harmless whatever a workbook says. */
final class PagesHtml {
  /** So many characters has a page with few findings: less would have to grow. */
  private static final int PAGE = 1 << 16;

  private final TemplateEngine gabarits =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          PagesHtml.class.getClassLoader(),
          PagesHtml.class.getPackageName());

  /** The style sheet that every page has in it. */
  static String style() {
    return ressource("rapport.css");
  }

  /** A text that pages have in them. */
  static String ressource(String nom) {
    try (InputStream flux = PagesHtml.class.getResourceAsStream(nom)) {
      return new String(flux.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(nom + " can't be read", e);
    }
  }

  /** A page, or a part of one, of what its template takes. */
  String rendu(String gabarit, Object page) {
    StringOutput texte = new StringOutput(PAGE);
    gabarits.render(gabarit, page, texte);
    return Inoffensif.texte(texte.toString());
  }

  /** The same, of what its template takes by name. */
  String rendu(String gabarit, Map<String, Object> valeurs) {
    StringOutput texte = new StringOutput();
    gabarits.render(gabarit, valeurs, texte);
    return Inoffensif.texte(texte.toString());
  }

  /** Writes a page; the stream is flushed, not closed. */
  static void ecris(String page, OutputStream sortie) throws IOException {
    Writer html = Sortie.utf8(sortie);
    html.write(page);
    html.flush();
  }
}
