package org.verifqis.regles;

import java.util.List;
import java.util.Set;
import org.verifqis.modele.Regime;

/**
 * A rule as the register describes it; its texts stand in rules/textes.fr.yaml and textes.en.yaml.
 *
 * @param id for instance {@code VER-05}
 * @param gravite how grave a breach is
 * @param document the document that holds the norm: NORMES, GUIDE, PAGIEPS, RAPPORT, GABARIT or REQ
 * @param section where in that document, and where the evaluation report tells it; null for the
 *     whole document
 * @param surete how sure we are of the norm: V, R, P, L or I
 * @param par what a case of it is, for instance {@code projet}
 * @param editions editions of the agreements in which it holds
 * @param regimes regimes of agreements for which it holds
 * @param parametre key of the dated parameter that it takes; null without one
 * @param feuilles sheets of the gabarit without which none of its cases can be judged
 */
public record Regle(
    String id,
    Gravite gravite,
    String document,
    String section,
    String surete,
    String par,
    List<String> editions,
    Set<Regime> regimes,
    String parametre,
    List<String> feuilles) {

  /** The three letters of its family. */
  public String famille() {
    return id.substring(0, 3);
  }
}
