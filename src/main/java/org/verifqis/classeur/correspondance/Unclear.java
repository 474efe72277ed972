package org.verifqis.classeur.correspondance;

/** Why a value can't be told of the cells that it is to be made of: a detail of LEC-03. */
enum Unclear {
  /** The part of a cell that is asked for is not in it. */
  EXTRACT("extrait"),
  /** No row of the other table has the key. */
  NO_ROW("cleSansRangee"),
  /** Several rows of the other table have the key, and say different things. */
  ROWS("cleRepetee"),
  /** A sheet of the other table, or a column of it, is not there. */
  SOURCE("source"),
  /** What is asked of a cell can't be told of what it holds. */
  CONDITION("condition"),
  /** The same of an empty cell. */
  BLANK_CONDITION("conditionVide"),
  /** Several are crossed where one may be. */
  CROSSES("cases");

  private final String detail;

  Unclear(String detail) {
    this.detail = detail;
  }

  String detail() {
    return detail;
  }
}
