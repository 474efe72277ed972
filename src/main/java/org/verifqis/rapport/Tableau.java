package org.verifqis.rapport;

import java.math.BigDecimal;
import java.util.List;

/**
 * A table of a report, whatever writes it.
 *
 * @param titre its title
 * @param legende what has to be known to read it
 * @param entetes headers of its columns, that of the rows first
 * @param lignes its rows
 */
public record Tableau(String titre, String legende, List<String> entetes, List<Ligne> lignes) {

  /** What a row is. */
  public enum Rang {
    ORDINAIRE,
    /** It names the rows below. */
    GROUPE,
    TOTAL
  }

  /**
   * A row.
   *
   * @param rang what it is
   * @param titre its first cell
   * @param cases its other cells; none for a group
   */
  public record Ligne(Rang rang, String titre, List<Case> cases) {}

  /** What a cell is. */
  public enum Nature {
    TEXTE,
    NOMBRE,
    PART,
    MONTANT
  }

  /**
   * A cell.
   *
   * @param texte what people read
   * @param nombre the number that it tells; null where it tells none
   */
  public record Case(Nature nature, String texte, BigDecimal nombre) {}

  /** Whether a column, from 0, holds numbers. */
  public boolean estChiffree(int colonne) {
    return colonne > 0
        && lignes.stream()
            .filter(ligne -> ligne.rang() != Rang.GROUPE)
            .anyMatch(ligne -> ligne.cases().get(colonne - 1).nature() != Nature.TEXTE);
  }
}
