package org.verifqis.classeur.correspondance;

import java.util.List;
import java.util.Map;
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
