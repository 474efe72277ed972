package org.verifqis.modele.statistiques;

/**
 * Rows of sheet Projets that are no project of the statistics.
 *
 * @param annules projects that were cancelled
 * @param statutInconnu projects that may have been
 * @param repris projects that are counted with a later exercice
 */
public record Exclus(long annules, long statutInconnu, long repris) {
  /** None. */
  public static final Exclus AUCUN = new Exclus(0, 0, 0);

  /** Sum. */
  public Exclus plus(Exclus autre) {
    return new Exclus(
        annules + autre.annules, statutInconnu + autre.statutInconnu, repris + autre.repris);
  }
}
