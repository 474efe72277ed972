package org.verifqis.classeur.correspondance.proposition;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.verifqis.classeur.RawCell;
import org.verifqis.classeur.correspondance.proposition.FoundForm.Field;
import org.verifqis.classeur.correspondance.proposition.FoundForm.Sum;
import org.verifqis.classeur.correspondance.proposition.FoundTable.Column;
import org.verifqis.classeur.correspondance.proposition.Scoring.Score;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Gabarit.FeuilleVoulue;
import org.verifqis.modele.Onglet;
import org.verifqis.modele.TypeValeur;
import org.verifqis.modele.proposition.Preuve;
import org.verifqis.modele.proposition.Preuve.Nature;

/** Finds labels with a value beside, below or in them. */
final class FormFinder {
  private static final int MOST_ROWS = 400;
  private static final int LONGEST_LABEL = 160;
  private static final double NAMED = 0.7;
  private static final double WELL_NAMED = 0.85;
  private static final double TOTAL = 0.75;
  private static final Score IN_ORDER = new Score(0.65, List.of(Preuve.de(Nature.ORDRE)), null);
  private static final int FEW_LABELS = 3;
  private static final Pattern ACCOUNT = Pattern.compile("^\\s*\\d[\\d .-]*\\s*$");

  private final Lexique lexique;
  private final Scoring scoring;
  private final Exercice year;
  private final FormColumns columns;

  FormFinder(Lexique lexique, Scoring scoring, Exercice year) {
    this.lexique = lexique;
    this.scoring = scoring;
    this.year = year;
    this.columns = new FormColumns(lexique, year);
  }

  /** The form of one of our sheets in one of theirs; null where there is nothing of it. */
  FoundForm find(SheetCells sheet, FeuilleVoulue wanted) {
    Onglet onglet = Onglet.de(wanted.nom());
    List<Label> labels = labels(sheet);
    if (labels.isEmpty()) {
      return null;
    }
    Wording column = null;
    List<Label> own = labels;
    int count = FormColumns.ofValues(labels);
    if (count > 1 && !wanted.tableau()) {
      Set<Integer> starts = FormColumns.starts(sheet);
      own = starts.isEmpty() ? List.of() : columns.beside(sheet, labels, starts);
      Integer chosen = own.isEmpty() ? columns.chooseColumn(sheet, labels) : null;
      if (own.isEmpty() && chosen == null) {
        return null;
      }
      if (chosen != null) {
        column = columns.headerOf(sheet, labels, chosen);
        own = columns.at(labels, sheet, chosen);
      }
    }
    boolean paired = wanted.tableau() && count > 1 && arePaired(onglet, wanted, labels);
    if (wanted.tableau() && count > 1 && !paired) {
      own = turned(labels);
    }
    List<Column> texts = new ArrayList<>();
    Map<Column, Label> byColumn = new HashMap<>();
    Map<String, Integer> repeats = new TreeMap<>();
    for (Label label : own) {
      repeats.merge(label.column().wording().key(), 1, Integer::sum);
      boolean first = repeats.get(label.column().wording().key()) == 1;
      if (first && !label.where().equals("titre")) {
        texts.add(label.column());
        byColumn.put(label.column(), label);
      }
    }
    Sides sides = Sides.of(onglet, own.stream().map(Label::column).toList(), lexique);
    Assignment made = Assignment.of(onglet, wanted.champs(), texts, scoring, sides::allow);
    Map<Champ, Field> fields = new LinkedHashMap<>();
    Map<Champ, Sum> sums =
        wanted.tableau() ? new LinkedHashMap<>() : sums(sheet, onglet, wanted.champs(), own, made);
    made.chosen()
        .forEach(
            (champ, fit) -> {
              if (!sums.containsKey(champ)) {
                String where = byColumn.get(fit.column()).where();
                fields.put(champ, new Field(fit.column(), where, fit.score()));
              }
            });
    if (onglet == Onglet.RAPPORT_FINANCIER && sums.isEmpty()) {
      sums.putAll(
          new ReportFields(wanted.champs(), texts, scoring)
              .reckon(fields, label -> byColumn.get(label).where()));
    }
    for (Champ champ : wanted.champs()) {
      texts.stream()
          .filter(t -> !fields.containsKey(champ) && sides.isTotal(champ, t))
          .filter(t -> fields.values().stream().noneMatch(f -> f.label().equals(t)))
          .findFirst()
          .ifPresent(t -> fields.put(champ, new Field(t, byColumn.get(t).where(), total(champ))));
    }
    Map<Champ, List<Field>> questions = new LinkedHashMap<>();
    made.questions()
        .forEach(
            (champ, fits) -> {
              if (!fields.containsKey(champ) && !sums.containsKey(champ)) {
                questions.put(
                    champ, fits.stream().map(f -> new Field(f.column(), "", f.score())).toList());
              }
            });
    Set<Champ> others = new HashSet<>(sums.keySet());
    others.addAll(questions.keySet());
    between(onglet, wanted.champs(), texts, byColumn, fields, others);
    String repeated = null;
    int first = Integer.MAX_VALUE;
    for (Field field : fields.values()) {
      if (field.label().row() < first) {
        first = field.label().row();
        boolean several = repeats.get(field.label().wording().key()) > 1;
        repeated = several ? field.label().header() : null;
      }
    }
    boolean sure = column == null || TimeMarks.WITHIN.equals(column.time());
    int values = wanted.tableau() && !paired ? count : 1;
    return new FoundForm(
        onglet, sheet, column, fields, sums, questions, texts, values, first, repeated, sure);
  }

  private static void put(
      Champ champ,
      Column label,
      Map<Column, Label> byColumn,
      Score score,
      Map<Champ, Field> fields) {
    fields.put(champ, new Field(label, byColumn.get(label).where(), score));
  }

  /** What stands between labels that are known, in the order in which such things are asked. */
  private void between(
      Onglet onglet,
      List<Champ> champs,
      List<Column> texts,
      Map<Column, Label> byColumn,
      Map<Champ, Field> fields,
      Set<Champ> others) {
    Map<Champ, Column> known = new LinkedHashMap<>();
    fields.forEach((champ, field) -> known.put(champ, field.label()));
    Set<Column> barred = new HashSet<>();
    for (Column text : texts) {
      if (text.wording().stems().stream().anyMatch(lexique::isCounter)) {
        barred.add(text);
      }
    }
    boolean named = onglet == Onglet.IDENTIFICATION;
    List<Champ> asked =
        champs.stream()
            .filter(c -> !others.contains(c) && !c.cle().equals("versionGabarit"))
            .filter(c -> named || known.containsKey(c) || c.type() != TypeValeur.TEXTE)
            .toList();
    new Order(asked, texts, known, barred, (champ, text) -> scoring.fits(onglet, champ, text))
        .filled()
        .forEach((champ, text) -> put(champ, text, byColumn, IN_ORDER, fields));
  }

  /** Whether labels of a record stand in several columns, each with its value beside it. */
  private boolean arePaired(Onglet onglet, FeuilleVoulue wanted, List<Label> labels) {
    int first = labels.get(0).column().column();
    long further =
        labels.stream()
            .filter(l -> l.where().isEmpty() && l.column().column() > first)
            .filter(l -> named(onglet, wanted.champs(), l, WELL_NAMED) != null)
            .map(l -> l.column().wording().key())
            .distinct()
            .count();
    return further >= FEW_LABELS;
  }

  private static Score total(Champ champ) {
    return new Score(TOTAL, List.of(Preuve.de(Nature.MOTS, champ.libelle(), "gabarit")), null);
  }

  /** Of records side by side, only the column of labels counts, with the values of all of them. */
  private static List<Label> turned(List<Label> labels) {
    Map<Integer, Integer> counts = new TreeMap<>();
    labels.forEach(l -> counts.merge(l.column().column(), 1, Integer::sum));
    int most = 0;
    for (Map.Entry<Integer, Integer> count : counts.entrySet()) {
      most = count.getValue() > counts.getOrDefault(most, 0) ? count.getKey() : most;
    }
    List<Label> own = new ArrayList<>();
    Set<Integer> records = new TreeSet<>();
    for (Label label : labels) {
      if (label.column().column() == most && label.where().isEmpty()) {
        own.add(label);
        label.beside().forEach(cell -> records.add(cell.column()));
      }
    }
    return own.stream().map(label -> across(label, records)).toList();
  }

  /** A label with a value for each record, null where it has none: they are compared by record. */
  private static Label across(Label label, Set<Integer> records) {
    Map<Integer, RawCell> cells = new TreeMap<>();
    label.beside().forEach(cell -> cells.put(cell.column(), cell));
    List<RawCell> values = new ArrayList<>();
    records.forEach(record -> values.add(cells.get(record)));
    Column old = label.column();
    return new Label(
        new Column(old.column(), old.row(), old.wording(), new Aspect(values), values),
        "",
        label.beside());
  }

  private List<Label> labels(SheetCells sheet) {
    List<Label> labels = new ArrayList<>();
    int looked = 0;
    for (Map.Entry<Integer, NavigableMap<Integer, RawCell>> row : sheet.rows().entrySet()) {
      if (looked++ >= MOST_ROWS) {
        break;
      }
      boolean label = true;
      List<RawCell> cells = new ArrayList<>(row.getValue().values());
      for (int i = 0; i < cells.size(); i++) {
        RawCell cell = cells.get(i);
        boolean text =
            cell.kind() == RawCell.Kind.TEXT
                && cell.text().length() <= LONGEST_LABEL
                && !ACCOUNT.matches(cell.text());
        label |= i > 0 && text && beginsAgain(row.getValue(), cells.get(i - 1), cell);
        if (text && label) {
          labels.add(label(sheet, row.getKey(), cell, cells.subList(i + 1, cells.size())));
          label = false;
        } else {
          label = true;
        }
      }
    }
    return labels;
  }

  /** Whether a text right of an empty column has a figure beside it: a label of another form. */
  private static boolean beginsAgain(
      NavigableMap<Integer, RawCell> row, RawCell before, RawCell cell) {
    RawCell next = row.get(cell.column() + 1);
    return cell.column() > before.column() + 1
        && next != null
        && next.kind() == RawCell.Kind.NUMBER;
  }

  private Label label(SheetCells sheet, int row, RawCell cell, List<RawCell> beside) {
    int colon = cell.text().indexOf(':');
    boolean inside = colon > 0 && !cell.text().substring(colon + 1).isBlank() && beside.isEmpty();
    if (inside) {
      String value = cell.text().substring(colon + 1).strip();
      RawCell held = RawCell.text(cell.column(), value);
      return made(row, cell, cell.text().substring(0, colon), "dedans", List.of(held));
    }
    if (!beside.isEmpty()) {
      return made(row, cell, cell.text(), "", beside);
    }
    RawCell below = sheet.cell(row + 1, cell.column());
    boolean alone = below != null && sheet.row(row + 1).size() == 1 && sheet.row(row).size() == 1;
    return alone && cell.text().strip().endsWith(":")
        ? made(row, cell, cell.text(), "dessous", List.of(below))
        : made(row, cell, cell.text(), "titre", List.of());
  }

  private Label made(int row, RawCell cell, String text, String where, List<RawCell> beside) {
    String plain = Lexique.oneLine(text).replaceFirst("\\s*:$", "");
    List<RawCell> value = beside.isEmpty() ? List.of() : List.of(beside.get(0));
    Wording wording = wording(plain);
    Aspect aspect = value.isEmpty() ? null : new Aspect(value);
    return new Label(
        new Column(cell.column(), row, wording, aspect, value), where, List.copyOf(beside));
  }

  /** What follows a colon in a long label explains it. */
  private Wording wording(String text) {
    int colon = text.indexOf(" : ");
    Wording whole = lexique.wording(List.of(text), year);
    if (colon < 0) {
      return whole;
    }
    Wording start = lexique.wording(List.of(text.substring(0, colon)), year);
    return new Wording(
        whole.text(),
        whole.key(),
        start.stems(),
        start.lowest(),
        whole.thousands(),
        whole.parts(),
        whole.technical());
  }

  /** Headings without a figure of their own: what stands below, up to what is something else. */
  private Map<Champ, Sum> sums(
      SheetCells sheet, Onglet onglet, List<Champ> champs, List<Label> labels, Assignment made) {
    Map<Champ, Sum> sums = new LinkedHashMap<>();
    List<Column> taken = new ArrayList<>();
    made.chosen().values().forEach(f -> taken.add(f.column()));
    for (int i = 0; i < labels.size(); i++) {
      Label heading = labels.get(i);
      Champ champ = heading.where().equals("titre") ? named(onglet, champs, heading, NAMED) : null;
      boolean amount = champ != null && champ.type() == TypeValeur.MONTANT;
      if (!amount || made.chosen().containsKey(champ)) {
        continue;
      }
      List<Column> parts = new ArrayList<>();
      for (int j = i + 1; j < labels.size(); j++) {
        Label part = labels.get(j);
        if (!part.where().isEmpty() || taken.contains(part.column()) || isTotal(part)) {
          break;
        }
        parts.add(part.column());
      }
      if (!parts.isEmpty()) {
        Score score = scoring.name(onglet, champ, heading.column().wording());
        sums.put(champ, new Sum(heading.column(), parts, score.times(0.8)));
      }
    }
    return sums;
  }

  private static boolean isTotal(Label label) {
    return label.column().wording().stems().contains("total");
  }

  private Champ named(Onglet onglet, List<Champ> champs, Label heading, double least) {
    Champ best = null;
    double most = least;
    for (Champ champ : champs) {
      double score = scoring.name(onglet, champ, heading.column().wording()).score();
      if (score > most) {
        most = score;
        best = champ;
      }
    }
    return best;
  }
}
