package org.verifqis.modele;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
    DejaVus dejaVus = new DejaVus();
    for (Projet projet : projets) {
      if (projet.actif().isPossible()) {
        Projet premier = dejaVus.premier(projet);
        Verite repete =
            premier != null && projet.actif().isVrai()
                ? Verite.VRAI
                : dejaVus.peutRepeter(projet) ? Verite.INCONNU : Verite.FAUX;
        doublons.add(new Doublon(projet, premier, repete));
        dejaVus.ajoute(projet);
      }
    }
    return doublons;
  }

  /** What the projects above were called; null stands for what can't be read. */
  private static final class DejaVus {
    private record Cle(String promoteur, String titre) {}

    private final Map<Cle, Projet> certains = new HashMap<>();
    private final Set<Cle> cles = new HashSet<>();
    private final Set<String> promoteurs = new HashSet<>();
    private final Set<String> titres = new HashSet<>();

    Projet premier(Projet projet) {
      Cle cle = cle(projet);
      return cle.promoteur == null || cle.titre == null ? null : certains.get(cle);
    }

    boolean peutRepeter(Projet projet) {
      Cle cle = cle(projet);
      if (cles.isEmpty()) {
        return false;
      }
      if (cle.promoteur == null) {
        return cle.titre == null || titres.contains(cle.titre) || titres.contains(null);
      }
      if (cle.titre == null) {
        return promoteurs.contains(cle.promoteur) || promoteurs.contains(null);
      }
      return cles.contains(cle)
          || cles.contains(new Cle(null, cle.titre))
          || cles.contains(new Cle(cle.promoteur, null))
          || cles.contains(new Cle(null, null));
    }

    void ajoute(Projet projet) {
      Cle cle = cle(projet);
      cles.add(cle);
      promoteurs.add(cle.promoteur);
      titres.add(cle.titre);
      if (projet.actif().isVrai()) {
        certains.putIfAbsent(cle, projet);
      }
    }

    private static Cle cle(Projet projet) {
      return new Cle(normalise(projet.promoteur()), normalise(projet.titre()));
    }

    private static String normalise(Valeur<String> texte) {
      return texte.estConnue() ? Normalisation.normalise(texte.contenu()) : null;
    }
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
