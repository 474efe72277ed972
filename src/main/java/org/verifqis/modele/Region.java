package org.verifqis.modele;

/**
 * An administrative region of Québec.
 *
 * @param code two digits, for instance {@code 14}
 * @param nom its name
 */
public record Region(String code, String nom) {
  // Written out: what the JVM makes of a record for it is made anew at each start.
  @Override
  public boolean equals(Object autre) {
    return autre instanceof Region x && code.equals(x.code) && nom.equals(x.nom);
  }

  @Override
  public int hashCode() {
    return code.hashCode();
  }

  @Override
  public String toString() {
    return code;
  }
}
