package org.verifqis.modele;

import java.util.Map;

/** The values of one form or of one row, by the gabarit's keys. */
public record Valeurs(Map<String, Valeur<?>> parCle) {
  /**
   * The value of a key, of the type that the gabarit gives it.
   *
   * @throws IllegalArgumentException if the key is not one of this sheet
   */
  @SuppressWarnings("unchecked")
  public <T> Valeur<T> lire(String cle) {
    Valeur<?> valeur = parCle.get(cle);
    if (valeur == null) {
      throw new IllegalArgumentException("no value of key " + cle);
    }
    return (Valeur<T>) valeur;
  }
}
