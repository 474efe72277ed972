package org.verifqis.classeur.correspondance.proposition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.verifqis.classeur.correspondance.proposition.FoundTable.Column;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Gabarit.FeuilleVoulue;
import org.verifqis.modele.Onglet;
import org.verifqis.modele.proposition.Preuve.Nature;
import org.verifqis.modele.proposition.Proposition.Ligne;

/** Which figures of projects are which, by how they make each other up. */
final class RemainingFigures {
  private final FeuilleVoulue wanted;
  private final List<Column> columns;
  private final Scoring scoring;
  private final Map<Champ, Ligne> made;
  private final OpenFields fields;

  RemainingFigures(
      FeuilleVoulue wanted,
      List<Column> columns,
      Scoring scoring,
      Map<Champ, Ligne> made,
      OpenFields fields) {
    this.wanted = wanted;
    this.columns = columns;
    this.scoring = scoring;
    this.made = made;
    this.fields = fields;
  }

  /** Adds lines for amounts and counts that have none. */
  void apply() {
    money();
    people();
  }

  /** The amount that is never less than what was paid of it, or the only one. */
  private void granted() {
    List<Column> paid = new ArrayList<>();
    for (String key : List.of(Montage.BEFORE, Montage.WITHIN)) {
      made.entrySet().stream()
          .filter(e -> e.getKey().cle().equals(key))
          .flatMap(e -> e.getValue().intitules().stream())
          .map(t -> fields.at(t.lieu().cellule()))
          .filter(c -> c != null)
          .forEach(paid::add);
    }
    List<Column> amounts =
        fields.free().stream()
            .filter(c -> c.aspect().isMoney() && c.wording().time() == null)
            .filter(c -> paid.isEmpty() || Sums.cover(c, paid))
            .toList();
    if (paid.isEmpty()) {
      long all = columns.stream().filter(OpenFields::isAmount).count();
      amounts = all == 1 ? amounts.stream().filter(OpenFields::isAmount).toList() : List.of();
    }
    // Of several, what all others cover too: a project costs no less than what it is given.
    for (Column column : amounts) {
      if (isLeast(column, amounts)) {
        fields.put(fields.open(Montage.GRANTED), column);
        return;
      }
    }
  }

  private static boolean isLeast(Column column, List<Column> amounts) {
    return amounts.stream().allMatch(c -> c.equals(column) || Sums.cover(c, List.of(column)));
  }

  /** What the amounts tell by how they make each other up. */
  private void money() {
    timed(Montage.BEFORE, TimeMarks.BEFORE);
    timed(Montage.WITHIN, TimeMarks.WITHIN);
    montage();
    if (fields.open(Montage.GRANTED) != null) {
      granted();
      montage();
    }
  }

  /** The one amount of a time. */
  private void timed(String key, String time) {
    List<Column> amounts =
        fields.free().stream()
            .filter(c -> c.aspect().isMoney() && time.equals(c.wording().time()))
            .toList();
    if (fields.open(key) != null && amounts.size() == 1) {
      fields.put(fields.open(key), amounts.get(0));
    }
  }

  private void montage() {
    Map<String, Column> known = new LinkedHashMap<>();
    List<Column> amounts = new ArrayList<>(fields.free());
    for (String key : Montage.KEYS) {
      Column own = fields.column(key);
      if (own != null) {
        known.put(key, own);
        amounts.add(own);
      }
    }
    amounts.removeIf(c -> !c.aspect().isMoney() || c.aspect().isCounted());
    amounts.sort(Comparator.comparing(columns::indexOf));
    new Montage(amounts, known, this::hint)
        .found()
        .forEach(
            (key, column) -> {
              if (fields.open(key) != null) {
                fields.put(fields.open(key), column, Nature.CALCUL);
              }
            });
  }

  private static boolean isOfYear(String time) {
    return time == null || time.equals(TimeMarks.WITHIN);
  }

  private double hint(String key, Column column) {
    return wanted.champs().stream()
        .filter(c -> c.cle().equals(key))
        .mapToDouble(c -> scoring.name(Onglet.PROJETS, c, column.wording()).score())
        .sum();
  }

  /** How many were reached, and how many of them took part. */
  private void people() {
    Champ reached = fields.open("personnesRejointes");
    Champ involved = fields.open("pspesImpliquees");
    List<Column> counts =
        fields.free().stream()
            .filter(c -> c.aspect().isCount() && isOfYear(c.wording().time()))
            .toList();
    if (reached != null && involved != null) {
      if (counts.size() == 2 && Sums.cover(counts.get(0), List.of(counts.get(1)))) {
        fields.put(reached, counts.get(0));
        fields.put(involved, counts.get(1));
      }
    } else if (involved != null && fields.column("personnesRejointes") != null) {
      List<Column> fewer =
          counts.stream()
              .filter(c -> Sums.cover(fields.column("personnesRejointes"), List.of(c)))
              .toList();
      if (fewer.size() == 1) {
        fields.put(involved, fewer.get(0));
      }
    } else if (reached != null && fields.column("pspesImpliquees") != null) {
      List<Column> more =
          counts.stream()
              .filter(c -> Sums.cover(c, List.of(fields.column("pspesImpliquees"))))
              .toList();
      if (more.size() == 1) {
        fields.put(reached, more.get(0));
      }
    }
  }
}
