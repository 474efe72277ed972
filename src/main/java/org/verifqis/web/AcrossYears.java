package org.verifqis.web;

import java.util.List;
import java.util.stream.Stream;
import org.verifqis.regles.Regard;
import org.verifqis.regles.ResultatRegle;
import org.verifqis.regles.StatutRegle;
import org.verifqis.service.Suivi;
import org.verifqis.service.depot.DossierDepose;

/**
 * A rule across years, as it was judged.
 *
 * @param result how it ended
 * @param against the earlier filings that the reddition was held against
 */
public record AcrossYears(ResultatRegle result, List<DossierDepose> against) {
  /** Those that were judged, none where there is nothing to hold the reddition against. */
  static List<AcrossYears> of(
      DossierDepose dossier, Suivi followed, List<Filings.Earlier> earlier) {
    List<DossierDepose> held =
        earlier.stream()
            .filter(one -> followed.tenues().contains(one.source().nom()))
            .map(Filings.Earlier::dossier)
            .toList();
    if (held.isEmpty()) {
      return List.of();
    }
    return followed.resultats().stream()
        .map(result -> new AcrossYears(result, against(dossier, result, held)))
        .toList();
  }

  private static List<DossierDepose> against(
      DossierDepose dossier, ResultatRegle result, List<DossierDepose> held) {
    Stream<DossierDepose> those =
        result.statut() == StatutRegle.NON_APPLICABLE ? Stream.of() : held.stream();
    return those
        .filter(
            one ->
                result.regle().regard() != Regard.REPORT
                    || one.exercice().annee() == dossier.exercice().annee() - 1)
        .toList();
  }
}
