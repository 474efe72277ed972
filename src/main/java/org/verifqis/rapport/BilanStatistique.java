package org.verifqis.rapport;

import java.time.OffsetDateTime;
import java.util.List;
import org.verifqis.modele.statistiques.Statistiques;

/**
 * Statistics, as they are reported.
 *
 * @param outil the program
 * @param genereLe when they were compiled
 * @param statistiques the figures
 * @param laissees the files that are left out
 * @param autresExercices how many redditions are of years that were not asked for
 * @param detail whether each figure is traced to its redditions
 */
public record BilanStatistique(
    Rapport.Outil outil,
    OffsetDateTime genereLe,
    Statistiques statistiques,
    List<Laissee> laissees,
    long autresExercices,
    boolean detail) {

  /** Why a file is left out. */
  public enum Motif {
    ILLISIBLE,
    IRRECEVABLE,
    REMPLACEE,
    /** It counts, but its projects are unknown. */
    SANS_PROJETS
  }

  /**
   * A file that is left out.
   *
   * @param fichier its name
   * @param motif why
   * @param precision the cause, in a sentence, of a file that can't be read; the file that counts
   *     in its stead; null otherwise
   */
  public record Laissee(String fichier, Motif motif, String precision) {}
}
