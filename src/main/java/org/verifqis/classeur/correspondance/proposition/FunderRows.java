package org.verifqis.classeur.correspondance.proposition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.verifqis.classeur.correspondance.proposition.Assignment.Fit;
import org.verifqis.classeur.correspondance.proposition.FoundTable.Column;
import org.verifqis.classeur.correspondance.proposition.Scoring.Score;
import org.verifqis.classeur.correspondance.proposition.Survey.TableChoice;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Gabarit.FeuilleVoulue;
import org.verifqis.modele.Onglet;
import org.verifqis.modele.proposition.Preuve;
import org.verifqis.modele.proposition.Preuve.Nature;
import org.verifqis.modele.proposition.Proposition.Intitule;
import org.verifqis.modele.proposition.Proposition.Ligne;

/** Tables in which a project has a row for each of its funders. */
final class FunderRows {
  private static final List<String> MONEY =
      List.of("aideAccordee", "autresAidesPubliques", "contributionMilieu", "coutTotal");
  private static final List<String> PAID = List.of("aideVerseeAnterieure", "aideVerseeExercice");
  private static final int MOST_WORDS = 10;
  private static final double NAMED = 0.6;
  private static final double CONFIDENCE = 0.8;

  private final TableChoice choice;
  private final FeuilleVoulue wanted;
  private final Lexique lexique;
  private final Scoring scoring;
  private final Lines lines;

  FunderRows(
      TableChoice choice, FeuilleVoulue wanted, Lexique lexique, Scoring scoring, Lines lines) {
    this.choice = choice;
    this.wanted = wanted;
    this.lexique = lexique;
    this.scoring = scoring;
    this.lines = lines;
  }

  /** Makes the lines of such a table, and what its block needs; does nothing elsewhere. */
  void apply(Map<Champ, Ligne> made, Map<String, Object> frame) {
    Fit key = choice.fields().chosen().get(wanted.champ("numero"));
    if (choice.onglet() != Onglet.PROJETS || key == null || !isMergedDown(key.column())) {
      return;
    }
    for (Column column : choice.table().columns()) {
      Map<Champ, String> words = words(column);
      Column amount = amount(column);
      if (words.size() > 1 && words.containsKey(wanted.champ("aideAccordee")) && amount != null) {
        lines(made, column, amount, words);
        List<String> carried =
            choice.table().columns().stream()
                .filter(c -> isMergedDown(c) && !c.aspect().isNumeric())
                .map(Column::header)
                .toList();
        frame.put("reporter", carried);
        frame.put("regrouper", List.of(key.column().header()));
        return;
      }
    }
  }

  /** Whether it says once for several rows what they have in common. */
  private static boolean isMergedDown(Column column) {
    double density = column.aspect().density();
    return density > 0 && density <= 0.6 && column.values().get(0) != null;
  }

  /** The word of each kind of money. */
  private Map<Champ, String> words(Column column) {
    Map<Champ, String> words = new LinkedHashMap<>();
    Aspect aspect = column.aspect();
    if (aspect.density() < 0.9 || aspect.words().size() > MOST_WORDS || aspect.isNumeric()) {
      return words;
    }
    for (String word : aspect.words().keySet()) {
      Wording wording = lexique.wording(List.of(word), null);
      Champ best = null;
      double most = NAMED;
      for (String name : MONEY) {
        double score = scoring.name(Onglet.PROJETS, wanted.champ(name), wording).score();
        if (score > most) {
          most = score;
          best = wanted.champ(name);
        }
      }
      if (best != null) {
        words.putIfAbsent(best, word);
      }
    }
    return words;
  }

  /** The first column of amounts that speaks of no time. */
  private Column amount(Column source) {
    for (Column column : choice.table().columns()) {
      boolean after = column.column() > source.column();
      if (after && column.aspect().isNumeric() && column.wording().time() == null) {
        return column;
      }
    }
    return null;
  }

  private void lines(
      Map<Champ, Ligne> made, Column source, Column amount, Map<Champ, String> words) {
    MONEY.forEach(name -> made.remove(wanted.champ(name)));
    words.forEach((champ, word) -> made.put(champ, line(champ, source, amount, word, CONFIDENCE)));
    String own = words.get(wanted.champ("aideAccordee"));
    for (String name : PAID) {
      Fit fit = best(wanted.champ(name));
      if (fit != null) {
        made.put(
            wanted.champ(name),
            line(wanted.champ(name), source, fit.column(), own, fit.score().score() * 0.9));
      }
    }
  }

  private Fit best(Champ champ) {
    Fit chosen = choice.fields().chosen().get(champ);
    List<Fit> all = choice.fields().candidates(champ);
    return chosen != null ? chosen : all.size() == 1 ? all.get(0) : null;
  }

  private Ligne line(Champ champ, Column source, Column amount, String word, double confidence) {
    Map<String, Object> when = new LinkedHashMap<>();
    when.put(source.header(), word);
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("entete", lines.yearly(amount.header()));
    lines.treat(champ, choice.table().sheet(), amount, told);
    told.put("si", when);
    List<Intitule> titles = new ArrayList<>();
    titles.add(Lines.title(choice.table().sheet(), amount));
    titles.add(Lines.title(choice.table().sheet(), source));
    Score score = new Score(confidence, List.of(Preuve.de(Nature.SOURCE, word)), null);
    return Lines.made(champ, told, titles, score.score(), score.evidence());
  }
}
