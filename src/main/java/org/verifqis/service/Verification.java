package org.verifqis.service;

import java.util.List;
import org.verifqis.classeur.Source;
import org.verifqis.modele.Erreur;
import org.verifqis.regles.Jugement;
import org.verifqis.regles.Parametres.Superposee;
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

  /** What the rules say of each, in their order. */
  public List<Jugement> jugements() {
    return redditions.stream().map(Verifiee::jugement).toList();
  }
}
