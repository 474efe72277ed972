package org.verifqis.modele;

import java.math.BigDecimal;

/**
 * A term of a sum that may be uncertain.
 *
 * @param inclus whether it belongs to the sum
 * @param valeur its amount; null where it is unknown
 */
public record Terme(Verite inclus, BigDecimal valeur) {
  /**
   * The term that an amount adds when a condition holds; an amount known to be empty adds nothing.
   */
  public static Terme si(Verite inclus, Valeur<Montant> montant) {
    return new Terme(inclus, dollars(montant));
  }

  /** The term that an amount adds in any case. */
  public static Terme de(Valeur<Montant> montant) {
    return si(Verite.VRAI, montant);
  }

  private static BigDecimal dollars(Valeur<Montant> montant) {
    if (montant.estConnue()) {
      return montant.contenu().dollars();
    }
    return montant.estInconnue() ? null : BigDecimal.ZERO;
  }
}
