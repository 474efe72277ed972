package org.verifqis.rapport;

import java.io.IOException;
import java.io.OutputStream;
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

  /** A writer in the language of the texts. */
  public RedacteurTableau(Textes textes) {
    this.textes = textes;
  }

  /** Where the page of a reddition lies, from the dashboard; named by its content. */
  public static String page(Jugement jugement, Langue langue) {
    String suffixe = langue == Langue.FR ? ".html" : "." + langue.code() + ".html";
    return PAGES + "/" + jugement.fichier().sha256().substring(0, CHIFFRES_DU_NOM) + suffixe;
  }

  @Override
  public void ecris(Rapport rapport, OutputStream sortie) throws IOException {
    PageTableau page =
        new PageTableau(
            rapport,
            new VueAudit(rapport, textes),
            textes,
            new PhrasesDerogation(textes),
            PagesHtml.style());
    PagesHtml.ecris(new PagesHtml().rendu("tableau.jte", page), sortie);
  }
}
