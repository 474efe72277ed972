package org.verifqis.modele;

import java.util.EnumMap;
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
 * @param tables the rows of each table, in their order
 * @param totaux figures of the total rows
 * @param releves what reading showed, one for each kind
 * @param avis what is to be said of it and breaks no rule
 */
public record Reddition(
    Fichier fichier,
    List<String> feuillesTrouvees,
    Map<String, Feuille> feuilles,
    Identification identification,
    RapportFinancier rapportFinancier,
    Map<Onglet, List<? extends Fiche>> tables,
    List<Total> totaux,
    List<Releve> releves,
    List<Avis> avis) {

  /**
   * The file that a reddition was read from.
   *
   * @param nom its name, without its folder
   * @param sha256 hash of its bytes, in hexadecimal
   * @param octets its size in bytes
   * @param origine by what it was read; null where it is the template
   */
  public record Fichier(String nom, String sha256, long octets, Origine origine) {
    /** A file that is read as the template. */
    public Fichier(String nom, String sha256, long octets) {
      this(nom, sha256, octets, null);
    }
  }

  /** A sheet, found or not. */
  public Feuille feuille(Onglet onglet) {
    return feuilles.get(onglet.nom());
  }

  /** Rows of Versements, in their order; likewise the others. */
  public List<Versement> versements() {
    return table(Onglet.VERSEMENTS);
  }

  public List<Projet> projets() {
    return table(Onglet.PROJETS);
  }

  public List<Instance> instances() {
    return table(Onglet.GOUVERNANCE);
  }

  public List<Implication> implications() {
    return table(Onglet.CIBLE_4);
  }

  public List<Priorite> priorites() {
    return table(Onglet.PRIORITES);
  }

  public List<Territoire> territoires() {
    return table(Onglet.TERRITOIRES);
  }

  public List<Volet> volets() {
    return table(Onglet.BILAN);
  }

  /** Its rows are of the type that the sheet makes of them. */
  @SuppressWarnings("unchecked")
  private <F extends Fiche> List<F> table(Onglet onglet) {
    return (List<F>) tables.get(onglet);
  }

  /** All records by their sheet, in the contract's order; a form is one. */
  public Map<Onglet, List<? extends Record>> fiches() {
    Map<Onglet, List<? extends Record>> fiches = new EnumMap<>(Onglet.class);
    fiches.put(Onglet.IDENTIFICATION, List.of(identification));
    fiches.put(Onglet.RAPPORT_FINANCIER, List.of(rapportFinancier));
    tables.forEach((onglet, lignes) -> fiches.put(onglet, records(lignes)));
    return fiches;
  }

  /** What implements Fiche is a record; the list stays what it is. */
  @SuppressWarnings("unchecked")
  private static List<Record> records(List<? extends Fiche> lignes) {
    return (List<Record>) (List<?>) lignes;
  }

  /** The same with other records in a sheet. */
  @SuppressWarnings("unchecked")
  public Reddition avec(Onglet onglet, List<? extends Record> fiches) {
    Map<Onglet, List<? extends Fiche>> autres = new EnumMap<>(tables);
    if (onglet.estTableau()) {
      autres.put(onglet, (List<Fiche>) (List<?>) fiches);
    }
    return new Reddition(
        fichier,
        feuillesTrouvees,
        feuilles,
        onglet == Onglet.IDENTIFICATION ? (Identification) fiches.get(0) : identification,
        onglet == Onglet.RAPPORT_FINANCIER ? (RapportFinancier) fiches.get(0) : rapportFinancier,
        autres,
        totaux,
        releves,
        avis);
  }
}
