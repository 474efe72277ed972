package org.verifqis.modele;

import java.util.List;

/**
 * A row of sheet Cible 4: a way in which people in poverty were involved. Components are the keys
 * of the gabarit.
 */
public record Implication(
    Valeur<String> mecanisme,
    Valeur<Palier> palier,
    Valeur<Etape> etape,
    Valeur<Forme> forme,
    Valeur<Long> personnes,
    Valeur<Boolean> accompagnement,
    Valeur<Montant> allocation,
    Valeur<String> description,
    Valeur<Long> rencontres,
    Valeur<List<Moyen>> moyens)
    implements Fiche {
  /** Builds it from the values read, by key. */
  public static Implication de(Valeurs valeurs) {
    return new Implication(
        valeurs.lire("mecanisme"),
        valeurs.lire("palier"),
        valeurs.lire("etape"),
        valeurs.lire("forme"),
        valeurs.lire("personnes"),
        valeurs.lire("accompagnement"),
        valeurs.lire("allocation"),
        valeurs.lire("description"),
        valeurs.lire("rencontres"),
        valeurs.lire("moyens"));
  }

  @Override
  public Valeur<?> identifiant() {
    return mecanisme;
  }
}
