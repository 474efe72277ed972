package org.verifqis.classeur.correspondance.proposition;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellReference;
import org.verifqis.classeur.correspondance.proposition.Assignment.Fit;
import org.verifqis.classeur.correspondance.proposition.FoundTable.Column;
import org.verifqis.classeur.correspondance.proposition.Survey.TableChoice;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Gabarit.FeuilleVoulue;
import org.verifqis.modele.proposition.Preuve;
import org.verifqis.modele.proposition.Preuve.Nature;
import org.verifqis.modele.proposition.Proposition.Bloc;
import org.verifqis.modele.proposition.Proposition.Intitule;
import org.verifqis.modele.proposition.Proposition.Ligne;
import org.verifqis.modele.proposition.Proposition.Question;
import org.verifqis.modele.proposition.Proposition.Rival;

/** The block that reads a table, line by line. */
final class TableBlock {
  private static final Pattern YEARS = Pattern.compile("20\\d\\d ?[-–—/] ?(?:20\\d\\d|\\d\\d)");
  private static final double SUM = 0.8;
  private static final double ADDED = 0.85;

  private final TableChoice choice;
  private final FoundTable table;
  private final FeuilleVoulue wanted;
  private final Lexique lexique;
  private final Scoring scoring;
  private final Exercice year;
  private final Lines lines;
  private final Map<Champ, Ligne> made = new LinkedHashMap<>();
  private final Map<String, Object> more = new LinkedHashMap<>();
  private final List<Question> questions = new ArrayList<>();

  TableBlock(TableChoice choice, FeuilleVoulue wanted, Means means) {
    this.choice = choice;
    this.table = choice.table();
    this.wanted = wanted;
    this.lexique = means.lexique();
    this.scoring = means.scoring();
    this.year = means.year();
    this.lines = means.lines();
    choice
        .fields()
        .chosen()
        .forEach(
            (champ, fit) -> {
              List<Rival> rivals =
                  Lines.rivals(table.sheet(), choice.fields(), champ, fit.column());
              made.put(champ, lines.plain(choice.onglet(), champ, table.sheet(), fit, rivals));
            });
    years();
    ask();
    new Sections(choice, wanted, means).apply(made, more);
    new Crosses(table, wanted, lexique, lines).apply(made, questions);
    new CellParts(choice, wanted, means).apply(made);
    new FunderRows(choice, wanted, lexique, scoring, lines).apply(made, more);
    List<Column> firsts = table.columns().stream().filter(table::isFirstOfName).toList();
    new Remaining(wanted, table.sheet(), firsts, lexique, scoring, lines).apply(made, questions);
    new MeetingRows(choice, wanted, lexique, lines).apply(made, more);
  }

  /** Several columns that differ by the year alone are added up. */
  private void years() {
    Champ champ = wanted.champ("aideVerseeAnterieure");
    if (champ == null || year == null) {
      return;
    }
    Fit now = choice.fields().chosen().get(wanted.champ("aideVerseeExercice"));
    String own = now == null ? null : skeleton(now.column().header());
    Map<String, List<Fit>> alike = new LinkedHashMap<>();
    for (Fit fit : own == null ? choice.fields().candidates(champ) : earlier(now, own)) {
      String skeleton = skeleton(fit.column().header());
      if (skeleton != null) {
        alike.computeIfAbsent(skeleton, s -> new ArrayList<>()).add(fit);
      }
    }
    alike.forEach(
        (skeleton, fits) -> {
          if (fits.size() > 1) {
            sum(champ, skeleton, fits);
          }
        });
  }

  /** The columns of earlier years of what is told of the year. */
  private List<Fit> earlier(Fit now, String skeleton) {
    return table.columns().stream()
        .filter(c -> TimeMarks.BEFORE.equals(c.wording().time()))
        .filter(c -> skeleton.equals(skeleton(c.header())) && table.isFirstOfName(c))
        .map(c -> new Fit(c, now.score()))
        .toList();
  }

  private static String skeleton(String header) {
    return YEARS.matcher(header).find() ? YEARS.matcher(header).replaceAll("\u0000") : null;
  }

  private void sum(Champ champ, String skeleton, List<Fit> fits) {
    Map<String, Object> told = new LinkedHashMap<>();
    String[] around = skeleton.split("\u0000", -1);
    told.put(
        "motif",
        "^" + Patterns.quote(around[0]) + "(\\d{4})\\D\\d{2,4}" + Patterns.quote(around[1]) + "$");
    told.put("avant", Integer.toString(year.annee()));
    Map<String, Object> source = new LinkedHashMap<>();
    source.put("somme", told);
    lines.treat(champ, table.sheet(), fits.get(0).column(), source);
    List<Intitule> titles = fits.stream().map(f -> Lines.title(table.sheet(), f.column())).toList();
    List<Preuve> evidence = new ArrayList<>(fits.get(0).score().evidence());
    evidence.add(Preuve.de(Nature.ANNEES));
    double confidence = SUM * fits.get(0).score().score() + 0.1;
    made.put(champ, Lines.made(champ, source, titles, confidence, evidence));
  }

  private void ask() {
    choice
        .fields()
        .questions()
        .forEach(
            (champ, fits) -> {
              if (!made.containsKey(champ) && !sumOf(champ, fits)) {
                List<Rival> candidates =
                    fits.stream()
                        .map(
                            f ->
                                new Rival(
                                    Lines.title(table.sheet(), f.column()), f.score().score()))
                        .toList();
                questions.add(new Question(choice.onglet(), champ, candidates));
              }
            });
  }

  /**
   * Whether several amounts are all of it: row by row, the total cost is their sum with the others.
   */
  private boolean sumOf(Champ champ, List<Fit> fits) {
    if (!champ.cle().equals("autresAidesPubliques")) {
      return false;
    }
    List<Fit> others = new ArrayList<>();
    for (String key : List.of("aideAccordee", "contributionMilieu")) {
      Fit fit = choice.fields().chosen().get(wanted.champ(key));
      if (fit != null) {
        others.add(fit);
      }
    }
    Fit total = choice.fields().chosen().get(wanted.champ("coutTotal"));
    List<Fit> terms = new ArrayList<>(fits);
    terms.addAll(others);
    if (total == null
        || others.size() < 2
        || !Sums.hold(total.column(), terms.stream().map(Fit::column).toList())) {
      return false;
    }
    Map<String, Object> source = new LinkedHashMap<>();
    source.put("somme", fits.stream().map(f -> lines.yearly(f.column().header())).toList());
    lines.treat(champ, table.sheet(), fits.get(0).column(), source);
    List<Intitule> titles = fits.stream().map(f -> Lines.title(table.sheet(), f.column())).toList();
    List<Preuve> evidence = List.of(Preuve.de(Nature.SOMME_LIGNES));
    made.put(champ, Lines.made(champ, source, titles, ADDED, evidence));
    return true;
  }

  /** No line is surer than that it is this table. */
  void doubt(double most) {
    made.replaceAll((champ, line) -> line.auPlus(most));
  }

  /** The same headers stand in other sheets that are parts of the same table. */
  void everywhere(Map<SheetCells, List<Column>> others) {
    made.replaceAll((champ, line) -> Lines.everywhere(line, table.columns(), others));
  }

  /** The lines, in the order of the template. */
  List<Ligne> lines() {
    return wanted.champs().stream().filter(made::containsKey).map(made::get).toList();
  }

  Map<Champ, Ligne> made() {
    return made;
  }

  List<Question> questions() {
    return List.copyOf(questions);
  }

  /**
   * The block.
   *
   * @param sheets the sheets that it reads: its own, and others that are like it
   * @param neighbours the other tables of its sheet
   */
  Bloc block(List<String> sheets, List<FoundTable> neighbours) {
    Map<String, Object> frame = new LinkedHashMap<>();
    frame.put("feuille", sheets.size() == 1 ? lines.yearly(sheets.get(0)) : sheets);
    frame.put("entete", header(neighbours));
    boolean beside =
        neighbours.stream()
            .anyMatch(
                n -> n.lastColumn() < table.firstColumn() || n.firstColumn() > table.lastColumn());
    if (beside) {
      frame.put(
          "zone",
          CellReference.convertNumToColString(table.firstColumn() - 1)
              + ":"
              + CellReference.convertNumToColString(table.lastColumn() - 1));
    }
    if (!table.headings().isEmpty()) {
      List<String> heads = table.headings().stream().map(TableBlock::anyNumber).distinct().toList();
      frame.put("sauter", "^(" + String.join("|", heads) + ")$");
    }
    end(frame, neighbours);
    frame.putAll(more);
    frame.put("aConfirmer", true);
    return new Bloc(choice.onglet(), sheets, frame, lines(), 0);
  }

  /** A pattern of a text, whatever its figures and how wide its gaps. */
  private static String anyNumber(String text) {
    return Stream.of(text.split("\\d+", -1))
        .map(part -> Patterns.quote(part).replaceAll("\\s+", "\\\\s+"))
        .collect(Collectors.joining("[0-9]+"));
  }

  private Map<String, Object> header(List<FoundTable> neighbours) {
    List<String> others =
        neighbours.stream().flatMap(n -> n.columns().stream()).map(c -> c.wording().key()).toList();
    List<String> own = new ArrayList<>();
    for (boolean unique : new boolean[] {true, false}) {
      for (Column column : columnsOfLines()) {
        String text = lines.yearly(column.header());
        boolean elsewhere = others.contains(column.wording().key());
        if (own.size() < 2 && elsewhere != unique && !own.contains(text)) {
          own.add(text);
        }
      }
    }
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("contient", own);
    int storeys = table.lastHeader() - table.firstHeader() + 1;
    if (storeys > 1) {
      header.put("rangees", storeys);
    }
    if (table.repeats()) {
      header.put("repete", true);
    }
    return header;
  }

  private List<Column> columnsOfLines() {
    List<Column> columns =
        new ArrayList<>(choice.fields().chosen().values().stream().map(Fit::column).toList());
    table.columns().stream().filter(c -> !columns.contains(c)).forEach(columns::add);
    return columns;
  }

  /** Where it ends, if something else stands below it. */
  private void end(Map<String, Object> frame, List<FoundTable> neighbours) {
    boolean below =
        neighbours.stream()
            .anyMatch(
                n ->
                    n.firstHeader() > table.lastHeader()
                        && n.firstColumn() <= table.lastColumn()
                        && table.firstColumn() <= n.lastColumn());
    if (!below && !table.notesBelow()) {
      return;
    }
    Map<String, Object> stop = new LinkedHashMap<>();
    if (table.total() != null) {
      stop.put("texte", table.total());
      frame.put("arret", stop);
    } else if (!table.gapWithin() && table.sections().isEmpty()) {
      stop.put("vide", true);
      frame.put("arret", stop);
    } else {
      Fit key = choice.fields().chosen().get(wanted.champs().get(0));
      if (key != null) {
        Map<String, Object> filled = new LinkedHashMap<>();
        filled.put("vide", false);
        Map<String, Object> filter = new LinkedHashMap<>();
        filter.put(lines.yearly(key.column().header()), filled);
        frame.put("filtre", filter);
      }
    }
  }
}
