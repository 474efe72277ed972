package org.verifqis.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.verifqis.classeur.Source;
import org.verifqis.rapport.Langue;
import org.verifqis.rapport.Rapport;
import org.verifqis.rapport.RedacteurJson;
import org.verifqis.rapport.Textes;
import org.verifqis.service.Guichet;
import org.verifqis.service.Reglages;
import org.verifqis.service.Socle;

/**
 * What the server does for one check, without the server: the median in milliseconds, once warm.
 */
public final class VerifieChaud {
  private VerifieChaud() {}

  /** A workbook, and for how many seconds it is checked; half of them are for warming up. */
  public static void main(String[] mots) throws IOException {
    byte[] octets = Files.readAllBytes(Path.of(mots[0]));
    long duree = Long.parseLong(mots[1]) * 1_000_000_000L;
    Socle socle = Socle.prepare(null);
    Guichet guichet = new Guichet(socle, Reglages.parDefaut());
    RedacteurJson redacteur = new RedacteurJson(Textes.charge(Langue.FR, socle.gabarit()));
    OffsetDateTime instant = OffsetDateTime.parse("2023-09-01T12:00:00-04:00");
    List<Long> temps = new ArrayList<>();
    long debut = System.nanoTime();
    while (System.nanoTime() - debut < 2 * duree) {
      long avant = System.nanoTime();
      Source source = Source.de("reddition.xlsx", octets);
      redacteur.ecris(
          Rapport.de(guichet.verifie(source, null, instant.toLocalDate()), instant),
          new ByteArrayOutputStream());
      if (avant - debut > duree) {
        temps.add(System.nanoTime() - avant);
      }
    }
    Collections.sort(temps);
    System.out.println(temps.get(temps.size() / 2) / 1e6);
  }
}
