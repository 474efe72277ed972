package org.verifqis.service;

/**
 * What somebody typed for a cell of a workbook.
 *
 * @param feuille the sheet, by its name in the template
 * @param ligne its row, from 1
 * @param colonne its column, from 1
 * @param texte what was typed
 */
public record Tapee(String feuille, int ligne, int colonne, String texte) {}
