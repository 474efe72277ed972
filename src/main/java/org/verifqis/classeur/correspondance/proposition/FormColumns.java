package org.verifqis.classeur.correspondance.proposition;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.verifqis.classeur.RawCell;
import org.verifqis.classeur.correspondance.proposition.FoundTable.Column;
import org.verifqis.modele.Exercice;

/** In which columns of a form the values stand. */
final class FormColumns {
  private static final int MOST_ROWS = 400;
  private static final int FEW_LABELS = 3;
  private static final Pattern BARE_YEAR = Pattern.compile("^20\\d\\d$");

  private final Lexique lexique;
  private final Exercice year;

  FormColumns(Lexique lexique, Exercice year) {
    this.lexique = lexique;
    this.year = year;
  }

  /** In how many columns most labels of the first column have something that is no text. */
  static int ofValues(List<Label> labels) {
    Map<Integer, Integer> counts = new TreeMap<>();
    int rows = 0;
    for (Label label : labels) {
      if (label.where().isEmpty()) {
        rows++;
        label.beside().forEach(c -> counts.merge(c.column(), 1, Integer::sum));
      }
    }
    int most = rows;
    return (int) counts.values().stream().filter(n -> n >= 2 && 2 * n >= most).count();
  }

  /** The columns in which labels of their own stand after figures: forms side by side. */
  static Set<Integer> starts(SheetCells sheet) {
    Map<Integer, Integer> counts = new TreeMap<>();
    for (NavigableMap<Integer, RawCell> row : sheet.rows().values()) {
      RawCell before = null;
      for (RawCell cell : row.values()) {
        RawCell next = row.get(cell.column() + 1);
        boolean label =
            cell.kind() == RawCell.Kind.TEXT
                && before != null
                && before.kind() == RawCell.Kind.NUMBER
                && next != null
                && next.kind() == RawCell.Kind.NUMBER;
        if (label) {
          counts.merge(cell.column(), 1, Integer::sum);
        }
        before = cell;
      }
    }
    Set<Integer> starts = new TreeSet<>(counts.keySet());
    starts.removeIf(column -> counts.get(column) < FEW_LABELS);
    return starts;
  }

  /**
   * The labels of forms side by side, each with the figure of the year right beside it; none where
   * that of another year stands there.
   */
  List<Label> beside(SheetCells sheet, List<Label> labels, Set<Integer> starts) {
    List<Label> own = new ArrayList<>();
    for (Label label : labels) {
      int next = starts.stream().filter(c -> c > label.column().column()).findFirst().orElse(0);
      List<RawCell> cells =
          label.beside().stream().filter(c -> next == 0 || c.column() < next).toList();
      if (label.where().equals("dedans") || cells.isEmpty()) {
        own.add(cells.isEmpty() && !label.where().equals("dedans") ? titled(label) : label);
        continue;
      }
      boolean figures = cells.stream().allMatch(c -> c.kind() == RawCell.Kind.NUMBER);
      if (cells.size() > 1 && figures && !isOfYear(sheet, label, cells)) {
        return List.of();
      }
      Column old = label.column();
      List<RawCell> value = List.of(cells.get(0));
      own.add(
          new Label(
              new Column(old.column(), old.row(), old.wording(), new Aspect(value), value),
              "",
              value));
    }
    return own;
  }

  private static Label titled(Label label) {
    Column old = label.column();
    return new Label(
        new Column(old.column(), old.row(), old.wording(), null, List.of()), "titre", List.of());
  }

  /** Whether, of several figures, the first is that of the year, or may be and is the latest. */
  private boolean isOfYear(SheetCells sheet, Label label, List<RawCell> cells) {
    double first = headed(sheet, label, cells.get(0));
    return cells.stream().skip(1).allMatch(c -> headed(sheet, label, c) < first);
  }

  /** What the nearest header above a figure says of it. */
  private double headed(SheetCells sheet, Label label, RawCell figure) {
    int row = label.column().row();
    for (int above = row - 1; above >= Math.max(1, row - MOST_ROWS); above--) {
      RawCell cell = sheet.cell(above, figure.column());
      if (cell != null && isHeading(cell)) {
        return column(cell);
      }
    }
    return 0;
  }

  private static boolean isHeading(RawCell cell) {
    return cell.kind() == RawCell.Kind.TEXT || BARE_YEAR.matches(cell.shown().strip());
  }

  /** Of several columns of figures, that of the year as it was; null where there is no telling. */
  Integer chooseColumn(SheetCells sheet, List<Label> labels) {
    Map<Integer, Double> scores = new TreeMap<>();
    int firstFigure = firstFigureRow(labels);
    for (int row = Math.max(1, firstFigure - 6); row < firstFigure; row++) {
      for (RawCell cell : sheet.row(row).values()) {
        if (cell.column() > labels.get(0).column().column()) {
          scores.merge(cell.column(), column(cell), Math::max);
        }
      }
    }
    double best = 0;
    Integer chosen = null;
    boolean several = false;
    for (Map.Entry<Integer, Double> one : scores.entrySet()) {
      if (one.getValue() > best + 0.01) {
        best = one.getValue();
        chosen = one.getKey();
        several = false;
      } else if (Math.abs(one.getValue() - best) <= 0.01) {
        several = true;
      }
    }
    return best > 0 && !several ? chosen : null;
  }

  private static int firstFigureRow(List<Label> labels) {
    return labels.stream()
        .filter(l -> l.beside().stream().anyMatch(c -> c.kind() == RawCell.Kind.NUMBER))
        .filter(l -> l.beside().size() > 1)
        .mapToInt(l -> l.column().row())
        .findFirst()
        .orElse(0);
  }

  private double column(RawCell cell) {
    Wording wording = lexique.wording(List.of(cell.shown()), year);
    boolean counter = wording.stems().stream().anyMatch(lexique::isCounter);
    boolean favour = wording.stems().stream().anyMatch(lexique::isFavour);
    String time = wording.time();
    if (year != null && BARE_YEAR.matches(cell.shown().strip())) {
      // Financial statements call a fiscal year by that in which it ends.
      int named = Integer.parseInt(cell.shown().strip());
      return named == year.annee() + 1 ? 0.8 : named == year.annee() ? 0.3 : 0;
    }
    if (counter || TimeMarks.BEFORE.equals(time) || TimeMarks.AFTER.equals(time)) {
      return 0;
    }
    return (TimeMarks.WITHIN.equals(time) ? 1 : 0.3) + (favour ? 0.5 : 0);
  }

  /** What stands above a column of figures; null for nothing. */
  Wording headerOf(SheetCells sheet, List<Label> labels, int column) {
    int firstFigure = firstFigureRow(labels);
    for (int row = firstFigure - 1; row >= Math.max(1, firstFigure - 6); row--) {
      RawCell cell = sheet.cell(row, column);
      if (cell != null) {
        return lexique.wording(List.of(cell.shown()), year);
      }
    }
    return null;
  }

  /** The labels with what stands in one column. */
  List<Label> at(List<Label> labels, SheetCells sheet, int column) {
    List<Label> own = new ArrayList<>();
    for (Label label : labels) {
      Column old = label.column();
      RawCell cell = sheet.cell(old.row(), column);
      if (old.column() >= column || label.where().equals("dedans")) {
        continue;
      }
      List<RawCell> value = cell == null ? List.of() : List.of(cell);
      Aspect aspect = cell == null ? null : new Aspect(value);
      Column made = new Column(old.column(), old.row(), old.wording(), aspect, value);
      own.add(new Label(made, cell == null ? "titre" : "", value));
    }
    return own;
  }
}
