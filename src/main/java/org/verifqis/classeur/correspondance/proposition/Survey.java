package org.verifqis.classeur.correspondance.proposition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Gabarit.FeuilleVoulue;
import org.verifqis.modele.Onglet;
import org.verifqis.modele.TypeValeur;
import org.verifqis.modele.proposition.Preuve;

/** What stands where in a workbook, and which of it is taken for which of our sheets. */
final class Survey {
  /** The fewest fields that make a form, and a table. */
  private static final int FORM = 3;

  private static final int TABLE = 2;

  /** Two fields that are told less plainly than that make no table. */
  private static final double PLAIN = 0.7;

  /** Of so many labels one at least is known in the form of a record. */
  private static final int MOST_UNKNOWN = 5;

  /** Lists of several sheets. */
  private static final Set<String> SHARED = Set.of("paliers", "portees", "regions");

  /**
   * A table taken for one of our sheets.
   *
   * @param margin by how much it is worth more as this sheet than as any other
   */
  record TableChoice(
      Onglet onglet, FoundTable table, Assignment fields, double worth, double margin) {
    TableChoice beside(double other) {
      return new TableChoice(onglet, table, fields, worth, Math.min(margin, worth - other));
    }
  }

  private final Gabarit gabarit;
  private final Lexique lexique;
  private final WordCodes words;
  private final Scoring scoring;
  private final Exercice year;
  private final Standing standing;
  private final List<SheetCells> sheets;
  private final Map<SheetCells, List<FoundTable>> tables = new LinkedHashMap<>();
  private final List<TableChoice> tableChoices = new ArrayList<>();
  private final List<FormChoice> formChoices = new ArrayList<>();

  Survey(
      Gabarit gabarit,
      Lexique lexique,
      WordCodes words,
      Scoring scoring,
      Exercice year,
      List<SheetCells> sheets) {
    this.gabarit = gabarit;
    this.lexique = lexique;
    this.words = words;
    this.scoring = scoring;
    this.year = year;
    this.standing = new Standing(lexique, year);
    this.sheets = sheets;
    TableFinder finder = new TableFinder(gabarit, lexique, scoring, year);
    FormFinder forms = new FormFinder(lexique, scoring, year);
    Set<SheetCells> ofRecords = ofRecords(forms);
    for (SheetCells sheet : sheets) {
      List<FoundTable> found = new ArrayList<>(finder.find(sheet));
      tables.put(sheet, found);
      List<TableChoice> own = new ArrayList<>();
      for (FoundTable table : found) {
        TableChoice choice = choice(table);
        if (choice != null) {
          own.add(choice);
        }
      }
      double most = own.stream().mapToDouble(c -> c.fields().total()).max().orElse(0);
      List<FormChoice> ownForms = forms(sheet, forms, most, ofRecords.contains(sheet));
      if (!ownForms.isEmpty()) {
        int first = ownForms.stream().mapToInt(f -> f.form().firstRow()).min().orElse(0);
        own.removeIf(c -> covered(c, ownForms, first));
      }
      tableChoices.addAll(own);
      formChoices.addAll(ownForms);
    }
  }

  private static boolean covered(TableChoice table, List<FormChoice> forms, int firstRow) {
    List<Integer> records = table.table().records();
    int lastRecord = records.isEmpty() ? 0 : records.get(records.size() - 1);
    boolean elsewhere =
        firstRow > lastRecord || forms.stream().noneMatch(f -> f.form().isAmong(table.table()));
    if (elsewhere) {
      return false;
    }
    double form = forms.stream().mapToDouble(f -> f.form().total()).max().orElse(0);
    return form > table.fields().total()
        || table.table().lastHeader() >= firstRow && form > 0.8 * table.fields().total();
  }

  private TableChoice choice(FoundTable table) {
    List<FoundTable.Column> columns =
        table.columns().stream().filter(table::isFirstOfName).toList();
    TableChoice best = null;
    for (FeuilleVoulue wanted : gabarit.feuilles()) {
      Onglet own = Onglet.de(wanted.nom());
      boolean paidOut = own == Onglet.VERSEMENTS && isPaidOut(table);
      boolean ledger = own != Onglet.VERSEMENTS && (isLedger(table) || isBook(table));
      boolean poor = own == Onglet.VERSEMENTS && !hasMoney(columns);
      boolean spent = own == Onglet.PROJETS && isHeadedByExpense(table);
      if (wanted.tableau()
          && !paidOut
          && !poor
          && !spent
          && !ledger
          && !isForeign(wanted, columns)) {
        Onglet onglet = own;
        Assignment fields = Assignment.of(onglet, wanted.champs(), columns, scoring);
        double bonus = bonus(onglet, table);
        boolean named =
            bonus >= 0.9
                || onglet == Onglet.PROJETS && namesOrganisations(columns)
                || hasCodes(wanted, columns);
        boolean few = fields.size() < FORM;
        boolean setAside = aside(table.sheet()) != null;
        boolean listed =
            wordsOnly(wanted) && (few || bonus == 0) && (setAside || few && bonus == 0);
        boolean weak = fields.total() < PLAIN * fields.size();
        boolean vague = few && bonus == 0 && (weak || !hasKey(onglet, fields));
        boolean enough =
            !listed && !vague && fields.size() >= TABLE
                || !listed && fields.size() == 1 && named && fields.isPlain();
        double worth = fields.total() + bonus;
        if (best == null || worth > best.worth()) {
          double before = best == null ? 0 : best.worth();
          if (enough) {
            best = new TableChoice(onglet, table, fields, worth, worth - before);
          }
        } else {
          best = best.beside(worth);
        }
      }
    }
    return best;
  }

  /** Whether what its rows are of is found, where that may be anything. */
  private static boolean hasKey(Onglet onglet, Assignment fields) {
    String key =
        switch (onglet) {
          case GOUVERNANCE -> "instance";
          case CIBLE_4 -> "mecanisme";
          case PRIORITES -> "libelle";
          case TERRITOIRES -> "territoire";
          default -> null;
        };
    return key == null || fields.chosen().keySet().stream().anyMatch(c -> c.cle().equals(key));
  }

  /** Whether a column holds the words of a list that no other sheet asks for. */
  private boolean hasCodes(FeuilleVoulue wanted, List<FoundTable.Column> columns) {
    for (Champ champ : wanted.champs()) {
      boolean own = champ.type() == TypeValeur.CODE && !SHARED.contains(champ.liste());
      if (own && columns.stream().anyMatch(c -> words.areCodes(champ.liste(), c.aspect()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean wordsOnly(FeuilleVoulue wanted) {
    return wanted.champs().stream()
        .noneMatch(c -> c.type().estChiffre() || c.type() == TypeValeur.DATE);
  }

  private boolean namesOrganisations(List<FoundTable.Column> columns) {
    return columns.stream()
        .anyMatch(
            c ->
                c.aspect().isProse()
                    && c.aspect().filled() > TABLE
                    && c.aspect().organisations(lexique) >= Scoring.ORGANISATIONS);
  }

  /** Whether a table of days and figures is taken for a list that has neither. */
  private static boolean isForeign(FeuilleVoulue wanted, List<FoundTable.Column> columns) {
    boolean dated = columns.stream().anyMatch(c -> c.aspect().isDated());
    long figures = columns.stream().filter(c -> c.aspect().isNumeric()).count();
    return wordsOnly(wanted) && (dated || figures > 1);
  }

  private static boolean isLedger(FoundTable table) {
    List<String> stems = new ArrayList<>();
    table.columns().forEach(c -> stems.addAll(c.wording().stems()));
    return stems.contains("debit") && stems.contains("credit");
  }

  private static boolean hasMoney(List<FoundTable.Column> columns) {
    return columns.stream().anyMatch(c -> c.aspect().isMoney() && !c.aspect().isCounted());
  }

  /** Whether the one word right above a table says that it is of what went out. */
  private boolean isHeadedByExpense(FoundTable table) {
    List<String> titles = table.sheet().titlesOf(table.firstHeader(), table.firstColumn());
    List<String> stems =
        titles.isEmpty() ? List.of() : lexique.stems(titles.get(titles.size() - 1));
    return stems.size() == 1 && lexique.isExpense(stems.get(0));
  }

  /** Whether a table is an extract of accounts: dated amounts of one side, with an account. */
  private static boolean isBook(FoundTable table) {
    List<String> stems = new ArrayList<>();
    table.columns().forEach(c -> stems.addAll(c.wording().stems()));
    boolean side = stems.contains("debit") || stems.contains("credit");
    boolean account = stems.stream().anyMatch(Joins.ACCOUNTS::contains);
    return side && account && table.columns().stream().anyMatch(c -> c.aspect().isDated());
  }

  /**
   * Whether a table tells of what was paid out rather than of what was received, or of both: which
   * rows of a ledger were received is for a person to say.
   */
  private boolean isPaidOut(FoundTable table) {
    List<String> stems = new ArrayList<>(lexique.stems(table.sheet().name()));
    table.columns().forEach(c -> stems.addAll(c.wording().stems()));
    List<String> titles = table.sheet().titlesOf(table.firstHeader(), table.firstColumn());
    if (!titles.isEmpty()) {
      // What was sent may have been sent to us.
      lexique.stems(titles.get(titles.size() - 1)).stream()
          .filter(s -> !s.equals("<verse>"))
          .forEach(stems::add);
    }
    return isLedger(table)
        || stems.stream().anyMatch(lexique::isExpense)
            && stems.stream().noneMatch(lexique::isRevenue);
  }

  /** What the sheet's name, or a title right above, says of it. */
  private double bonus(Onglet onglet, FoundTable table) {
    double best = named(onglet, table.sheet().name());
    List<String> titles = table.sheet().titles(table.firstHeader());
    if (!titles.isEmpty()) {
      best = Math.max(best, 0.7 * named(onglet, titles.get(titles.size() - 1)));
      best = Math.max(best, 0.5 * named(onglet, titles.get(0)));
    }
    return best;
  }

  private double named(Onglet onglet, String text) {
    List<String> stems = lexique.wording(List.of(text), year).stems();
    double best = 0;
    for (Term term : lexique.sheet(onglet)) {
      if (stems.containsAll(term.stems())) {
        best = Math.max(best, 0.6 + 0.6 * term.stems().size() / Math.max(1, stems.size()));
      }
    }
    return best;
  }

  /** The sheets of which there are several with the same labels: each is a record's. */
  private Set<SheetCells> ofRecords(FormFinder finder) {
    FeuilleVoulue projects = gabarit.feuille(Onglet.PROJETS);
    List<FormChoice> all = new ArrayList<>();
    for (SheetCells sheet : sheets) {
      FoundForm form = finder.find(sheet, projects);
      if (form != null && form.labels().size() >= FORM) {
        all.add(new FormChoice(Onglet.PROJETS, form, 0));
      }
    }
    Set<SheetCells> found = new HashSet<>();
    for (FormChoice one : all) {
      if (all.stream().filter(one::isLike).count() > TABLE) {
        found.add(one.form().sheet());
      }
    }
    return found;
  }

  private List<FormChoice> forms(
      SheetCells sheet, FormFinder finder, double table, boolean ofRecord) {
    List<FormChoice> found = new ArrayList<>();
    for (FeuilleVoulue wanted : gabarit.feuilles()) {
      Onglet onglet = Onglet.de(wanted.nom());
      FoundForm form = finder.find(sheet, wanted);
      if (form == null) {
        continue;
      }
      double bonus = named(onglet, sheet.name());
      boolean enough = form.size() >= FORM || form.size() == FORM - 1 && bonus >= 0.9;
      enough &= wanted.tableau() || aside(sheet) == null || form.size() > 2 * FORM;
      enough &= onglet != Onglet.IDENTIFICATION || form.texts() >= TABLE && !ofRecord;
      enough &= !wanted.tableau() || form.size() * MOST_UNKNOWN >= form.labels().size();
      boolean better = !wanted.tableau() || form.total() > 1.3 * table && form.size() > FORM;
      boolean notTable = form.total() > 0.8 * table;
      if (enough && better && notTable) {
        found.add(new FormChoice(onglet, form, form.total() + bonus));
      }
    }
    found.sort(Comparator.comparing(FormChoice::worth).reversed());
    // The labels of one form are not those of another: the better one has its rows.
    List<FormChoice> kept = new ArrayList<>();
    for (FormChoice form : found) {
      boolean table2 = form.onglet().estTableau();
      boolean other = kept.stream().anyMatch(k -> table2 || k.onglet().estTableau());
      if (!other || kept.isEmpty()) {
        kept.add(form);
      }
    }
    return kept;
  }

  /** Why a sheet counts less than another that holds the same; null where it does not. */
  Preuve aside(SheetCells sheet) {
    return standing.aside(sheet);
  }

  /** How much a table counts beside one like it. */
  double standing(TableChoice choice) {
    return standing.of(choice.table());
  }

  /** Whether the name of a table's sheet or a title above it tells another year. */
  boolean isOfAnotherYear(TableChoice choice) {
    return standing.isOfAnotherYear(choice.table().sheet(), choice.table().firstHeader());
  }

  /** Whether a table may be a part of one that is spread over several: of no other year or fund. */
  boolean mayBePart(TableChoice choice) {
    SheetCells sheet = choice.table().sheet();
    int row = choice.table().firstHeader();
    return standing.aside(sheet) == null
        && !standing.isOfAnotherYear(sheet, row)
        && !standing.isOfAnotherProgramme(sheet, row);
  }

  /** Whether neither its name nor a title says that a table is another programme's. */
  boolean isOwn(TableChoice choice) {
    return !standing.isOfAnotherProgramme(choice.table().sheet(), choice.table().firstHeader());
  }

  /** The tables that may be one of our sheets, the likeliest first. */
  List<TableChoice> tables(Onglet onglet) {
    return tableChoices.stream()
        .filter(c -> c.onglet() == onglet)
        .sorted(Comparator.comparing((TableChoice c) -> -c.worth() * standing.of(c.table())))
        .toList();
  }

  /** The forms that may be one of our sheets, the likeliest first. */
  List<FormChoice> forms(Onglet onglet) {
    return formChoices.stream()
        .filter(c -> c.onglet() == onglet)
        .sorted(Comparator.comparing((FormChoice c) -> -c.worth() * standing(c)))
        .toList();
  }

  /** Whether a form may be one of several, each of a record: of no other year or fund. */
  boolean mayBePart(FormChoice choice) {
    SheetCells sheet = choice.form().sheet();
    int row = choice.form().firstRow();
    return standing.aside(sheet) == null
        && !standing.isOfAnotherYear(sheet, row)
        && !standing.isOfAnotherProgramme(sheet, row);
  }

  private double standing(FormChoice choice) {
    return standing.of(choice.form().sheet(), choice.form().firstRow());
  }

  double worth(FormChoice choice) {
    return choice.worth() * standing(choice);
  }

  double worth(TableChoice choice) {
    return choice.worth() * standing.of(choice.table());
  }

  /** All tables, whatever they may be. */
  List<FoundTable> tables() {
    return tables.values().stream().flatMap(List::stream).toList();
  }

  List<SheetCells> sheets() {
    return sheets;
  }
}
