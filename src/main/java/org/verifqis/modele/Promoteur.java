package org.verifqis.modele;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An NEQ and the projects that give it (ORG-05).
 *
 * @param projets the projects of that NEQ that are known to be active, in their order; for an NEQ
 *     that can't be read, its one project
 * @param plusieursCategories whether it stands with two categories among the active projects
 */
public record Promoteur(List<Projet> projets, Verite plusieursCategories) {

  /** The promoters of the projects, by NEQ; an NEQ that can't be read may be any of the others. */
  public static List<Promoteur> de(List<Projet> projets) {
    Map<String, List<Projet>> parNeq = new LinkedHashMap<>();
    List<Projet> illisibles = new ArrayList<>();
    List<Projet> tous = new ArrayList<>();
    for (Projet projet : projets) {
      if (!projet.actif().isPossible() || projet.neq().donnee() != Verite.VRAI) {
        continue;
      }
      tous.add(projet);
      if (projet.neq().estConnue()) {
        parNeq.computeIfAbsent(projet.neq().contenu(), neq -> new ArrayList<>()).add(projet);
      } else {
        illisibles.add(projet);
      }
    }
    List<Promoteur> promoteurs = new ArrayList<>();
    parNeq
        .values()
        .forEach(memes -> promoteurs.add(new Promoteur(certains(memes), plusieurs(memes))));
    if (!illisibles.isEmpty()) {
      Verite melange = peutDifferer(tous) ? Verite.INCONNU : Verite.FAUX;
      illisibles.forEach(projet -> promoteurs.add(new Promoteur(List.of(projet), melange)));
    }
    return promoteurs;
  }

  private static List<Projet> certains(List<Projet> projets) {
    return projets.stream().filter(p -> p.actif().isVrai()).toList();
  }

  private static Verite plusieurs(List<Projet> memes) {
    Set<CategorieOrganisme> certaines = EnumSet.noneOf(CategorieOrganisme.class);
    certains(memes).stream()
        .filter(p -> p.categorie().estConnue())
        .forEach(p -> certaines.add(p.categorie().contenu()));
    if (certaines.size() > 1) {
      return Verite.VRAI;
    }
    return peutDifferer(memes) ? Verite.INCONNU : Verite.FAUX;
  }

  /** Whether two of these projects may have different categories. */
  private static boolean peutDifferer(List<Projet> projets) {
    if (projets.size() < 2) {
      return false;
    }
    Valeur<CategorieOrganisme> premiere = projets.get(0).categorie();
    return !premiere.estConnue()
        || projets.stream().anyMatch(p -> p.categorie().est(premiere.contenu()) != Verite.VRAI);
  }

  /** The cells of the NEQ. */
  public List<Valeur<String>> neqs() {
    return projets.stream().map(Projet::neq).toList();
  }

  /** The cells of the categories. */
  public List<Valeur<CategorieOrganisme>> categories() {
    return projets.stream().map(Projet::categorie).toList();
  }

  /** The categories that are known, each once. */
  public List<CategorieOrganisme> categoriesConnues() {
    return categories().stream().filter(Valeur::estConnue).map(Valeur::contenu).distinct().toList();
  }
}
