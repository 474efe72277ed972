package org.verifqis.classeur.correspondance.proposition;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.verifqis.classeur.correspondance.proposition.Assignment.Fit;
import org.verifqis.classeur.correspondance.proposition.FoundTable.Column;
import org.verifqis.classeur.correspondance.proposition.Scoring.Score;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Gabarit.FeuilleVoulue;
import org.verifqis.modele.Onglet;
import org.verifqis.modele.proposition.Preuve;
import org.verifqis.modele.proposition.Preuve.Nature;
import org.verifqis.modele.proposition.Proposition.Ligne;
import org.verifqis.modele.proposition.Proposition.Question;
import org.verifqis.modele.proposition.Proposition.Rival;

/** Which fields are wanted still, and which columns may be them. */
final class OpenFields {
  private static final double BY_VALUES = 0.65;
  private static final int FEWEST = 2;

  /** Figures that are all smaller may be of anything. */
  private static final double AMOUNT = 1_000;

  private final Onglet onglet;
  private final SheetCells sheet;
  private final List<Column> columns;
  private final FeuilleVoulue wanted;
  private final Lexique lexique;
  private final Lines lines;
  private final Map<Champ, Ligne> made;
  private final Set<String> asked = new HashSet<>();

  OpenFields(
      FeuilleVoulue wanted,
      SheetCells sheet,
      List<Column> columns,
      Lexique lexique,
      Lines lines,
      Map<Champ, Ligne> made) {
    this.onglet = Onglet.de(wanted.nom());
    this.sheet = sheet;
    this.columns = columns;
    this.wanted = wanted;
    this.lexique = lexique;
    this.lines = lines;
    this.made = made;
  }

  /** Leaves out what a person is asked about. */
  void ask(List<Question> questions) {
    questions.forEach(
        q -> {
          asked.add(q.champ().cle());
          q.candidats().forEach(c -> asked.add(c.intitule().lieu().cellule()));
        });
  }

  /** Whether a person is asked about a field. */
  boolean isAsked(String key) {
    return asked.contains(key);
  }

  /** Whether a candidate is what stands in a column. */
  boolean isAt(Rival candidate, Column column) {
    return candidate.intitule().lieu().equals(Lines.title(sheet, column).lieu());
  }

  /** A field that is wanted still; null where it is read or asked about. */
  Champ open(String key) {
    return wanted.champs().stream()
        .filter(c -> c.cle().equals(key) && !made.containsKey(c) && !asked.contains(key))
        .findFirst()
        .orElse(null);
  }

  /** Columns of which nothing is read or asked, and that speak of nothing else. */
  List<Column> free() {
    Set<String> read = new HashSet<>(asked);
    made.values().forEach(l -> l.intitules().forEach(t -> read.add(t.lieu().cellule())));
    return columns.stream()
        .filter(c -> !read.contains(Lines.title(sheet, c).lieu().cellule()))
        .filter(c -> c.wording().stems().stream().noneMatch(lexique::isCounter))
        .filter(c -> c.aspect().filled() >= FEWEST)
        .toList();
  }

  /** Reads a field from a column, told by its values. */
  void put(Champ champ, Column column) {
    put(champ, column, Nature.NATURE_VALEURS);
  }

  /** The same, told otherwise. */
  void put(Champ champ, Column column, Nature nature) {
    Preuve why = Preuve.de(nature);
    Fit fit = new Fit(column, new Score(BY_VALUES, List.of(why), null));
    made.put(champ, lines.plain(onglet, champ, sheet, fit, List.of()));
  }

  /** The column of which a field is read; null where it is none alone. */
  Column column(String key) {
    for (Map.Entry<Champ, Ligne> line : made.entrySet()) {
      if (line.getKey().cle().equals(key) && line.getValue().intitules().size() == 1) {
        return at(line.getValue().intitules().get(0).lieu().cellule());
      }
    }
    return null;
  }

  /** The column whose header stands in a cell. */
  Column at(String cell) {
    return columns.stream()
        .filter(c -> Lines.title(sheet, c).lieu().cellule().equals(cell))
        .findFirst()
        .orElse(null);
  }

  /** Whether a column holds amounts of money rather than counts. */
  static boolean isAmount(Column column) {
    return column.aspect().isMoney()
        && column.aspect().largest() >= AMOUNT
        && !column.aspect().isCounted();
  }
}
