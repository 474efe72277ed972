package org.verifqis.classeur.correspondance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.verifqis.classeur.RawCell;
import org.verifqis.classeur.correspondance.ColumnSpec.Aggregated;
import org.verifqis.classeur.correspondance.ColumnSpec.CellAt;
import org.verifqis.classeur.correspondance.ColumnSpec.Constant;
import org.verifqis.classeur.correspondance.ColumnSpec.Crosses;
import org.verifqis.classeur.correspondance.ColumnSpec.FirstOf;
import org.verifqis.classeur.correspondance.ColumnSpec.Header;
import org.verifqis.classeur.correspondance.ColumnSpec.Joined;
import org.verifqis.classeur.correspondance.ColumnSpec.Label;
import org.verifqis.classeur.correspondance.ColumnSpec.Measure;
import org.verifqis.classeur.correspondance.ColumnSpec.Origin;
import org.verifqis.classeur.correspondance.ColumnSpec.Pivoted;
import org.verifqis.classeur.correspondance.ColumnSpec.SectionName;
import org.verifqis.classeur.correspondance.ColumnSpec.SheetName;
import org.verifqis.classeur.correspondance.ColumnSpec.Sum;
import org.verifqis.classeur.correspondance.ColumnSpec.SumOfHeaders;
import org.verifqis.classeur.correspondance.ColumnSpec.Treatment;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Normalisation;
import org.verifqis.modele.TypeValeur;
import org.verifqis.modele.Verite;

/** Works out the values of records as the columns of a profile say. */
final class Evaluation {
  private static final Set<String> CROSSED =
      Set.of("x", "oui", "o", "yes", "y", "1", "vrai", "true", "✓", "✔", "√", "☑", "☒", "●", "•");
  private static final Set<String> NOT_CROSSED =
      Set.of("non", "n", "no", "0", "faux", "false", "☐", "□", "○");

  private final Lookups tables;
  private final FormValues forms;
  private final TableValues others;

  Evaluation(Lookups tables) {
    this.tables = tables;
    this.forms = new FormValues(tables);
    this.others = new TableValues(this, tables);
  }

  /** The value of a column of a record. */
  Found value(ColumnSpec spec, TypeValeur type, Scope scope) {
    boolean measured = spec.treatment().measure() != null && !scope.lines().isEmpty();
    Found found =
        measured || scope.lines().size() > 1 ? ofLines(spec, type, scope) : one(spec, type, scope);
    Object otherwise = spec.treatment().otherwise();
    if (otherwise == null || !found.isNowhere()) {
      return found;
    }
    return Found.made(RawCell.text(1, otherwise.toString()), found.places());
  }

  /** Of a record of several rows: of those that the condition holds for. */
  private Found ofLines(ColumnSpec spec, TypeValeur type, Scope scope) {
    List<Found> filled = new ArrayList<>();
    Found empty = null;
    for (Line line : scope.lines()) {
      Found found = one(spec, type, scope.with(line));
      if (!found.isEmpty()) {
        filled.add(found);
      } else if (empty == null) {
        empty = found;
      }
    }
    if (spec.origin() instanceof Crosses && filled.stream().anyMatch(f -> !isZero(f))) {
      filled.removeIf(Evaluation::isZero);
    }
    Measure measure = spec.treatment().measure();
    if (measure == null) {
      measure = measure(spec, type);
    }
    if (filled.isEmpty() && measure != Measure.COMPTE && measure != Measure.DISTINCTS) {
      return empty;
    }
    return filled.size() == 1 && measure != Measure.COMPTE && measure != Measure.DISTINCTS
        ? filled.get(0)
        : Measures.of(measure, filled, empty);
  }

  private static boolean isZero(Found found) {
    BigDecimal figure = Amounts.of(found.cell());
    return figure != null && figure.signum() == 0;
  }

  private static Measure measure(ColumnSpec spec, TypeValeur type) {
    if (type == TypeValeur.LISTE_TEXTE || type == TypeValeur.LISTE_CODE) {
      return Measure.LISTE;
    }
    boolean counted = spec.origin() instanceof Crosses && type == TypeValeur.ENTIER;
    boolean chosen = !spec.treatment().when().isEmpty() && type.estChiffre();
    return counted || chosen ? Measure.SOMME : Measure.PREMIER;
  }

  private Found one(ColumnSpec spec, TypeValeur type, Scope scope) {
    Treatment treatment = spec.treatment();
    if (treatment.when().isEmpty()) {
      return Treating.treat(origin(spec.origin(), type, scope), treatment, type);
    }
    Answer answer = ask(treatment.when(), scope);
    Found own = origin(spec.origin(), type, scope);
    return answer.holds() == Verite.VRAI
        ? Treating.treat(own, treatment, type)
        : answer.unless(own);
  }

  /**
   * What is asked of a row.
   *
   * @param holds whether it is so
   * @param asked the first cell of which that can't be told; null where it can
   */
  record Answer(Verite holds, Found asked) {
    /** What a value is of a row that is not so, or of which that can't be told. */
    Found unless(Found value) {
      if (holds == Verite.FAUX || value.isEmpty()) {
        return Found.nothing(value.places());
      }
      String seen = asked.isEmpty() ? value.shown().shown() : asked.shown().shown();
      return Found.doubtful(asked.cell(), seen, Found.places(List.of(asked, value)));
    }
  }

  Answer ask(Map<String, Condition> conditions, Scope scope) {
    Found doubtful = null;
    for (Map.Entry<String, Condition> one : conditions.entrySet()) {
      Found cell = origin(new Header(List.of(one.getKey())), TypeValeur.TEXTE, scope);
      Verite holds = one.getValue().test(cell.cell());
      if (holds == Verite.FAUX) {
        return new Answer(holds, null);
      }
      if (holds == Verite.INCONNU && doubtful == null) {
        doubtful = cell;
      }
    }
    return new Answer(doubtful == null ? Verite.VRAI : Verite.INCONNU, doubtful);
  }

  private Found origin(Origin origin, TypeValeur type, Scope scope) {
    if (origin instanceof Header header) {
      return scope.form() != null
          ? forms.label(new Label(header.names(), ColumnSpec.Place.BESIDE, null, null), scope)
          : at(scope, scope.headers().column(header.names()));
    }
    if (origin instanceof Label label) {
      return scope.form() == null ? nothing(scope) : forms.label(label, scope);
    }
    if (origin instanceof SectionName section) {
      Line line = scope.lines().isEmpty() ? null : scope.lines().get(0);
      Found said = line == null ? null : line.section(section.name());
      return said == null ? nothing(scope) : said;
    }
    if (origin instanceof CellAt cell) {
      return tables.cell(cell, scope.sheet());
    }
    if (origin instanceof SheetName name) {
      String said = name.pattern() == null ? scope.sheet() : name.pattern().first(scope.sheet());
      List<Emplacement> place = List.of(Emplacement.feuille(tables.sheet(scope.sheet())));
      return said == null ? Found.nothing(place) : Found.made(RawCell.text(1, said), place);
    }
    if (origin instanceof Constant constant) {
      return Found.made(RawCell.text(1, constant.value().toString()), List.of());
    }
    return composed(origin, type, scope);
  }

  private Found composed(Origin origin, TypeValeur type, Scope scope) {
    if (origin instanceof Sum sum) {
      List<Found> parts =
          sum.parts().stream().map(part -> value(part, TypeValeur.MONTANT, scope)).toList();
      return Measures.of(Measure.SOMME, parts, null);
    }
    if (origin instanceof SumOfHeaders sum) {
      if (scope.headers() == null) {
        return Found.NOTHING;
      }
      List<Found> parts = new ArrayList<>();
      for (int column : columns(sum, scope.headers())) {
        parts.add(at(scope, column));
      }
      return parts.isEmpty() ? nothing(scope) : Measures.of(Measure.SOMME, parts, null);
    }
    if (origin instanceof FirstOf first) {
      Found none = null;
      for (ColumnSpec other : first.others()) {
        Found found = value(other, type, scope);
        if (!found.isNowhere()) {
          return found;
        }
        none = none == null || none.isEmpty() && !found.isEmpty() ? found : none;
      }
      return none;
    }
    if (origin instanceof Crosses crosses) {
      return crosses(crosses, type, scope);
    }
    if (origin instanceof Joined joined) {
      return others.joined(joined, type, scope);
    }
    if (origin instanceof Aggregated aggregated) {
      return others.aggregated(aggregated, type, scope);
    }
    Pivoted pivoted = (Pivoted) origin;
    if (scope.pivot() == null) {
      return nothing(scope);
    }
    int row = scope.lines().isEmpty() ? 1 : scope.lines().get(0).row();
    if (pivoted.header()) {
      RawCell header = RawCell.text(scope.pivotColumn(), scope.headers().text(scope.pivotColumn()));
      return Found.at(
          header, place(scope.sheet(), scope.headers().row(), scope.pivotColumn(), header));
    }
    return Found.at(scope.pivot(), place(scope.sheet(), row, scope.pivotColumn(), scope.pivot()));
  }

  static List<Integer> columns(SumOfHeaders sum, Headers headers) {
    return headers.columns(sum.pattern()).stream()
        .filter(c -> sum.condition().holds(RawCell.text(c, headers.group(sum.pattern(), c))))
        .toList();
  }

  private Found nothing(Scope scope) {
    if (scope.lines().isEmpty()) {
      return Found.NOTHING;
    }
    Line line = scope.lines().get(0);
    int column = Math.max(1, scope.headers().firstColumn());
    return Found.nothing(
        List.of(place(line.sheet(), line.rowOf(column), line.columnOf(column), null)));
  }

  Found at(Scope scope, int column) {
    if (column == 0 || scope.lines().isEmpty()) {
      return nothing(scope);
    }
    Line line = scope.lines().get(0);
    RawCell cell = line.cell(column);
    return Found.at(cell, place(line.sheet(), line.rowOf(column), line.columnOf(column), cell));
  }

  private Emplacement place(String sheet, int row, int column, RawCell cell) {
    return Emplacement.cellule(
        tables.sheet(sheet), row, column, cell == null ? null : cell.shown());
  }

  private Found crosses(Crosses crosses, TypeValeur type, Scope scope) {
    List<Found> crossed = new ArrayList<>();
    List<String> values = new ArrayList<>();
    List<Found> seen = new ArrayList<>();
    Headers headers = scope.headers();
    Map<String, String> wanted = new LinkedHashMap<>(crosses.values());
    if (crosses.pattern() != null && headers != null) {
      headers
          .columns(crosses.pattern())
          .forEach(c -> wanted.put(headers.text(c), headers.group(crosses.pattern(), c)));
    }
    for (Map.Entry<String, String> one : wanted.entrySet()) {
      Found cell = origin(new Header(List.of(one.getKey())), TypeValeur.TEXTE, scope);
      seen.add(cell);
      if (cell.isEmpty()) {
        continue;
      }
      String text = mark(cell.cell().shown());
      if (CROSSED.contains(text)) {
        crossed.add(cell);
        values.add(one.getValue());
      } else if (!NOT_CROSSED.contains(text)) {
        return cell;
      }
    }
    if (type == TypeValeur.ENTIER) {
      RawCell count = Amounts.cell(BigDecimal.valueOf(crossed.size()));
      return Found.made(count, Found.places(crossed.isEmpty() ? seen : crossed));
    }
    // One column for yes and one for no: where neither is crossed nothing is told.
    boolean opposed =
        type == TypeValeur.OUINON
            && wanted.values().stream().anyMatch(value -> NOT_CROSSED.contains(mark(value)));
    if (crossed.isEmpty()) {
      boolean no = type == TypeValeur.OUINON && !opposed && !seen.isEmpty();
      return no
          ? Found.made(RawCell.text(1, "non"), Found.places(seen))
          : Found.nothing(Found.places(seen));
    }
    if (crossed.size() > 1 && (opposed || isOne(crosses, type))) {
      String cells =
          crossed.stream()
              .flatMap(f -> f.places().stream())
              .map(Emplacement::reference)
              .collect(Collectors.joining(", "));
      return Found.unclear(Unclear.CROSSES, cells, Found.places(crossed));
    }
    String all = type == TypeValeur.OUINON && !opposed ? "oui" : String.join(";", values);
    return Found.made(RawCell.text(1, all), Found.places(crossed));
  }

  private static boolean isOne(Crosses crosses, TypeValeur type) {
    boolean list = type == TypeValeur.LISTE_TEXTE || type == TypeValeur.LISTE_CODE;
    return !crosses.several() && !list && type != TypeValeur.OUINON;
  }

  private static String mark(String text) {
    String plain = Normalisation.normalise(text);
    return plain.isEmpty() ? text.strip() : plain;
  }
}
