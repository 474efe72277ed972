package org.verifqis.modele.statistiques;

import org.verifqis.modele.Montant;
import org.verifqis.modele.Part;
import org.verifqis.modele.Portee;

/**
 * What the Fund granted to projects, by their reach (RAPPORT 8.1.8).
 *
 * @param regionale to regional projects
 * @param locale to local ones
 * @param inconnus how many projects have an unknown reach or grant, and are left out
 */
public record AideAccordee(Montant regionale, Montant locale, long inconnus) {
  /** No project. */
  public static final AideAccordee AUCUNE = new AideAccordee(Montant.ZERO, Montant.ZERO, 0);

  /** That of one project; null where its reach, or what it was granted, is unknown. */
  static AideAccordee de(Portee portee, Montant aide) {
    if (portee == null || aide == null) {
      return new AideAccordee(Montant.ZERO, Montant.ZERO, 1);
    }
    return portee == Portee.REGIONALE
        ? new AideAccordee(aide, Montant.ZERO, 0)
        : new AideAccordee(Montant.ZERO, aide, 0);
  }

  /** Sum. */
  public AideAccordee plus(AideAccordee autre) {
    return new AideAccordee(
        regionale.plus(autre.regionale), locale.plus(autre.locale), inconnus + autre.inconnus);
  }

  /** The share of regional projects; null where nothing was granted. */
  public Part partRegionale() {
    return Part.de(regionale, regionale.plus(locale));
  }
}
