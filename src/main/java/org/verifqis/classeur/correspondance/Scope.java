package org.verifqis.classeur.correspondance;

import java.util.List;
import java.util.Set;
import org.verifqis.classeur.RawCell;

/**
 * Where the values of one record are looked for.
 *
 * @param sheet the sheet
 * @param headers the header of its table; null for a form
 * @param lines its rows; none for a form
 * @param form its cells, for a form; null for a table
 * @param labels what is a label in it, normalised: never the value of another
 * @param pivot the cell of a crossed table that the record is; null elsewhere
 * @param pivotColumn the column of that cell
 */
record Scope(
    String sheet,
    Headers headers,
    List<Line> lines,
    Grid form,
    Set<String> labels,
    RawCell pivot,
    int pivotColumn) {
  static Scope of(Headers headers, List<Line> lines) {
    return new Scope(lines.get(0).sheet(), headers, lines, null, Set.of(), null, 0);
  }

  static Scope of(Grid form, Set<String> labels) {
    return new Scope(form.sheet(), null, List.of(), form, labels, null, 0);
  }

  Scope with(Line line) {
    return new Scope(sheet, headers, List.of(line), form, labels, pivot, pivotColumn);
  }

  Scope with(RawCell crossed, int column) {
    return new Scope(sheet, headers, lines, form, labels, crossed, column);
  }
}
