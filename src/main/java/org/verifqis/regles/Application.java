package org.verifqis.regles;

import org.verifqis.modele.Prolongation;

/**
 * A rule that has to be judged for the reddition at hand. It is the fact that sets a rule of the
 * DRL files going.
 *
 * @param regle its id
 * @param parametre the value of its parameter for this reddition; null for a rule without one
 * @param complement that of its second parameter; null for a rule without one, or without a value
 */
public record Application(String regle, Parametre parametre, Parametre complement) {
  /** Of a rule without a second parameter. */
  public Application(String regle, Parametre parametre) {
    this(regle, parametre, null);
  }

  /** The ends that its second parameter sets; none where that has no value. */
  public Prolongation prolongation() {
    return complement == null
        ? Prolongation.AUCUNE
        : new Prolongation(complement.premiereDate(), complement.date(), complement.derniereDate());
  }
}
