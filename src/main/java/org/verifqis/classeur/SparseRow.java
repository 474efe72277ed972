package org.verifqis.classeur;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Feuille;

/**
 * A row that lacks most of its required values: a stray character, a note under the table, formulas
 * copied too far. Each of its findings says so, so that people are told of the row once
 * (lecture.md, "What a person is told").
 */
public final class SparseRow {
  /** So many of its cells tell what stands in it. */
  private static final int CELLS_TOLD = 3;

  private static final int LONGEST = 60;

  private SparseRow() {}

  /**
   * What tells of it; null for a row like any other.
   *
   * @param without columns that are not kept for this row
   */
  public static Map<String, Object> facts(
      Feuille sheet, int row, List<Champ> champs, RawCell[] known, Set<Champ> without) {
    int required = 0;
    int empty = 0;
    for (int i = 0; i < known.length; i++) {
      if (champs.get(i).requis() && !without.contains(champs.get(i))) {
        required++;
        empty += known[i] == null ? 1 : 0;
      }
    }
    if (2 * empty <= required) {
      return null;
    }
    List<RawCell> filled =
        IntStream.range(0, known.length)
            .filter(i -> known[i] != null)
            .mapToObj(i -> known[i])
            .toList();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("ligne", row);
    facts.put(
        "contenu", filled.stream().limit(CELLS_TOLD).map(cell -> told(sheet, row, cell)).toList());
    facts.put("cellulesRemplies", filled.size());
    facts.put("valeursVides", empty);
    return facts;
  }

  private static String told(Feuille sheet, int row, RawCell cell) {
    String shown = Texts.trim(cell.shown());
    int end = Math.min(shown.length(), LONGEST);
    String text = end == shown.length() ? shown : shown.substring(0, end) + "…";
    return Emplacement.cellule(sheet, row, cell.column(), null).reference() + " « " + text + " »";
  }
}
