package org.verifqis.modele;

import java.util.List;

/** A row of sheet Gouvernance: a body of the Alliance. Components are the keys of the gabarit. */
public record Instance(
    Valeur<String> instance,
    Valeur<Palier> palier,
    Valeur<RoleInstance> role,
    Valeur<Long> elus,
    Valeur<Long> gouvernementaux,
    Valeur<Long> socioeconomiques,
    Valeur<Long> communautaires,
    Valeur<Long> pspes,
    Valeur<Long> rencontres,
    Valeur<TypeInstance> typeInstance,
    Valeur<List<FamillePartenaires>> familles)
    implements Fiche {
  /** Builds it from the values read, by key. */
  public static Instance de(Valeurs valeurs) {
    return new Instance(
        valeurs.lire("instance"),
        valeurs.lire("palier"),
        valeurs.lire("role"),
        valeurs.lire("elus"),
        valeurs.lire("gouvernementaux"),
        valeurs.lire("socioeconomiques"),
        valeurs.lire("communautaires"),
        valeurs.lire("pspes"),
        valeurs.lire("rencontres"),
        valeurs.lire("typeInstance"),
        valeurs.lire("familles"));
  }

  @Override
  public Valeur<?> identifiant() {
    return instance;
  }
}
