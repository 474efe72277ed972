package org.verifqis.classeur.correspondance.proposition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.verifqis.classeur.RawCell;
import org.verifqis.classeur.correspondance.proposition.FoundTable.Column;
import org.verifqis.classeur.correspondance.proposition.Survey.FormChoice;
import org.verifqis.classeur.correspondance.proposition.Survey.TableChoice;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Gabarit.FeuilleVoulue;
import org.verifqis.modele.Normalisation;
import org.verifqis.modele.Onglet;
import org.verifqis.modele.proposition.Preuve;
import org.verifqis.modele.proposition.Preuve.Nature;
import org.verifqis.modele.proposition.Proposition;
import org.verifqis.modele.proposition.Proposition.Bloc;
import org.verifqis.modele.proposition.Proposition.Constante;
import org.verifqis.modele.proposition.Proposition.Ecart;
import org.verifqis.modele.proposition.Proposition.Intitule;
import org.verifqis.modele.proposition.Proposition.Lieu;
import org.verifqis.modele.proposition.Proposition.Ligne;
import org.verifqis.modele.proposition.Proposition.Manque;
import org.verifqis.modele.proposition.Proposition.Question;

/** A proposal, sheet of the template by sheet of the template; nothing was read by it yet. */
final class Draft {
  /** So few sheets whose names say nothing may be parts of one table. */
  private static final int FEWEST_PARTS = 3;

  /** A table that counts as much less than another like it is not the one that is meant. */
  private static final double NEAR = 0.9;

  /** A table or a form that tells so much of it may be the one that is meant. */
  private static final double RIVAL = 0.7;

  /** How sure one is of a table where another may as well be meant. */
  private static final double TWINS = 0.6;

  /** What stands once in all rows, and in nearly all of them. */
  private static final double UNIQUE = 0.99;

  private static final double MOST = 0.9;

  /** What lists things, of which a journal may tell again and again. */
  private static final Set<Onglet> LISTS =
      Set.of(Onglet.PROJETS, Onglet.GOUVERNANCE, Onglet.CIBLE_4);

  /** By so much a table has to be rather one of our sheets than another for it to be sure. */
  private static final double MARGIN = 1;

  private final Gabarit gabarit;
  private final Lexique lexique;
  private final Scoring scoring;
  private final Exercice year;
  private final Survey survey;
  private final Lines lines;
  private final List<Bloc> blocks = new ArrayList<>();
  private final List<Question> questions = new ArrayList<>();
  private final Map<String, Map<String, Object>> tables = new LinkedHashMap<>();
  private final List<Ecart> aside = new ArrayList<>();

  private final Set<String> joinedSheets = new HashSet<>();

  /** Their sheets that would be read if they were not of another year. */
  private final Set<String> otherYears = new HashSet<>();

  /** Their sheets of which something is read. */
  private final Set<String> used = new HashSet<>();

  Draft(
      Gabarit gabarit,
      Lexique lexique,
      Scoring scoring,
      Exercice year,
      Survey survey,
      WordCodes words) {
    this.gabarit = gabarit;
    this.lexique = lexique;
    this.scoring = scoring;
    this.year = year;
    this.survey = survey;
    this.lines = new Lines(year, words);
  }

  Proposition of(String file, YearGuess guess) {
    for (FeuilleVoulue wanted : gabarit.feuilles()) {
      sheet(wanted);
    }
    sheetsAside();
    return new Proposition(
        file,
        gabarit.version(),
        year == null ? null : year.nom(),
        constants(guess),
        tables,
        List.copyOf(blocks),
        missing(),
        List.copyOf(questions),
        List.copyOf(aside),
        List.of());
  }

  private void sheet(FeuilleVoulue wanted) {
    Onglet onglet = Onglet.de(wanted.nom());
    List<TableChoice> choices = new ArrayList<>(survey.tables(onglet));
    if (onglet == Onglet.VERSEMENTS) {
      choices.removeIf(this::isOfProjects);
    } else if (LISTS.contains(onglet)) {
      choices.removeIf(this::isLogOfOthers);
    }
    if (!choices.isEmpty() && survey.isOfAnotherYear(choices.get(0))) {
      otherYears.add(choices.get(0).table().sheet().name());
      choices = List.of();
    }
    List<FormChoice> forms = survey.forms(onglet);
    // What a register tells of projects is no list of ours.
    boolean joined =
        !choices.isEmpty() && joinedSheets.contains(choices.get(0).table().sheet().name());
    if (wanted.facultative() && joined) {
      return;
    }
    double table = choices.isEmpty() ? 0 : survey.worth(choices.get(0));
    double form = forms.isEmpty() ? 0 : forms.get(0).worth();
    LongRows.Found told = onglet == Onglet.PROJETS ? toldByRows(wanted) : null;
    if (told != null && told.worth() > Math.max(form, table)) {
      blocks.add(told.block());
      used.addAll(told.block().feuilles());
    } else if (form > table) {
      forms(wanted, forms);
    } else if (onglet != Onglet.VERSEMENTS || !crossed(wanted, choices)) {
      if (!choices.isEmpty()) {
        table(wanted, choices);
      }
    }
  }

  /** Whether each row names one of the projects: what was paid to them, rather than received. */
  private boolean isOfProjects(TableChoice choice) {
    return survey.tables(Onglet.PROJETS).stream()
        .limit(1)
        .filter(p -> p.table() != choice.table())
        .flatMap(p -> p.table().columns().stream())
        .filter(c -> c.aspect().variety() > UNIQUE && c.aspect().isCoded())
        .anyMatch(c -> choice.table().columns().stream().anyMatch(own -> Joins.namesAllOf(own, c)));
  }

  /** Whether dated rows tell again and again of what another table lists. */
  private boolean isLogOfOthers(TableChoice choice) {
    List<Column> own = choice.table().columns();
    boolean listed = own.stream().anyMatch(c -> c.aspect().isKey() && c.aspect().variety() > MOST);
    return !listed
        && own.stream().anyMatch(c -> c.aspect().isDated())
        && survey.tables().stream()
            .filter(t -> t.sheet() != choice.table().sheet())
            .flatMap(t -> t.columns().stream())
            .filter(c -> c.aspect().variety() > UNIQUE && c.aspect().isKey())
            .anyMatch(c -> own.stream().anyMatch(o -> Joins.namesAllOf(o, c)));
  }

  private void forms(FeuilleVoulue wanted, List<FormChoice> forms) {
    FormChoice likeliest = forms.get(0);
    boolean several = likeliest.onglet().estTableau();
    Map<String, FormChoice> alike = new LinkedHashMap<>();
    for (SheetCells sheet : survey.sheets()) {
      for (FormChoice other : forms) {
        boolean part = several && other.isLike(likeliest) && survey.mayBePart(other);
        if (other.form().sheet() == sheet && (other == likeliest || part)) {
          alike.put(sheet.name(), other);
        }
      }
    }
    FormChoice first = alike.values().iterator().next();
    Map<SheetCells, List<Column>> others = new LinkedHashMap<>();
    alike.values().stream()
        .filter(c -> c != first)
        .forEach(c -> others.put(c.form().sheet(), c.form().labels()));
    for (FormChoice other : forms) {
      if (!alike.containsValue(other) && other.isLike(likeliest)) {
        twin(other.form().sheet(), likeliest.form().sheet());
      }
    }
    List<String> ordered = List.copyOf(alike.keySet());
    FormBlock made = new FormBlock(first.form(), wanted, lexique, scoring, lines);
    double near = RIVAL * survey.worth(likeliest);
    boolean rival =
        forms.stream().anyMatch(f -> !alike.containsValue(f) && survey.worth(f) >= near);
    boolean plain = !rival && first.form().sure() && survey.aside(first.form().sheet()) == null;
    Bloc block = made.block(ordered, others);
    blocks.add(plain ? block : block.auPlus(Scoring.NOT_SURE));
    questions.addAll(made.questions());
    used.addAll(ordered);
  }

  private void table(FeuilleVoulue wanted, List<TableChoice> choices) {
    TableChoice first = first(choices);
    List<TableChoice> alike =
        choices.stream()
            .filter(c -> c != first && c.table().isLike(first.table()))
            .filter(c -> c.table().sheet() != first.table().sheet())
            .toList();
    List<String> sheets = new ArrayList<>(List.of(first.table().sheet().name()));
    boolean territories = !alike.isEmpty() && areParts(first, alike);
    for (TableChoice twin : alike) {
      if (territories && mayBePart(twin)) {
        sheets.add(twin.table().sheet().name());
      } else {
        twin(twin.table().sheet(), first.table().sheet());
      }
    }
    List<String> ordered =
        survey.sheets().stream().map(SheetCells::name).filter(sheets::contains).toList();
    TableBlock made = new TableBlock(first, wanted, lexique, scoring, year, lines);
    if (territories) {
      Map<SheetCells, List<Column>> others = new LinkedHashMap<>();
      alike.stream()
          .filter(this::mayBePart)
          .forEach(c -> others.put(c.table().sheet(), c.table().columns()));
      made.everywhere(others);
      bySheet(made, wanted);
    }
    Joins joins = new Joins(first, wanted, lexique, scoring, year, lines);
    if (first.onglet() == Onglet.PROJETS) {
      joins.apply(made.made(), others(first));
      tables.putAll(joins.tables());
      joinedSheets.addAll(joins.sheets());
      used.addAll(joins.sheets());
    }
    List<FoundTable> neighbours =
        survey.tables().stream()
            .filter(t -> t != first.table() && t.sheet() == first.table().sheet())
            .toList();
    boolean sure = territories || isAlone(first, alike);
    boolean plain = first.margin() >= MARGIN && !hasRival(first, choices, sheets);
    made.doubt(!sure ? TWINS : plain ? 1 : Scoring.NOT_SURE);
    blocks.add(made.block(ordered, neighbours));
    made.questions().stream()
        .filter(q -> made.lines().stream().noneMatch(l -> l.champ().equals(q.champ())))
        .forEach(questions::add);
    used.addAll(ordered);
    headersAside(first, made.lines(), joins);
    beside(first, wanted, choices, neighbours);
  }

  /** Tables with the same headers side by side in one sheet are parts of one: a block for each. */
  private void beside(
      TableChoice first,
      FeuilleVoulue wanted,
      List<TableChoice> choices,
      List<FoundTable> neighbours) {
    FoundTable own = first.table();
    for (TableChoice other : choices) {
      FoundTable table = other.table();
      boolean apart =
          table.firstColumn() > own.lastColumn() || table.lastColumn() < own.firstColumn();
      boolean part =
          other != first
              && table.sheet() == own.sheet()
              && table.isPartOf(own)
              && apart
              && Collections.disjoint(told(first), told(other));
      if (part) {
        TableBlock made = new TableBlock(other, wanted, lexique, scoring, year, lines);
        made.doubt(Scoring.NOT_SURE);
        List<FoundTable> all = new ArrayList<>(neighbours);
        all.remove(table);
        all.add(own);
        blocks.add(made.block(List.of(table.sheet().name()), all));
        headersAside(other, made.lines(), new Joins(other, wanted, lexique, scoring, year, lines));
      }
    }
  }

  /** Whether a table of another sheet, whatever its headers, tells nearly as much of it. */
  private boolean hasRival(TableChoice first, List<TableChoice> choices, List<String> sheets) {
    double near = RIVAL * survey.worth(first);
    return choices.stream()
        .filter(c -> !sheets.contains(c.table().sheet().name()))
        .anyMatch(c -> survey.worth(c) >= near);
  }

  /** Whether no other table with the same headers may as well be meant. */
  private boolean isAlone(TableChoice first, List<TableChoice> alike) {
    double least = NEAR * survey.standing(first);
    return survey.mayBePart(first) && alike.stream().allMatch(c -> survey.standing(c) < least);
  }

  /** The likeliest; of the parts of one table, the first of them. */
  private TableChoice first(List<TableChoice> choices) {
    TableChoice likeliest = choices.get(0);
    List<TableChoice> alike =
        choices.stream()
            .filter(c -> c != likeliest && c.table().isLike(likeliest.table()))
            .filter(c -> c.table().sheet() != likeliest.table().sheet())
            .toList();
    if (alike.isEmpty() || !areParts(likeliest, alike)) {
      return likeliest;
    }
    for (SheetCells sheet : survey.sheets()) {
      for (TableChoice one : choices) {
        boolean part = one == likeliest || alike.contains(one) && mayBePart(one);
        if (part && one.table().sheet() == sheet) {
          return one;
        }
      }
    }
    return likeliest;
  }

  private List<FoundTable> others(TableChoice first) {
    return survey.tables().stream()
        .filter(t -> t.sheet() != first.table().sheet() && !t.isLike(first.table()))
        .filter(t -> survey.aside(t.sheet()) == null)
        .toList();
  }

  private void twin(SheetCells sheet, SheetCells first) {
    Preuve why = survey.aside(sheet);
    Preuve alike = Preuve.de(Nature.JUMELLE, first.name());
    aside.add(new Ecart(sheet(sheet), why == null ? alike : why));
    used.add(sheet.name());
  }

  private static Intitule sheet(SheetCells sheet) {
    return new Intitule(sheet.name(), new Lieu(sheet.name(), ""));
  }

  /**
   * Whether tables with the same headers are parts of one rather than years, funds or copies: their
   * sheets are called by territories or scopes, or there are three of them or more, and none holds
   * what another does.
   */
  private boolean areParts(TableChoice first, List<TableChoice> alike) {
    List<TableChoice> all = new ArrayList<>(List.of(first));
    all.addAll(alike);
    boolean overYears = first.onglet() == Onglet.VERSEMENTS;
    all.removeIf(c -> !mayBePart(c));
    boolean places = all.stream().map(c -> c.table().sheet().name()).allMatch(this::isPlace);
    boolean few = !places && !overYears && all.size() < FEWEST_PARTS;
    if (!all.contains(first) || all.size() < 2 || few) {
      return false;
    }
    Set<String> records = new HashSet<>();
    for (TableChoice one : all) {
      Set<String> own = told(one);
      long copied = own.stream().filter(records::contains).count();
      if (2 * copied >= own.size()) {
        return false;
      }
      records.addAll(own);
    }
    return true;
  }

  /** All payments since the agreement was signed are asked for: those of other years too. */
  private boolean mayBePart(TableChoice choice) {
    boolean payments = choice.onglet() == Onglet.VERSEMENTS;
    return survey.mayBePart(choice)
        || payments && survey.aside(choice.table().sheet()) == null && survey.isOwn(choice);
  }

  private boolean isPlace(String sheet) {
    boolean scope =
        lexique.code("portees", sheet) != null || lexique.code("paliers", sheet) != null;
    return scope || lexique.isTerritory(sheet) || lexique.endsWithTerritory(sheet);
  }

  /** Each record by all that it is told from others by. */
  private static Set<String> told(TableChoice choice) {
    boolean payments = choice.onglet() == Onglet.VERSEMENTS;
    List<Column> texts =
        choice.fields().chosen().values().stream()
            .map(Assignment.Fit::column)
            .filter(c -> payments || !c.aspect().isNumeric() && !c.aspect().isDated())
            .toList();
    Set<String> records = new HashSet<>();
    for (int i = 0; i < choice.table().records().size(); i++) {
      StringBuilder record = new StringBuilder();
      for (Column column : texts) {
        RawCell cell = column.values().get(i);
        record.append('/').append(cell == null ? "" : Normalisation.normalise(cell.shown()));
      }
      records.add(record.toString());
    }
    return records;
  }

  /** A sheet for each territory names it. */
  private void bySheet(TableBlock made, FeuilleVoulue wanted) {
    wanted.champs().stream()
        .filter(c -> c.cle().equals("territoires") && !made.made().containsKey(c))
        .forEach(
            champ -> {
              Map<String, Object> source = new LinkedHashMap<>();
              source.put("nomFeuille", true);
              made.made()
                  .put(
                      champ,
                      Lines.made(
                          champ, source, List.of(), 0.7, List.of(Preuve.de(Nature.SECTION))));
            });
  }

  /** The likeliest table of a row for each thing that is told of each project; null for none. */
  private LongRows.Found toldByRows(FeuilleVoulue wanted) {
    LongRows rows = new LongRows(wanted, lexique, scoring, year, lines);
    LongRows.Found best = null;
    for (FoundTable table : survey.tables()) {
      LongRows.Found found = survey.aside(table.sheet()) == null ? rows.of(table) : null;
      if (found != null && (best == null || found.worth() > best.worth())) {
        best = found;
      }
    }
    return best;
  }

  /** Whether payments stand in a table of kinds by years, and no table tells more of them. */
  private boolean crossed(FeuilleVoulue wanted, List<TableChoice> choices) {
    CrossedPayments finder = new CrossedPayments(wanted, lexique, year, lines);
    for (SheetCells sheet : survey.sheets()) {
      Bloc block = survey.aside(sheet) == null ? finder.block(sheet) : null;
      boolean own = choices.isEmpty() || choices.get(0).table().sheet() == sheet;
      if (block != null && own) {
        blocks.add(block);
        used.add(sheet.name());
        return true;
      }
    }
    return false;
  }

  /** Headers of the table that nothing is read from, and why. */
  private void headersAside(TableChoice choice, List<Ligne> made, Joins joins) {
    Set<String> read = new HashSet<>();
    made.forEach(l -> l.intitules().forEach(t -> read.add(t.lieu().toString())));
    questions.forEach(q -> q.candidats().forEach(c -> read.add(c.intitule().lieu().toString())));
    String joined = joins.tables().isEmpty() ? "" : made.toString();
    for (Column column : choice.table().columns()) {
      Intitule title = Lines.title(choice.table().sheet(), column);
      boolean key = !joined.isEmpty() && joined.contains("par=" + column.header());
      if (!read.contains(title.lieu().toString()) && !key) {
        aside.add(new Ecart(title, why(choice, column)));
      }
    }
  }

  private Preuve why(TableChoice choice, Column column) {
    Champ nearest = null;
    Scoring.Score best = Scoring.Score.NONE;
    for (Champ champ : gabarit.feuille(choice.onglet()).champs()) {
      Scoring.Score score = scoring.name(choice.onglet(), champ, column.wording());
      if (score.score() > best.score()) {
        best = score;
        nearest = champ;
      }
    }
    var counter = column.wording().stems().stream().filter(lexique::isCounter).findFirst();
    if (counter.isPresent()) {
      return Preuve.de(Nature.CONTRE, lexique.word(column.header(), counter.get()));
    }
    String time = column.wording().time();
    if (TimeMarks.AFTER.equals(time) || TimeMarks.OTHER.equals(time)) {
      return Preuve.de(Nature.AUTRE_TEMPS);
    }
    var chosen = nearest == null ? null : choice.fields().chosen().get(nearest);
    if (best.score() >= Assignment.LEAST && chosen != null) {
      return Preuve.de(Nature.MIEUX, chosen.column().header());
    }
    return Preuve.de(Nature.INCONNU);
  }

  private void sheetsAside() {
    for (SheetCells sheet : survey.sheets()) {
      if (!used.contains(sheet.name())) {
        Preuve why = survey.aside(sheet);
        boolean other = otherYears.contains(sheet.name());
        Preuve nothing = Preuve.de(other ? Nature.AUTRE_TEMPS : Nature.SANS_TABLEAU);
        aside.add(new Ecart(sheet(sheet), why == null ? nothing : why));
      }
    }
  }

  private List<Constante> constants(YearGuess guess) {
    List<Constante> constants = new ArrayList<>();
    boolean found =
        blocks.stream()
            .filter(b -> b.onglet() == Onglet.IDENTIFICATION)
            .flatMap(b -> b.lignes().stream())
            .anyMatch(l -> l.champ().cle().equals("exerciceFin"));
    if (!found && guess.lastDay() != null) {
      Champ champ =
          gabarit.feuille(Onglet.IDENTIFICATION).champs().stream()
              .filter(c -> c.cle().equals("exerciceFin"))
              .findFirst()
              .orElseThrow();
      Preuve evidence = Preuve.de(Nature.TITRE, guess.lastDayText());
      constants.add(new Constante(Onglet.IDENTIFICATION, champ, guess.lastDay(), evidence));
    }
    return constants;
  }

  private List<Manque> missing() {
    List<Manque> missing = new ArrayList<>();
    for (boolean required : new boolean[] {true, false}) {
      for (FeuilleVoulue wanted : gabarit.feuilles()) {
        Onglet onglet = Onglet.de(wanted.nom());
        Set<Champ> known = new HashSet<>();
        blocks.stream()
            .filter(b -> b.onglet() == onglet)
            .forEach(b -> b.lignes().forEach(l -> known.add(l.champ())));
        questions.stream().filter(q -> q.onglet() == onglet).forEach(q -> known.add(q.champ()));
        boolean wantedAlways = !wanted.facultative() && onglet != Onglet.BILAN;
        for (Champ champ : wanted.champs()) {
          boolean asked = champ.requis() && wantedAlways;
          if (asked == required && !known.contains(champ)) {
            missing.add(new Manque(onglet, champ, asked));
          }
        }
      }
    }
    return missing;
  }
}
