package org.verifqis.modele;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A share of a total.
 *
 * @param fraction 0.35 for 35 %
 */
public record Part(BigDecimal fraction) {
  private static final int DECIMALES_MONTREES = 4;

  /**
   * The share that sums are of a total, to the hundredth of a percent; null where that can't be
   * told.
   */
  public static Part de(Somme somme, Somme total) {
    if (!somme.estCertaine() || !total.estCertaine() || total.total().dollars().signum() == 0) {
      return null;
    }
    return new Part(
        somme
            .total()
            .dollars()
            .divide(total.total().dollars(), DECIMALES_MONTREES, RoundingMode.HALF_UP));
  }

  /** Whether the sum is more than this share of the total. */
  public static Verite depasse(Somme somme, Somme total, BigDecimal plafond) {
    if (!somme.estCertaine() || !total.estCertaine()) {
      return Verite.INCONNU;
    }
    return Verite.de(
        somme.total().dollars().compareTo(total.total().dollars().multiply(plafond)) > 0);
  }

  /**
   * Whether the share that the sum is of the total lies outside a range; false where the total is
   * zero.
   */
  public static Verite horsDe(Somme somme, Somme total, BigDecimal minimum, BigDecimal maximum) {
    if (!somme.estCertaine() || !total.estCertaine()) {
      return Verite.INCONNU;
    }
    if (total.total().dollars().signum() == 0) {
      return Verite.FAUX;
    }
    BigDecimal part =
        somme.total().dollars().divide(total.total().dollars(), MathContext.DECIMAL128);
    return Verite.de(part.compareTo(minimum) < 0 || part.compareTo(maximum) > 0);
  }
}
