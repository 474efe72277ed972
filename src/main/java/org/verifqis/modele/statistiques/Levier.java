package org.verifqis.modele.statistiques;

import java.math.RoundingMode;
import org.verifqis.modele.Montant;

/**
 * What other money came with that of the Fund (RAPPORT 2.3.8).
 *
 * @param aide what the Fund granted
 * @param publiques other public money
 * @param milieu what the milieu contributes
 * @param inconnus how many projects have an unknown amount among the three, and are left out
 */
public record Levier(Montant aide, Montant publiques, Montant milieu, long inconnus) {
  /** No project. */
  public static final Levier AUCUN = new Levier(Montant.ZERO, Montant.ZERO, Montant.ZERO, 0);

  private static final int CENTS = 2;

  /** That of one project; null amounts are unknown. */
  static Levier de(Montant aide, Montant publiques, Montant milieu) {
    return aide == null || publiques == null || milieu == null
        ? new Levier(Montant.ZERO, Montant.ZERO, Montant.ZERO, 1)
        : new Levier(aide, publiques, milieu, 0);
  }

  /** Sum. */
  public Levier plus(Levier autre) {
    return new Levier(
        aide.plus(autre.aide),
        publiques.plus(autre.publiques),
        milieu.plus(autre.milieu),
        inconnus + autre.inconnus);
  }

  /** Other money for each dollar of the Fund, to the cent; null where the Fund granted nothing. */
  public Montant parDollar() {
    return aide.dollars().signum() == 0
        ? null
        : new Montant(
            publiques.plus(milieu).dollars().divide(aide.dollars(), CENTS, RoundingMode.HALF_UP));
  }
}
