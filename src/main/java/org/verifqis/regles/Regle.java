package org.verifqis.regles;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.verifqis.modele.Regime;

/**
 * A rule as the register describes it; its texts stand in rules/textes.fr.yaml and textes.en.yaml.
 *
 * @param id for instance {@code VER-05}
 * @param gravite how grave a breach is; the gravest where that goes by an edition that is unknown
 * @param document the document that holds the norm: NORMES, GUIDE, PAGIEPS, RAPPORT, GABARIT or REQ
 * @param section where in that document, and where the evaluation report tells it; null for the
 *     whole document
 * @param surete how sure we are of the norm: V, R, P, L or I
 * @param par what a case of it is, for instance {@code projet}
 * @param regard what it looks at
 * @param editions editions of the agreements in which it holds
 * @param regimes regimes of agreements for which it holds
 * @param parametre key of the dated parameter that it takes; null without one
 * @param complement key of a second one; null without one
 * @param feuilles sheets of the gabarit without which none of its cases can be judged
 * @param parEdition what goes by the edition; the same in all where it is empty
 * @param edition the edition that it is told for; null where nothing goes by it, or it is unknown
 */
public record Regle(
    String id,
    Gravite gravite,
    String document,
    String section,
    String surete,
    String par,
    Regard regard,
    List<String> editions,
    Set<Regime> regimes,
    String parametre,
    String complement,
    List<String> feuilles,
    Map<String, Poids> parEdition,
    String edition) {
  private static final String LECTURE = "LEC";

  /**
   * What a rule weighs in one edition.
   *
   * @param reconductionVerifiee false where the norm was read in an earlier edition only
   */
  public record Poids(Gravite gravite, String surete, boolean reconductionVerifiee) {}

  /** The three letters of its family. */
  public String famille() {
    return id.substring(0, 3);
  }

  /** The rule as it holds in an edition; null stands for one that is not known. */
  public Regle dans(String autre) {
    Poids poids = autre == null ? null : parEdition.get(autre);
    return poids == null
        ? this
        : new Regle(
            id,
            poids.gravite,
            document,
            section,
            poids.surete,
            par,
            regard,
            editions,
            regimes,
            parametre,
            complement,
            feuilles,
            parEdition,
            autre);
  }

  /** Whether nobody has to doubt that the edition renewed the norm. */
  public boolean reconductionVerifiee() {
    return edition == null || parEdition.get(edition).reconductionVerifiee;
  }

  /** Whether it looks across redditions: the audit only judges it. */
  public boolean estInter() {
    return regard.estInter();
  }

  /** Whether its findings belong to no single reddition. */
  public boolean estDEnsemble() {
    return regard.estDEnsemble();
  }

  /** Whether it is about how the workbook reads: what others say rests on it. */
  public boolean estLecture() {
    return famille().equals(LECTURE);
  }

  /** Whether nothing else can be judged where it is broken. */
  public boolean estBloquante() {
    return gravite == Gravite.BLOQUANTE;
  }

  /** Whether it is the same rule, whatever the edition. */
  public boolean estLaMeme(Regle autre) {
    return id.equals(autre.id);
  }
}
