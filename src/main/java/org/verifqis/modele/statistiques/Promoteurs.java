package org.verifqis.modele.statistiques;

import org.verifqis.modele.CategorieOrganisme;
import org.verifqis.modele.Part;

/**
 * How many projects are carried by whom (RAPPORT 8.1.9).
 *
 * @param municipaux by municipal bodies
 * @param mrc by MRCs
 * @param autres by others
 * @param inconnus by a body whose category is unknown
 */
public record Promoteurs(long municipaux, long mrc, long autres, long inconnus) {
  /** No project. */
  public static final Promoteurs AUCUN = new Promoteurs(0, 0, 0, 0);

  /** One project carried by a body of this category; null where it is unknown. */
  static Promoteurs un(CategorieOrganisme categorie) {
    if (categorie == null) {
      return new Promoteurs(0, 0, 0, 1);
    }
    return switch (categorie) {
      case MUNICIPAL -> new Promoteurs(1, 0, 0, 0);
      case MRC -> new Promoteurs(0, 1, 0, 0);
      default -> new Promoteurs(0, 0, 1, 0);
    };
  }

  /** Sum. */
  public Promoteurs plus(Promoteurs autre) {
    return new Promoteurs(
        municipaux + autre.municipaux,
        mrc + autre.mrc,
        autres + autre.autres,
        inconnus + autre.inconnus);
  }

  /**
   * The share of municipal bodies and MRCs among the projects whose carrier is known; null where
   * there is none.
   */
  public Part partMunicipale() {
    return Part.de(municipaux + mrc, municipaux + mrc + autres);
  }
}
