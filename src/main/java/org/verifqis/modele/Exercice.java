package org.verifqis.modele;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;

/**
 * A year from 1 April to 31 March.
 *
 * @param annee the year in which it begins
 */
public record Exercice(int annee) implements Comparable<Exercice> {
  /** The one that holds a date. */
  public static Exercice contenant(LocalDate date) {
    return new Exercice(
        date.getMonthValue() >= Month.APRIL.getValue() ? date.getYear() : date.getYear() - 1);
  }

  /** 1 April. */
  public LocalDate debut() {
    return LocalDate.of(annee, Month.APRIL, 1);
  }

  /** 31 March of the next year. */
  public LocalDate fin() {
    return LocalDate.of(annee + 1, Month.MARCH, 31);
  }

  /** The first such day of the year strictly after a date. */
  public static LocalDate prochain(MonthDay jour, LocalDate date) {
    LocalDate memeAnnee = jour.atYear(date.getYear());
    return memeAnnee.isAfter(date) ? memeAnnee : jour.atYear(date.getYear() + 1);
  }

  /** Its label, for instance {@code 2021-2022}. */
  public String nom() {
    return annee + "-" + (annee + 1);
  }

  @Override
  public int compareTo(Exercice autre) {
    return Integer.compare(annee, autre.annee);
  }

  // Written out: what the JVM makes of a record for it is made anew at each start.
  @Override
  public boolean equals(Object autre) {
    return autre instanceof Exercice x && annee == x.annee;
  }

  @Override
  public int hashCode() {
    return annee;
  }

  @Override
  public String toString() {
    return nom();
  }
}
