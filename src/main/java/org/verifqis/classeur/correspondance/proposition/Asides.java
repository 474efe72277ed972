package org.verifqis.classeur.correspondance.proposition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.verifqis.classeur.correspondance.proposition.FoundTable.Column;
import org.verifqis.classeur.correspondance.proposition.Survey.TableChoice;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.proposition.Preuve;
import org.verifqis.modele.proposition.Preuve.Nature;
import org.verifqis.modele.proposition.Proposition.Ecart;
import org.verifqis.modele.proposition.Proposition.Intitule;
import org.verifqis.modele.proposition.Proposition.Lieu;
import org.verifqis.modele.proposition.Proposition.Ligne;
import org.verifqis.modele.proposition.Proposition.Question;

/** What nothing is read from, and why. */
final class Asides {
  private final Gabarit gabarit;
  private final Lexique lexique;
  private final Scoring scoring;
  private final Survey survey;
  private final List<Ecart> aside = new ArrayList<>();
  private final Set<String> twins = new HashSet<>();

  Asides(Gabarit gabarit, Lexique lexique, Scoring scoring, Survey survey) {
    this.gabarit = gabarit;
    this.lexique = lexique;
    this.scoring = scoring;
    this.survey = survey;
  }

  /** A sheet that holds the same as another. */
  void twin(SheetCells sheet, SheetCells first) {
    Preuve why = survey.aside(sheet);
    Preuve alike = Preuve.de(Nature.JUMELLE, first.name());
    aside.add(new Ecart(sheet(sheet), why == null ? alike : why));
    twins.add(sheet.name());
  }

  private static Intitule sheet(SheetCells sheet) {
    return new Intitule(sheet.name(), new Lieu(sheet.name(), ""));
  }

  /** Headers of the table that nothing is read from, and why. */
  void headers(TableChoice choice, List<Ligne> made, List<Question> questions, Joins joins) {
    Set<String> read = new HashSet<>();
    made.forEach(l -> l.intitules().forEach(t -> read.add(t.lieu().toString())));
    questions.forEach(q -> q.candidats().forEach(c -> read.add(c.intitule().lieu().toString())));
    String joined = joins.tables().isEmpty() ? "" : made.toString();
    for (Column column : choice.table().columns()) {
      Intitule title = Lines.title(choice.table().sheet(), column);
      boolean key = !joined.isEmpty() && joined.contains("par=" + column.header());
      if (!read.contains(title.lieu().toString()) && !key) {
        aside.add(new Ecart(title, why(choice, column)));
      }
    }
  }

  private Preuve why(TableChoice choice, Column column) {
    Champ nearest = null;
    Scoring.Score best = Scoring.Score.NONE;
    for (Champ champ : gabarit.feuille(choice.onglet()).champs()) {
      Scoring.Score score = scoring.name(choice.onglet(), champ, column.wording());
      if (score.score() > best.score()) {
        best = score;
        nearest = champ;
      }
    }
    var counter = column.wording().stems().stream().filter(lexique::isCounter).findFirst();
    if (counter.isPresent()) {
      return Preuve.de(Nature.CONTRE, lexique.word(column.header(), counter.get()));
    }
    String time = column.wording().time();
    if (TimeMarks.AFTER.equals(time) || TimeMarks.OTHER.equals(time)) {
      return Preuve.de(Nature.AUTRE_TEMPS);
    }
    var chosen = nearest == null ? null : choice.fields().chosen().get(nearest);
    if (best.score() >= Assignment.LEAST && chosen != null) {
      return Preuve.de(Nature.MIEUX, chosen.column().header());
    }
    return Preuve.de(Nature.INCONNU);
  }

  /** The sheets of which nothing is read. */
  void sheets(Set<String> used, Set<String> otherYears) {
    for (SheetCells sheet : survey.sheets()) {
      if (!used.contains(sheet.name()) && !twins.contains(sheet.name())) {
        Preuve why = survey.aside(sheet);
        boolean other = otherYears.contains(sheet.name());
        Preuve nothing = Preuve.de(other ? Nature.AUTRE_TEMPS : Nature.SANS_TABLEAU);
        aside.add(new Ecart(sheet(sheet), why == null ? nothing : why));
      }
    }
  }

  /** All of it. */
  List<Ecart> all() {
    return List.copyOf(aside);
  }
}
