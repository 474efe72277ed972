package org.verifqis.modele;

import java.math.BigDecimal;

/**
 * A figure of a total row and what it should sum (FIN-08).
 *
 * @param chiffre the figure as written, dollars or a whole number
 * @param somme the sum of the records above it: since the sheet's start, or since the last
 *     Sous-total
 * @param plage where these records stand; null where there are none
 */
public record Total(Valeur<BigDecimal> chiffre, Somme somme, Emplacement plage) {
  /** Whether the figure is something else than the sum. */
  public Verite faux() {
    return chiffre.estConnue() ? somme.differe(chiffre.contenu()) : Verite.INCONNU;
  }
}
