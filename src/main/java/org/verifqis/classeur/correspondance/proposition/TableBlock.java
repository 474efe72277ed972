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
import org.verifqis.modele.Onglet;
import org.verifqis.modele.proposition.Preuve;
import org.verifqis.modele.proposition.Preuve.Nature;
import org.verifqis.modele.proposition.Proposition.Bloc;
import org.verifqis.modele.proposition.Proposition.Intitule;
import org.verifqis.modele.proposition.Proposition.Ligne;
import org.verifqis.modele.proposition.Proposition.Mot;
import org.verifqis.modele.proposition.Proposition.Question;
import org.verifqis.modele.proposition.Proposition.Rival;

/** The block that reads a table, line by line. */
final class TableBlock {
  private static final String SECTION = "section";
  private static final Pattern YEARS = Pattern.compile("20\\d\\d ?[-–—/] ?(?:20\\d\\d|\\d\\d)");
  private static final Pattern PREFIX = Pattern.compile("^([\\p{L}. ]{2,20}) ?[:–—-] ?\\S");
  private static final double SECTIONS = 0.7;
  private static final double SUM = 0.8;
  private static final double ADDED = 0.85;
  private static final int MOST_SECTIONS = 40;

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

  TableBlock(
      TableChoice choice,
      FeuilleVoulue wanted,
      Lexique lexique,
      Scoring scoring,
      Exercice year,
      Lines lines) {
    this.choice = choice;
    this.table = choice.table();
    this.wanted = wanted;
    this.lexique = lexique;
    this.scoring = scoring;
    this.year = year;
    this.lines = lines;
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
    sections();
    new Crosses(table, wanted, lexique, lines).apply(made, questions);
    new CellParts(choice, wanted, lexique, scoring, year, lines).apply(made);
    new FunderRows(choice, wanted, lexique, scoring, lines).apply(made, more);
    List<Column> firsts = table.columns().stream().filter(table::isFirstOfName).toList();
    new Remaining(wanted, table.sheet(), firsts, lexique, scoring, lines).apply(made, questions);
    new MeetingRows(choice, wanted, lexique, lines).apply(made, more);
  }

  private Champ champ(String key) {
    return wanted.champs().stream().filter(c -> c.cle().equals(key)).findFirst().orElse(null);
  }

  /** Several columns that differ by the year alone are added up. */
  private void years() {
    Champ champ = champ("aideVerseeAnterieure");
    if (champ == null || year == null) {
      return;
    }
    Fit now = choice.fields().chosen().get(champ("aideVerseeExercice"));
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
      Fit fit = choice.fields().chosen().get(champ(key));
      if (fit != null) {
        others.add(fit);
      }
    }
    Fit total = choice.fields().chosen().get(champ("coutTotal"));
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

  /** Rows that say something of those below. */
  private void sections() {
    List<FoundTable.Section> sections = table.sections();
    if (sections.isEmpty() || sections.size() > MOST_SECTIONS) {
      return;
    }
    String prefix = prefix(sections);
    List<String> patterns = new ArrayList<>();
    if (prefix != null) {
      patterns.add(Patterns.quote(prefix) + ".+");
    }
    for (FoundTable.Section section : sections) {
      if (prefix == null || !section.text().startsWith(prefix)) {
        patterns.add(Patterns.quote(section.text()));
      }
    }
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("motif", "^(" + patterns.stream().distinct().collect(Collectors.joining("|")) + ")$");
    told.put("nom", SECTION);
    more.put("sections", List.of(told));
    if (choice.onglet() == Onglet.PROJETS) {
      territories(prefix);
      scope(prefix);
    }
  }

  /** What the texts have before a colon or a dash, where two or more have the same. */
  private static String prefix(List<FoundTable.Section> sections) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (FoundTable.Section section : sections) {
      var matcher = PREFIX.matcher(section.text());
      if (matcher.find()) {
        String prefix = section.text().substring(0, matcher.end() - 1);
        counts.merge(prefix, 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .filter(e -> e.getValue() > 1)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  private void territories(String prefix) {
    Champ champ = champ("territoires");
    Map<String, Object> section = new LinkedHashMap<>();
    section.put(SECTION, SECTION);
    if (prefix != null) {
      section.put("extraire", "^" + Patterns.quote(prefix) + "(.+)$");
    }
    Ligne own = made.get(champ);
    Fit fit = choice.fields().chosen().get(champ);
    boolean sparse = fit != null && fit.column().aspect().density() < 0.6;
    List<Preuve> evidence = new ArrayList<>(List.of(Preuve.de(Nature.SECTION)));
    if (own == null && isTerritory(prefix)) {
      made.put(champ, Lines.made(champ, section, List.of(), SECTIONS, evidence));
    } else if (own != null && sparse) {
      Map<String, Object> first = new LinkedHashMap<>();
      first.put("premier", List.of(own.source(), section));
      evidence.addAll(0, own.preuves());
      made.put(champ, Lines.made(champ, first, own.intitules(), SECTIONS, evidence));
    }
  }

  /** Sections without a prefix are territories where most are known as such. */
  private boolean isTerritory(String prefix) {
    if (prefix != null) {
      Champ champ = champ("territoires");
      Wording wording = lexique.wording(List.of(prefix), year);
      return scoring.name(Onglet.PROJETS, champ, wording).score() >= Assignment.LEAST;
    }
    long known = table.sections().stream().filter(s -> lexique.isTerritory(s.text())).count();
    return 2 * known > table.sections().size();
  }

  /** Sections that say whether projects are local or regional. */
  private void scope(String prefix) {
    Champ champ = champ("portee");
    Map<String, Integer> counts = new LinkedHashMap<>();
    table.sections().forEach(s -> counts.merge(s.text(), 1, Integer::sum));
    boolean regional =
        counts.keySet().stream().anyMatch(t -> "REGIONALE".equals(lexique.code("portees", t)));
    if (made.containsKey(champ) || !regional) {
      return;
    }
    List<Mot> words = new ArrayList<>();
    counts.forEach(
        (text, count) -> {
          String code = lexique.code("portees", text);
          boolean local = code == null && prefix != null && text.startsWith(prefix);
          words.add(
              new Mot(
                  text,
                  count,
                  local && isTerritory(prefix) ? "LOCALE" : code,
                  Preuve.de(Nature.SECTION)));
        });
    Map<String, Object> source = new LinkedHashMap<>();
    source.put(SECTION, SECTION);
    made.put(
        champ,
        new Ligne(
            champ,
            source,
            List.of(),
            SECTIONS,
            List.of(Preuve.de(Nature.SECTION)),
            List.of(),
            words,
            List.of()));
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
