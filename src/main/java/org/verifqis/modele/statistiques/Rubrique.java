package org.verifqis.modele.statistiques;

import java.util.Comparator;
import java.util.List;
import org.verifqis.modele.Palier;
import org.verifqis.modele.Plan;
import org.verifqis.modele.Priorite;
import org.verifqis.modele.Projet;
import org.verifqis.modele.Theme;
import org.verifqis.modele.Valeur;
import org.verifqis.modele.Verite;

/**
 * The row of table 11 of the evaluation report that a project stands in.
 *
 * @param groupe whether it answers a regional priority
 * @param objet what is known of the theme of its priority
 * @param theme the theme; null unless it is known
 */
public record Rubrique(Groupe groupe, Objet objet, Theme theme) implements Comparable<Rubrique> {
  private static final Comparator<Rubrique> ORDRE =
      Comparator.comparing(Rubrique::groupe)
          .thenComparing(Rubrique::objet)
          .thenComparing(Rubrique::theme, Comparator.nullsFirst(Comparator.naturalOrder()));

  /** The two halves of the table, and what can be put in neither. */
  public enum Groupe {
    PRIORITES_REGIONALES,
    AUTRES,
    ALIGNEMENT_INCONNU
  }

  /** What is known of the theme of a project. */
  public enum Objet {
    THEME,
    SANS_PRIORITE,
    THEME_INCONNU
  }

  /** That of a theme. */
  public static Rubrique de(Groupe groupe, Theme theme) {
    return new Rubrique(groupe, Objet.THEME, theme);
  }

  /** That of a project under the plan of its reddition. */
  public static Rubrique de(Projet projet, Plan plan) {
    Valeur<List<String>> codes = projet.prioriteRegionale();
    String code = principal(codes);
    return switch (donnee(codes).et(plan.contient(code, Palier.REGIONAL))) {
      case VRAI -> de(Groupe.PRIORITES_REGIONALES, plan.priorite(code, Palier.REGIONAL));
      case FAUX -> sansPrioriteRegionale(projet, plan);
      case INCONNU -> new Rubrique(Groupe.ALIGNEMENT_INCONNU, Objet.THEME_INCONNU, null);
    };
  }

  private static Rubrique sansPrioriteRegionale(Projet projet, Plan plan) {
    for (Valeur<List<String>> codes :
        List.of(projet.prioriteLocale(), projet.prioriteRegionale())) {
      String code = principal(codes);
      Priorite priorite = plan.priorite(code);
      if (priorite != null) {
        return de(Groupe.AUTRES, priorite);
      }
      Verite duPlan = plan.contient(code, Palier.REGIONAL).ou(plan.contient(code, Palier.LOCAL));
      if (donnee(codes).et(duPlan).isPossible()) {
        return new Rubrique(Groupe.AUTRES, Objet.THEME_INCONNU, null);
      }
    }
    return new Rubrique(Groupe.AUTRES, Objet.SANS_PRIORITE, null);
  }

  private static Rubrique de(Groupe groupe, Priorite priorite) {
    return priorite.theme().estConnue()
        ? de(groupe, priorite.theme().contenu())
        : new Rubrique(groupe, Objet.THEME_INCONNU, null);
  }

  /** Whether a priority is given; unknown where the sheet has no such column. */
  private static Verite donnee(Valeur<List<String>> codes) {
    return codes.ligne() == 0 ? Verite.INCONNU : codes.donnee();
  }

  /** The main one of a project's priorities: the first; null where it is not known. */
  private static String principal(Valeur<List<String>> codes) {
    return codes.estConnue() ? codes.contenu().get(0) : null;
  }

  @Override
  public int compareTo(Rubrique autre) {
    return ORDRE.compare(this, autre);
  }
}
