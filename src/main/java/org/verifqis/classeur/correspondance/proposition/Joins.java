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
import org.verifqis.classeur.correspondance.proposition.Survey.TableChoice;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Gabarit.FeuilleVoulue;
import org.verifqis.modele.Normalisation;
import org.verifqis.modele.TypeValeur;
import org.verifqis.modele.proposition.Preuve;
import org.verifqis.modele.proposition.Preuve.Nature;
import org.verifqis.modele.proposition.Proposition.Intitule;
import org.verifqis.modele.proposition.Proposition.Ligne;

/** What other tables of a register say of the records of one, by a key that both hold. */
final class Joins {
  private static final double KNOWN = 0.8;

  /** What accounts are called, and what was paid. */
  static final Set<String> ACCOUNTS = Set.of("compt", "cpt", "gl", "account");

  private static final Set<String> PAID = Set.of("debit", "<verse>", "montant", "sorti");
  private static final double SAME = 0.9;
  private static final int FEWEST_SHARED = 3;
  private static final double JOINED = 0.92;
  private static final double DATED = 0.72;

  private final TableChoice choice;
  private final FeuilleVoulue wanted;
  private final Lexique lexique;
  private final Scoring scoring;
  private final Exercice year;
  private final Lines lines;
  private final Map<String, Map<String, Object>> tables = new LinkedHashMap<>();
  private final List<String> sheets = new ArrayList<>();
  private List<FoundTable> all = List.of();

  Joins(TableChoice choice, FeuilleVoulue wanted, Means means) {
    this.choice = choice;
    this.wanted = wanted;
    this.lexique = means.lexique();
    this.scoring = means.scoring();
    this.year = means.year();
    this.lines = means.lines();
  }

  /** A column of ours and one of theirs with the same values. */
  private record Key(Column own, Column other, boolean single) {}

  /** Fills in lines that the table itself does not give. */
  void apply(Map<Champ, Ligne> made, List<FoundTable> others) {
    all = others;
    for (FoundTable other : others) {
      Key key = other == choice.table() ? null : key(other);
      if (key != null && key.single()) {
        joined(made, other, key);
      } else if (key != null) {
        gathered(made, other, key);
      }
    }
  }

  /** The auxiliary tables that lines need, as a profile tells them. */
  Map<String, Map<String, Object>> tables() {
    return tables;
  }

  /** The sheets that they stand in. */
  List<String> sheets() {
    return sheets;
  }

  /** What a record is known by: not what it only refers to, such as a priority. */
  private List<Column> keys() {
    List<Column> others = new ArrayList<>();
    choice
        .fields()
        .chosen()
        .forEach(
            (champ, fit) -> {
              if (champ.cle().startsWith("priorite")) {
                others.add(fit.column());
              }
            });
    return choice.table().columns().stream().filter(c -> !others.contains(c)).toList();
  }

  private Key key(FoundTable other) {
    Key best = null;
    for (Column own : keys()) {
      for (Column theirs : other.columns()) {
        boolean named = own.wording().key().equals(theirs.wording().key());
        if (named && !own.aspect().isDated() && isKnown(own, theirs)) {
          boolean single = theirs.aspect().variety() > 0.99;
          boolean better = best == null || single && !best.single();
          best = better ? new Key(own, theirs, single) : best;
        }
      }
    }
    return best == null ? keyOfValues(other) : best;
  }

  /** A column of ours and one of theirs with the same values under other headers. */
  private Key keyOfValues(FoundTable other) {
    for (Column own : keys()) {
      for (Column theirs : other.columns()) {
        if (own.aspect().isKey() && theirs.aspect().isKey()) {
          Set<String> asked = values(own);
          Set<String> known = values(theirs);
          long shared = asked.stream().filter(known::contains).count();
          boolean single = theirs.aspect().variety() > 0.99 && shared >= SAME * asked.size();
          boolean several =
              theirs.aspect().variety() <= 0.99
                  && own.aspect().variety() > 0.99
                  && own.aspect().isCoded()
                  && shared >= SAME * known.size();
          if (shared >= FEWEST_SHARED && (single || several)) {
            return new Key(own, theirs, single);
          }
        }
      }
    }
    return null;
  }

  /** Whether a column names again and again what another names once each. */
  static boolean namesAllOf(Column own, Column other) {
    if (own.aspect().isDated() || own.aspect().isCounted() || own.aspect().variety() > SAME) {
      return false;
    }
    Set<String> named = values(own);
    Set<String> known = values(other);
    return named.size() >= FEWEST_SHARED && known.containsAll(named);
  }

  private static Set<String> values(Column column) {
    Set<String> values = new HashSet<>();
    for (RawCell cell : column.values()) {
      if (cell != null) {
        values.add(Normalisation.normalise(cell.shown()));
      }
    }
    return values;
  }

  /** Whether most of our values stand in theirs, and neither is a word of few forms. */
  private static boolean isKnown(Column own, Column theirs) {
    Set<String> known = values(theirs);
    Set<String> asked = values(own);
    if (asked.size() < 2 || !own.aspect().isCoded()) {
      return false;
    }
    long there = asked.stream().filter(known::contains).count();
    return there >= KNOWN * asked.size();
  }

  private void joined(Map<Champ, Ligne> made, FoundTable other, Key key) {
    Map<Champ, Fit> fits = assigned(made, other, key);
    if (fits.isEmpty()) {
      return;
    }
    String name = table(other);
    fits.forEach(
        (champ, fit) -> {
          Map<String, Object> join = new LinkedHashMap<>();
          join.put("table", name);
          join.put("par", lines.yearly(key.own().header()));
          join.put("cle", lines.yearly(key.other().header()));
          join.put("colonne", lines.yearly(fit.column().header()));
          Map<String, Object> source = new LinkedHashMap<>();
          source.put("joindre", join);
          put(made, champ, source, other, key, fit, JOINED);
        });
  }

  private Map<Champ, Fit> assigned(Map<Champ, Ligne> made, FoundTable other, Key key) {
    List<Champ> open = wanted.champs().stream().filter(c -> !made.containsKey(c)).toList();
    List<Column> columns = new ArrayList<>();
    Map<Column, Column> own = new LinkedHashMap<>();
    for (Column column : other.columns()) {
      boolean tells = !column.equals(key.other()) && !column.aspect().isEmpty();
      if (tells && other.isFirstOfName(column)) {
        Column told = told(other, column);
        own.put(told, column);
        columns.add(told);
      }
    }
    Map<Champ, Fit> fits = new LinkedHashMap<>();
    Assignment.of(choice.onglet(), open, columns, scoring)
        .chosen()
        .forEach((champ, fit) -> fits.put(champ, new Fit(own.get(fit.column()), fit.score())));
    return fits;
  }

  /** A header such as "name" says of what it is only with the name of its sheet. */
  private Column told(FoundTable other, Column column) {
    Wording alone = column.wording();
    boolean known = alone.stems().stream().anyMatch(s -> lexique.knows(choice.onglet(), s));
    if (known) {
      return column;
    }
    Wording wording = lexique.wording(List.of(other.sheet().name(), alone.text()), year);
    return new Column(column.column(), column.row(), wording, column.aspect(), column.values());
  }

  /** Several rows for a record: dated amounts are added up, texts make a list. */
  private void gathered(Map<Champ, Ligne> made, FoundTable other, Key key) {
    Column amount = null;
    Column day = null;
    for (Column column : other.columns()) {
      boolean own = !column.equals(key.other());
      if (own && column.aspect().isDated() && day == null) {
        day = column;
      } else if (own && isAmount(column) && (amount == null || !isPaid(amount) && isPaid(column))) {
        amount = column;
      }
    }
    if (amount != null && day != null) {
      payments(made, other, key, amount, day);
    }
    Champ territories = wanted.champ("territoires");
    if (territories != null && !made.containsKey(territories)) {
      Fit fit = assigned(made, other, key).get(territories);
      if (fit != null) {
        Map<String, Object> source = new LinkedHashMap<>();
        source.put("agreger", gathering(table(other), key, "liste", fit.column()));
        put(made, territories, source, other, key, fit, JOINED);
      }
    }
  }

  private static boolean isAmount(Column column) {
    List<String> stems = column.wording().stems();
    boolean identifier =
        stems.contains("numero")
            || stems.stream().anyMatch(ACCOUNTS::contains)
            || column.column() == 1;
    return column.aspect().isNumeric() && !column.aspect().isDated() && !identifier;
  }

  /** Whether its header says that it was paid. */
  private boolean isPaid(Column column) {
    return column.wording().stems().stream().anyMatch(PAID::contains)
        && column.wording().stems().stream().noneMatch(lexique::isCounter);
  }

  private void payments(
      Map<Champ, Ligne> made, FoundTable other, Key key, Column amount, Column day) {
    Map<Champ, Map<String, Object>> spans = spans(other);
    spans.keySet().removeIf(made::containsKey);
    Fit fit = new Fit(amount, new Scoring.Score(DATED, List.of(), null));
    spans.forEach(
        (champ, span) -> {
          Map<String, Object> when = new LinkedHashMap<>();
          when.put(day.header(), span);
          cancelled(other).forEach(c -> when.put(c.header(), Map.of("vide", true)));
          List<FoundTable> parts = earlier(other);
          Map<String, Object> sum = gathering(table(other, parts), key, "somme", amount);
          sum.put("si", when);
          Map<String, Object> source = new LinkedHashMap<>();
          source.put("agreger", sum);
          lines.treat(champ, other.sheet(), amount, source);
          put(made, champ, source, other, key, fit, 1);
          Map<SheetCells, List<Column>> others = new LinkedHashMap<>();
          parts.forEach(p -> others.put(p.sheet(), p.columns()));
          made.computeIfPresent(
              champ, (c, line) -> Lines.everywhere(line, other.columns(), others));
        });
  }

  /** Which days of a table are of which field: all of them, or those of the year that it names. */
  private Map<Champ, Map<String, Object>> spans(FoundTable other) {
    Map<Champ, Map<String, Object>> spans = new LinkedHashMap<>();
    Champ before = wanted.champ("aideVerseeAnterieure");
    if (before == null || year == null) {
      return spans;
    }
    List<Integer> named = YearGuess.named(other.sheet().name());
    if (named.isEmpty() || named.stream().allMatch(y -> y < year.annee())) {
      Map<String, Object> earlier = new LinkedHashMap<>();
      earlier.put("avant", year.debut().toString());
      spans.put(before, earlier);
    }
    if (named.isEmpty() || named.contains(year.annee())) {
      Map<String, Object> now = new LinkedHashMap<>();
      now.put("du", year.debut().toString());
      now.put("au", year.fin().toString());
      spans.put(wanted.champ("aideVerseeExercice"), now);
    }
    return spans;
  }

  /** The tables of the same headers that name other years before the year too. */
  private List<FoundTable> earlier(FoundTable other) {
    List<Integer> named = YearGuess.named(other.sheet().name());
    if (named.isEmpty() || named.contains(year.annee())) {
      return List.of();
    }
    return all.stream()
        .filter(t -> t.sheet() != other.sheet() && t.isLike(other))
        .filter(t -> isBefore(YearGuess.named(t.sheet().name())))
        .toList();
  }

  private boolean isBefore(List<Integer> named) {
    return !named.isEmpty() && named.stream().allMatch(y -> y < year.annee());
  }

  /** Columns in which a cross says that a row does not count. */
  private List<Column> cancelled(FoundTable other) {
    return other.columns().stream()
        .filter(c -> c.aspect().isCrossed())
        .filter(c -> "ANNULE".equals(lexique.code("statuts", c.wording().text())))
        .toList();
  }

  private Map<String, Object> gathering(String table, Key key, String measure, Column column) {
    Map<String, Object> made = new LinkedHashMap<>();
    made.put("table", table);
    made.put("par", lines.yearly(key.own().header()));
    made.put("cle", lines.yearly(key.other().header()));
    made.put("quoi", measure);
    made.put("colonne", lines.yearly(column.header()));
    return made;
  }

  private void put(
      Map<Champ, Ligne> made,
      Champ champ,
      Map<String, Object> source,
      FoundTable other,
      Key key,
      Fit fit,
      double factor) {
    List<Preuve> evidence = new ArrayList<>(fit.score().evidence());
    evidence.add(Preuve.de(Nature.JOINTURE, other.sheet().name(), key.own().header()));
    List<Intitule> titles = List.of(Lines.title(other.sheet(), fit.column()));
    boolean codes = champ.type() == TypeValeur.CODE;
    Fit told =
        new Fit(
            fit.column(),
            new Scoring.Score(fit.score().score() * factor, evidence, fit.score().counter()));
    Ligne line = lines.line(choice.onglet(), champ, source, titles, told, List.of());
    made.put(
        champ, codes ? line : Lines.made(champ, source, titles, told.score().score(), evidence));
  }

  private String table(FoundTable other) {
    return table(other, List.of());
  }

  /** The same, over several sheets with its headers. */
  private String table(FoundTable other, List<FoundTable> parts) {
    String name = Normalisation.normalise(other.sheet().name()).replace(' ', '_');
    Map<String, Object> told = new LinkedHashMap<>();
    List<String> names = new ArrayList<>(List.of(lines.yearly(other.sheet().name())));
    parts.forEach(p -> names.add(p.sheet().name()));
    told.put("feuille", names.size() == 1 ? names.get(0) : names);
    Map<String, Object> header = new LinkedHashMap<>();
    header.put(
        "contient", other.columns().stream().limit(2).map(c -> lines.yearly(c.header())).toList());
    int storeys = other.lastHeader() - other.firstHeader() + 1;
    if (storeys > 1) {
      header.put("rangees", storeys);
    }
    told.put("entete", header);
    tables.put(name, told);
    sheets.add(other.sheet().name());
    parts.forEach(p -> sheets.add(p.sheet().name()));
    return name;
  }
}
