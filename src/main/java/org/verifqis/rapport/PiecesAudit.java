package org.verifqis.rapport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.verifqis.regles.Jugement;
import org.verifqis.service.depot.Nuits;

/**
 * The report of an audit, piece by piece, in each language: what the command line writes into a
 * folder, by the same writers.
 */
public final class PiecesAudit {
  private PiecesAudit() {}

  /** What a file of the report is called: its dashboard, its table, its data. */
  public static String nom(Langue langue, String forme) {
    return "audit" + (langue == Langue.FR ? "" : "." + langue.code()) + "." + forme;
  }

  /** Writes a report. */
  public static void ecris(Rapport rapport, List<Textes> langues, Nuits.Pieces vers)
      throws IOException {
    for (Textes textes : langues) {
      Map<String, RedacteurRapport> formes =
          new TreeMap<>(
              Map.of(
                  "html", new RedacteurTableau(textes),
                  "csv", new RedacteurCsv(textes),
                  "json", new RedacteurJson(textes)));
      for (Map.Entry<String, RedacteurRapport> forme : formes.entrySet()) {
        ajoute(nom(textes.langue(), forme.getKey()), forme.getValue(), rapport, vers);
      }
      RedacteurHtml page = new RedacteurHtml(textes);
      Set<String> ecrites = new HashSet<>();
      for (Jugement jugement : rapport.jugements()) {
        String nom = RedacteurTableau.page(jugement, textes.langue());
        // Copies of a file share a page.
        if (ecrites.add(nom)) {
          ajoute(nom, page, rapport.seul(jugement), vers);
        }
      }
    }
  }

  private static void ajoute(
      String nom, RedacteurRapport redacteur, Rapport rapport, Nuits.Pieces vers)
      throws IOException {
    ByteArrayOutputStream contenu = new ByteArrayOutputStream();
    redacteur.ecris(rapport, contenu);
    vers.ajoute(nom, contenu.toByteArray());
  }
}
