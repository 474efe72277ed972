package org.verifqis.modele;

import java.util.List;
import java.util.Map;

/**
 * A workbook as it was read: what it says, where each value stands, and what reading it showed.
 *
 * @param fichier the file
 * @param feuillesTrouvees names of all the sheets of the workbook, in its order
 * @param feuilles the sheets that the gabarit wants, by their name in the gabarit, found or not
 * @param identification form Identification
 * @param rapportFinancier form Rapport financier
 * @param versements rows of Versements, in their order; likewise the others
 * @param totaux figures of the total rows
 * @param releves what reading showed, one for each kind
 */
public record Reddition(
    Fichier fichier,
    List<String> feuillesTrouvees,
    Map<String, Feuille> feuilles,
    Identification identification,
    RapportFinancier rapportFinancier,
    List<Versement> versements,
    List<Projet> projets,
    List<Instance> instances,
    List<Implication> implications,
    List<Priorite> priorites,
    List<Volet> volets,
    List<Total> totaux,
    List<Releve> releves) {

  /**
   * The file that a reddition was read from.
   *
   * @param nom its name, without its folder
   * @param sha256 hash of its bytes, in hexadecimal
   * @param octets its size in bytes
   */
  public record Fichier(String nom, String sha256, long octets) {}
}
