package org.verifqis.modele;

/**
 * An administrative region of Québec.
 *
 * @param code two digits, for instance {@code 14}
 * @param nom its name
 */
public record Region(String code, String nom) {
  @Override
  public String toString() {
    return code;
  }
}
