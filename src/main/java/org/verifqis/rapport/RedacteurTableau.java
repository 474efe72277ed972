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
import org.verifqis.regles.Jugement;

/** Writes the dashboard of an audit: one page that links to the page of each reddition. */
public final class RedacteurTableau implements RedacteurRapport {
  /** What the template sees. */
  record PageTableau(
      Rapport rapport, VueAudit vue, Textes textes, PhrasesDerogation derogations, String style) {}

  /** The folder of the pages, beside the dashboard. */
  public static final String PAGES = "redditions";

  private static final int CHIFFRES_DU_NOM = 16;

  private final Textes textes;
  private final String style;
  private final TemplateEngine gabarits =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          RedacteurTableau.class.getClassLoader(),
          RedacteurTableau.class.getPackageName());

  /** A writer in the language of the texts. */
  public RedacteurTableau(Textes textes) {
    this.textes = textes;
    try (InputStream flux = RedacteurTableau.class.getResourceAsStream("rapport.css")) {
      this.style = new String(flux.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("rapport.css can't be read", e);
    }
  }

  /** Where the page of a reddition lies, from the dashboard; named by its content. */
  public static String page(Jugement jugement, Langue langue) {
    String suffixe = langue == Langue.FR ? ".html" : "." + langue.code() + ".html";
    return PAGES + "/" + jugement.fichier().sha256().substring(0, CHIFFRES_DU_NOM) + suffixe;
  }

  @Override
  public void ecris(Rapport rapport, OutputStream sortie) throws IOException {
    StringOutput page = new StringOutput();
    gabarits.render(
        "tableau.jte",
        new PageTableau(
            rapport, new VueAudit(rapport, textes), textes, new PhrasesDerogation(textes), style),
        page);
    Writer html = Sortie.utf8(sortie);
    html.write(Inoffensif.texte(page.toString()));
    html.flush();
  }
}
