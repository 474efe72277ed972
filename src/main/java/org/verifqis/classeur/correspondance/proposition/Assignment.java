package org.verifqis.classeur.correspondance.proposition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.verifqis.classeur.correspondance.proposition.FoundTable.Column;
import org.verifqis.classeur.correspondance.proposition.Scoring.Score;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Onglet;

/** Which columns are which fields of a sheet: each the one of the other, the surest first. */
final class Assignment {
  /** Less is no proposal. */
  static final double LEAST = 0.575;

  /** Two that are nearer than a tenth are a question. */
  private static final double NEAR = 0.9;

  /** So sure is a column that no other is for the same field. */
  private static final double SOUND = 0.7;

  /** A column that may as well be another field. */
  private static final double AS_WELL = 0.97;

  /** A column and what speaks for it. */
  record Fit(Column column, Score score) {}

  private final Map<Champ, Fit> chosen = new LinkedHashMap<>();
  private final Map<Champ, List<Fit>> questions = new LinkedHashMap<>();
  private final Map<Champ, List<Fit>> all = new LinkedHashMap<>();

  private record Pair(Champ champ, Fit fit) {
    double value() {
      return fit.score().score();
    }
  }

  /**
   * The best for a sheet.
   *
   * @param champs its fields
   * @param columns the columns, or what stands for them; those that may not be chosen left out
   */
  static Assignment of(Onglet onglet, List<Champ> champs, List<Column> columns, Scoring scoring) {
    return of(onglet, champs, columns, scoring, (champ, column) -> true);
  }

  /** The same, where some may not be some fields by the place where they stand. */
  static Assignment of(
      Onglet onglet,
      List<Champ> champs,
      List<Column> columns,
      Scoring scoring,
      BiPredicate<Champ, Column> allowed) {
    Assignment made = new Assignment();
    List<Pair> pairs = new ArrayList<>();
    for (Champ champ : champs) {
      List<Fit> fits = new ArrayList<>();
      for (Column column : columns) {
        Score score = scoring.score(onglet, champ, column.wording(), column.aspect());
        if (score.score() >= LEAST && allowed.test(champ, column)) {
          Fit fit = new Fit(column, score);
          fits.add(fit);
          pairs.add(new Pair(champ, fit));
        }
      }
      fits.sort(Comparator.comparing((Fit f) -> -f.score().score()));
      made.all.put(champ, fits);
    }
    pairs.sort(Comparator.comparing(Pair::value).reversed());
    made.choose(onglet, pairs, scoring);
    return made;
  }

  private void choose(Onglet onglet, List<Pair> pairs, Scoring scoring) {
    Map<Column, Champ> taken = new HashMap<>();
    for (Pair pair : pairs) {
      Champ champ = pair.champ();
      Column column = pair.fit().column();
      if (chosen.containsKey(champ) || questions.containsKey(champ) || taken.containsKey(column)) {
        continue;
      }
      List<Fit> near = new ArrayList<>();
      for (Fit other : all.get(champ)) {
        boolean free = !taken.containsKey(other.column()) && !other.column().equals(column);
        if (free
            && other.score().score() >= NEAR * pair.value()
            && !isBetterElsewhere(other, champ, taken)
            && !isWantedElsewhere(other, pair, taken)) {
          near.add(other);
        }
      }
      boolean asked = scoring.isUnknown(onglet, champ, column);
      if (near.isEmpty() && !asked) {
        Fit fit = isAsWell(pair, taken) ? doubted(pair.fit()) : pair.fit();
        chosen.put(champ, fit);
        taken.put(column, champ);
      } else {
        near.add(0, pair.fit());
        questions.put(champ, near);
      }
    }
  }

  /** Whether a column is another field's rather than this one's. */
  private boolean isBetterElsewhere(Fit fit, Champ champ, Map<Column, Champ> taken) {
    for (Map.Entry<Champ, List<Fit>> other : all.entrySet()) {
      boolean free = !chosen.containsKey(other.getKey()) && !other.getKey().equals(champ);
      if (free) {
        for (Fit own : other.getValue()) {
          if (own.column().equals(fit.column())
              && own.score().score() > fit.score().score() + 0.005) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Whether a column is the only one for another field, which the likelier one is not. */
  private boolean isWantedElsewhere(Fit fit, Pair pair, Map<Column, Champ> taken) {
    for (Map.Entry<Champ, List<Fit>> other : all.entrySet()) {
      if (other.getKey().equals(pair.champ()) || chosen.containsKey(other.getKey())) {
        continue;
      }
      List<Fit> fits =
          other.getValue().stream().filter(f -> !taken.containsKey(f.column())).toList();
      double best = fits.isEmpty() ? 0 : fits.get(0).score().score();
      boolean its = best >= SOUND && fits.get(0).column().equals(fit.column());
      boolean alone =
          fits.stream()
              .noneMatch(
                  f -> f.column().equals(pair.fit().column()) && f.score().score() >= NEAR * best);
      if (its && alone) {
        return true;
      }
    }
    return false;
  }

  /** Whether a column may as well be another field, for which there is no other. */
  private boolean isAsWell(Pair pair, Map<Column, Champ> taken) {
    for (Map.Entry<Champ, List<Fit>> other : all.entrySet()) {
      if (other.getKey().equals(pair.champ()) || chosen.containsKey(other.getKey())) {
        continue;
      }
      List<Fit> fits =
          other.getValue().stream().filter(f -> !taken.containsKey(f.column())).toList();
      boolean only = fits.size() == 1 && fits.get(0).column().equals(pair.fit().column());
      if (only && fits.get(0).score().score() >= AS_WELL * pair.value()) {
        return true;
      }
    }
    return false;
  }

  private static Fit doubted(Fit fit) {
    return new Fit(fit.column(), fit.score().times(0.85));
  }

  /** What was chosen, field by field. */
  Map<Champ, Fit> chosen() {
    return chosen;
  }

  /** The fields with several that are too near each other. */
  Map<Champ, List<Fit>> questions() {
    return questions;
  }

  /** All that might be a field, the likeliest first. */
  List<Fit> candidates(Champ champ) {
    return all.getOrDefault(champ, List.of());
  }

  /** How sure all of it is together. */
  double total() {
    double total = 0;
    for (Fit fit : chosen.values()) {
      total += fit.score().score();
    }
    return total + questions.size() * LEAST;
  }

  /** Whether one of them is the very word for what it is. */
  boolean isPlain() {
    return chosen.values().stream().anyMatch(f -> f.score().score() > Scoring.NOT_SURE);
  }

  /** The fields that are found, the questions among them. */
  int size() {
    return chosen.size() + questions.size();
  }
}
