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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.verifqis.regles.Jugement;

/**
 * Writes reports for people with a browser: one page that needs nothing from elsewhere, not even a
 * script.
 */
public final class RedacteurHtml implements RedacteurRapport {
  /** What the templates see: the report, and the words for it. */
  record PageRapport(
      Rapport rapport,
      Textes textes,
      Mots mots,
      Format format,
      PhrasesDerogation derogations,
      List<VueReddition> redditions,
      Habillage habillage,
      String style) {}

  private final Textes textes;
  private final String style;
  private final TemplateEngine gabarits =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          RedacteurHtml.class.getClassLoader(),
          RedacteurHtml.class.getPackageName());

  /** A writer in the language of the texts. */
  public RedacteurHtml(Textes textes) {
    this.textes = textes;
    try (InputStream flux = RedacteurHtml.class.getResourceAsStream("rapport.css")) {
      this.style = new String(flux.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("rapport.css can't be read", e);
    }
  }

  @Override
  public void ecris(Rapport rapport, OutputStream sortie) throws IOException {
    Writer html = Sortie.utf8(sortie);
    html.write(rendu("rapport.jte", rapport, Habillage.AUCUN));
    html.flush();
  }

  /** What a page of the server shows of a report: the same, without the page around it. */
  public String corps(Rapport rapport, Habillage habillage) {
    return rendu("corps.jte", rapport, habillage);
  }

  /** A field, as it stands in such a report. */
  public String champ(Saisie saisie) {
    StringOutput texte = new StringOutput();
    gabarits.render("saisie.jte", Map.of("mots", textes.mots(), "saisie", saisie), texte);
    return Inoffensif.texte(texte.toString());
  }

  private String rendu(String gabarit, Rapport rapport, Habillage habillage) {
    List<VueReddition> redditions = new ArrayList<>();
    for (Jugement jugement : rapport.jugements()) {
      redditions.add(new VueReddition(jugement, textes, redditions.size() + 1));
    }
    StringOutput texte = new StringOutput();
    gabarits.render(
        gabarit,
        new PageRapport(
            rapport,
            textes,
            textes.mots(),
            textes.format(),
            new PhrasesDerogation(textes),
            redditions,
            habillage,
            style),
        texte);
    return Inoffensif.texte(texte.toString());
  }
}
