package org.verifqis.classeur.correspondance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.verifqis.modele.Emplacement;

/**
 * Finds records of one of our sheets that two blocks make of the same cells: their figures would
 * count twice. Two blocks may read one row each for records of its own, from other cells of it.
 */
final class ReadTwice {
  private final List<Made> all = new ArrayList<>();

  /** What a field is made of: cells, or what is declared. */
  private record Source(int champ, List<Emplacement> places, String declared) {}

  /** A record and the block that it is of. */
  private record Made(BlockSpec block, Map<Integer, Source> sources) {}

  /** Takes note of a record. */
  void add(BlockSpec block, Found[] found) {
    Map<Integer, Source> sources = new HashMap<>();
    for (int i = 0; i < found.length; i++) {
      if (found[i] != null && found[i].places().isEmpty() && !found[i].isEmpty()) {
        sources.put(i, new Source(i, List.of(), found[i].shown().shown()));
      } else if (found[i] != null && found[i].places().stream().anyMatch(p -> p.ligne() > 0)) {
        sources.put(i, new Source(i, places(found[i]), null));
      }
    }
    all.add(new Made(block, sources));
  }

  /** Without what they show, which a place that stands for an empty cell may lack. */
  private static List<Emplacement> places(Found found) {
    return found.places().stream()
        .map(
            p ->
                Emplacement.cellule(
                    p.feuille(), Math.max(1, p.ligne()), Math.max(1, p.colonne()), null))
        .toList();
  }

  /** The rows that are read twice, as places: the first cell of each. */
  List<Emplacement> rows() {
    Map<Source, List<Made>> bySource = new HashMap<>();
    for (Made one : all) {
      one.sources()
          .values()
          .forEach(s -> bySource.computeIfAbsent(s, k -> new ArrayList<>()).add(one));
    }
    Set<Emplacement> rows =
        new TreeSet<>(
            Comparator.comparing((Emplacement place) -> place.feuille().nom())
                .thenComparingInt(Emplacement::ligne));
    bySource.forEach(
        (source, made) -> {
          // What several records of a block are made of tells nothing of one of them.
          if (made.size() == 2 && made.get(0).block() != made.get(1).block()) {
            boolean alike = alike(made.get(0).sources(), made.get(1).sources());
            if (alike && !source.places().isEmpty()) {
              rows.add(source.places().get(0));
            }
          }
        });
    return List.copyOf(rows);
  }

  /** Whether neither says anything that the other says otherwise. */
  private static boolean alike(Map<Integer, Source> one, Map<Integer, Source> other) {
    return one.entrySet().stream()
        .allMatch(
            e -> !other.containsKey(e.getKey()) || other.get(e.getKey()).equals(e.getValue()));
  }
}
