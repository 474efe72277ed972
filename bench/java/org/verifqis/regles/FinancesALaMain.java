package org.verifqis.regles;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Feuille;
import org.verifqis.modele.Identification;
import org.verifqis.modele.Montant;
import org.verifqis.modele.Part;
import org.verifqis.modele.Portee;
import org.verifqis.modele.Projet;
import org.verifqis.modele.RapportFinancier;
import org.verifqis.modele.Somme;
import org.verifqis.modele.Terme;
import org.verifqis.modele.Total;
import org.verifqis.modele.TypeVersement;
import org.verifqis.modele.Valeur;
import org.verifqis.modele.Verite;
import org.verifqis.regles.JugeALaMain.Verification;

/** Families FIN and MTL by hand. */
final class FinancesALaMain {
  private FinancesALaMain() {}

  static void inscris(Map<String, Verification> verifications) {
    verifications.put("FIN-01", FinancesALaMain::totalRevenus);
    verifications.put("FIN-02", FinancesALaMain::totalDepenses);
    verifications.put("FIN-03", FinancesALaMain::soldeCloture);
    verifications.put("FIN-04", projets(Portee.REGIONALE, RapportFinancier::depProjetsRegionaux));
    verifications.put("FIN-05", projets(Portee.LOCALE, RapportFinancier::depProjetsLocaux));
    verifications.put("FIN-06", FinancesALaMain::soldeNegatif);
    verifications.put("FIN-07", FinancesALaMain::verseTrop);
    verifications.put("FIN-08", FinancesALaMain::lignesDeTotal);
    verifications.put("FIN-09", FinancesALaMain::coutTotal);
    verifications.put("FIN-10", FinancesALaMain::accordeTrop);
    verifications.put("FIN-11", FinancesALaMain::administration);
    verifications.put("FIN-12", FinancesALaMain::cumul);
    verifications.put("FIN-13", FinancesALaMain::engagements);
    verifications.put("FIN-14", FinancesALaMain::sansLevier);
    verifications.put("FIN-15", FinancesALaMain::aideNulle);
    verifications.put("MTL-01", FinancesALaMain::partRegionale);
    verifications.put("MTL-02", FinancesALaMain::enveloppeAnnuelle);
  }

  private static void totalRevenus(FaitsALaMain faits, Parametre parametre, Constats constats) {
    RapportFinancier f = faits.rapport();
    compare(Somme.de(f.revenus()), f.totalRevenus(), Emplacement.plages(f.revenus()), constats);
  }

  private static void totalDepenses(FaitsALaMain faits, Parametre parametre, Constats constats) {
    RapportFinancier f = faits.rapport();
    compare(Somme.de(f.depenses()), f.totalDepenses(), Emplacement.plages(f.depenses()), constats);
  }

  private static void compare(
      Somme somme, Valeur<Montant> declare, Iterable<Emplacement> lieux, Constats constats) {
    constats.cas(somme.differe(declare), declare, lieux).ecart(somme, declare);
  }

  private static void soldeCloture(FaitsALaMain faits, Parametre parametre, Constats constats) {
    RapportFinancier f = faits.rapport();
    Somme somme = Somme.de(List.of(f.soldeOuverture(), f.totalRevenus())).moins(f.totalDepenses());
    constats
        .cas(
            somme.differe(f.soldeCloture()),
            f.soldeCloture(),
            f.soldeOuverture(),
            f.totalRevenus(),
            f.totalDepenses())
        .ecart(somme, f.soldeCloture());
  }

  private static Verification projets(
      Portee portee, Function<RapportFinancier, Valeur<Montant>> ligne) {
    return (faits, parametre, constats) -> {
      Somme somme = somme(faits, p -> Terme.si(p.portee().est(portee), p.aideVerseeExercice()));
      compare(
          somme, ligne.apply(faits.rapport()), faits.colonne(Projet::aideVerseeExercice), constats);
    };
  }

  private static Somme somme(FaitsALaMain faits, Function<Projet, Terme> terme) {
    return Somme.desTermes(faits.projets().stream().map(terme).toList());
  }

  private static void soldeNegatif(FaitsALaMain faits, Parametre parametre, Constats constats) {
    Valeur<Montant> solde = faits.rapport().soldeCloture();
    constats.cas(solde.avant(Montant.ZERO), solde);
  }

  private static void verseTrop(FaitsALaMain faits, Parametre parametre, Constats constats) {
    for (Projet p : faits.projets()) {
      Somme versee = Somme.de(List.of(p.aideVerseeAnterieure(), p.aideVerseeExercice()));
      constats
          .cas(versee.depasse(p.aideAccordee()), p.aidesVersees(), p.aideAccordee())
          .pour(p)
          .ecart(versee, p.aideAccordee());
    }
  }

  private static void lignesDeTotal(FaitsALaMain faits, Parametre parametre, Constats constats) {
    for (Total t : faits.reddition().totaux()) {
      constats.cas(t.faux(), t.chiffre(), t.plage()).total(t);
    }
    for (String cle : List.of("Versements", "Projets", "Gouvernance", "Cible 4")) {
      Feuille feuille = faits.feuille(cle);
      if (!feuille.estLue()) {
        constats.cas(Verite.INCONNU);
      }
    }
  }

  private static void coutTotal(FaitsALaMain faits, Parametre parametre, Constats constats) {
    for (Projet p : faits.actifs()) {
      Somme somme = Somme.de(p.financement());
      constats
          .cas(
              somme.differe(p.coutTotal()).et(p.actif()),
              p.coutTotal(),
              Emplacement.plages(p.financement()))
          .pour(p)
          .ecart(somme, p.coutTotal());
    }
  }

  private static void accordeTrop(FaitsALaMain faits, Parametre parametre, Constats constats) {
    Identification i = faits.identification();
    Somme accordee = somme(faits, p -> Terme.si(p.actif(), p.aideAccordee()));
    Somme additionnels =
        Somme.desTermes(
            faits.versements().stream()
                .map(v -> Terme.si(v.type().est(TypeVersement.ADDITIONNEL), v.montant()))
                .toList());
    Somme reste = accordee.moins(additionnels);
    constats
        .cas(
            reste.depasse(i.enveloppe()),
            i.enveloppe(),
            faits.colonne(Projet::aideAccordee),
            VersementsALaMain.montants(faits))
        .ecart(reste, i.enveloppe())
        .avec("accordee", accordee.total())
        .avec("additionnels", additionnels.total());
  }

  private static void administration(FaitsALaMain faits, Parametre parametre, Constats constats) {
    RapportFinancier f = faits.rapport();
    Somme frais = Somme.de(List.of(f.depAdministration()));
    Somme depenses = Somme.de(List.of(f.totalDepenses()));
    constats
        .cas(
            Part.depasse(frais, depenses, parametre.part()),
            f.depAdministration(),
            f.totalDepenses())
        .avec("plafond", new Part(parametre.part()))
        .avec("part", Part.de(frais, depenses));
  }

  private static void cumul(FaitsALaMain faits, Parametre parametre, Constats constats) {
    for (Projet p : faits.actifs()) {
      Somme aides = Somme.de(List.of(p.aideAccordee(), p.autresAidesPubliques()));
      Somme cout = Somme.de(List.of(p.coutTotal()));
      constats
          .cas(
              Part.depasse(aides, cout, parametre.part()).et(p.actif()),
              p.aideAccordee(),
              p.autresAidesPubliques(),
              p.coutTotal())
          .pour(p)
          .avec("plafond", new Part(parametre.part()))
          .avec("part", Part.de(aides, cout));
    }
  }

  private static void engagements(FaitsALaMain faits, Parametre parametre, Constats constats) {
    Valeur<Montant> declare = faits.rapport().engagements();
    Somme somme = somme(faits, Projet::engagement);
    constats
        .cas(
            somme.differe(declare),
            declare,
            faits.colonne(Projet::aideAccordee),
            faits.colonne(Projet::aideVerseeAnterieure),
            faits.colonne(Projet::aideVerseeExercice))
        .ecart(somme, declare);
  }

  private static void sansLevier(FaitsALaMain faits, Parametre parametre, Constats constats) {
    for (Projet p : faits.actifs()) {
      Verite rien =
          p.autresAidesPubliques().est(Montant.ZERO).et(p.contributionMilieu().est(Montant.ZERO));
      constats.cas(rien.et(p.actif()), p.autresAidesPubliques(), p.contributionMilieu()).pour(p);
    }
  }

  private static void aideNulle(FaitsALaMain faits, Parametre parametre, Constats constats) {
    for (Projet p : faits.actifs()) {
      constats.cas(p.aideAccordee().est(Montant.ZERO).et(p.actif()), p.aideAccordee()).pour(p);
    }
  }

  private static void partRegionale(FaitsALaMain faits, Parametre parametre, Constats constats) {
    RapportFinancier f = faits.rapport();
    Somme projets = Somme.de(List.of(f.depProjetsRegionaux(), f.depProjetsLocaux()));
    if (projets.differe(BigDecimal.ZERO) == Verite.FAUX) {
      constats.sansObjet();
      return;
    }
    Somme regionaux = Somme.de(List.of(f.depProjetsRegionaux()));
    constats
        .cas(
            Part.horsDe(regionaux, projets, parametre.part(), parametre.partMaximale()),
            f.depProjetsRegionaux(),
            f.depProjetsLocaux())
        .avec("part", Part.de(regionaux, projets))
        .avec("minimum", new Part(parametre.part()))
        .avec("maximum", new Part(parametre.partMaximale()));
  }

  private static void enveloppeAnnuelle(
      FaitsALaMain faits, Parametre parametre, Constats constats) {
    Somme somme = faits.echeancier().versesSansAdditionnels(faits.exercice());
    constats
        .cas(
            somme.depasse(parametre.montant()),
            faits.rapport().versementsRecus(),
            faits.echeancier().plage())
        .avec("total", somme.total())
        .avec("plafond", parametre.montant());
  }
}
