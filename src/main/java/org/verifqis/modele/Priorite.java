package org.verifqis.modele;

/**
 * A row of sheet Priorités: a priority of the territory's plan. Components are the keys of the
 * gabarit.
 */
public record Priorite(
    Valeur<String> code, Valeur<String> libelle, Valeur<Palier> palier, Valeur<Theme> theme)
    implements Fiche {
  /** Builds it from the values read, by key. */
  public static Priorite de(Valeurs valeurs) {
    return new Priorite(
        valeurs.lire("code"),
        valeurs.lire("libelle"),
        valeurs.lire("palier"),
        valeurs.lire("theme"));
  }

  @Override
  public Valeur<?> identifiant() {
    return code;
  }
}
