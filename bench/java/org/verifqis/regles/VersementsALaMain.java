package org.verifqis.regles;

import java.util.List;
import java.util.Map;
import org.verifqis.modele.Echeancier;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Identification;
import org.verifqis.modele.Montant;
import org.verifqis.modele.SecondsVersements;
import org.verifqis.modele.Somme;
import org.verifqis.modele.Terme;
import org.verifqis.modele.TypeVersement;
import org.verifqis.modele.Verite;
import org.verifqis.modele.Versement;
import org.verifqis.regles.JugeALaMain.Verification;

/** Family VER by hand. */
final class VersementsALaMain {
  private VersementsALaMain() {}

  static void inscris(Map<String, Verification> verifications) {
    verifications.put("VER-01", VersementsALaMain::unPremier);
    verifications.put("VER-02", VersementsALaMain::premierAvantLaSignature);
    verifications.put("VER-03", VersementsALaMain::secondAvantLApprobation);
    verifications.put("VER-04", VersementsALaMain::planDeTravail);
    verifications.put("VER-05", VersementsALaMain::mois);
    verifications.put("VER-06", VersementsALaMain::repete);
    verifications.put("VER-07", VersementsALaMain::avantLeSecond);
    verifications.put("VER-08", VersementsALaMain::auDelaDeLEnveloppe);
    verifications.put("VER-09", VersementsALaMain::versementsRecus);
    verifications.put("VER-10", VersementsALaMain::horsDeLEntente);
    verifications.put("VER-11", VersementsALaMain::additionnelHorsPeriode);
  }

  private static List<Versement> semestriels(FaitsALaMain faits) {
    return faits.versements().stream().filter(v -> Echeancier.semestriel(v).isPossible()).toList();
  }

  private static List<Versement> peutEtre(FaitsALaMain faits, TypeVersement type) {
    return faits.versements().stream().filter(v -> v.type().est(type).isPossible()).toList();
  }

  private static void unPremier(FaitsALaMain faits, Parametre parametre, Constats constats) {
    Echeancier e = faits.echeancier();
    Montant attendu = parametre.montant();
    List<Versement> premiers = e.premiers();
    Verite fautif = e.premierFautif(attendu);
    if (premiers.size() == 1) {
      Versement premier = premiers.get(0);
      constats.cas(fautif, premier.montant()).pour(premier).avec("attendu", attendu);
      return;
    }
    boolean aucun = premiers.isEmpty();
    constats
        .cas(fautif, aucun ? faits.feuille("Versements") : e.typesDesPremiersDeTrop())
        .avec("attendu", attendu)
        .avec("nombre", premiers.size())
        .variante(aucun ? "aucun" : "plusieurs");
  }

  private static void premierAvantLaSignature(
      FaitsALaMain faits, Parametre parametre, Constats constats) {
    Identification i = faits.identification();
    for (Versement v : peutEtre(faits, TypeVersement.PREMIER)) {
      Verite avant = v.date().avant(i.dateSignatureEntente());
      constats
          .cas(avant.et(v.type().est(TypeVersement.PREMIER)), v.date(), i.dateSignatureEntente())
          .pour(v);
    }
  }

  private static void secondAvantLApprobation(
      FaitsALaMain faits, Parametre parametre, Constats constats) {
    Identification i = faits.identification();
    Verite sansApprobation = i.dateApprobationPlan().donnee().non();
    for (Versement v : peutEtre(faits, TypeVersement.SECOND)) {
      Verite tropTot = i.dateApprobationPlan().apres(v.date());
      constats
          .cas(
              sansApprobation.ou(tropTot).et(v.type().est(TypeVersement.SECOND)),
              i.dateApprobationPlan(),
              v.date())
          .pour(v)
          .variante(sansApprobation.isVrai() ? "vide" : "");
    }
  }

  private static void planDeTravail(FaitsALaMain faits, Parametre parametre, Constats constats) {
    Identification i = faits.identification();
    Verite approuve = i.dateApprobationPlan().donnee();
    Verite depose = i.dateDepotPlan().donnee();
    if (approuve == Verite.FAUX && depose == Verite.FAUX) {
      constats.sansObjet();
      return;
    }
    Verite sansDepot = approuve.et(depose.non());
    Verite approbation = sansDepot.ou(i.dateDepotPlan().apres(i.dateApprobationPlan()));
    Verite signature =
        i.dateDepotPlan()
            .avant(i.dateSignatureEntente())
            .ou(i.dateApprobationPlan().avant(i.dateSignatureEntente()));
    constats
        .cas(
            approbation.ou(signature),
            approbation.isVrai() ? i.dateApprobationPlan() : null,
            i.dateDepotPlan(),
            signature.isVrai() ? i.dateSignatureEntente() : null)
        .variante(sansDepot.isVrai() ? "vide" : approbation.isVrai() ? "" : "signature");
  }

  private static void mois(FaitsALaMain faits, Parametre parametre, Constats constats) {
    for (Versement v : semestriels(faits)) {
      constats.cas(Echeancier.dansUnAutreMois(v), v.date(), v.type()).pour(v);
    }
  }

  private static void repete(FaitsALaMain faits, Parametre parametre, Constats constats) {
    Echeancier e = faits.echeancier();
    for (Versement v : semestriels(faits)) {
      constats
          .cas(e.repete(v), v.type(), v.date(), e.lieuxDuPremierDeLAnnee(v))
          .pour(v)
          .avec("premier", e.numeroDuPremierDeLAnnee(v));
    }
  }

  private static void avantLeSecond(FaitsALaMain faits, Parametre parametre, Constats constats) {
    SecondsVersements s = new SecondsVersements(faits.versements());
    for (Versement v : semestriels(faits)) {
      constats
          .cas(s.suitOuManque(v).et(Echeancier.semestriel(v)), v.date(), v.type())
          .pour(v)
          .avec("second", s.datePremier())
          .variante(s.datePremier() == null ? "aucun" : "");
    }
  }

  private static void auDelaDeLEnveloppe(
      FaitsALaMain faits, Parametre parametre, Constats constats) {
    Identification i = faits.identification();
    Somme somme =
        Somme.desTermes(
            faits.versements().stream()
                .map(v -> Terme.si(v.type().est(TypeVersement.ADDITIONNEL).non(), v.montant()))
                .toList());
    constats
        .cas(somme.depasse(i.enveloppe()), i.enveloppe(), montants(faits))
        .ecart(somme, i.enveloppe());
  }

  /** The range of the amounts. */
  static List<Emplacement> montants(FaitsALaMain faits) {
    return Emplacement.colonne(faits.versements().stream().map(Versement::montant).toList());
  }

  private static void versementsRecus(FaitsALaMain faits, Parametre parametre, Constats constats) {
    var declare = faits.rapport().versementsRecus();
    Somme somme = faits.echeancier().verses(faits.exercice());
    constats.cas(somme.differe(declare), declare, faits.echeancier().plage()).ecart(somme, declare);
  }

  private static void horsDeLEntente(FaitsALaMain faits, Parametre parametre, Constats constats) {
    Identification i = faits.identification();
    Verite aucuneDateNeConvient = i.dateDepot().avant(i.dateSignatureEntente());
    boolean montreal = !faits.entente().estOrdinaire();
    for (Versement v : faits.versements()) {
      Verite visee = montreal ? Verite.VRAI : v.type().est(TypeVersement.PREMIER).non();
      Verite avant = v.date().avant(i.dateSignatureEntente()).ou(aucuneDateNeConvient);
      Verite apres = v.date().apres(i.dateDepot());
      constats
          .cas(
              avant.et(visee).ou(apres),
              v.date(),
              apres.isVrai() ? i.dateDepot() : i.dateSignatureEntente())
          .pour(v)
          .variante(apres.isVrai() ? "depot" : "signature");
    }
  }

  private static void additionnelHorsPeriode(
      FaitsALaMain faits, Parametre parametre, Constats constats) {
    for (Versement v : peutEtre(faits, TypeVersement.ADDITIONNEL)) {
      Verite hors = v.date().entre(parametre.date(), parametre.derniereDate()).non();
      constats
          .cas(hors.et(v.type().est(TypeVersement.ADDITIONNEL)), v.date(), v.type())
          .pour(v)
          .avec("debut", parametre.date())
          .avec("fin", parametre.derniereDate());
    }
  }
}
