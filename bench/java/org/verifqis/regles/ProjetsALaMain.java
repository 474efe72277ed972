package org.verifqis.regles;

import java.util.List;
import java.util.Map;
import org.verifqis.modele.Doublon;
import org.verifqis.modele.Identification;
import org.verifqis.modele.Montant;
import org.verifqis.modele.Portee;
import org.verifqis.modele.Projet;
import org.verifqis.modele.Statut;
import org.verifqis.modele.TypeIntervention;
import org.verifqis.modele.Verite;
import org.verifqis.regles.JugeALaMain.Verification;

/** Family PRO by hand. */
final class ProjetsALaMain {
  private ProjetsALaMain() {}

  static void inscris(Map<String, Verification> verifications) {
    verifications.put("PRO-01", ProjetsALaMain::autreIntervention);
    verifications.put("PRO-03", ProjetsALaMain::finAvantLeDebut);
    verifications.put("PRO-04", ProjetsALaMain::finLimite);
    verifications.put("PRO-05", ProjetsALaMain::debutApresLExercice);
    verifications.put("PRO-06", ProjetsALaMain::debutAvantLeProtocole);
    verifications.put("PRO-07", ProjetsALaMain::protocoleAvantLaSignature);
    verifications.put("PRO-08", ProjetsALaMain::porteeEtTerritoires);
    verifications.put("PRO-09", ProjetsALaMain::inscritDeuxFois);
    verifications.put("PRO-10", ProjetsALaMain::statutEtFin);
    verifications.put("PRO-11", ProjetsALaMain::annuleEtPaye);
  }

  /** The active projects, save those that end before they begin (PRO-03 is theirs). */
  private static List<Projet> datables(FaitsALaMain faits) {
    return faits.actifs().stream().filter(p -> p.finitAvantDeCommencer() != Verite.VRAI).toList();
  }

  private static void autreIntervention(
      FaitsALaMain faits, Parametre parametre, Constats constats) {
    for (Projet p : faits.actifs()) {
      Verite autre = p.typeIntervention().est(TypeIntervention.AUTRE);
      constats.cas(autre.et(p.actif()), p.typeIntervention()).pour(p);
    }
  }

  private static void finAvantLeDebut(FaitsALaMain faits, Parametre parametre, Constats constats) {
    for (Projet p : faits.actifs()) {
      constats.cas(p.finitAvantDeCommencer().et(p.actif()), p.dateFin(), p.dateDebut()).pour(p);
    }
  }

  private static void finLimite(FaitsALaMain faits, Parametre parametre, Constats constats) {
    for (Projet p : datables(faits)) {
      Verite depasse = p.dateFin().depasse(parametre.date(), parametre.derniereDate());
      constats
          .cas(depasse.et(p.actif()), p.dateFin(), faits.identification().dateDepot())
          .pour(p)
          .avec("limite", parametre.derniereDate());
    }
  }

  private static void debutApresLExercice(
      FaitsALaMain faits, Parametre parametre, Constats constats) {
    Identification i = faits.identification();
    for (Projet p : faits.actifs()) {
      Verite apres = p.dateDebut().apres(i.exerciceFin());
      constats.cas(apres.et(p.actif()), p.dateDebut(), i.exerciceFin()).pour(p);
    }
  }

  private static void debutAvantLeProtocole(
      FaitsALaMain faits, Parametre parametre, Constats constats) {
    for (Projet p : faits.actifs()) {
      Verite avant = p.dateProtocole().apres(p.dateDebut());
      constats.cas(avant.et(p.actif()), p.dateProtocole(), p.dateDebut()).pour(p);
    }
  }

  private static void protocoleAvantLaSignature(
      FaitsALaMain faits, Parametre parametre, Constats constats) {
    Identification i = faits.identification();
    for (Projet p : faits.actifs()) {
      Verite avant = p.dateProtocole().avant(i.dateSignatureEntente());
      constats.cas(avant.et(p.actif()), p.dateProtocole(), i.dateSignatureEntente()).pour(p);
    }
  }

  private static void porteeEtTerritoires(
      FaitsALaMain faits, Parametre parametre, Constats constats) {
    for (Projet p : faits.actifs()) {
      constats
          .cas(p.porteeContredite(parametre.nombre()).et(p.actif()), p.portee(), p.territoires())
          .pour(p)
          .avec("nombre", p.nombreDeTerritoires())
          .avec("regionalDes", parametre.nombre())
          .variante(p.portee().est(Portee.LOCALE).isVrai() ? "locale" : "regionale");
    }
  }

  private static void inscritDeuxFois(FaitsALaMain faits, Parametre parametre, Constats constats) {
    for (Doublon d : faits.doublons()) {
      constats.cas(d.repete(), d.lieux()).pour(d.projet()).avec("premier", d.numeroDuPremier());
    }
  }

  private static void statutEtFin(FaitsALaMain faits, Parametre parametre, Constats constats) {
    Identification i = faits.identification();
    for (Projet p : datables(faits)) {
      Verite finitApres = p.dateFin().apres(i.exerciceFin());
      Verite debuteApres = p.dateDebut().apres(i.exerciceFin()).certaine();
      Verite termine = p.statut().est(Statut.TERMINE);
      Verite termineTropTot = termine.et(finitApres);
      Verite enCoursTropTard = p.statut().est(Statut.EN_COURS).et(finitApres.ou(debuteApres).non());
      constats
          .cas(termineTropTot.ou(enCoursTropTard), p.statut(), p.dateFin(), i.exerciceFin())
          .pour(p)
          .variante(termine.isVrai() ? "termine" : "enCours");
    }
  }

  private static void annuleEtPaye(FaitsALaMain faits, Parametre parametre, Constats constats) {
    for (Projet p : faits.projets()) {
      if (p.actif() != Verite.VRAI) {
        Verite paye = p.aideVerseeExercice().apres(Montant.ZERO);
        constats.cas(p.actif().non().et(paye), p.statut(), p.aideVerseeExercice()).pour(p);
      }
    }
  }
}
