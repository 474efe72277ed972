package org.verifqis.rapport;

import java.time.OffsetDateTime;
import java.util.List;
import org.verifqis.regles.Jugement;

/**
 * What a report tells.
 *
 * @param outil the program
 * @param genereLe when it is written
 * @param jugements what was judged, in the order of the report
 * @param erreurs files that could not be checked
 */
public record Rapport(
    Outil outil, OffsetDateTime genereLe, List<Jugement> jugements, List<Erreur> erreurs) {

  /** The program that judged: its name and its version. */
  public record Outil(String nom, String version) {}
}
