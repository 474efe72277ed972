package org.verifqis.modele;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a correspondance found in a workbook, and what it left.
 *
 * @param nom name of the correspondance that was tried
 * @param fichier the file that it stands in
 * @param reddition what was read
 * @param blocs each sheet that a block was looked for in
 * @param nouveaux headers that nothing asks for and that are not set aside
 * @param sautees rows that were passed over
 * @param totaux figures of such rows beside our sums
 * @param absents what the correspondance names and the workbook does not have
 * @param doubles rows of which two blocks make the same record
 * @param orphelines rows of a register whose key is that of no record
 */
public record Essai(
    String nom,
    String fichier,
    Reddition reddition,
    List<Bloc> blocs,
    List<Entete> nouveaux,
    List<Rangee> sautees,
    List<Controle> totaux,
    List<Manque> absents,
    List<Emplacement> doubles,
    List<Entete> orphelines) {
  /**
   * A sheet that a block reads.
   *
   * @param vers our sheet
   * @param feuille theirs
   * @param entete the row of its header, or the column of its labels where a record is a column; 0
   *     for a form
   * @param enColonnes whether a record is a column
   * @param fiches how many records were read
   * @param trouves what was found of what the block names
   * @param manquants labels of our fields for which it was not
   */
  public record Bloc(
      String vers,
      String feuille,
      int entete,
      boolean enColonnes,
      int fiches,
      List<Trouve> trouves,
      List<String> manquants) {}

  /**
   * A field that was found.
   *
   * @param entete the header or label that it was found under; empty where it stands otherwise
   * @param sources the columns of other tables that it is worked out from
   */
  public record Trouve(Champ champ, String entete, List<Ailleurs> sources) {}

  /**
   * A column of another table.
   *
   * @param feuilles the sheets on which that table stands
   * @param colonne its header; empty where its rows are counted
   * @param cle the column whose value is ours; empty where all rows count
   */
  public record Ailleurs(List<String> feuilles, String colonne, String cle) {}

  /**
   * What a block or a table names and the workbook does not have.
   *
   * @param pour the sheet of the template that the block fills, or the name of the table
   * @param feuille the sheet that lacks it; null where it is the sheet that is not there
   * @param nom its name; null for a header of which all is there, and not in one row
   * @param proche what is there and looks most like it; null without any
   */
  public record Manque(String pour, String feuille, String nom, String proche) {}

  /** A header that nobody asked for, or a key that is that of no record. */
  public record Entete(String texte, Emplacement lieu) {}

  /**
   * A row that was passed over.
   *
   * @param lieu where it begins
   * @param enColonne whether it is a column: a record is one there
   * @param motif why
   * @param texte what it begins with
   */
  public record Rangee(Emplacement lieu, boolean enColonne, String motif, String texte) {}

  /**
   * A figure of a total row.
   *
   * @param leur theirs
   * @param notre what we read above it, since the last such row or since the first row, whichever
   *     is theirs; since the first row where neither is
   */
  public record Controle(Emplacement lieu, Champ champ, BigDecimal leur, BigDecimal notre) {
    /** Whether both are the same to the cent. */
    public boolean concorde() {
      return leur.subtract(notre).abs().compareTo(new BigDecimal("0.005")) < 0;
    }
  }
}
