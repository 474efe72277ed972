package org.verifqis.modele;

import java.util.Objects;

/**
 * A sheet that the gabarit wants, as the workbook has it.
 *
 * @param cle its name in the gabarit, for instance {@code Cible 4}
 * @param nom its name as it stands in the workbook; the gabarit's where the sheet is missing
 * @param rang its place in the gabarit's order of sheets, from 0
 * @param etat what was found of it
 */
public record Feuille(String cle, String nom, int rang, Etat etat) {
  /** What was found of a wanted sheet. */
  public enum Etat {
    /** No sheet of that name. */
    ABSENTE,
    /** The sheet is there, its table's header is not: everything in it is unknown. */
    SANS_ENTETE,
    /** Optional, and missing or without a record: nothing is asked of it. */
    SANS_OBJET,
    /** Read. */
    LUE,
    /** What stands in it is declared by a correspondance, and in no cell. */
    DECLAREE
  }

  // Written out: what the JVM makes of a record for it is made anew at each start.
  @Override
  public boolean equals(Object autre) {
    return autre instanceof Feuille x
        && rang == x.rang
        && etat == x.etat
        && Objects.equals(cle, x.cle)
        && Objects.equals(nom, x.nom);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(cle);
  }

  /** Whether it is that sheet of the template, whatever the workbook calls it. */
  public boolean est(Onglet onglet) {
    return cle.equals(onglet.nom());
  }

  /** Whether what the sheet holds could be read. */
  public boolean estLue() {
    return etat == Etat.LUE || etat == Etat.DECLAREE;
  }

  /** What is said of its rows taken together: unknown where they could not be read. */
  public Verite siLue(Verite deSesLignes) {
    return estLue() ? deSesLignes : Verite.INCONNU;
  }
}
