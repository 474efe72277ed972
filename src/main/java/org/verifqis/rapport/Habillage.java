package org.verifqis.rapport;

import java.util.List;
import org.verifqis.regles.Constat;
import org.verifqis.regles.Regle;

/** What a page adds to the report that it shows. */
public interface Habillage {
  /** A report that stands by itself: nothing is added. */
  Habillage AUCUN =
      new Habillage() {
        @Override
        public String lien(Regle regle) {
          return null;
        }

        @Override
        public List<Saisie> saisies(Constat constat) {
          return List.of();
        }
      };

  /** Where a rule is told whole; null where nowhere. */
  String lien(Regle regle);

  /**
   * The cells where a finding may be mended, in the order of its places; empty if none alone can.
   */
  List<Saisie> saisies(Constat constat);
}
