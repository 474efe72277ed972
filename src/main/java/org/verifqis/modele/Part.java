package org.verifqis.modele;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A share of a total.
 *
 * @param fraction 0.35 for 35 %
 */
public record Part(BigDecimal fraction) implements Comparable<Part> {
  private static final int DECIMALES_MONTREES = 4;

  /**
   * The share that sums are of a total, to the hundredth of a percent; null where that can't be
   * told.
   */
  public static Part de(Somme somme, Somme total) {
    return somme.estCertaine() && total.estCertaine() ? de(somme.total(), total.total()) : null;
  }

  /** The share that so many are of all, to the hundredth of a percent; null of nothing. */
  public static Part de(long nombre, long total) {
    return de(BigDecimal.valueOf(nombre), BigDecimal.valueOf(total));
  }

  /** The share that an amount is of a total, to the hundredth of a percent; null of nothing. */
  public static Part de(Montant montant, Montant total) {
    return de(montant.dollars(), total.dollars());
  }

  private static Part de(BigDecimal nombre, BigDecimal total) {
    return total.signum() == 0
        ? null
        : new Part(nombre.divide(total, DECIMALES_MONTREES, RoundingMode.HALF_UP));
  }

  @Override
  public int compareTo(Part autre) {
    return fraction.compareTo(autre.fraction);
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
   * Whether the sum, divided by the total, is more than this share; divided by zero, whether it is
   * more than nothing. Nothing is no share of anything, whatever the total may be.
   */
  public static Verite quotientDepasse(Somme somme, Somme total, BigDecimal plafond) {
    if (somme.estCertaine() && somme.total().dollars().signum() == 0) {
      return Verite.FAUX;
    }
    boolean negatif = total.estCertaine() && total.total().dollars().signum() < 0;
    return negatif && somme.estCertaine()
        ? Verite.de(
            somme.total().dollars().compareTo(total.total().dollars().multiply(plafond)) < 0)
        : depasse(somme, total, plafond);
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
