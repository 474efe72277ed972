package org.verifqis.classeur.correspondance.proposition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.verifqis.classeur.correspondance.proposition.FoundTable.Column;
import org.verifqis.classeur.correspondance.proposition.Survey.TableChoice;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Gabarit.FeuilleVoulue;
import org.verifqis.modele.Onglet;
import org.verifqis.modele.proposition.Preuve;
import org.verifqis.modele.proposition.Preuve.Nature;
import org.verifqis.modele.proposition.Proposition;
import org.verifqis.modele.proposition.Proposition.Bloc;
import org.verifqis.modele.proposition.Proposition.Constante;
import org.verifqis.modele.proposition.Proposition.Manque;
import org.verifqis.modele.proposition.Proposition.Question;

/** A proposal, sheet of the template by sheet of the template; nothing was read by it yet. */
final class Draft {
  /** A table or a form that tells so much of it may be the one that is meant. */
  private static final double RIVAL = 0.7;

  /** How sure one is of a table where another may as well be meant. */
  private static final double TWINS = 0.6;

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
  private final Means means;
  private final SheetsAlike parts;
  private final Asides asides;
  private final List<Bloc> blocks = new ArrayList<>();
  private final List<Question> questions = new ArrayList<>();
  private final Map<String, Map<String, Object>> tables = new LinkedHashMap<>();
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
    this.means = new Means(lexique, scoring, year, lines);
    this.parts = new SheetsAlike(survey, lexique);
    this.asides = new Asides(gabarit, lexique, scoring, survey);
  }

  Proposition of(String file, YearGuess guess) {
    for (FeuilleVoulue wanted : gabarit.feuilles()) {
      sheet(wanted);
    }
    asides.sheets(used, otherYears);
    return new Proposition(
        file,
        gabarit.version(),
        year == null ? null : year.nom(),
        constants(guess),
        tables,
        List.copyOf(blocks),
        missing(),
        List.copyOf(questions),
        asides.all(),
        List.of());
  }

  private void sheet(FeuilleVoulue wanted) {
    Onglet onglet = Onglet.de(wanted.nom());
    List<TableChoice> choices = new ArrayList<>(survey.tables(onglet));
    if (onglet == Onglet.VERSEMENTS) {
      choices.removeIf(parts::isOfProjects);
    } else if (LISTS.contains(onglet)) {
      choices.removeIf(parts::isLogOfOthers);
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
        asides.twin(other.form().sheet(), likeliest.form().sheet());
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
    TableChoice first = parts.first(choices);
    List<TableChoice> alike =
        choices.stream()
            .filter(c -> c != first && c.table().isLike(first.table()))
            .filter(c -> c.table().sheet() != first.table().sheet())
            .toList();
    List<String> sheets = new ArrayList<>(List.of(first.table().sheet().name()));
    boolean territories = !alike.isEmpty() && parts.areParts(first, alike);
    for (TableChoice twin : alike) {
      if (territories && parts.mayBePart(twin)) {
        sheets.add(twin.table().sheet().name());
      } else {
        asides.twin(twin.table().sheet(), first.table().sheet());
      }
    }
    List<String> ordered =
        survey.sheets().stream().map(SheetCells::name).filter(sheets::contains).toList();
    TableBlock made = new TableBlock(first, wanted, means);
    if (territories) {
      Map<SheetCells, List<Column>> others = new LinkedHashMap<>();
      alike.stream()
          .filter(parts::mayBePart)
          .forEach(c -> others.put(c.table().sheet(), c.table().columns()));
      made.everywhere(others);
      bySheet(made, wanted);
    }
    Joins joins = new Joins(first, wanted, means);
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
    boolean sure = territories || parts.isAlone(first, alike);
    boolean plain = first.margin() >= MARGIN && !hasRival(first, choices, sheets);
    made.doubt(!sure ? TWINS : plain ? 1 : Scoring.NOT_SURE);
    blocks.add(made.block(ordered, neighbours));
    made.questions().stream()
        .filter(q -> made.lines().stream().noneMatch(l -> l.champ().equals(q.champ())))
        .forEach(questions::add);
    used.addAll(ordered);
    asides.headers(first, made.lines(), questions, joins);
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
              && Collections.disjoint(SheetsAlike.told(first), SheetsAlike.told(other));
      if (part) {
        TableBlock made = new TableBlock(other, wanted, means);
        made.doubt(Scoring.NOT_SURE);
        List<FoundTable> all = new ArrayList<>(neighbours);
        all.remove(table);
        all.add(own);
        blocks.add(made.block(List.of(table.sheet().name()), all));
        asides.headers(other, made.lines(), questions, new Joins(other, wanted, means));
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

  private List<FoundTable> others(TableChoice first) {
    return survey.tables().stream()
        .filter(t -> t.sheet() != first.table().sheet() && !t.isLike(first.table()))
        .filter(t -> survey.aside(t.sheet()) == null)
        .toList();
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
    LongRows rows = new LongRows(wanted, means);
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
