package org.verifqis.modele.statistiques;

import java.util.List;

/** A table of the statistics: what it needs, and how it is counted over any redditions. */
public interface Table {
  /** Its key: that of its words too. */
  String cle();

  /** Whether a reddition says something of what it counts. */
  boolean renseignee(Apport apport);

  /** What it counts of all that was compiled. */
  default Statistiques portee(Statistiques statistiques) {
    return statistiques;
  }

  /** Whether its columns are years already. */
  default boolean parExercice() {
    return false;
  }

  /** Whether it counts projects, some of which are left out. */
  default boolean deProjets() {
    return false;
  }

  /** Titles of the rows of which a picture says more; none where the table does. */
  default List<Object> series() {
    return List.of();
  }

  /** Counts; what it counts of one reddition alone, where it was given one alone. */
  Grille grille(Statistiques statistiques);
}
