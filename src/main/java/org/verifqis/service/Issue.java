package org.verifqis.service;

import org.verifqis.modele.Erreur;
import org.verifqis.modele.Refus;

/**
 * What became of something that was asked for.
 *
 * @param valeur what it gave; null where it failed
 * @param erreur of which file it failed, and why; null where it did not
 */
public record Issue<R>(R valeur, Erreur erreur) {
  /** It came to its end. */
  public static <R> Issue<R> de(R valeur) {
    return new Issue<>(valeur, null);
  }

  /** It did not. */
  public static <R> Issue<R> ratee(Erreur erreur) {
    return new Issue<>(null, erreur);
  }

  /** Whether it did. */
  public boolean reussie() {
    return erreur == null;
  }

  /** Whether it might have done so with more memory. */
  boolean sansMemoire() {
    return erreur != null && erreur.refus().motif() == Refus.Motif.MEMOIRE;
  }
}
