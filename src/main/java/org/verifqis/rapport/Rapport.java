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
 * @param audit what was found across redditions; null in a report on single ones
 */
public record Rapport(
    Outil outil,
    OffsetDateTime genereLe,
    List<Jugement> jugements,
    List<Erreur> erreurs,
    PartieAudit audit) {

  /** A report on single redditions. */
  public Rapport(
      Outil outil, OffsetDateTime genereLe, List<Jugement> jugements, List<Erreur> erreurs) {
    this(outil, genereLe, jugements, erreurs, null);
  }

  /** The program that judged: its name and its version. */
  public record Outil(String nom, String version) {}
}
