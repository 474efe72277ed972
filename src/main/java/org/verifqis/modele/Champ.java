package org.verifqis.modele;

import java.util.Objects;

/**
 * A field or a column of the gabarit.
 *
 * @param cle key used by programs, for instance {@code dateDepot}
 * @param libelle label that people see
 * @param type type of its values
 * @param liste key of its code list; null unless the type is CODE or LISTE_CODE
 * @param requis whether an empty value is a breach (LEC-02)
 * @param negatif whether a figure may be below zero (LEC-10)
 */
public record Champ(
    String cle, String libelle, TypeValeur type, String liste, boolean requis, boolean negatif) {
  // Written out: what the JVM makes of a record for it is made anew at each start.
  @Override
  public boolean equals(Object autre) {
    return autre instanceof Champ x
        && cle.equals(x.cle)
        && libelle.equals(x.libelle)
        && type == x.type
        && Objects.equals(liste, x.liste)
        && requis == x.requis
        && negatif == x.negatif;
  }

  @Override
  public int hashCode() {
    return cle.hashCode();
  }
}
