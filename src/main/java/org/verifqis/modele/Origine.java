package org.verifqis.modele;

import java.util.List;
import java.util.Map;

/**
 * By what a workbook that is not the template was read.
 *
 * @param correspondance the name of the correspondance
 * @param fichier the file that tells it
 * @param declarations what it declares and no cell says
 * @param lieux where it found what the template asks
 */
public record Origine(
    String correspondance, String fichier, List<Declaration> declarations, List<Lieu> lieux) {

  /** What an earlier version kept does not say where things stand. */
  public Origine {
    lieux = lieux == null ? List.of() : lieux;
  }

  /** A value that is declared: our sheet, the label of its field, what is declared. */
  public record Declaration(String feuille, String champ, String valeur) {}

  /**
   * Sheets of the workbook that say some of what one of ours asks.
   *
   * @param feuille our sheet
   * @param leurs theirs
   * @param entetes the header or label under which each field stands, by our label; empty where it
   *     stands under none
   */
  public record Lieu(String feuille, List<String> leurs, Map<String, String> entetes) {}
}
