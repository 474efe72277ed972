package org.verifqis.classeur.correspondance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.verifqis.classeur.RawCell;
import org.verifqis.classeur.correspondance.ColumnSpec.Aggregated;
import org.verifqis.classeur.correspondance.ColumnSpec.Joined;
import org.verifqis.classeur.correspondance.ColumnSpec.Measure;
import org.verifqis.classeur.correspondance.Lookups.Row;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.TypeValeur;
import org.verifqis.modele.Verite;

/** Works out values that rows of other tables tell. */
final class TableValues {
  /** Whether more rows than these say the same is not looked at. */
  private static final int MOST_ROWS = 100;

  private final Evaluation evaluation;
  private final Lookups tables;
  private final Map<Aggregated, List<String>> gaps = new IdentityHashMap<>();

  TableValues(Evaluation evaluation, Lookups tables) {
    this.evaluation = evaluation;
    this.tables = tables;
  }

  /** What the row of another table says that has our key. */
  Found joined(Joined joined, TypeValeur type, Scope scope) {
    Found key = evaluation.value(joined.by(), TypeValeur.TEXTE, scope);
    if (key.isUnclear()) {
      return key;
    }
    if (key.isEmpty()) {
      return Found.nothing(key.places());
    }
    return joined.between() == null || !Treating.isList(type)
        ? joined(joined, type, key)
        : each(joined, type, key);
  }

  /** What it says of each item of a list; an item of which it says nothing stays as it is. */
  private Found each(Joined joined, TypeValeur type, Found list) {
    List<String> items = new ArrayList<>();
    List<Found> parts = new ArrayList<>(List.of(list));
    for (String item : Treating.split(list.cell().shown(), joined.between())) {
      Found key = list.reading(RawCell.text(list.cell().column(), item), list.shown());
      Found said = joined(joined, type, key);
      if (said.is(Unclear.NO_ROW)) {
        items.add(item);
      } else if (said.isUnclear()) {
        return said;
      } else {
        items.add(text(said));
        parts.add(said);
      }
    }
    String between = joined.between().isEmpty() ? ";" : joined.between().get(0);
    RawCell cell = RawCell.text(list.cell().column(), String.join(between, items));
    return new Found(cell, list.shown(), Found.places(parts), true);
  }

  private Found joined(Joined joined, TypeValeur type, Found key) {
    List<Row> rows = tables.rows(joined.table(), joined.key(), key);
    if (rows.isEmpty()) {
      return Found.unclear(Unclear.NO_ROW, key.shown().shown(), key.places());
    }
    Found first = said(joined, type, rows.get(0), key);
    for (int i = 1; i < rows.size(); i++) {
      Found other = said(joined, type, rows.get(i), key);
      if (i == MOST_ROWS || !text(first).equals(text(other))) {
        List<Emplacement> places = Found.places(List.of(first, other, key));
        return Found.unclear(Unclear.ROWS, key.shown().shown(), places);
      }
    }
    return new Found(first.cell(), first.shown(), Found.places(List.of(first, key)), true);
  }

  private Found said(Joined joined, TypeValeur type, Row row, Found key) {
    if (row.line().doubt() != null) {
      return row.line().doubt();
    }
    return Names.has(joined.column(), row.headers(), tables)
        ? evaluation.value(joined.column(), type, Scope.of(row.headers(), List.of(row.line())))
        : Found.unclear(Unclear.SOURCE, row.line().sheet(), key.places());
  }

  private static String text(Found found) {
    return found.isEmpty() ? "" : found.cell().shown().strip();
  }

  /** What the rows of another table come to that have our key. */
  Found aggregated(Aggregated spec, TypeValeur type, Scope scope) {
    Found key = spec.by() == null ? null : evaluation.value(spec.by(), TypeValeur.TEXTE, scope);
    if (key != null && (key.isEmpty() || key.isUnclear())) {
      return key.isUnclear() ? key : Found.nothing(key.places());
    }
    List<Emplacement> own = key == null ? List.of() : key.places();
    List<String> missing =
        gaps.computeIfAbsent(spec, s -> tables.gaps(s.table(), h -> Names.has(s, h, tables)));
    if (!missing.isEmpty()) {
      return Found.unclear(Unclear.SOURCE, String.join(", ", missing), own);
    }
    List<Row> rows = tables.rows(spec.table(), spec.key(), key);
    List<Found> parts = new ArrayList<>();
    for (Row row : rows) {
      Found part = part(spec, type, row);
      if (part != null) {
        parts.add(part);
      }
    }
    List<Emplacement> places = new ArrayList<>(Emplacement.joints(Found.places(parts)));
    places.addAll(own);
    Found made = Measures.of(spec.measure(), parts, key);
    if (made.isUnclear()) {
      return made;
    }
    if (parts.isEmpty() && spec.measure() == Measure.SOMME) {
      // Nothing was paid: the register tells all that was.
      made = Found.made(Amounts.cell(BigDecimal.ZERO), places);
    }
    return new Found(made.cell(), made.shown(), places, true);
  }

  /** What a row counts for; null where it does not. */
  private Found part(Aggregated spec, TypeValeur type, Row row) {
    Scope there = Scope.of(row.headers(), List.of(row.line()));
    Evaluation.Answer answer = evaluation.ask(spec.when(), there);
    if (answer.holds() == Verite.FAUX) {
      return null;
    }
    Found part =
        spec.column() == null
            ? evaluation.at(there, counted(spec, row))
            : evaluation.value(spec.column(), type, there);
    Found doubt = row.line().doubt();
    boolean idle = part.isEmpty() || spec.measure() == Measure.SOMME && isZero(part);
    if (idle || answer.holds() == Verite.VRAI && doubt == null) {
      return part;
    }
    return doubt != null ? doubt : answer.unless(part);
  }

  /** A column of a row that is counted in which something stands: its key, or any. */
  private static int counted(Aggregated spec, Row row) {
    if (spec.by() != null) {
      return row.headers().column(spec.key());
    }
    return row.headers().columns().stream()
        .filter(column -> row.line().cell(column) != null)
        .findFirst()
        .orElse(Math.max(1, row.headers().firstColumn()));
  }

  private static boolean isZero(Found found) {
    BigDecimal figure = Amounts.of(found.cell());
    return figure != null && figure.signum() == 0;
  }
}
