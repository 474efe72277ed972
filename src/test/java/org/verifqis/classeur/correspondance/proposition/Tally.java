package org.verifqis.classeur.correspondance.proposition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.verifqis.modele.proposition.Proposition;
import org.verifqis.modele.proposition.Proposition.Bloc;
import org.verifqis.modele.proposition.Proposition.Intitule;
import org.verifqis.modele.proposition.Proposition.Ligne;
import org.verifqis.modele.proposition.Proposition.Mot;

/** What was right, wrong and missed over several workbooks. */
final class Tally {
  private int wanted;
  private int proposed;
  private int right;
  private int sure;
  private int sureRight;
  private final List<String> wrong = new ArrayList<>();
  private final List<String> missed = new ArrayList<>();
  private final List<String> wrongWords = new ArrayList<>();

  /**
   * Counts one workbook.
   *
   * @param links what a careful person would map, as {@code Sheet!A1=Sheet.field}
   * @param words their words, as {@code Sheet.field/word}, and our codes
   */
  void count(String name, Proposition made, Set<String> links, Map<String, String> words) {
    List<String> found = new ArrayList<>();
    for (Bloc block : made.blocs()) {
      for (Ligne line : block.lignes()) {
        String field = block.onglet().nom() + "." + line.champ().cle();
        List<Intitule> titles =
            line.intitules().stream().filter(t -> !isAgain(t, line, links)).toList();
        for (Intitule title : titles) {
          String link = title.lieu().feuille() + "!" + title.lieu().cellule() + "=" + field;
          found.add(link);
          count(links.contains(link), line.confiance() >= Proposition.SURE);
          if (!links.contains(link)) {
            wrong.add(name + ": " + title.texte() + " " + link + " " + line.confiance());
          }
        }
        for (Mot word : line.mots()) {
          boolean same =
              word.code() == null || word.code().equals(words.get(field + "/" + word.mot()));
          if (!same) {
            wrongWords.add(name + ": " + field + "/" + word.mot() + " " + word.code());
          }
        }
      }
    }
    wanted += links.size();
    links.stream().filter(l -> !found.contains(l)).forEach(l -> missed.add(name + ": " + l));
  }

  /** Of sheets alike of which one is told for all, only that one counts. */
  private static boolean isAgain(Intitule title, Ligne line, Set<String> links) {
    return !isTold(title, links)
        && line.intitules().stream()
            .anyMatch(t -> t.texte().equals(title.texte()) && isTold(t, links));
  }

  private static boolean isTold(Intitule title, Set<String> links) {
    return links.stream().anyMatch(l -> l.startsWith(title.lieu().feuille() + "!"));
  }

  private void count(boolean isRight, boolean isSure) {
    proposed++;
    right += isRight ? 1 : 0;
    sure += isSure ? 1 : 0;
    sureRight += isRight && isSure ? 1 : 0;
  }

  /** Fails unless as much is found as the design asks. */
  void assertBars() {
    assertThat(wrongWords).isEmpty();
    assertThat((double) right / proposed).as("" + wrong).isGreaterThan(0.92);
    assertThat((double) right / wanted).as("" + missed).isGreaterThan(0.6);
    assertThat((double) sureRight / sure).as("" + wrong).isGreaterThan(0.98);
  }
}
