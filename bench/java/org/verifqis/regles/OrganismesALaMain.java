package org.verifqis.regles;

import java.util.Map;
import org.verifqis.modele.CategorieOrganisme;
import org.verifqis.modele.Neq;
import org.verifqis.modele.Palier;
import org.verifqis.modele.Plan;
import org.verifqis.modele.Priorite;
import org.verifqis.modele.Projet;
import org.verifqis.modele.Promoteur;
import org.verifqis.modele.Verite;
import org.verifqis.regles.JugeALaMain.Verification;

/** Families ORG and PRI by hand: the promoters of the active projects, and their priorities. */
final class OrganismesALaMain {
  private OrganismesALaMain() {}

  static void inscris(Map<String, Verification> verifications) {
    verifications.put("ORG-01", OrganismesALaMain::nonAdmissible);
    verifications.put("ORG-02", OrganismesALaMain::structureDuNeq);
    verifications.put("ORG-03", OrganismesALaMain::chiffreDeControle);
    verifications.put("ORG-04", OrganismesALaMain::sansNeq);
    verifications.put("ORG-05", OrganismesALaMain::deuxCategories);
    verifications.put("PRI-01", OrganismesALaMain::sansPriorite);
    verifications.put("PRI-02", OrganismesALaMain::prioriteInconnue);
    verifications.put("PRI-03", OrganismesALaMain::prioriteSansProjet);
    verifications.put("PRI-04", OrganismesALaMain::localeSeulement);
  }

  private static void nonAdmissible(FaitsALaMain faits, Parametre parametre, Constats constats) {
    for (Projet p : faits.actifs()) {
      constats
          .cas(p.categorie().parmi(parametre.valeurs()).non().et(p.actif()), p.categorie())
          .pour(p)
          .avec("promoteur", p.promoteur());
    }
  }

  private static void structureDuNeq(FaitsALaMain faits, Parametre parametre, Constats constats) {
    for (Projet p : faits.actifs()) {
      if (p.neq().donnee() == Verite.VRAI) {
        constats
            .cas(Neq.contredit(p.neq(), p.categorie()).et(p.actif()), p.neq(), p.categorie())
            .pour(p)
            .avec("promoteur", p.promoteur())
            .avec("prefixe", Neq.prefixe(p.neq()))
            .variante(Neq.forme(p.neq()));
      }
    }
  }

  private static void chiffreDeControle(
      FaitsALaMain faits, Parametre parametre, Constats constats) {
    for (Projet p : faits.actifs()) {
      if (p.neq().donnee() == Verite.VRAI) {
        constats
            .cas(Neq.malTape(p.neq()).et(p.actif()), p.neq())
            .pour(p)
            .avec("promoteur", p.promoteur());
      }
    }
  }

  private static void sansNeq(FaitsALaMain faits, Parametre parametre, Constats constats) {
    for (Projet p : faits.actifs()) {
      Verite personneMorale = p.categorie().parmi(CategorieOrganisme.PERSONNES_MORALES);
      constats
          .cas(p.neq().donnee().non().et(personneMorale).et(p.actif()), p.neq(), p.categorie())
          .pour(p)
          .avec("promoteur", p.promoteur());
    }
  }

  private static void deuxCategories(FaitsALaMain faits, Parametre parametre, Constats constats) {
    for (Promoteur o : faits.promoteurs()) {
      constats
          .cas(o.plusieursCategories(), o.neqs(), o.categories())
          .avec("categories", o.categoriesConnues());
    }
  }

  private static void sansPriorite(FaitsALaMain faits, Parametre parametre, Constats constats) {
    for (Projet p : faits.actifs()) {
      Verite sans = p.prioriteRegionale().donnee().ou(p.prioriteLocale().donnee()).non();
      constats.cas(sans.et(p.actif()), p.prioriteRegionale(), p.prioriteLocale()).pour(p);
    }
  }

  private static void prioriteInconnue(FaitsALaMain faits, Parametre parametre, Constats constats) {
    Plan plan = faits.plan();
    for (Projet p : faits.actifs()) {
      for (Projet.Choix choix : p.choix()) {
        if (choix.codes().donnee() == Verite.VRAI) {
          constats
              .cas(
                  plan.horsDuPlan(choix).et(p.actif()),
                  choix.codes(),
                  plan.paliersHorsDuPlan(choix))
              .pour(p)
              .avec("code", plan.codesHorsDuPlan(choix))
              .avec("palierVoulu", choix.palier())
              .variante(plan.connaitLesCodes(choix) ? "palier" : "");
        }
      }
    }
  }

  private static void prioriteSansProjet(
      FaitsALaMain faits, Parametre parametre, Constats constats) {
    for (Priorite priorite : faits.reddition().priorites()) {
      Verite regionale = priorite.palier().est(Palier.REGIONAL);
      if (regionale.isPossible()) {
        constats.cas(
            faits.plan().emploie(priorite, Palier.REGIONAL).non().et(regionale),
            priorite.code(),
            priorite.libelle());
      }
    }
  }

  private static void localeSeulement(FaitsALaMain faits, Parametre parametre, Constats constats) {
    for (Projet p : faits.actifs()) {
      Verite localeSeule = p.prioriteLocale().donnee().et(p.prioriteRegionale().donnee().non());
      constats.cas(localeSeule.et(p.actif()), p.prioriteLocale(), p.prioriteRegionale()).pour(p);
    }
  }
}
