package org.verifqis.audit;

import java.nio.file.Path;
import java.util.List;
import org.verifqis.modele.Refus;
import org.verifqis.regles.Ensemble;
import org.verifqis.regles.derogations.UsageDerogation;

/**
 * What an audit found.
 *
 * @param dossiers the workbooks that were judged, in the order asked; their judgements hold the
 *     findings of family INT that belong to them
 * @param ensemble what was found across them
 * @param trace hash that stands for the findings of ensemble
 * @param derogations what became of each dérogation; null where no file of them was given
 * @param echecs the files that could not be judged
 */
public record Resultat(
    List<Dossier> dossiers,
    Ensemble ensemble,
    String trace,
    List<UsageDerogation> derogations,
    List<Echec> echecs) {
  /**
   * A file that could not be judged.
   *
   * @param fichier where it lies
   * @param refus why
   */
  public record Echec(Path fichier, Refus refus) {}
}
