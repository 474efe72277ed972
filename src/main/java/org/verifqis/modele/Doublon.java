package org.verifqis.modele;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.verifqis.modele.Couples.Couple;

/**
 * A project set against those above it: same promoter and same title, normalised (PRO-09).
 *
 * @param projet the later project
 * @param premier the first active project that it repeats; null where none is known
 * @param repete whether it repeats one
 */
public record Doublon(Projet projet, Projet premier, Verite repete) {

  /** One for each project that may be active, in their order; linear in the number of projects. */
  public static List<Doublon> de(List<Projet> projets) {
    List<Doublon> doublons = new ArrayList<>();
    Couples<Verite> vus = new Couples<>();
    Map<Couple, Projet> premiers = new HashMap<>();
    for (Projet projet : projets) {
      if (projet.actif().isPossible()) {
        Couple cle = Couple.de(projet.promoteur(), projet.titre());
        Projet premier = cle.estLisible() ? premiers.get(cle) : null;
        boolean possible = vus.peutEtre(cle, memes -> !memes.isEmpty());
        Verite repete =
            premier != null && projet.actif().isVrai()
                ? Verite.VRAI
                : possible ? Verite.INCONNU : Verite.FAUX;
        doublons.add(new Doublon(projet, premier, repete));
        vus.ajoute(cle, projet.actif());
        if (projet.actif().isVrai()) {
          premiers.putIfAbsent(cle, projet);
        }
      }
    }
    return doublons;
  }

  /** Where the two stand, first the later one. */
  public List<Valeur<?>> lieux() {
    return premier == null
        ? List.of(projet.promoteur(), projet.titre())
        : List.of(projet.promoteur(), projet.titre(), premier.promoteur(), premier.titre());
  }

  /** The number of the first one; null where none is known. */
  public Valeur<String> numeroDuPremier() {
    return premier == null ? null : premier.numero();
  }
}
