package org.verifqis.modele;

import java.util.List;
import java.util.Map;

/**
 * The template that redditions are filled in: its sheets, in order, and its code lists.
 *
 * @param version its version
 * @param feuilles the wanted sheets, in the contract's order
 * @param listes labels by code, by the key of the list; list {@code ententes} holds the agreements'
 *     names
 * @param aussi other accepted labels, by the same keys
 * @param regions the administrative regions by code
 * @param ententes the agreements by code
 */
public record Gabarit(
    String version,
    List<FeuilleVoulue> feuilles,
    Map<String, Map<String, String>> listes,
    Map<String, Map<String, List<String>>> aussi,
    Map<String, Region> regions,
    Map<String, Entente> ententes) {
  /** The list of the agreements, whose labels are their names. */
  private static final String ENTENTES = "ententes";

  /**
   * A sheet of the template.
   *
   * @param nom its name
   * @param tableau whether it holds one record a row; otherwise one value a line
   * @param champs its columns or fields, in order
   * @param voulue whether a workbook without it breaks LEC-04
   * @param facultative whether it may be missing, or empty, without any rule being broken
   * @param cle key of the column whose values may not stand twice (LEC-07); null without one
   * @param reprise what it leaves to next year's workbook; null for nothing
   */
  public record FeuilleVoulue(
      String nom,
      boolean tableau,
      List<Champ> champs,
      boolean voulue,
      boolean facultative,
      String cle,
      Reprise reprise) {
    /** The field of a key; null where it has none. */
    public Champ champ(String cle) {
      return champs.stream().filter(c -> c.cle().equals(cle)).findFirst().orElse(null);
    }
  }

  /** A sheet. */
  public FeuilleVoulue feuille(Onglet onglet) {
    return feuilles.stream().filter(f -> f.nom().equals(onglet.nom())).findFirst().orElseThrow();
  }

  /** What the template's drop-down list offers for a code: its label, of an agreement its code. */
  public String offert(String liste, String code) {
    return liste.equals(ENTENTES) ? code : listes.get(liste).get(code);
  }

  /** The label of a code, as people see it. */
  public String libelle(Code code) {
    return listes.get(code.liste()).get(code.name());
  }
}
