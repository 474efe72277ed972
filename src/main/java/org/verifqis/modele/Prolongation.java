package org.verifqis.modele;

import java.time.LocalDate;

/**
 * How the end of projects was moved (RAPPORT 1).
 *
 * @param premiere the first end of the edition
 * @param auPlusTot the earliest end that may hold; the same as the next one where it is known
 * @param auPlusTard the latest end that may hold
 */
public record Prolongation(LocalDate premiere, LocalDate auPlusTot, LocalDate auPlusTard) {
  /** No end is known: nothing is moved. */
  public static final Prolongation AUCUNE =
      new Prolongation(LocalDate.MAX, LocalDate.MIN, LocalDate.MIN);

  /** The end of a project, at the earliest, that without it would be this day. */
  LocalDate auPlusTot(LocalDate fin) {
    return prolonge(fin, auPlusTot);
  }

  /** The same at the latest. */
  LocalDate auPlusTard(LocalDate fin) {
    return prolonge(fin, auPlusTard);
  }

  private LocalDate prolonge(LocalDate fin, LocalDate limite) {
    return fin.isBefore(premiere) || limite.isBefore(fin) ? fin : limite;
  }
}
