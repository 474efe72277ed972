package org.verifqis.classeur.correspondance.proposition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.verifqis.classeur.correspondance.proposition.FoundTable.Column;
import org.verifqis.modele.Champ;

/**
 * What stands between what is known, told by the order in which such things are asked: of a gap in
 * which only one thing fits, by what the values are, that one is meant.
 */
final class Order {
  /** By so much another way of filling a gap has to be worse. */
  private static final double MARGIN = 0.2;

  /** The fewest known that tell that theirs is our order. */
  private static final int KNOWN = 3;

  private static final double LEAST = 0.5;

  /** How well a column may be a field, from 0 (not at all) to 2: its values, then its words. */
  interface Fitness {
    double of(Champ champ, Column column);
  }

  private final List<Champ> champs;
  private final List<Column> columns;
  private final Map<Champ, Column> known;
  private final Set<Column> barred;
  private final Fitness fitness;

  /**
   * Of a table or a form.
   *
   * @param champs the fields, in the order of the template
   * @param columns what stands in theirs, in its order
   * @param known what was found by its words
   * @param barred what is none of the rest: it is asked about, or speaks of something else
   */
  Order(
      List<Champ> champs,
      List<Column> columns,
      Map<Champ, Column> known,
      Set<Column> barred,
      Fitness fitness) {
    this.champs = champs;
    this.columns = columns;
    this.known = known;
    this.barred = barred;
    this.fitness = fitness;
  }

  /** A known field by the places where it stands in both. */
  private record Anchor(int field, int item) {}

  /** What fills the gaps. */
  Map<Champ, Column> filled() {
    Map<Champ, Column> filled = new LinkedHashMap<>();
    List<Anchor> anchors = anchors();
    if (anchors.size() < KNOWN) {
      return filled;
    }
    anchors.add(new Anchor(champs.size(), columns.size()));
    Anchor before = new Anchor(-1, -1);
    for (Anchor anchor : anchors) {
      List<Champ> open = new ArrayList<>();
      for (Champ champ : champs.subList(before.field() + 1, anchor.field())) {
        if (!known.containsKey(champ)) {
          open.add(champ);
        }
      }
      List<Column> free = new ArrayList<>();
      for (Column column : columns.subList(before.item() + 1, anchor.item())) {
        if (!known.containsValue(column) && !barred.contains(column)) {
          free.add(column);
        }
      }
      fill(open, free, filled);
      before = anchor;
    }
    return filled;
  }

  /** The most known fields that stand in the same order in both. */
  private List<Anchor> anchors() {
    List<Anchor> all = new ArrayList<>();
    for (int field = 0; field < champs.size(); field++) {
      int item = columns.indexOf(known.get(champs.get(field)));
      if (item >= 0) {
        all.add(new Anchor(field, item));
      }
    }
    int[] length = new int[all.size()];
    int[] previous = new int[all.size()];
    int best = -1;
    for (int i = 0; i < all.size(); i++) {
      length[i] = 1;
      previous[i] = -1;
      for (int j = 0; j < i; j++) {
        if (all.get(j).item() < all.get(i).item() && length[j] + 1 > length[i]) {
          length[i] = length[j] + 1;
          previous[i] = j;
        }
      }
      best = best < 0 || length[i] > length[best] ? i : best;
    }
    List<Anchor> anchors = new ArrayList<>();
    // Where fields stand in another order than ours, the order tells nothing.
    boolean ordered = best >= 0 && length[best] * 4 >= 3 * all.size();
    for (int i = ordered ? best : -1; i >= 0; i = previous[i]) {
      anchors.add(0, all.get(i));
    }
    return anchors;
  }

  private void fill(List<Champ> open, List<Column> free, Map<Champ, Column> filled) {
    if (open.isEmpty() || free.isEmpty()) {
      return;
    }
    double[][] fits = new double[open.size()][free.size()];
    for (int i = 0; i < open.size(); i++) {
      for (int j = 0; j < free.size(); j++) {
        double own = fitness.of(open.get(i), free.get(j));
        fits[i][j] = own >= LEAST ? own : 0;
      }
    }
    double most = best(fits, -1, -1);
    for (int i = 0; i < open.size(); i++) {
      for (int j = 0; j < free.size(); j++) {
        boolean needed = fits[i][j] > 0 && most - best(fits, i, j) >= MARGIN;
        if (needed) {
          filled.put(open.get(i), free.get(j));
        }
      }
    }
  }

  /** The worth of the best way to fill a gap in order, without one pair. */
  private static double best(double[][] fits, int field, int item) {
    int fields = fits.length;
    int items = fits[0].length;
    double[][] worth = new double[fields + 1][items + 1];
    for (int i = 1; i <= fields; i++) {
      for (int j = 1; j <= items; j++) {
        boolean without = i - 1 == field && j - 1 == item;
        double own = without ? 0 : fits[i - 1][j - 1];
        double both = own > 0 ? worth[i - 1][j - 1] + own : 0;
        worth[i][j] = Math.max(both, Math.max(worth[i - 1][j], worth[i][j - 1]));
      }
    }
    return worth[fields][items];
  }
}
