package org.verifqis.rapport;

import java.util.List;
import org.verifqis.regles.Constat;
import org.verifqis.regles.Regle;

/**
 * The findings of one rule on one sheet.
 *
 * @param regle the rule
 * @param constats all of them, in their order; never empty
 * @param dits those that people are told, one a cause; never empty
 */
record GroupeRegle(Regle regle, List<Constat> constats, List<Constat> dits) {
  /** The first of them, as many as a report shows. */
  List<Constat> premiers(int plafond) {
    return dits.subList(0, Math.min(plafond, dits.size()));
  }

  /** How many of them a report does not show. */
  int reste(int plafond) {
    return Math.max(0, dits.size() - plafond);
  }
}
