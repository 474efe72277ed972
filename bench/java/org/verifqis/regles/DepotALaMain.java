package org.verifqis.regles;

import java.time.LocalDate;
import java.util.Map;
import org.verifqis.modele.Bilan;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Identification;
import org.verifqis.modele.Identification.Rapport;
import org.verifqis.modele.Verite;
import org.verifqis.modele.Volet;
import org.verifqis.modele.VoletBilan;
import org.verifqis.regles.JugeALaMain.Verification;

/** Families DEP and BIL by hand. */
final class DepotALaMain {
  private DepotALaMain() {}

  static void inscris(Map<String, Verification> verifications) {
    verifications.put("DEP-00", DepotALaMain::edition);
    verifications.put("DEP-01", DepotALaMain::exercice);
    verifications.put("DEP-02", DepotALaMain::rapportsJoints);
    verifications.put("DEP-03", DepotALaMain::adoptionDonnee);
    verifications.put(
        "DEP-11",
        (faits, parametre, constats) -> {
          Identification i = faits.identification();
          constats.cas(i.numeroResolution().donnee().non(), i.numeroResolution());
        });
    verifications.put("DEP-04", DepotALaMain::adoptionDansLesTemps);
    verifications.put("DEP-05", DepotALaMain::enRetard);
    verifications.put("DEP-06", DepotALaMain::tropTot);
    verifications.put("DEP-07", DepotALaMain::region);
    verifications.put("DEP-08", DepotALaMain::mandataire);
    verifications.put("DEP-09", DepotALaMain::horsDeLEntente);
    verifications.put("DEP-10", DepotALaMain::signatureTardive);
    verifications.put("BIL-01", DepotALaMain::bilanJoint);
    verifications.put("BIL-02", DepotALaMain::voletCourt);
  }

  private static void edition(FaitsALaMain faits, Parametre parametre, Constats constats) {
    Identification i = faits.identification();
    constats.cas(faits.editions().contient(i.exerciceDebut()).non(), i.exerciceDebut());
  }

  private static void exercice(FaitsALaMain faits, Parametre parametre, Constats constats) {
    Identification i = faits.identification();
    Exercice exercice = faits.exercice();
    constats
        .cas(i.declare(exercice).non(), i.datesHorsDe(exercice))
        .avec("exerciceDebut", i.exerciceDebut())
        .avec("exerciceFin", i.exerciceFin())
        .avec("debut", exercice.debut())
        .avec("fin", exercice.fin());
  }

  private static void rapportsJoints(FaitsALaMain faits, Parametre parametre, Constats constats) {
    for (Rapport rapport : faits.identification().rapports()) {
      constats.cas(rapport.joint().est(false), rapport.joint()).variante(rapport.nom());
    }
  }

  private static void adoptionDonnee(FaitsALaMain faits, Parametre parametre, Constats constats) {
    Identification i = faits.identification();
    for (Rapport rapport : i.rapports()) {
      Verite sansDate = rapport.joint().est(true).et(rapport.adoption().donnee().non());
      constats.cas(sansDate, rapport.adoption()).variante(rapport.nom());
    }
  }

  private static void adoptionDansLesTemps(
      FaitsALaMain faits, Parametre parametre, Constats constats) {
    Identification i = faits.identification();
    Verite aucuneDateNeConvient = i.dateDepot().apres(i.exerciceFin()).non();
    for (Rapport rapport : i.rapports()) {
      if (rapport.adoption().donnee() != Verite.VRAI) {
        continue;
      }
      Verite tropTot = rapport.adoption().apres(i.exerciceFin()).non();
      Verite tropTard = rapport.adoption().apres(i.dateDepot());
      constats
          .cas(
              tropTot.ou(tropTard).ou(aucuneDateNeConvient),
              rapport.adoption(),
              tropTot.isVrai() ? i.exerciceFin() : i.dateDepot())
          .avec("adoption", rapport.adoption())
          .variante(tropTot.isVrai() ? "tropTot" : "tropTard");
    }
  }

  private static void enRetard(FaitsALaMain faits, Parametre parametre, Constats constats) {
    Identification i = faits.identification();
    LocalDate limite = Exercice.prochain(parametre.jour(), i.exerciceFin().contenu());
    constats
        .cas(i.dateDepot().apres(limite), i.dateDepot(), i.exerciceFin())
        .avec("limite", limite);
  }

  private static void tropTot(FaitsALaMain faits, Parametre parametre, Constats constats) {
    Identification i = faits.identification();
    constats.cas(i.dateDepot().apres(i.exerciceFin()).non(), i.dateDepot(), i.exerciceFin());
  }

  private static void region(FaitsALaMain faits, Parametre parametre, Constats constats) {
    Identification i = faits.identification();
    Entente entente = faits.entente();
    if (entente.region() != null) {
      constats
          .cas(i.region().est(entente.region()).non(), i.region(), i.codeEntente())
          .avec("attendue", entente.region())
          .variante(i.region().donnee().isVrai() ? "" : "vide");
    }
  }

  private static void mandataire(FaitsALaMain faits, Parametre parametre, Constats constats) {
    Identification i = faits.identification();
    Entente entente = faits.entente();
    constats
        .cas(
            i.mandataireType().parmi(entente.mandatairesAttendus()).non(),
            i.mandataireType(),
            i.codeEntente())
        .avec("attendus", entente.mandatairesAttendus());
  }

  private static void horsDeLEntente(FaitsALaMain faits, Parametre parametre, Constats constats) {
    Identification i = faits.identification();
    Verite inversee = i.dateFinEntente().avant(i.dateSignatureEntente());
    Verite avant = i.dateSignatureEntente().apres(faits.exercice().fin());
    Verite apres = i.dateFinEntente().avant(faits.exercice().debut());
    constats
        .cas(
            inversee.ou(avant).ou(apres),
            i.dateSignatureEntente(),
            i.dateFinEntente(),
            i.exerciceDebut(),
            i.exerciceFin())
        .variante(inversee.isVrai() ? "inversee" : "");
  }

  private static void signatureTardive(FaitsALaMain faits, Parametre parametre, Constats constats) {
    Identification i = faits.identification();
    constats
        .cas(i.dateSignatureEntente().apres(parametre.date()), i.dateSignatureEntente())
        .avec("limite", parametre.date());
  }

  private static void bilanJoint(FaitsALaMain faits, Parametre parametre, Constats constats) {
    if (!parametre.textes().contains(faits.exercice().nom())) {
      constats.sansObjet();
      return;
    }
    Identification i = faits.identification();
    Bilan bilan = faits.bilan();
    constats.cas(i.bilanJoint().est(false), i.bilanJoint()).variante("joint");
    constats.cas(bilan.absent(), bilan.feuille()).variante("feuille");
    for (VoletBilan volet : VoletBilan.EXIGES) {
      constats
          .cas(bilan.sansContenu(volet), bilan.feuille(), bilan.contenusVides(volet))
          .avec("volet", volet)
          .variante("volet");
    }
  }

  private static void voletCourt(FaitsALaMain faits, Parametre parametre, Constats constats) {
    if (!parametre.textes().contains(faits.exercice().nom())) {
      constats.sansObjet();
      return;
    }
    for (Volet volet : faits.reddition().volets()) {
      if (volet.contenu().donnee().isPossible()) {
        constats
            .cas(Bilan.tropCourt(volet), volet.contenu(), volet.volet())
            .avec("caracteres", Bilan.caracteres(volet))
            .avec("minimum", Bilan.CARACTERES_VOULUS);
      }
    }
    if (!faits.bilan().feuille().estLue()) {
      constats.cas(Verite.INCONNU);
    }
  }
}
