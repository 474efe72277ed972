package org.verifqis.modele.statistiques;

import java.util.List;

/** All tables of the statistics, in the order in which a director reads them. */
public final class Tables {
  /** They are only told here. */
  public static final List<Table> TOUTES =
      List.of(
          new TableCouverture(),
          new TableNiveaux(),
          new TableFinancement(),
          new TableProjets(),
          new TableIndicateurs(),
          new TablePriorites(),
          new TableTerritoires(),
          new TableLevier(),
          new TablePromoteurs(false),
          new TablePromoteurs(true),
          new TableInterventions(),
          new TableParticipation(),
          new TableNiveauParEntente(),
          new TableFormes(),
          new TableSoutien(),
          new TableDimensions(),
          new TableGouvernance());

  private Tables() {}

  /** All of them, filled. */
  public static List<TableRemplie> de(
      Statistiques statistiques, boolean parExercice, boolean detail) {
    return TOUTES.stream()
        .map(table -> TableRemplie.de(table, statistiques, parExercice, detail))
        .toList();
  }
}
