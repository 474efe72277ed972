package org.verifqis.modele;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Exact Canadian dollars, two decimals. */
public record Montant(BigDecimal dollars) implements Comparable<Montant> {
  /** No dollars. */
  public static final Montant ZERO = new Montant(BigDecimal.ZERO);

  /** Rounds to the cent, half away from zero (lecture.md, type montant). */
  public Montant {
    dollars = dollars.setScale(2, RoundingMode.HALF_UP);
  }

  /**
   * Dollars written as a plain decimal, for instance {@code "1234.50"}. Throws
   * NumberFormatException.
   */
  public static Montant de(String dollars) {
    return new Montant(new BigDecimal(dollars));
  }

  /** Sum. */
  public Montant plus(Montant autre) {
    return new Montant(dollars.add(autre.dollars));
  }

  /** Difference. */
  public Montant moins(Montant autre) {
    return new Montant(dollars.subtract(autre.dollars));
  }

  /** Size without its sign. */
  public Montant absolu() {
    return new Montant(dollars.abs());
  }

  @Override
  public int compareTo(Montant autre) {
    return dollars.compareTo(autre.dollars);
  }

  @Override
  public String toString() {
    return dollars.toPlainString();
  }
}
