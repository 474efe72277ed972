package org.verifqis.classeur.correspondance.proposition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.verifqis.classeur.Limites;
import org.verifqis.classeur.Source;
import org.verifqis.classeur.correspondance.Classeur;
import org.verifqis.classeur.correspondance.proposition.Dispositions.Disposition;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.proposition.Proposition;
import org.verifqis.modele.proposition.Proposition.Bloc;
import org.verifqis.modele.proposition.Proposition.Intitule;
import org.verifqis.modele.proposition.Proposition.Ligne;
import org.verifqis.modele.proposition.Proposition.Mot;

/** What is proposed for workbooks in layouts and words that the lexicon was not made from. */
class ProposeurTest {
  private static final Gabarit GABARIT = LecteurGabarit.charge();

  static Proposition propose(Classeur workbook) {
    return new Proposeur(GABARIT, Limites.parDefaut(), MemoireProfils.vide())
        .propose(Source.de("suivi.xlsx", workbook.octets()), null);
  }

  /** What was right, wrong and missed over all of them. */
  private static final class Tally {
    int wanted;
    int proposed;
    int right;
    int sure;
    int sureRight;
    final List<String> wrong = new ArrayList<>();
    final List<String> missed = new ArrayList<>();
    final List<String> wrongWords = new ArrayList<>();
  }

  private static void count(Disposition layout, Tally tally) {
    Proposition proposed = propose(layout.classeur());
    List<String> found = new ArrayList<>();
    for (Bloc block : proposed.blocs()) {
      for (Ligne line : block.lignes()) {
        String field = block.onglet().nom() + "." + line.champ().cle();
        for (Intitule title : line.intitules()) {
          String cell = title.lieu().feuille() + "!" + title.lieu().cellule();
          boolean right = field.equals(layout.liens().get(cell));
          boolean sure = line.confiance() >= Proposition.SURE;
          tally.proposed++;
          tally.right += right ? 1 : 0;
          tally.sure += sure ? 1 : 0;
          tally.sureRight += sure && right ? 1 : 0;
          found.add(cell + "=" + field);
          if (!right) {
            tally.wrong.add(
                layout.nom()
                    + ": "
                    + title.texte()
                    + " "
                    + cell
                    + " "
                    + field
                    + " "
                    + line.confiance());
          }
        }
        for (Mot word : line.mots()) {
          String told = layout.mots().get(field + "/" + word.mot());
          if (word.code() != null && !word.code().equals(told)) {
            tally.wrongWords.add(layout.nom() + ": " + field + "/" + word.mot() + word.code());
          }
        }
      }
    }
    tally.wanted += layout.liens().size();
    layout
        .liens()
        .forEach(
            (cell, field) -> {
              if (!found.contains(cell + "=" + field)) {
                tally.missed.add(layout.nom() + ": " + cell + " " + field);
              }
            });
  }

  @Test
  void theBarsHoldForOtherLayoutsAndWords() {
    Tally tally = new Tally();
    Dispositions.toutes().forEach(layout -> count(layout, tally));
    assertThat(tally.wrongWords).isEmpty();
    assertThat((double) tally.right / tally.proposed).as("" + tally.wrong).isGreaterThan(0.92);
    assertThat((double) tally.right / tally.wanted).as("" + tally.missed).isGreaterThan(0.6);
    assertThat((double) tally.sureRight / tally.sure).as("" + tally.wrong).isGreaterThan(0.98);
  }
}
