package org.verifqis.rapport;

import java.io.IOException;
import java.io.OutputStream;
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
  private final String style = PagesHtml.style();
  private final PagesHtml pages = new PagesHtml();

  /** A writer in the language of the texts. */
  public RedacteurHtml(Textes textes) {
    this.textes = textes;
  }

  @Override
  public void ecris(Rapport rapport, OutputStream sortie) throws IOException {
    PagesHtml.ecris(rendu("rapport.jte", rapport, Habillage.AUCUN), sortie);
  }

  /** What a page of the server shows of a report: the same, without the page around it. */
  public String corps(Rapport rapport, Habillage habillage) {
    return rendu("corps.jte", rapport, habillage);
  }

  /** A field, as it stands in such a report. */
  public String champ(Saisie saisie) {
    return pages.rendu("saisie.jte", Map.of("mots", textes.mots(), "saisie", saisie));
  }

  private String rendu(String gabarit, Rapport rapport, Habillage habillage) {
    List<VueReddition> redditions = new ArrayList<>();
    for (Jugement jugement : rapport.jugements()) {
      redditions.add(new VueReddition(jugement, textes, redditions.size() + 1));
    }
    return pages.rendu(
        gabarit,
        new PageRapport(
            rapport,
            textes,
            textes.mots(),
            textes.format(),
            new PhrasesDerogation(textes),
            redditions,
            habillage,
            style));
  }
}
