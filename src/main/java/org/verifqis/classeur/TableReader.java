package org.verifqis.classeur;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Feuille;
import org.verifqis.modele.Fiche;
import org.verifqis.modele.Gabarit.FeuilleVoulue;
import org.verifqis.modele.NonTenu;
import org.verifqis.modele.Normalisation;
import org.verifqis.modele.Onglet;
import org.verifqis.modele.Releve.Nature;
import org.verifqis.modele.Total;
import org.verifqis.modele.TypeValeur;
import org.verifqis.modele.Valeur;
import org.verifqis.modele.Valeurs;

/** Reads a sheet of one record a row: its header, then its records and its total rows. */
final class TableReader implements SheetRows.Consumer {
  /** The header is looked for in these first rows. */
  private static final int HEADER_ROWS = 20;

  /** Much more than a title that tells a total row, with all that may stand before it. */
  private static final int LONGEST_TITLE = 1_000;

  /** Where the word of a total row stands. */
  private static final Set<TypeValeur> TITLES =
      Set.of(TypeValeur.TEXTE, TypeValeur.LISTE_TEXTE, TypeValeur.CODE);

  /**
   * A known column: its place, from 1, and what it sums to where it holds figures; null elsewhere.
   */
  private record Column(int place, Champ champ, RunningSum sum) {}

  private final FeuilleVoulue wanted;
  private final Readings readings;
  private final Onglet onglet;
  private final HiddenArea hidden = new HiddenArea();
  private final Lookalikes others = new Lookalikes();
  private final HeaderGuess guess;
  private final Map<String, Champ> champsByHeader = new HashMap<>();

  /** Required columns by the header that says that they are not kept. */
  private final Map<String, Champ> notKept = new HashMap<>();

  /** Required columns that are there and not kept for some of the records. */
  private final Set<Champ> partlyKept = new LinkedHashSet<>();

  private final List<Fiche> records = new ArrayList<>();
  private final List<Total> totals = new ArrayList<>();
  private final Map<String, Valeur<?>> keys = new HashMap<>();
  private Feuille sheet;

  /** In the order of their places; null until the header is found. */
  private List<Column> columns;

  /** Those of the columns. */
  private List<Champ> champs;

  private List<Champ> missing;

  TableReader(Feuille sheet, FeuilleVoulue wanted, Readings readings) {
    this.sheet = sheet;
    this.wanted = wanted;
    this.readings = readings;
    this.guess = new HeaderGuess(wanted.champs());
    this.onglet = Onglet.de(wanted.nom());
    for (Champ champ : wanted.champs()) {
      champsByHeader.put(Normalisation.normalise(champ.libelle()), champ);
      if (champ.requis()) {
        notKept.put(Normalisation.normalise(NonTenu.entete(champ)), champ);
      }
    }
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
      if (columns == null) {
        guess.look(row, cells);
      }
      return;
    }
    RawCell[] known = known(cells);
    Set<Champ> without = withoutMarks(known);
    if (Arrays.stream(known).allMatch(Objects::isNull)) {
      return;
    }
    hidden.cover(row, columns.get(0).place());
    String title = title(known);
    if (TotalWords.isAny(title)) {
      totalRow(row, known, TotalWords.isSubtotal(title));
    } else {
      record(row, known, without);
    }
  }

  /** Takes away what only says that a value is not kept. */
  private Set<Champ> withoutMarks(RawCell[] known) {
    Set<Champ> without = Set.of();
    for (int i = 0; i < known.length; i++) {
      if (known[i] != null
          && known[i].kind() == RawCell.Kind.TEXT
          && champs.get(i).requis()
          && NonTenu.est(known[i].text())) {
        known[i] = null;
        without = without.isEmpty() ? new HashSet<>() : without;
        without.add(champs.get(i));
      }
    }
    return without;
  }

  /** The cells of the known columns, in their order; null for those that are empty. */
  private RawCell[] known(List<RawCell> cells) {
    RawCell[] known = new RawCell[columns.size()];
    int next = 0;
    for (RawCell cell : cells) {
      while (next < known.length && columns.get(next).place() < cell.column()) {
        next++;
      }
      if (next < known.length && columns.get(next).place() == cell.column()) {
        known[next] = cell;
      }
    }
    return known;
  }

  private void header(int row, List<RawCell> cells) {
    List<Column> found = new ArrayList<>();
    Set<Champ> seen = new HashSet<>();
    Set<Champ> told = new HashSet<>();
    Set<RawCell> marks = new HashSet<>();
    for (RawCell cell : cells) {
      boolean text = cell.kind() == RawCell.Kind.TEXT;
      String name = text ? Normalisation.normalise(cell.text()) : "";
      Champ champ = champsByHeader.get(name);
      if (notKept.containsKey(name)) {
        marks.add(cell);
        told.add(notKept.get(name));
      }
      if (champ != null && seen.add(champ)) {
        RunningSum sum = champ.type().estChiffre() ? new RunningSum() : null;
        found.add(new Column(cell.column(), champ, sum));
      }
    }
    // What it says that it does not keep makes it no less of a header.
    seen.stream().filter(Champ::requis).forEach(told::add);
    if (told.size() * 2 < required() || found.isEmpty() && !marks.isEmpty()) {
      return;
    }
    columns = found;
    cells.stream()
        .filter(cell -> found.stream().noneMatch(column -> column.place == cell.column()))
        .filter(cell -> !marks.contains(cell))
        .forEach(cell -> others.add(row, cell));
    champs = found.stream().map(Column::champ).toList();
    missing = wanted.champs().stream().filter(champ -> !seen.contains(champ)).toList();
    found.forEach(column -> hidden.cover(row, column.place()));
  }

  private long required() {
    return wanted.champs().stream().filter(Champ::requis).count();
  }

  /** The first text of a row, normalised, in its columns of type texte; empty if there is none. */
  private String title(RawCell[] known) {
    for (int i = 0; i < known.length; i++) {
      if (known[i] != null && TITLES.contains(columns.get(i).champ().type())) {
        boolean text = known[i].kind() == RawCell.Kind.TEXT;
        return text ? Normalisation.normalise(start(known[i].text())) : "";
      }
    }
    return "";
  }

  private static String start(String text) {
    return text.length() <= LONGEST_TITLE ? text : text.substring(0, LONGEST_TITLE);
  }

  private void record(int row, RawCell[] known, Set<Champ> without) {
    readings.row(SparseRow.facts(sheet, row, champs, known, without));
    Map<String, Valeur<?>> values = new HashMap<>();
    for (int i = 0; i < known.length; i++) {
      Column column = columns.get(i);
      if (without.contains(column.champ())) {
        values.put(column.champ().cle(), Valeur.sansCellule(sheet, column.champ()));
        continue;
      }
      Valeur<?> value = readings.value(sheet, column.champ(), known[i], row, column.place());
      values.put(column.champ().cle(), value);
      if (column.sum() != null) {
        column.sum().add(value, row);
      }
    }
    readings.row(null);
    partlyKept.addAll(without);
    missing.forEach(champ -> values.put(champ.cle(), Valeur.sansCellule(sheet, champ)));
    records.add(onglet.fiche(new Valeurs(values)));
    readings.key(values.get(wanted.cle()), keys);
  }

  private void totalRow(int row, RawCell[] known, boolean subtotal) {
    for (int i = 0; i < known.length; i++) {
      Column column = columns.get(i);
      RawCell cell = known[i];
      if (column.sum() != null && cell != null) {
        Valeur<?> figure = readings.totalFigure(sheet, column.champ(), cell, row);
        if (figure != null) {
          totals.add(column.sum().total(RunningSum.decimal(figure, sheet), sheet, subtotal));
        }
      } else if (cell != null && cell.kind() == RawCell.Kind.ERROR) {
        readings.totalFigure(sheet, column.champ(), cell, row);
      }
      if (column.sum() != null && subtotal) {
        column.sum().restart();
      }
    }
  }

  /** The sheet as it was found, once all rows were read: its anomalies are noted. */
  Feuille finish(boolean sheetHidden) {
    for (int i = 0; i < required(); i++) {
      readings.examine(Nature.COLONNE_ABSENTE);
    }
    if (columns == null) {
      sheet = new Feuille(sheet.cle(), sheet.nom(), sheet.rang(), Feuille.Etat.SANS_ENTETE);
      Map<String, Object> facts = guess.facts();
      String like = facts.containsKey("manquants") ? "enteteSemblable" : "entetePlusBas";
      readings.note(
          Nature.COLONNE_ABSENTE,
          facts.isEmpty() ? "entete" : like,
          List.of(Emplacement.feuille(sheet)),
          facts);
    } else {
      missing.stream()
          .filter(Champ::requis)
          .forEach(champ -> readings.noteMissing(sheet, champ, others));
      partlyKept.forEach(champ -> readings.noteMissing(sheet, champ, new Lookalikes()));
    }
    if (wanted.facultative() && columns != null && records.isEmpty()) {
      sheet = new Feuille(sheet.cle(), sheet.nom(), sheet.rang(), Feuille.Etat.SANS_OBJET);
    }
    hidden.report(sheet, sheetHidden, readings);
    return sheet;
  }

  List<Fiche> records() {
    return records;
  }

  List<Total> totals() {
    return totals;
  }
}
