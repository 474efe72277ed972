package org.verifqis.modele;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The territories of the agreement, the projects that reach them and the bodies that stand there.
 */
public final class Couverture {
  private final Set<String> territoires = new HashSet<>();
  private final int territoiresInconnus;
  private final Map<String, Verite> touches = new HashMap<>();
  private Verite touchesInconnues = Verite.FAUX;
  private final Map<String, Verite> instancesLocales = new HashMap<>();
  private Verite instancesInconnues = Verite.FAUX;

  private Couverture(List<Territoire> territoires, List<Projet> projets, List<Instance> instances) {
    List<String> connus =
        territoires.stream()
            .map(Territoire::territoire)
            .filter(Valeur::estConnue)
            .map(nom -> Normalisation.normalise(nom.contenu()))
            .toList();
    this.territoires.addAll(connus);
    territoiresInconnus = territoires.size() - connus.size();
    projets.forEach(this::touche);
    instances.forEach(this::situe);
  }

  /** That of a reddition: looks at all of it once. */
  public static Couverture de(Reddition reddition) {
    return new Couverture(reddition.territoires(), reddition.projets(), reddition.instances());
  }

  private void touche(Projet projet) {
    Verite actif = projet.actif();
    if (projet.territoires().estConnue()) {
      projet
          .territoires()
          .contenu()
          .forEach(nom -> touches.merge(Normalisation.normalise(nom), actif, Verite::ou));
    } else {
      touchesInconnues = touchesInconnues.ou(actif.et(Verite.INCONNU));
    }
  }

  private void situe(Instance instance) {
    Verite locale = instance.palier().est(Palier.LOCAL);
    if (instance.instance().estConnue()) {
      String nom = Normalisation.normalise(instance.instance().contenu());
      instancesLocales.merge(nom, locale, Verite::ou);
    } else {
      instancesInconnues = instancesInconnues.ou(locale.et(Verite.INCONNU));
    }
  }

  /** Whether a project names a territory that is in no row (TER-01). */
  public Verite hors(Projet projet) {
    if (!projet.territoires().estConnue()) {
      return Verite.INCONNU;
    }
    long hors = territoiresHors(projet).stream().map(Normalisation::normalise).distinct().count();
    if (hors > territoiresInconnus) {
      return Verite.VRAI;
    }
    return hors == 0 ? Verite.FAUX : Verite.INCONNU;
  }

  /** The territories that a project names and that no row is known to be. */
  public List<String> territoiresHors(Projet projet) {
    List<String> hors = new ArrayList<>();
    if (projet.territoires().estConnue()) {
      for (String nom : projet.territoires().contenu()) {
        if (!territoires.contains(Normalisation.normalise(nom))) {
          hors.add(nom);
        }
      }
    }
    return hors;
  }

  /**
   * The territories that a project names, as the template wants them separated; null unless what
   * was read as one holds some that are in rows between commas, "et" and the like.
   */
  public String territoiresSepares(Projet projet) {
    List<String> hors = territoiresHors(projet);
    if (hors.stream().noneMatch(this::enContient)) {
      return null;
    }
    List<String> separes = new ArrayList<>();
    for (String nom : projet.territoires().contenu()) {
      separes.addAll(hors.contains(nom) && enContient(nom) ? Projet.separes(nom) : List.of(nom));
    }
    return String.join("; ", separes);
  }

  private boolean enContient(String nom) {
    return Projet.separes(nom).stream()
        .map(Normalisation::normalise)
        .anyMatch(territoires::contains);
  }

  /** Whether an active project names the territory (TER-02). */
  public Verite touche(Territoire territoire) {
    if (!territoire.territoire().estConnue()) {
      boolean aucun =
          touchesInconnues == Verite.FAUX
              && touches.values().stream().noneMatch(Verite::isPossible);
      return aucun ? Verite.FAUX : Verite.INCONNU;
    }
    String nom = Normalisation.normalise(territoire.territoire().contenu());
    return touches.getOrDefault(nom, Verite.FAUX).ou(touchesInconnues);
  }

  /** Whether the local body of a territory is one of sheet Gouvernance (TER-03). */
  public Verite aInstance(Territoire territoire) {
    if (!territoire.instanceLocale().estConnue()) {
      boolean aucune =
          instancesInconnues == Verite.FAUX
              && instancesLocales.values().stream().noneMatch(Verite::isPossible);
      return aucune ? Verite.FAUX : Verite.INCONNU;
    }
    String nom = Normalisation.normalise(territoire.instanceLocale().contenu());
    return instancesLocales.getOrDefault(nom, Verite.FAUX).ou(instancesInconnues);
  }
}
