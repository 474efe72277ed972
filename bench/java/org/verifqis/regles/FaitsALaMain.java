package org.verifqis.regles;

import java.util.List;
import org.verifqis.modele.Bilan;
import org.verifqis.modele.Doublon;
import org.verifqis.modele.Echeancier;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Feuille;
import org.verifqis.modele.Gouvernance;
import org.verifqis.modele.Identification;
import org.verifqis.modele.Participation;
import org.verifqis.modele.Plan;
import org.verifqis.modele.Projet;
import org.verifqis.modele.Promoteur;
import org.verifqis.modele.RapportFinancier;
import org.verifqis.modele.Reddition;
import org.verifqis.modele.Valeur;
import org.verifqis.modele.Versement;

/**
 * What the checks by hand look at: a reddition, and what modele makes of it.
 *
 * @param reddition the reddition
 * @param editions the editions that the register knows
 * @param entente its agreement; null where unknown
 * @param exercice its year; null where unknown
 */
record FaitsALaMain(
    Reddition reddition,
    Editions editions,
    Entente entente,
    Exercice exercice,
    Participation participation,
    Echeancier echeancier,
    Gouvernance gouvernance,
    Bilan bilan,
    Plan plan,
    List<Promoteur> promoteurs,
    List<Doublon> doublons) {

  static FaitsALaMain de(
      Reddition reddition, Registre registre, Entente entente, Exercice exercice) {
    return new FaitsALaMain(
        reddition,
        new Editions(registre.editions()),
        entente,
        exercice,
        new Participation(reddition.implications()),
        new Echeancier(reddition.versements()),
        new Gouvernance(reddition.instances()),
        new Bilan(reddition.feuilles().get("Bilan pluriannuel"), reddition.volets()),
        new Plan(
            reddition.feuilles().get("Priorités"),
            reddition.priorites(),
            reddition.feuilles().get("Projets"),
            reddition.projets()),
        Promoteur.de(reddition.projets()),
        Doublon.de(reddition.projets()));
  }

  Identification identification() {
    return reddition.identification();
  }

  RapportFinancier rapport() {
    return reddition.rapportFinancier();
  }

  List<Projet> projets() {
    return reddition.projets();
  }

  /** The projects that are active, or may be. */
  List<Projet> actifs() {
    return reddition.projets().stream().filter(projet -> projet.actif().isPossible()).toList();
  }

  List<Versement> versements() {
    return reddition.versements();
  }

  Feuille feuille(String cle) {
    return reddition.feuilles().get(cle);
  }

  /** The range of a column of the projects, found out when it is asked as for the rules. */
  Iterable<Emplacement> colonne(java.util.function.Function<Projet, Valeur<?>> valeur) {
    return () -> Emplacement.colonne(projets().stream().<Valeur<?>>map(valeur).toList()).iterator();
  }
}
