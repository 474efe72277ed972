package org.verifqis.classeur.correspondance;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.verifqis.modele.Onglet;

/**
 * Where in a mandataire's own workbook stands what the template asks; data that runs nothing.
 *
 * @param nom what it is called
 * @param fichier the file that tells it
 * @param empreinte hash of that file
 * @param exercice the year that stands for {exercice}; null without one
 * @param constantes what is declared and stands in no cell: texts by key
 * @param tables auxiliary tables, by name
 * @param blocs where the records and fields stand
 * @param absents what is confirmed as not kept
 * @param ignorer headers that are set aside, normalised
 */
public record Correspondance(
    String nom,
    String fichier,
    String empreinte,
    String exercice,
    Map<Onglet, Map<String, Object>> constantes,
    Map<String, TableSpec> tables,
    List<BlockSpec> blocs,
    Map<Onglet, Set<String>> absents,
    Set<String> ignorer) {

  /** The agreement that it declares; null where the workbook tells it, or nobody does. */
  public String entente() {
    Object code = constantes.getOrDefault(Onglet.IDENTIFICATION, Map.of()).get("codeEntente");
    return code == null ? null : code.toString();
  }
}
