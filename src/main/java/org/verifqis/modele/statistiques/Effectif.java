package org.verifqis.modele.statistiques;

import org.verifqis.modele.Part;
import org.verifqis.modele.Portee;

/**
 * How many projects, by their reach.
 *
 * @param regionaux those that are regional
 * @param locaux those that are local
 * @param inconnus those whose reach is unknown
 */
public record Effectif(long regionaux, long locaux, long inconnus) {
  /** No project. */
  public static final Effectif AUCUN = new Effectif(0, 0, 0);

  /** One project of this reach; null where it is unknown. */
  static Effectif un(Portee portee) {
    if (portee == null) {
      return new Effectif(0, 0, 1);
    }
    return portee == Portee.REGIONALE ? new Effectif(1, 0, 0) : new Effectif(0, 1, 0);
  }

  /** Sum. */
  public Effectif plus(Effectif autre) {
    return new Effectif(
        regionaux + autre.regionaux, locaux + autre.locaux, inconnus + autre.inconnus);
  }

  /** All of them. */
  public long total() {
    return regionaux + locaux + inconnus;
  }

  /** The share of regional ones among those whose reach is known; null where there is none. */
  public Part partRegionale() {
    return Part.de(regionaux, regionaux + locaux);
  }
}
