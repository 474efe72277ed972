package org.verifqis.classeur.correspondance;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What makes a value.
 *
 * @param origin where it stands, or what it is worked out from
 * @param treatment what is done with it before it is read
 */
record ColumnSpec(Origin origin, Treatment treatment) {

  /** Where a value stands. */
  sealed interface Origin {}

  /** The column of a header: the first of these that there is. */
  record Header(List<String> names) implements Origin {}

  /**
   * What stands beside a label.
   *
   * @param labels its text, or other wordings of it
   * @param place where the value stands
   * @param column header of the column in which it stands; null for beside the label
   * @param after a text after which the label stands; null for anywhere
   */
  record Label(List<String> labels, Place place, String column, TextTest after) implements Origin {}

  /** Where the value of a label stands. */
  enum Place {
    BESIDE,
    BELOW,
    INSIDE
  }

  /** What the last section row said. */
  record SectionName(String name) implements Origin {}

  /** One cell; of the same sheet where none is named. */
  record CellAt(String sheet, int row, int column) implements Origin {}

  /** The name of the sheet, or the part of it that fits a pattern. */
  record SheetName(TextPattern pattern) implements Origin {}

  /** What is declared and stands nowhere. */
  record Constant(Object value) implements Origin {}

  /** The sum of others. */
  record Sum(List<ColumnSpec> parts) implements Origin {}

  /** The sum of the columns whose header fits a pattern; the condition is asked of its group. */
  record SumOfHeaders(TextPattern pattern, Condition condition) implements Origin {}

  /** The first of others that is not empty. */
  record FirstOf(List<ColumnSpec> others) implements Origin {}

  /**
   * Which of some columns are crossed.
   *
   * @param values what each header stands for
   * @param pattern headers by a pattern, of which each stands for its group; null without one
   * @param several whether several may be
   */
  record Crosses(Map<String, String> values, TextPattern pattern, boolean several)
      implements Origin {}

  /**
   * What another table says under the same key.
   *
   * @param between what stands between the keys of a list, each of which is looked up; null where a
   *     cell is one key
   */
  record Joined(String table, ColumnSpec by, String key, ColumnSpec column, List<String> between)
      implements Origin {}

  /** What rows of another table come to. */
  record Aggregated(
      String table,
      ColumnSpec by,
      String key,
      Measure measure,
      ColumnSpec column,
      Map<String, Condition> when)
      implements Origin {}

  /** In a crossed table, the cell, or the header of its column. */
  record Pivoted(boolean header) implements Origin {}

  /** What is made of several. */
  enum Measure {
    PREMIER,
    DERNIER,
    SOMME,
    COMPTE,
    DISTINCTS,
    LISTE,
    MIN,
    MAX
  }

  /**
   * What is done with what was found.
   *
   * @param words what stands for what, by normalised word; null for nothing
   * @param lenient whether a word that is not told counts as empty
   * @param unit by which a figure is multiplied; null for one
   * @param format how a date is written; null for as ever
   * @param separators what stands between the items of a list; empty for as ever
   * @param extract the part that counts; null for all
   * @param when what is asked of the row; empty for nothing
   * @param otherwise what it is where that does not hold, or nothing is found; null for nothing
   * @param blanks words that count as empty
   * @param measure what is made of several rows of a record; null for what its type wants
   */
  record Treatment(
      Map<String, String> words,
      boolean lenient,
      BigDecimal unit,
      String format,
      List<String> separators,
      TextPattern extract,
      Map<String, Condition> when,
      Object otherwise,
      List<String> blanks,
      Measure measure) {
    static final Treatment NONE =
        new Treatment(null, false, null, null, List.of(), null, Map.of(), null, List.of(), null);
  }

  /** The column of a header, read as it is. */
  static ColumnSpec header(String name) {
    return new ColumnSpec(new Header(List.of(name)), Treatment.NONE);
  }

  /** Whether the cell is read as it is. */
  boolean isPlain() {
    return origin instanceof Header && treatment.equals(Treatment.NONE);
  }
}
