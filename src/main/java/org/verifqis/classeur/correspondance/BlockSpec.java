package org.verifqis.classeur.correspondance;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Onglet;

/**
 * Where the records of one of our sheets stand.
 *
 * @param onglet our sheet
 * @param kind how they lie
 * @param table the sheets and rows that they lie in
 * @param groupBy headers of the columns whose values tell one record of several rows from another
 * @param unpivot which headers of a crossed table make a record each; null elsewhere
 * @param columns what makes each of our values, by key
 */
record BlockSpec(
    Onglet onglet,
    Kind kind,
    TableSpec table,
    List<String> groupBy,
    TextPattern unpivot,
    Map<String, ColumnSpec> columns) {
  /** The columns without which its records can't be told. */
  List<String> needed() {
    return Stream.concat(table.needed().stream(), groupBy.stream()).distinct().toList();
  }

  /** Whether it is nothing that a part which a field is taken from is not in its cell. */
  boolean isLenient(Champ champ, ColumnSpec spec) {
    boolean cell =
        spec.origin() instanceof ColumnSpec.Header
            || spec.origin() instanceof ColumnSpec.Label
            || spec.origin() instanceof ColumnSpec.FirstOf;
    return cell && !champ.requis() && isShared(spec);
  }

  /** Whether a cell that a column is taken from holds what others are taken from too. */
  private boolean isShared(ColumnSpec spec) {
    List<String> own = Names.labels(Map.of("", spec));
    return columns.values().stream()
        .filter(other -> other != spec)
        .anyMatch(other -> Names.labels(Map.of("", other)).stream().anyMatch(own::contains));
  }

  /** How records lie in a sheet. */
  enum Kind {
    /** A record a row. */
    TABLEAU,
    /** One record: labels with a value beside or below. */
    FORMULAIRE,
    /** Such a form for each record, on sheets of their own or one below the other. */
    FICHE,
    /** A record a column, labels at the left. */
    TRANSPOSE,
    /** A record for each filled cell of a crossed table. */
    CROISE
  }
}
