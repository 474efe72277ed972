package org.verifqis.rapport;

import java.util.List;
import org.verifqis.regles.Constat;
import org.verifqis.regles.Regle;

/**
 * The findings of one rule on one sheet.
 *
 * @param regle the rule
 * @param constats all of them, in their order; never empty
 */
record GroupeRegle(Regle regle, List<Constat> constats) {
  /** The first of them, as many as a report shows. */
  List<Constat> premiers(int plafond) {
    return constats.subList(0, Math.min(plafond, constats.size()));
  }

  /** How many of them a report does not show. */
  int reste(int plafond) {
    return Math.max(0, constats.size() - plafond);
  }
}
