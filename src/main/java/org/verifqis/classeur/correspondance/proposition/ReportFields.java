package org.verifqis.classeur.correspondance.proposition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.verifqis.classeur.correspondance.proposition.FoundForm.Field;
import org.verifqis.classeur.correspondance.proposition.FoundForm.Sum;
import org.verifqis.classeur.correspondance.proposition.FoundTable.Column;
import org.verifqis.classeur.correspondance.proposition.Scoring.Score;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Onglet;
import org.verifqis.modele.proposition.Preuve;
import org.verifqis.modele.proposition.Preuve.Nature;

/** The fields of a financial report by what its figures prove, beside what its words say. */
final class ReportFields {
  private static final List<Preuve> WHY = List.of(Preuve.de(Nature.CALCUL));
  private static final Score PROVEN = new Score(0.85, WHY, null);
  private static final Score IN_ORDER = new Score(0.65, List.of(Preuve.de(Nature.ORDRE)), null);
  private static final Score ADDED = new Score(0.65, WHY, null);
  private static final Score OTHERS = new Score(0.6, WHY, null);
  private static final String REST = "depAutres";

  /** Where a total is proven, a line of it is the likeliest of few things. */
  private static final double NAMED = 0.45;

  private final List<Champ> champs;
  private final Scoring scoring;
  private final Reckoning reckoning;

  ReportFields(List<Champ> champs, List<Column> labels, Scoring scoring) {
    this.champs = champs;
    this.scoring = scoring;
    this.reckoning = new Reckoning(labels);
  }

  /**
   * Puts right what words alone said.
   *
   * @param fields the label of each field
   * @param where where the value of a label stands
   * @return fields that are several lines together
   */
  Map<Champ, Sum> reckon(Map<Champ, Field> fields, Function<Column, String> where) {
    Map<String, Column> told = reckoning.told();
    fields
        .entrySet()
        .removeIf(
            e ->
                told.containsValue(e.getValue().label())
                        && !e.getValue().label().equals(told.get(e.getKey().cle()))
                    || reckoning.isOnOtherSide(e.getKey().cle(), e.getValue().label()));
    for (Champ champ : champs) {
      Column proven = told.get(champ.cle());
      Field own = fields.get(champ);
      if (proven != null && (own == null || !own.label().equals(proven))) {
        fields.put(champ, new Field(proven, where.apply(proven), PROVEN));
      }
    }
    Map<Champ, Sum> sums = reckoning.hasAsMany() ? Map.of() : spent(fields, where);
    for (Champ champ : champs) {
      Column ordered = reckoning.ordered().get(champ.cle());
      boolean free = fields.values().stream().noneMatch(f -> f.label().equals(ordered));
      if (ordered != null && free && !fields.containsKey(champ)) {
        fields.put(champ, new Field(ordered, where.apply(ordered), IN_ORDER));
      }
    }
    return sums;
  }

  /**
   * More lines than are asked for: those that name one thing are added up, the rest is the rest.
   */
  private Map<Champ, Sum> spent(Map<Champ, Field> fields, Function<Column, String> where) {
    Map<Champ, List<Column>> named = new LinkedHashMap<>();
    List<Column> rest = new ArrayList<>();
    for (Column line : reckoning.expenseLines()) {
      Champ best = named(line, fields);
      if (best == null) {
        rest.add(line);
      } else {
        named.computeIfAbsent(best, c -> new ArrayList<>()).add(line);
      }
    }
    Map<Champ, Sum> sums = new LinkedHashMap<>();
    named.forEach((champ, lines) -> put(champ, lines, ADDED, fields, sums, where));
    long others = champs.stream().filter(c -> isSpent(c) && named.containsKey(c)).count();
    long asked = champs.stream().filter(ReportFields::isSpent).count();
    boolean allElse = others >= asked - 1;
    for (Champ champ : champs) {
      if (champ.cle().equals(REST) && allElse && !named.containsKey(champ) && !rest.isEmpty()) {
        put(champ, rest, OTHERS, fields, sums, where);
      }
    }
    return sums;
  }

  private static void put(
      Champ champ,
      List<Column> lines,
      Score score,
      Map<Champ, Field> fields,
      Map<Champ, Sum> sums,
      Function<Column, String> where) {
    if (lines.size() > 1) {
      fields.remove(champ);
      sums.put(champ, new Sum(null, lines, score));
    } else if (!fields.containsKey(champ)) {
      fields.put(champ, new Field(lines.get(0), where.apply(lines.get(0)), score));
    }
  }

  private static boolean isSpent(Champ champ) {
    return champ.cle().startsWith("dep");
  }

  /** What a line of expenses is: as it was found, or as its words say best. */
  private Champ named(Column line, Map<Champ, Field> fields) {
    Champ best = null;
    double most = NAMED;
    for (Champ champ : champs) {
      Field own = fields.get(champ);
      if (own != null && own.label().equals(line)) {
        return champ;
      }
      double score =
          isSpent(champ)
              ? scoring.name(Onglet.RAPPORT_FINANCIER, champ, line.wording()).score()
              : 0;
      if (score > most) {
        most = score;
        best = champ;
      }
    }
    return best;
  }
}
