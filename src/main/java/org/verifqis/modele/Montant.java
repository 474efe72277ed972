package org.verifqis.modele;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Canadian dollars, two decimals. What a workbook keeps beyond the cent is remembered, for sums
 * only: two amounts that show the same are the same.
 */
public final class Montant implements Comparable<Montant> {
  /** No dollars. */
  public static final Montant ZERO = new Montant(BigDecimal.ZERO);

  private final BigDecimal dollars;
  private final BigDecimal garde;

  /** Rounds to the cent, half away from zero (lecture.md, type montant). */
  public Montant(BigDecimal garde) {
    this(arrondi(garde), garde);
  }

  private Montant(BigDecimal dollars, BigDecimal garde) {
    this.dollars = dollars;
    this.garde = garde.compareTo(dollars) == 0 ? dollars : garde;
  }

  /**
   * Dollars written as a plain decimal, for instance {@code "1234.50"}. Throws
   * NumberFormatException.
   */
  public static Montant de(String dollars) {
    return new Montant(new BigDecimal(dollars));
  }

  static BigDecimal arrondi(BigDecimal nombre) {
    return nombre.setScale(2, RoundingMode.HALF_UP);
  }

  /** The dollars, rounded to the cent. */
  public BigDecimal dollars() {
    return dollars;
  }

  /** The dollars as they are kept; of a sum, that of what was kept. */
  public BigDecimal garde() {
    return garde;
  }

  /** Sum. */
  public Montant plus(Montant autre) {
    return new Montant(dollars.add(autre.dollars), garde.add(autre.garde));
  }

  /** Difference. */
  public Montant moins(Montant autre) {
    return new Montant(dollars.subtract(autre.dollars), garde.subtract(autre.garde));
  }

  /** Size without its sign. */
  public Montant absolu() {
    return new Montant(dollars.abs(), garde.abs());
  }

  /** Whether a sum is this amount, over the values as rounded or as kept and rounded once. */
  public boolean concorde(Montant autre) {
    return equals(autre) || arrondi(garde).equals(arrondi(autre.garde));
  }

  @Override
  public int compareTo(Montant autre) {
    return dollars.compareTo(autre.dollars);
  }

  @Override
  public boolean equals(Object autre) {
    return autre instanceof Montant montant && dollars.equals(montant.dollars);
  }

  @Override
  public int hashCode() {
    return dollars.hashCode();
  }

  @Override
  public String toString() {
    return dollars.toPlainString();
  }
}
