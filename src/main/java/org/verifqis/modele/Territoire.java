package org.verifqis.modele;

/**
 * A row of sheet Territoires: a local territory of the agreement. Components are the keys of the
 * gabarit.
 */
public record Territoire(
    Valeur<String> territoire,
    Valeur<String> instanceLocale,
    Valeur<ModeSelection> modeSelection,
    Valeur<Montant> enveloppeReservee)
    implements Fiche {
  /** Builds it from the values read, by key. */
  public static Territoire de(Valeurs valeurs) {
    return new Territoire(
        valeurs.lire("territoire"),
        valeurs.lire("instanceLocale"),
        valeurs.lire("modeSelection"),
        valeurs.lire("enveloppeReservee"));
  }

  @Override
  public Valeur<?> identifiant() {
    return territoire;
  }
}
