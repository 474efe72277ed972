package org.verifqis.regles;

/**
 * What a finding is about, whatever cell it stands in.
 *
 * @param fiche what people know the record by, a number or a name; null where it is about none
 * @param rang which of the records of that name it is, from 1; 0 where that is not known
 * @param champ label of the field to correct; null where it is about none
 */
public record Sujet(String fiche, int rang, String champ) {
  /** Nothing that is known. */
  static final Sujet INCONNU = new Sujet(null, 0, null);
}
