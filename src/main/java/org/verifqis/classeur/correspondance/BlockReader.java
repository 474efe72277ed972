package org.verifqis.classeur.correspondance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.verifqis.classeur.RawCell;
import org.verifqis.classeur.TotalWords;
import org.verifqis.classeur.correspondance.ColumnSpec.Aggregated;
import org.verifqis.classeur.correspondance.ColumnSpec.CellAt;
import org.verifqis.classeur.correspondance.ColumnSpec.Constant;
import org.verifqis.classeur.correspondance.ColumnSpec.Header;
import org.verifqis.classeur.correspondance.ColumnSpec.Origin;
import org.verifqis.classeur.correspondance.ColumnSpec.SectionName;
import org.verifqis.classeur.correspondance.ColumnSpec.SheetName;
import org.verifqis.classeur.correspondance.ColumnSpec.SumOfHeaders;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Essai;
import org.verifqis.modele.Feuille;
import org.verifqis.modele.Normalisation;
import org.verifqis.modele.TypeValeur;

/** Reads the records of a block from a sheet of rows, as they come. */
final class BlockReader implements TableScan.Listener {
  /** Where the word of a total row stands, as in the template. */
  private static final Set<TypeValeur> TITLES =
      Set.of(TypeValeur.TEXTE, TypeValeur.LISTE_TEXTE, TypeValeur.CODE);

  /** Why rows are passed over that may be totals. */
  private static final Set<String> TOTALS =
      Set.of(TableScan.Reason.SAUTER.name(), TableScan.Reason.ARRET.name(), "TOTAL");

  /** What a total row has none of. */
  private static final Set<TypeValeur> NAMING =
      Set.of(
          TypeValeur.DATE,
          TypeValeur.CODE,
          TypeValeur.NEQ,
          TypeValeur.COURRIEL,
          TypeValeur.OUINON,
          TypeValeur.LISTE_CODE);

  private final BlockSpec block;
  private final Records records;
  private final Evaluation evaluation;
  private final Lookups tables;
  private final Feuille sheet;
  private final Notes notes;
  private final Map<String, List<Line>> groups = new LinkedHashMap<>();
  private Headers headers;
  private Plan[] plan;
  private List<Integer> pivots = List.of();
  private int read;

  /** How a field is read: what makes it, its column where that is all, and its sums so far. */
  private static final class Plan {
    private final ColumnSpec spec;
    private final int column;
    private final boolean own;

    /** Whether a part that is not in its cell is nothing: the cell may hold others. */
    private final boolean lenient;

    /** The sheets of another table because of which it can't be told; empty where it can. */
    private List<String> lost = List.of();

    private BigDecimal sinceStart = BigDecimal.ZERO;
    private BigDecimal sinceLast = BigDecimal.ZERO;

    Plan(ColumnSpec spec, int column, boolean lenient) {
      this.lenient = lenient;
      this.spec = spec;
      this.column = column;
      Origin origin = spec.origin();
      this.own =
          !(origin instanceof SectionName
              || origin instanceof SheetName
              || origin instanceof Constant
              || origin instanceof CellAt
              || origin instanceof Aggregated);
    }
  }

  BlockReader(
      BlockSpec block,
      Records records,
      Evaluation evaluation,
      Lookups tables,
      Feuille sheet,
      Notes notes) {
    this.block = block;
    this.records = records;
    this.evaluation = evaluation;
    this.tables = tables;
    this.sheet = sheet;
    this.notes = notes;
  }

  @Override
  public void header(Headers found) {
    Plan[] before = plan;
    headers = found;
    plan = new Plan[records.champs().size()];
    for (int i = 0; i < plan.length; i++) {
      Champ champ = records.champs().get(i);
      ColumnSpec spec = block.columns().get(champ.cle());
      if (spec != null && Names.has(spec, found, tables) && isWhole(champ, spec)) {
        int column = spec.isPlain() ? found.column(((Header) spec.origin()).names()) : 0;
        plan[i] = new Plan(spec, column, block.isLenient(champ, spec));
        if (before != null && before[i] != null) {
          plan[i].sinceStart = before[i].sinceStart;
          plan[i].sinceLast = before[i].sinceLast;
        }
      } else if (spec != null && !champ.requis() && !Names.gaps(spec, tables).isEmpty()) {
        // What is not required would be taken for empty.
        plan[i] = new Plan(spec, 0, false);
        plan[i].lost = Names.gaps(spec, tables);
      }
    }
    if (block.kind() == BlockSpec.Kind.CROISE) {
      pivots = block.unpivot() == null ? List.of() : found.columns(block.unpivot());
    }
  }

  /** Whether nothing lacks of the other table that a field is worked out from. */
  private boolean isWhole(Champ champ, ColumnSpec spec) {
    if (!champ.requis() || !(spec.origin() instanceof Aggregated other)) {
      return true;
    }
    List<String> gaps = tables.gaps(other.table(), there -> Names.has(other, there, tables));
    if (!gaps.isEmpty()) {
      records.sources().put(champ, gaps);
    }
    return gaps.isEmpty();
  }

  @Override
  public void line(Line line) {
    if (line.doubt() != null) {
      doubtful(line);
    } else if (block.kind() == BlockSpec.Kind.CROISE) {
      for (int column : pivots) {
        if (line.cell(column) != null) {
          add(Scope.of(headers, List.of(line)).with(line.cell(column), column));
        }
      }
    } else if (!block.groupBy().isEmpty()) {
      String key =
          block.groupBy().stream()
              .map(name -> line.cell(headers.column(name)))
              .map(cell -> cell == null ? "" : Headers.key(cell.shown()))
              .collect(Collectors.joining("\u0000"));
      if (key.chars().allMatch(c -> c == 0)) {
        skipped(line, "CLE", "");
      } else {
        groups.computeIfAbsent(key, k -> new ArrayList<>()).add(line);
      }
    } else if (isTotal(line)) {
      skipped(line, "TOTAL", title(line).shown().strip());
    } else {
      add(Scope.of(headers, List.of(line)));
    }
  }

  /** Ends the sheet. */
  void finish() {
    groups.values().forEach(lines -> add(Scope.of(headers, lines)));
    groups.clear();
  }

  /** A row of which it can't be told whether it counts: a record, of which nothing is known. */
  private void doubtful(Line line) {
    boolean blank = line.doubt().is(Unclear.BLANK_CONDITION);
    int filled = 0;
    boolean keyed = true;
    for (int i = 0; i < plan.length; i++) {
      if (plan[i] != null && plan[i].column > 0) {
        RawCell cell = line.cell(plan[i].column);
        boolean empty = cell == null || cell.isEmpty();
        filled += empty ? 0 : 1;
        keyed &= !empty || !records.champs().get(i).cle().equals(records.wanted().cle());
      }
    }
    if (isTotal(line)) {
      skipped(line, "TOTAL", title(line).shown().strip());
    } else if (blank && (!keyed || filled < 2)) {
      // A note, or a row that is not begun.
      skipped(line, TableScan.Reason.FILTRE.name(), "");
    } else {
      if (notes != null) {
        notes.skipped(sheet, line, "DOUTE", line.doubt().shown().shown());
      }
      add(Scope.of(headers, List.of(line)));
    }
  }

  /** Whether it is a total by its own words, where the profile tells none. */
  private boolean isTotal(Line line) {
    RawCell cell = block.table().skip().isEmpty() ? title(line) : null;
    String title = cell == null ? "" : Normalisation.normalise(cell.text());
    return TotalWords.isAny(title) && (TotalWords.isBare(title) || !isNamed(line, cell.column()));
  }

  /** Whether a row says which record it is, or more of it than figures: a name may begin so. */
  private boolean isNamed(Line line, int title) {
    for (int i = 0; i < plan.length; i++) {
      RawCell cell = plan[i] == null ? null : line.cell(plan[i].column);
      if (cell != null && !cell.isEmpty() && plan[i].column != title) {
        Champ champ = records.champs().get(i);
        boolean key = champ.cle().equals(records.wanted().cle());
        if (key || NAMING.contains(champ.type())) {
          return true;
        }
      }
    }
    return false;
  }

  /** The first text of a row in a column that is read as text; null without one. */
  private RawCell title(Line line) {
    for (int column : headers.columns()) {
      RawCell cell = line.cell(column);
      if (cell != null && isProse(column)) {
        boolean text = cell.kind() == RawCell.Kind.TEXT && cell.text().length() < 200;
        return text ? cell : null;
      }
    }
    return null;
  }

  private boolean isProse(int column) {
    for (int i = 0; i < plan.length; i++) {
      if (plan[i] != null && plan[i].column == column) {
        return TITLES.contains(records.champs().get(i).type());
      }
    }
    return false;
  }

  private void add(Scope scope) {
    Line line = scope.lines().get(0);
    boolean single = scope.lines().size() == 1;
    Found[] found = new Found[plan.length];
    boolean own = false;
    for (int i = 0; i < plan.length; i++) {
      Plan one = plan[i];
      if (one == null) {
        continue;
      }
      if (line.doubt() != null) {
        found[i] = line.doubt();
        own = true;
        continue;
      }
      if (!one.lost.isEmpty()) {
        int first = Math.max(1, headers.firstColumn());
        Emplacement row = Emplacement.cellule(sheet, line.rowOf(first), line.columnOf(first), null);
        found[i] = Found.unclear(Unclear.SOURCE, String.join(", ", one.lost), List.of(row));
        continue;
      }
      Champ champ = records.champs().get(i);
      if (one.column > 0 && single) {
        RawCell cell = line.cell(one.column);
        if (champ.type() == TypeValeur.DATE && cell != null && !cell.dated()) {
          found[i] = evaluation.value(one.spec, champ.type(), scope);
        } else {
          found[i] =
              Found.at(
                  cell,
                  Emplacement.cellule(
                      sheet, line.rowOf(one.column), line.columnOf(one.column), null));
        }
      } else {
        Found value = evaluation.value(one.spec, champ.type(), scope);
        boolean nothing = one.lenient && value.is(Unclear.EXTRACT);
        found[i] = nothing ? Found.nothing(value.places()) : value;
      }
      own |= one.own && !found[i].isEmpty();
    }
    if (own) {
      records.add(sheet, found);
      read++;
      sums(found);
    }
  }

  private void sums(Found[] found) {
    if (notes == null) {
      return;
    }
    for (int i = 0; i < plan.length; i++) {
      boolean figure = plan[i] != null && records.champs().get(i).type().estChiffre();
      BigDecimal read = figure && !found[i].isEmpty() ? Amounts.of(found[i].cell()) : null;
      if (read != null) {
        plan[i].sinceStart = plan[i].sinceStart.add(read);
        plan[i].sinceLast = plan[i].sinceLast.add(read);
      }
    }
  }

  @Override
  public void skipped(Line line, TableScan.Reason reason, String text) {
    skipped(line, reason.name(), text);
  }

  private void skipped(Line line, String why, String text) {
    if (notes == null) {
      return;
    }
    notes.skipped(sheet, line, why, text);
    if (plan == null || !TOTALS.contains(why)) {
      return;
    }
    boolean told = TotalWords.areIn(Normalisation.normalise(text));
    boolean figures = false;
    for (int i = 0; i < plan.length; i++) {
      boolean one =
          plan[i] != null
              && plan[i].spec.origin() instanceof Header
              && plan[i].spec.treatment().when().isEmpty()
              && isSummed(plan[i].spec.treatment().measure())
              && records.champs().get(i).type().estChiffre();
      if (one) {
        figures |= control(plan[i], records.champs().get(i), line, told);
      }
    }
    if (figures) {
      for (Plan one : plan) {
        if (one != null) {
          one.sinceLast = BigDecimal.ZERO;
        }
      }
    }
  }

  /** Whether the values of its rows add up: the greatest of them is no sum. */
  private static boolean isSummed(ColumnSpec.Measure measure) {
    return measure == null
        || measure == ColumnSpec.Measure.SOMME
        || measure == ColumnSpec.Measure.PREMIER;
  }

  private boolean control(Plan one, Champ champ, Line line, boolean told) {
    int column = headers.column(((Header) one.spec.origin()).names());
    RawCell cell = line.cell(column);
    if (cell == null) {
      return false;
    }
    Found theirs =
        Treating.treat(new Found(cell, cell, List.of(), false), one.spec.treatment(), champ.type());
    BigDecimal figure = theirs.isEmpty() ? null : Amounts.of(theirs.cell());
    if (figure == null) {
      return false;
    }
    Emplacement place =
        Emplacement.cellule(sheet, line.rowOf(column), line.columnOf(column), cell.shown());
    Essai.Controle since = new Essai.Controle(place, champ, figure, one.sinceLast);
    Essai.Controle control =
        since.concorde() ? since : new Essai.Controle(place, champ, figure, one.sinceStart);
    if (!told && (figure.signum() == 0 || !control.concorde())) {
      // Passed over for another reason.
      return false;
    }
    notes.total(control);
    return true;
  }

  /** The header; null where there is none. */
  Headers headers() {
    return headers;
  }

  /** Whether a field was found. */
  boolean has(int champ) {
    return plan != null && plan[champ] != null && plan[champ].lost.isEmpty();
  }

  int read() {
    return read;
  }

  /** The header that a field was found under; empty where it is worked out. */
  String headerOf(int champ) {
    List<Integer> columns =
        plan[champ].spec.origin() instanceof SumOfHeaders sum
            ? Evaluation.columns(sum, headers)
            : Names.columns(plan[champ].spec, headers);
    return columns.stream().map(headers::text).distinct().collect(Collectors.joining(" + "));
  }
}
