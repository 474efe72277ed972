package org.verifqis.classeur.correspondance.proposition;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.verifqis.classeur.Limites;
import org.verifqis.classeur.Source;
import org.verifqis.classeur.correspondance.Classeur;
import org.verifqis.classeur.correspondance.proposition.Dispositions.Disposition;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.proposition.Proposition;

/** What is proposed for workbooks in layouts and words that the lexicon was not made from. */
class ProposeurTest {
  private static final Gabarit GABARIT = LecteurGabarit.charge();

  private static final Proposeur PROPOSEUR =
      new Proposeur(GABARIT, Limites.parDefaut(), MemoireProfils.vide());

  static Proposition propose(Classeur workbook) {
    return PROPOSEUR.propose(Source.de("suivi.xlsx", workbook.octets()), null);
  }

  private static Set<String> links(Disposition layout) {
    return layout.liens().entrySet().stream()
        .map(e -> e.getKey() + "=" + e.getValue())
        .collect(Collectors.toSet());
  }

  @Test
  void theBarsHoldForOtherLayoutsAndWords() {
    Tally tally = new Tally();
    Dispositions.toutes()
        .forEach(
            layout ->
                tally.count(
                    layout.nom(), propose(layout.classeur()), links(layout), layout.mots()));
    tally.assertBars();
  }
}
