package org.verifqis.classeur.correspondance;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.verifqis.classeur.RawCell;
import org.verifqis.classeur.correspondance.ColumnSpec.Measure;
import org.verifqis.modele.Emplacement;

/** What is made of several values. */
final class Measures {
  private Measures() {}

  /**
   * A measure of them.
   *
   * @param otherwise what tells the places where there is none; null for nothing
   */
  static Found of(Measure measure, List<Found> all, Found otherwise) {
    List<Found> filled = all.stream().filter(f -> !f.isEmpty()).toList();
    boolean first = measure == Measure.PREMIER || measure == Measure.DERNIER;
    Optional<Found> unclear = filled.stream().filter(Found::isUnclear).findFirst();
    if (!first && unclear.isPresent()) {
      // It is what has to be corrected.
      return unclear.get();
    }
    List<Emplacement> places =
        all.isEmpty() && otherwise != null ? otherwise.places() : Found.places(all);
    return switch (measure) {
      case COMPTE -> Found.made(Amounts.cell(BigDecimal.valueOf(filled.size())), places);
      case DISTINCTS -> Found.made(Amounts.cell(BigDecimal.valueOf(words(filled).size())), places);
      case LISTE ->
          filled.isEmpty()
              ? Found.nothing(places)
              : Found.made(RawCell.text(1, String.join(";", words(filled))), places);
      case PREMIER -> filled.isEmpty() ? Found.nothing(places) : filled.get(0);
      case DERNIER -> filled.isEmpty() ? Found.nothing(places) : filled.get(filled.size() - 1);
      case SOMME -> sum(filled, places);
      case MIN, MAX -> extreme(filled, places, measure == Measure.MIN ? -1 : 1);
    };
  }

  private static Set<String> words(List<Found> found) {
    Set<String> words = new LinkedHashSet<>();
    found.forEach(f -> words.add(f.cell().shown().strip()));
    return words;
  }

  private static Found sum(List<Found> filled, List<Emplacement> places) {
    if (filled.isEmpty()) {
      return Found.nothing(places);
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (Found part : filled) {
      BigDecimal figure = Amounts.of(part.cell());
      if (figure == null) {
        // One that can't be read makes the sum unknown, and is what has to be corrected.
        return part;
      }
      sum = sum.add(figure);
    }
    return filled.size() == 1
        ? new Found(filled.get(0).cell(), filled.get(0).shown(), places, true)
        : Found.made(Amounts.cell(sum), places);
  }

  private static Found extreme(List<Found> filled, List<Emplacement> places, int sign) {
    Found best = null;
    for (Found one : filled) {
      if (best == null || sign * compare(one.cell(), best.cell()) > 0) {
        best = one;
      }
    }
    return best == null ? Found.nothing(places) : best;
  }

  private static int compare(RawCell one, RawCell other) {
    BigDecimal figure = Amounts.of(one);
    BigDecimal second = Amounts.of(other);
    return figure != null && second != null
        ? figure.compareTo(second)
        : one.shown().compareTo(other.shown());
  }
}
