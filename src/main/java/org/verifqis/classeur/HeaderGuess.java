package org.verifqis.classeur;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.verifqis.modele.Champ;

/** The row of a table without a header that looks most like one. */
final class HeaderGuess {
  /** Beyond these rows nobody looks for a header. */
  private static final int ROWS = 60;

  /** What no table goes beyond, and what one header in common does not tell. */
  private static final int CELLS = 40;

  private static final int FEWEST = 2;

  private final List<Champ> champs;
  private int row;
  private Set<Champ> found = Set.of();
  private Set<Champ> exact = Set.of();

  HeaderGuess(List<Champ> champs) {
    this.champs = champs;
  }

  void look(int number, List<RawCell> cells) {
    if (number > ROWS) {
      return;
    }
    Set<Champ> alike = new LinkedHashSet<>();
    Set<Champ> same = new LinkedHashSet<>();
    for (RawCell cell : cells.subList(0, Math.min(cells.size(), CELLS))) {
      if (cell.kind() == RawCell.Kind.TEXT) {
        champs.stream()
            .filter(champ -> Lookalikes.areAlike(champ.libelle(), cell.text()))
            .forEach(alike::add);
        champs.stream()
            .filter(champ -> Lookalikes.areSame(champ.libelle(), cell.text()))
            .forEach(same::add);
      }
    }
    if (alike.size() >= FEWEST && alike.size() > found.size()) {
      row = number;
      found = alike;
      exact = same;
    }
  }

  /** What tells of the row; empty if there is none. */
  Map<String, Object> facts() {
    if (row == 0) {
      return Map.of();
    }
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("ligneEntete", row);
    List<String> wanting =
        champs.stream()
            .filter(champ -> champ.requis() && !exact.contains(champ))
            .map(Champ::libelle)
            .toList();
    if (!wanting.isEmpty()) {
      facts.put("manquants", wanting);
    }
    return facts;
  }
}
