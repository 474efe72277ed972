package org.verifqis.modele;

import java.util.List;

/**
 * What reading the workbook showed of one kind. Rules LEC judge it.
 *
 * @param nature what was looked at
 * @param examines how many cells, columns or sheets were looked at
 * @param anomalies those among them that are wrong, in the order of reading; of so many that nobody
 *     could read them, the first
 * @param enTout how many are wrong
 */
public record Releve(Nature nature, int examines, List<Anomalie> anomalies, int enTout) {

  /** Kinds of anomalies. */
  public enum Nature {
    /** A required value is empty. */
    VALEUR_ABSENTE,
    /** A value can't be read as its type, or the cell holds an error. */
    VALEUR_ILLISIBLE,
    /** A wanted sheet is not in the workbook. */
    FEUILLE_ABSENTE,
    /** A required column or field has no header or no line; or a table has no header row at all. */
    COLONNE_ABSENTE,
    /** A value of type code is in none of the forms of its list. */
    CODE_INCONNU,
    /** A key stands a second time in its sheet. */
    CLE_REPETEE,
    /** A sheet, or rows or columns within its table, are hidden. */
    CONTENU_MASQUE,
    /** An amount or a whole number that may not be is below zero. */
    CHIFFRE_NEGATIF
  }
}
