package org.verifqis.classeur.correspondance.proposition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.verifqis.classeur.RawCell;
import org.verifqis.classeur.correspondance.proposition.Assignment.Fit;
import org.verifqis.classeur.correspondance.proposition.FoundTable.Column;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Gabarit.FeuilleVoulue;
import org.verifqis.modele.Onglet;
import org.verifqis.modele.proposition.Proposition.Bloc;
import org.verifqis.modele.proposition.Proposition.Intitule;
import org.verifqis.modele.proposition.Proposition.Ligne;

/** Tables of a row for each thing that is told of each record: which, what of it, and its value. */
final class LongRows {
  private static final int FEWEST = 3;
  private static final int MOST_LABELS = 60;
  private static final double DENSE = 0.95;
  private static final double FILLED = 0.6;
  private static final double MOST = 0.85;

  private final FeuilleVoulue wanted;
  private final Lexique lexique;
  private final Scoring scoring;
  private final Exercice year;
  private final Lines lines;

  LongRows(FeuilleVoulue wanted, Means means) {
    this.wanted = wanted;
    this.lexique = means.lexique();
    this.scoring = means.scoring();
    this.year = means.year();
    this.lines = means.lines();
  }

  /** Which record a row is of, what it tells of it, and the value. */
  private record Parts(Column key, Column label, Column value) {}

  /** The block of such a table, and how sure all of it is together. */
  record Found(Bloc block, double worth) {}

  /** What a table tells so; null where it is none. */
  Found of(FoundTable table) {
    for (Column label : table.columns()) {
      for (Column key : table.columns()) {
        Column value = isLabel(label) && key != label ? value(table, key, label) : null;
        Found found = value == null ? null : of(table, new Parts(key, label, value));
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private static boolean isLabel(Column column) {
    Aspect aspect = column.aspect();
    int words = aspect.words().size();
    boolean repeated = words >= FEWEST && words <= MOST_LABELS && 2 * words <= aspect.filled();
    return repeated && aspect.density() > DENSE && !aspect.isNumeric() && !aspect.isDated();
  }

  /** The column of values, where each label stands at most once for each key. */
  private static Column value(FoundTable table, Column key, Column label) {
    Set<String> pairs = new HashSet<>();
    Set<String> keys = new HashSet<>();
    for (int row = 0; row < label.values().size(); row++) {
      RawCell one = key.values().get(row);
      RawCell other = label.values().get(row);
      if (one == null || other == null || !pairs.add(one.shown() + '\u0000' + other.shown())) {
        return null;
      }
      keys.add(one.shown());
    }
    boolean several = keys.size() >= 2 && FEWEST * keys.size() <= pairs.size();
    if (!several) {
      return null;
    }
    return table.columns().stream()
        .filter(c -> c != key && c != label && c.column() > label.column())
        .filter(c -> c.aspect().density() > FILLED)
        .findFirst()
        .orElse(null);
  }

  private Found of(FoundTable table, Parts parts) {
    Map<String, List<RawCell>> byLabel = new LinkedHashMap<>();
    for (int row = 0; row < parts.label().values().size(); row++) {
      byLabel
          .computeIfAbsent(parts.label().values().get(row).shown(), l -> new ArrayList<>())
          .add(parts.value().values().get(row));
    }
    List<Column> columns = new ArrayList<>();
    Map<Column, String> labels = new LinkedHashMap<>();
    byLabel.forEach(
        (label, values) -> {
          Wording wording = lexique.wording(List.of(label), year);
          int row = parts.label().row() + 1 + columns.size();
          Column column =
              new Column(parts.value().column(), row, wording, new Aspect(values), values);
          columns.add(column);
          labels.put(column, label);
        });
    Assignment fields = Assignment.of(Onglet.PROJETS, wanted.champs(), columns, scoring);
    if (fields.chosen().size() < FEWEST) {
      return null;
    }
    Map<Champ, Ligne> made = new LinkedHashMap<>();
    Champ number = wanted.champs().get(0);
    if (!fields.chosen().containsKey(number)) {
      Map<String, Object> source = new LinkedHashMap<>();
      source.put("entete", lines.yearly(parts.key().header()));
      made.put(number, line(number, source, titles(table, parts.key()), null));
    }
    fields
        .chosen()
        .forEach(
            (champ, fit) -> {
              Map<String, Object> source = new LinkedHashMap<>();
              source.put("entete", lines.yearly(parts.value().header()));
              lines.treat(champ, table.sheet(), fit.column(), source);
              source.put("si", Map.of(parts.label().header(), labels.get(fit.column())));
              made.put(
                  champ, line(champ, source, titles(table, parts.value(), parts.label()), fit));
            });
    return new Found(block(table, parts, made), fields.total() + 1);
  }

  private static List<Intitule> titles(FoundTable table, Column... columns) {
    return List.of(columns).stream().map(c -> Lines.title(table.sheet(), c)).toList();
  }

  private Ligne line(Champ champ, Map<String, Object> source, List<Intitule> titles, Fit fit) {
    if (fit == null) {
      return Lines.made(champ, source, titles, MOST, List.of());
    }
    Fit less = new Fit(fit.column(), fit.score().times(MOST));
    return lines.line(Onglet.PROJETS, champ, source, titles, less, List.of());
  }

  private Bloc block(FoundTable table, Parts parts, Map<Champ, Ligne> made) {
    Map<String, Object> frame = new LinkedHashMap<>();
    frame.put("feuille", lines.yearly(table.sheet().name()));
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("contient", List.of(parts.key().header(), parts.label().header()));
    frame.put("entete", header);
    frame.put("regrouper", List.of(parts.key().header()));
    frame.put("aConfirmer", true);
    List<Ligne> all = wanted.champs().stream().filter(made::containsKey).map(made::get).toList();
    return new Bloc(Onglet.PROJETS, List.of(table.sheet().name()), frame, all, 0);
  }
}
