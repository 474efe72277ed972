package org.verifqis.classeur;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Feuille;
import org.verifqis.modele.Gabarit.FeuilleVoulue;
import org.verifqis.modele.Normalisation;
import org.verifqis.modele.Releve.Nature;
import org.verifqis.modele.Total;
import org.verifqis.modele.TypeValeur;
import org.verifqis.modele.Valeur;
import org.verifqis.modele.Valeurs;

/** Reads a sheet of one record a row: its header, then its records and its total rows. */
final class TableReader implements SheetRows.Consumer {
  /** The header is looked for in these first rows. */
  private static final int HEADER_ROWS = 20;

  /** Columns whose values may not stand twice (LEC-07), by sheet. */
  static final Map<String, String> KEYS =
      Map.of("Versements", "numero", "Projets", "numero", "Priorités", "code");

  private static final List<String> TOTALS = List.of("total", "totaux", "grand total");
  private static final List<String> SUBTOTALS = List.of("sous total", "sous totaux");

  private final FeuilleVoulue wanted;
  private final Readings readings;
  private final HiddenArea hidden = new HiddenArea();
  private final Map<String, Champ> champsByHeader = new HashMap<>();
  private final List<Valeurs> records = new ArrayList<>();
  private final List<Total> totals = new ArrayList<>();
  private final Map<String, Valeur<?>> keys = new HashMap<>();
  private Feuille sheet;

  /** Known columns by their place; null until the header is found. */
  private Map<Integer, Champ> columns;

  private List<Champ> missing;
  private Map<Integer, RunningSum> sums;

  TableReader(Feuille sheet, FeuilleVoulue wanted, Readings readings) {
    this.sheet = sheet;
    this.wanted = wanted;
    this.readings = readings;
    wanted.champs().forEach(c -> champsByHeader.put(Normalisation.normalise(c.libelle()), c));
  }

  @Override
  public void hiddenColumns(int first, int last) {
    hidden.hideColumns(first, last);
  }

  @Override
  public void row(int row, boolean rowHidden, List<RawCell> cells) {
    if (rowHidden) {
      hidden.hideRow(row);
    }
    if (columns == null) {
      if (row <= HEADER_ROWS) {
        header(row, cells);
      }
      return;
    }
    Map<Integer, RawCell> known = new HashMap<>();
    cells.stream()
        .filter(cell -> columns.containsKey(cell.column()))
        .forEach(cell -> known.put(cell.column(), cell));
    if (known.isEmpty()) {
      return;
    }
    hidden.cover(row, known.keySet().iterator().next());
    String title = title(cells);
    if (isOneOf(TOTALS, title) || isOneOf(SUBTOTALS, title)) {
      totalRow(row, known, isOneOf(SUBTOTALS, title));
    } else {
      record(row, known);
    }
  }

  private void header(int row, List<RawCell> cells) {
    Map<Integer, Champ> found = new LinkedHashMap<>();
    Set<Champ> seen = new HashSet<>();
    for (RawCell cell : cells) {
      Champ champ =
          cell.kind() == RawCell.Kind.TEXT
              ? champsByHeader.get(Normalisation.normalise(cell.text()))
              : null;
      if (champ != null && seen.add(champ)) {
        found.put(cell.column(), champ);
      }
    }
    long required = wanted.champs().stream().filter(Champ::requis).count();
    long foundRequired = seen.stream().filter(Champ::requis).count();
    if (foundRequired * 2 < required) {
      return;
    }
    columns = found;
    missing = wanted.champs().stream().filter(champ -> !seen.contains(champ)).toList();
    sums = new HashMap<>();
    found.forEach(
        (column, champ) -> {
          hidden.cover(row, column);
          if (champ.type().estChiffre()) {
            sums.put(column, new RunningSum());
          }
        });
  }

  /** The first text of a row, normalised, in its columns of type texte; empty if there is none. */
  private String title(List<RawCell> cells) {
    return cells.stream()
        .filter(cell -> columns.containsKey(cell.column()))
        .filter(cell -> columns.get(cell.column()).type() == TypeValeur.TEXTE)
        .findFirst()
        .filter(cell -> cell.kind() == RawCell.Kind.TEXT)
        .map(cell -> Normalisation.normalise(cell.text()))
        .orElse("");
  }

  private static boolean isOneOf(List<String> words, String title) {
    return words.stream().anyMatch(word -> title.equals(word) || title.startsWith(word + " "));
  }

  private void record(int row, Map<Integer, RawCell> cells) {
    Map<String, Valeur<?>> values = new HashMap<>();
    columns.forEach(
        (column, champ) -> {
          Valeur<?> value = readings.value(sheet, champ, cells.get(column), row, column);
          values.put(champ.cle(), value);
          RunningSum sum = sums.get(column);
          if (sum != null) {
            sum.add(value, row);
          }
        });
    missing.forEach(champ -> values.put(champ.cle(), Valeur.sansCellule(sheet, champ)));
    records.add(new Valeurs(values));
    Valeur<?> key = values.get(KEYS.getOrDefault(wanted.nom(), ""));
    if (key != null && key.estConnue()) {
      checkKey(key);
    }
  }

  private void checkKey(Valeur<?> key) {
    readings.examine(Nature.CLE_REPETEE);
    Valeur<?> first = keys.putIfAbsent(Normalisation.normalise(key.contenu().toString()), key);
    if (first != null) {
      readings.note(
          Nature.CLE_REPETEE,
          "",
          List.of(key.emplacement(), first.emplacement()),
          Map.of(
              "champ", key.champ().libelle(),
              "valeur", key.montree(),
              "premiere", first.emplacement().reference()));
    }
  }

  private void totalRow(int row, Map<Integer, RawCell> cells, boolean subtotal) {
    columns.forEach(
        (column, champ) -> {
          RawCell cell = cells.get(column);
          RunningSum sum = sums.get(column);
          if (sum != null && cell != null) {
            Valeur<?> figure = readings.totalFigure(sheet, champ, cell, row);
            if (figure != null) {
              totals.add(sum.total(RunningSum.decimal(figure, sheet), sheet, subtotal));
            }
          } else if (cell != null && cell.kind() == RawCell.Kind.ERROR) {
            readings.totalFigure(sheet, champ, cell, row);
          }
          if (sum != null && subtotal) {
            sum.restart();
          }
        });
  }

  /** The sheet as it was found, once all rows were read: its anomalies are noted. */
  Feuille finish(boolean sheetHidden) {
    long required = wanted.champs().stream().filter(Champ::requis).count();
    for (int i = 0; i < required; i++) {
      readings.examine(Nature.COLONNE_ABSENTE);
    }
    if (columns == null) {
      sheet = new Feuille(sheet.cle(), sheet.nom(), sheet.rang(), Feuille.Etat.SANS_ENTETE);
      readings.note(
          Nature.COLONNE_ABSENTE, "entete", List.of(Emplacement.feuille(sheet)), Map.of());
    } else {
      missing.stream()
          .filter(Champ::requis)
          .forEach(
              champ ->
                  readings.note(
                      Nature.COLONNE_ABSENTE,
                      "",
                      List.of(Emplacement.feuille(sheet)),
                      Map.of("champ", champ.libelle())));
    }
    hidden.report(sheet, sheetHidden, readings);
    return sheet;
  }

  List<Valeurs> records() {
    return records;
  }

  List<Total> totals() {
    return totals;
  }
}
