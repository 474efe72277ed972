package org.verifqis.rapport;

import java.util.List;
import org.verifqis.modele.Emplacement;

/**
 * What is to be written into a copy of a workbook: a sheet that lists remarks, and a mark at each
 * place that one is about.
 *
 * @param feuille name of the sheet that lists them
 * @param titre its title
 * @param sommaire lines under the title
 * @param entetes headers of the list
 * @param colonneLieu which column of the list links to the place, from 0
 * @param remarques the remarks, in the order of the list
 * @param reste what a cell says that has more remarks than its comment can tell
 */
public record Annotation(
    String feuille,
    String titre,
    List<String> sommaire,
    List<String> entetes,
    int colonneLieu,
    List<Remarque> remarques,
    String reste) {

  /**
   * A remark.
   *
   * @param lieu the place that it is about
   * @param ton how it is coloured
   * @param cellules its line of the list
   * @param note what the comment at its place says
   */
  public record Remarque(Emplacement lieu, Ton ton, List<String> cellules, String note) {}

  /** Colours of remarks, the gravest first. */
  public enum Ton {
    BLOQUANT,
    GRAVE,
    ATTENTION,
    INFORMATION,
    /** Accepted: shown, and no more. */
    ACCEPTE
  }
}
