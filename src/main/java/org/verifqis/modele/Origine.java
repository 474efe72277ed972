package org.verifqis.modele;

import java.util.List;

/**
 * By what a workbook that is not the template was read.
 *
 * @param correspondance the name of the correspondance
 * @param fichier the file that tells it
 * @param declarations what it declares and no cell says
 */
public record Origine(String correspondance, String fichier, List<Declaration> declarations) {
  /** A value that is declared: our sheet, the label of its field, what is declared. */
  public record Declaration(String feuille, String champ, String valeur) {}
}
