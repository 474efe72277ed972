package org.verifqis.modele;

/**
 * A row of sheet Bilan pluriannuel: a part of the bilan. Components are the keys of the gabarit.
 */
public record Volet(Valeur<VoletBilan> volet, Valeur<String> contenu) implements Fiche {
  /** Builds it from the values read, by key. */
  public static Volet de(Valeurs valeurs) {
    return new Volet(valeurs.lire("volet"), valeurs.lire("contenu"));
  }

  @Override
  public Valeur<?> identifiant() {
    return volet;
  }
}
