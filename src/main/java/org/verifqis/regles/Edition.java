package org.verifqis.regles;

import java.time.LocalDate;
import org.verifqis.modele.Exercice;

/**
 * An edition of the agreements.
 *
 * @param nom for instance {@code 2017-2024}
 * @param premier its first exercice
 * @param dernier its last exercice
 */
public record Edition(String nom, Exercice premier, Exercice dernier) {
  /** Whether the exercice that holds a date is one of this edition. */
  public boolean contient(LocalDate date) {
    Exercice exercice = Exercice.contenant(date);
    return exercice.compareTo(premier) >= 0 && exercice.compareTo(dernier) <= 0;
  }
}
