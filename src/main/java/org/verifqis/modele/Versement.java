package org.verifqis.modele;

import java.time.LocalDate;

/**
 * A row of sheet Versements: a payment received under the agreement since it was signed. Components
 * are the keys of the gabarit.
 */
public record Versement(
    Valeur<String> numero,
    Valeur<TypeVersement> type,
    Valeur<LocalDate> date,
    Valeur<Montant> montant,
    Valeur<String> reference)
    implements Fiche {
  /** Builds it from the values read, by key. */
  public static Versement de(Valeurs valeurs) {
    return new Versement(
        valeurs.lire("numero"),
        valeurs.lire("type"),
        valeurs.lire("date"),
        valeurs.lire("montant"),
        valeurs.lire("reference"));
  }

  @Override
  public Valeur<?> identifiant() {
    return numero;
  }
}
