package org.verifqis.regles;

import java.util.List;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Resume;

/**
 * What the rules say of redditions seen together.
 *
 * @param exercices the years looked at
 * @param constats findings that belong to no single reddition (INT-01, 03 and 06), by rule,
 *     agreement and exercice
 * @param ecartees files that do not count, another one standing for their agreement and exercice
 * @param suites what is said of each reddition, in the order in which they were given
 */
public record Ensemble(
    List<Exercice> exercices, List<Constat> constats, List<Ecartee> ecartees, List<Suite> suites) {

  /**
   * A file that was set aside.
   *
   * @param reddition the file
   * @param retenue the file that counts in its stead
   */
  public record Ecartee(Resume reddition, Resume retenue) {}

  /**
   * What the rules of family INT say of one reddition.
   *
   * @param resultats one for each of them
   * @param constats findings of those that belong to the reddition (those of regard SUITE and
   *     REPORT)
   * @param partages findings that belong to no single one, as they concern this one (INT-03, 06)
   */
  public record Suite(
      List<ResultatRegle> resultats, List<Constat> constats, List<Constat> partages) {}

  /** The same with other findings across redditions. */
  public Ensemble avec(List<Constat> autres) {
    return new Ensemble(exercices, autres, ecartees, suites);
  }
}
