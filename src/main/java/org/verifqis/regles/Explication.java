package org.verifqis.regles;

import java.util.List;
import org.verifqis.modele.Implication;
import org.verifqis.modele.Verite;

/**
 * How a rule came to its status for a reddition.
 *
 * @param resultat its status and counts
 * @param parametre the figure that it took; null without one
 * @param cas the cases that it looked at; for a rule that judges what reading showed, the breaches
 *     only
 * @param implications the rows that a level of cible 4 comes from; none for another rule
 */
public record Explication(
    ResultatRegle resultat,
    Parametre parametre,
    List<CasExamine> cas,
    List<Implication> implications) {
  /**
   * A case that the rule looked at.
   *
   * @param enfreint whether it breaks the rule
   * @param vu what it saw: where, and the facts
   */
  public record CasExamine(Verite enfreint, Constat vu) {}
}
