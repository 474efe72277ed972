package org.verifqis.classeur.correspondance.proposition;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.verifqis.classeur.correspondance.proposition.FoundTable.Column;
import org.verifqis.classeur.correspondance.proposition.Scoring.Score;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Onglet;
import org.verifqis.modele.TypeValeur;

/**
 * Labels with a value beside them.
 *
 * @param onglet our sheet
 * @param column the header of the column in which values stand; null for right beside the labels
 * @param fields the label of each field, and what speaks for it
 * @param sums headings whose lines below are to be added up
 * @param values how many columns of values there are: several are records side by side
 * @param firstRow the first row with a label
 * @param repeated the label with which each form begins, where there are several; null for one
 * @param sure whether there is no doubt about the column of its values
 */
record FoundForm(
    Onglet onglet,
    SheetCells sheet,
    Wording column,
    Map<Champ, Field> fields,
    Map<Champ, Sum> sums,
    Map<Champ, List<Field>> questions,
    List<Column> labels,
    int values,
    int firstRow,
    String repeated,
    boolean sure) {
  /** A label, where its value stands ("", "dessous", "dedans"), and what speaks for it. */
  record Field(Column label, String where, Score score) {}

  /** Labels whose values are added up, and the heading above them; null for none. */
  record Sum(Column heading, List<Column> parts, Score score) {}

  /** Whether a label of it, or a value, stands in the columns of a table. */
  boolean isAmong(FoundTable table) {
    return fields.values().stream()
        .map(Field::label)
        .flatMapToInt(
            l ->
                IntStream.concat(
                    IntStream.of(l.column()), l.values().stream().mapToInt(v -> v.column())))
        .anyMatch(c -> c >= table.firstColumn() && c <= table.lastColumn());
  }

  double total() {
    return fields.values().stream().mapToDouble(f -> f.score().score()).sum()
        + 0.7 * sums.size()
        + 0.5 * questions.size();
  }

  /** How many of its values are no amounts. */
  long texts() {
    return fields.entrySet().stream()
        .filter(e -> e.getKey().type() != TypeValeur.MONTANT)
        .filter(e -> e.getValue().label().aspect() != null)
        .filter(e -> !e.getValue().label().aspect().isMoney())
        .count();
  }

  int size() {
    return fields.size() + sums.size() + questions.size();
  }
}
