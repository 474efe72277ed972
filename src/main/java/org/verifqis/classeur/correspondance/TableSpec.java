package org.verifqis.classeur.correspondance;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Rows of sheets that have one header.
 *
 * @param sheets which sheets
 * @param header texts that stand in the header, all of them
 * @param storeys how many rows the header has
 * @param contiguous whether the header ends where a column has none
 * @param repeated whether the header may stand again further down, its columns elsewhere
 * @param after a text after which the header stands; null without one
 * @param anchor a text in which each form begins, or after which the header stands
 * @param zone the cells that are looked at
 * @param sections rows that tell something of those below
 * @param skip rows that are none: totals, notes
 * @param stop rows at which it ends; none for the end of the sheet
 * @param stopAtBlank whether an empty row ends it
 * @param carried headers of the columns whose empty cells say what the cell above says
 * @param filter what is asked of a row
 */
record TableSpec(
    SheetChoice sheets,
    List<String> header,
    int storeys,
    boolean contiguous,
    boolean repeated,
    TextTest after,
    TextTest anchor,
    Zone zone,
    List<Section> sections,
    List<RowTest> skip,
    List<RowTest> stop,
    boolean stopAtBlank,
    List<String> carried,
    Map<String, Condition> filter) {

  /** The same where columns stand for rows, its zone being cut out already. */
  TableSpec inTurn() {
    return new TableSpec(
        sheets,
        header,
        storeys,
        contiguous,
        repeated,
        after,
        anchor,
        Zone.ALL,
        sections,
        skip,
        stop,
        stopAtBlank,
        carried,
        filter);
  }

  /** The columns without which its rows can't be told from others. */
  List<String> needed() {
    return Stream.concat(
            filter.keySet().stream(),
            Stream.concat(skip.stream(), stop.stream())
                .map(RowTest::column)
                .filter(Objects::nonNull))
        .distinct()
        .toList();
  }

  /** A row whose text says what the rows below it have in common. */
  record Section(TextPattern pattern, String name) {}

  /** A test of a row: of its first text, or of that of a column. */
  record RowTest(TextTest what, String column) {}
}
