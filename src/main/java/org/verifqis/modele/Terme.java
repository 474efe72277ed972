package org.verifqis.modele;

/**
 * A term of a sum that may be uncertain.
 *
 * @param inclus whether it belongs to the sum
 * @param valeur its amount; null where it is unknown
 */
public record Terme(Verite inclus, Montant valeur) {
  /**
   * The term that an amount adds when a condition holds; an amount known to be empty adds nothing.
   */
  public static Terme si(Verite inclus, Valeur<Montant> montant) {
    Montant vide = montant.estInconnue() ? null : Montant.ZERO;
    return new Terme(inclus, montant.estConnue() ? montant.contenu() : vide);
  }

  /** The term that an amount adds in any case. */
  public static Terme de(Valeur<Montant> montant) {
    return si(Verite.VRAI, montant);
  }
}
