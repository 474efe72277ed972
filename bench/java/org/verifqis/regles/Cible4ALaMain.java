package org.verifqis.regles;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.verifqis.modele.Forme;
import org.verifqis.modele.Gouvernance;
import org.verifqis.modele.Gouvernance.Groupe;
import org.verifqis.modele.Implication;
import org.verifqis.modele.Instance;
import org.verifqis.modele.Niveau;
import org.verifqis.modele.Palier;
import org.verifqis.modele.Participation;
import org.verifqis.modele.RoleInstance;
import org.verifqis.modele.Verite;
import org.verifqis.regles.JugeALaMain.Verification;

/** Families CIB and GOU by hand. */
final class Cible4ALaMain {
  private Cible4ALaMain() {}

  static void inscris(Map<String, Verification> verifications) {
    verifications.put("CIB-01", niveau(Set.of(Niveau.NON_DOCUMENTEE)));
    verifications.put("CIB-02", niveau(Set.of(Niveau.AUCUNE)));
    verifications.put("CIB-03", niveau(Set.of(Niveau.APPRENTISSAGE, Niveau.CONSULTATION)));
    verifications.put("CIB-04", Cible4ALaMain::sieges);
    verifications.put("CIB-05", Cible4ALaMain::neCompteQuePour);
    verifications.put("CIB-06", Cible4ALaMain::sansAccompagnement);
    verifications.put("CIB-07", Cible4ALaMain::personneSeule);
    verifications.put(
        "CIB-08",
        (faits, parametre, constats) ->
            constats.cas(faits.participation().directeSansAllocation(), faits.feuille("Cible 4")));
    verifications.put("CIB-09", Cible4ALaMain::formeEtNombre);
    verifications.put("GOU-01", palier(Palier.REGIONAL));
    verifications.put("GOU-02", Cible4ALaMain::composition);
    verifications.put("GOU-03", Cible4ALaMain::sansRencontre);
    verifications.put("GOU-04", palier(Palier.LOCAL));
    verifications.put(
        "GOU-05",
        (faits, parametre, constats) ->
            constats.cas(
                faits.gouvernance().aRole(RoleInstance.DECISIONNELLE).non(),
                faits.feuille("Gouvernance")));
  }

  private static Verification niveau(Set<Niveau> vises) {
    return (faits, parametre, constats) -> {
      Cas cas = constats.cas(faits.participation().niveauParmi(vises), faits.feuille("Cible 4"));
      if (vises.size() > 1) {
        cas.avec("niveau", faits.participation().niveau());
      }
    };
  }

  private static void sieges(FaitsALaMain faits, Parametre parametre, Constats constats) {
    Participation c = faits.participation();
    Gouvernance g = faits.gouvernance();
    for (Palier palier : Palier.values()) {
      Verite siege = c.siege(palier);
      Verite compte = g.comptePspes(palier);
      Verite contraires = siege.et(compte.non()).ou(compte.et(siege.non()));
      constats
          .cas(contraires, siege.isVrai() ? c.premierSiege(palier) : g.premieresPspes(palier))
          .avec("palier", palier)
          .variante(siege.isVrai() ? "siege" : "compte");
    }
  }

  private static void neCompteQuePour(FaitsALaMain faits, Parametre parametre, Constats constats) {
    for (Implication l : faits.reddition().implications()) {
      constats.cas(l.forme().parmi(Set.of(Forme.BENEVOLAT, Forme.BENEFICIAIRE)), l.forme()).pour(l);
    }
  }

  private static List<Implication> directes(FaitsALaMain faits) {
    return faits.reddition().implications().stream()
        .filter(l -> Participation.directe(l).isPossible())
        .toList();
  }

  private static void sansAccompagnement(
      FaitsALaMain faits, Parametre parametre, Constats constats) {
    for (Implication l : directes(faits)) {
      Verite sans = l.accompagnement().est(false).et(Participation.directe(l));
      constats.cas(sans, l.accompagnement()).pour(l);
    }
  }

  private static void personneSeule(FaitsALaMain faits, Parametre parametre, Constats constats) {
    for (Implication l : directes(faits)) {
      constats.cas(l.personnes().est(1L).et(Participation.directe(l)), l.personnes()).pour(l);
    }
  }

  private static void formeEtNombre(FaitsALaMain faits, Parametre parametre, Constats constats) {
    for (Implication l : faits.reddition().implications()) {
      Verite quelquUnVoulu = l.forme().parmi(Participation.FORMES_SANS_PERSONNE).non();
      Verite sansPersonne = quelquUnVoulu.et(l.personnes().est(0L));
      Verite quelquUn = l.personnes().apres(0L);
      Verite melange = quelquUn.ou(faits.participation().aUneAutreForme());
      constats
          .cas(sansPersonne.ou(l.forme().est(Forme.AUCUNE).et(melange)), l.forme(), l.personnes())
          .pour(l)
          .variante(
              sansPersonne.isVrai() ? "sansPersonne" : quelquUn.isVrai() ? "aucune" : "melange");
    }
  }

  private static Verification palier(Palier palier) {
    return (faits, parametre, constats) ->
        constats.cas(faits.gouvernance().aPalier(palier).non(), faits.feuille("Gouvernance"));
  }

  private static void composition(FaitsALaMain faits, Parametre parametre, Constats constats) {
    Gouvernance g = faits.gouvernance();
    if (g.aPalier(Palier.REGIONAL) == Verite.FAUX) {
      constats.sansObjet();
      return;
    }
    for (Groupe groupe : Groupe.values()) {
      constats
          .cas(g.sansGroupe(groupe), faits.feuille("Gouvernance"))
          .variante(groupe.name().toLowerCase(Locale.ROOT));
    }
  }

  private static void sansRencontre(FaitsALaMain faits, Parametre parametre, Constats constats) {
    for (Instance instance : faits.reddition().instances()) {
      constats.cas(instance.rencontres().est(0L), instance.rencontres()).pour(instance);
    }
  }
}
