package org.verifqis.web;

import java.util.List;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Exercice;
import org.verifqis.service.depot.DossierDepose;

/**
 * A row of the board: an agreement, and its redditions by year.
 *
 * @param entente the agreement
 * @param dossiers one for each year of the board, also where nothing is filed
 */
public record FilingRow(Entente entente, List<DossierDepose> dossiers) {
  /** The rows of some agreements over some years. */
  static List<FilingRow> of(
      List<Entente> ententes, List<Exercice> years, List<DossierDepose> filed) {
    return ententes.stream()
        .map(
            entente ->
                new FilingRow(
                    entente,
                    years.stream()
                        .map(
                            year ->
                                filed.stream()
                                    .filter(
                                        one ->
                                            one.entente().equals(entente)
                                                && one.exercice().equals(year))
                                    .findFirst()
                                    .orElseGet(() -> DossierDepose.attendu(entente, year)))
                        .toList()))
        .toList();
  }
}
