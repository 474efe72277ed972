package org.verifqis.service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.verifqis.classeur.Source;
import org.verifqis.modele.Erreur;
import org.verifqis.regles.Jugement;
import org.verifqis.regles.Parametres.Superposee;
import org.verifqis.regles.derogations.Derogations;
import org.verifqis.regles.derogations.UsageDerogation;

/**
 * What checking workbooks gave.
 *
 * @param redditions those that were judged, in the order asked
 * @param erreurs those that could not be
 * @param derogations what became of each dérogation; null where none were given
 * @param chiffres figures of staff that took the place of those of the program
 */
public record Verification(
    List<Verifiee> redditions,
    List<Erreur> erreurs,
    List<UsageDerogation> derogations,
    List<Superposee> chiffres) {
  /** A workbook and what the rules say of it. */
  public record Verifiee(Source source, Jugement jugement) {}

  /**
   * What came of each workbook, with what staff accept.
   *
   * @param derogations null for none
   * @param jour the day of the judgement
   */
  static Verification de(
      List<Source> sources,
      List<Issue<Jugement>> issues,
      Derogations derogations,
      LocalDate jour,
      Socle socle) {
    List<Source> lues = new ArrayList<>();
    List<Jugement> jugements = new ArrayList<>();
    List<Erreur> erreurs = new ArrayList<>();
    for (int i = 0; i < issues.size(); i++) {
      if (issues.get(i).reussie()) {
        lues.add(sources.get(i));
        jugements.add(issues.get(i).valeur());
      } else {
        erreurs.add(issues.get(i).erreur());
      }
    }
    List<UsageDerogation> usages = null;
    if (derogations != null) {
      Derogations.Effet effet = derogations.applique(jugements, null, jour);
      jugements = effet.jugements();
      usages = effet.usages();
    }
    List<Verifiee> verifiees = new ArrayList<>();
    for (int i = 0; i < lues.size(); i++) {
      verifiees.add(new Verifiee(lues.get(i), jugements.get(i)));
    }
    return new Verification(
        List.copyOf(verifiees), List.copyOf(erreurs), usages, socle.parametres().superposees());
  }

  /** What the rules say of each, in their order. */
  public List<Jugement> jugements() {
    return redditions.stream().map(Verifiee::jugement).toList();
  }
}
