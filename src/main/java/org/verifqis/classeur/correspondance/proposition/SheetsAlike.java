package org.verifqis.classeur.correspondance.proposition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.verifqis.classeur.RawCell;
import org.verifqis.classeur.correspondance.proposition.FoundTable.Column;
import org.verifqis.classeur.correspondance.proposition.Survey.TableChoice;
import org.verifqis.modele.Normalisation;
import org.verifqis.modele.Onglet;

/**
 * Which tables with the same headers are parts of one, which may as well be meant, and which are
 * none.
 */
final class SheetsAlike {
  /** So few sheets whose names say nothing may be parts of one table. */
  private static final int FEWEST_PARTS = 3;

  /** A table that counts as much less than another like it is not the one that is meant. */
  private static final double NEAR = 0.9;

  /** What stands once in all rows, and in nearly all of them. */
  private static final double UNIQUE = 0.99;

  private static final double MOST = 0.9;

  private final Survey survey;
  private final Lexique lexique;

  SheetsAlike(Survey survey, Lexique lexique) {
    this.survey = survey;
    this.lexique = lexique;
  }

  /** Whether each row names one of the projects: what was paid to them, rather than received. */
  boolean isOfProjects(TableChoice choice) {
    return survey.tables(Onglet.PROJETS).stream()
        .limit(1)
        .filter(p -> p.table() != choice.table())
        .flatMap(p -> p.table().columns().stream())
        .filter(c -> c.aspect().variety() > UNIQUE && c.aspect().isCoded())
        .anyMatch(c -> choice.table().columns().stream().anyMatch(own -> Joins.namesAllOf(own, c)));
  }

  /** Whether dated rows tell again and again of what another table lists. */
  boolean isLogOfOthers(TableChoice choice) {
    List<Column> own = choice.table().columns();
    boolean listed = own.stream().anyMatch(c -> c.aspect().isKey() && c.aspect().variety() > MOST);
    return !listed
        && own.stream().anyMatch(c -> c.aspect().isDated())
        && survey.tables().stream()
            .filter(t -> t.sheet() != choice.table().sheet())
            .flatMap(t -> t.columns().stream())
            .filter(c -> c.aspect().variety() > UNIQUE && c.aspect().isKey())
            .anyMatch(c -> own.stream().anyMatch(o -> Joins.namesAllOf(o, c)));
  }

  /** Whether no other table with the same headers may as well be meant. */
  boolean isAlone(TableChoice first, List<TableChoice> alike) {
    double least = NEAR * survey.standing(first);
    return survey.mayBePart(first) && alike.stream().allMatch(c -> survey.standing(c) < least);
  }

  /** The likeliest; of the parts of one table, the first of them. */
  TableChoice first(List<TableChoice> choices) {
    TableChoice likeliest = choices.get(0);
    List<TableChoice> alike =
        choices.stream()
            .filter(c -> c != likeliest && c.table().isLike(likeliest.table()))
            .filter(c -> c.table().sheet() != likeliest.table().sheet())
            .toList();
    if (alike.isEmpty() || !areParts(likeliest, alike)) {
      return likeliest;
    }
    for (SheetCells sheet : survey.sheets()) {
      for (TableChoice one : choices) {
        boolean part = one == likeliest || alike.contains(one) && mayBePart(one);
        if (part && one.table().sheet() == sheet) {
          return one;
        }
      }
    }
    return likeliest;
  }

  /**
   * Whether tables with the same headers are parts of one rather than years, funds or copies: their
   * sheets are called by territories or scopes, or there are three of them or more, and none holds
   * what another does.
   */
  boolean areParts(TableChoice first, List<TableChoice> alike) {
    List<TableChoice> all = new ArrayList<>(List.of(first));
    all.addAll(alike);
    boolean overYears = first.onglet() == Onglet.VERSEMENTS;
    all.removeIf(c -> !mayBePart(c));
    boolean places = all.stream().map(c -> c.table().sheet().name()).allMatch(this::isPlace);
    boolean few = !places && !overYears && all.size() < FEWEST_PARTS;
    if (!all.contains(first) || all.size() < 2 || few) {
      return false;
    }
    Set<String> records = new HashSet<>();
    for (TableChoice one : all) {
      Set<String> own = told(one);
      long copied = own.stream().filter(records::contains).count();
      if (2 * copied >= own.size()) {
        return false;
      }
      records.addAll(own);
    }
    return true;
  }

  /** All payments since the agreement was signed are asked for: those of other years too. */
  boolean mayBePart(TableChoice choice) {
    boolean payments = choice.onglet() == Onglet.VERSEMENTS;
    return survey.mayBePart(choice)
        || payments && survey.aside(choice.table().sheet()) == null && survey.isOwn(choice);
  }

  private boolean isPlace(String sheet) {
    boolean scope =
        lexique.code("portees", sheet) != null || lexique.code("paliers", sheet) != null;
    return scope || lexique.isTerritory(sheet) || lexique.endsWithTerritory(sheet);
  }

  /** Each record by all that it is told from others by. */
  static Set<String> told(TableChoice choice) {
    boolean payments = choice.onglet() == Onglet.VERSEMENTS;
    List<Column> texts =
        choice.fields().chosen().values().stream()
            .map(Assignment.Fit::column)
            .filter(c -> payments || !c.aspect().isNumeric() && !c.aspect().isDated())
            .toList();
    Set<String> records = new HashSet<>();
    for (int i = 0; i < choice.table().records().size(); i++) {
      StringBuilder record = new StringBuilder();
      for (Column column : texts) {
        RawCell cell = column.values().get(i);
        record.append('/').append(cell == null ? "" : Normalisation.normalise(cell.shown()));
      }
      records.add(record.toString());
    }
    return records;
  }
}
