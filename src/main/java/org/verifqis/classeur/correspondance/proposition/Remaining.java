package org.verifqis.classeur.correspondance.proposition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.verifqis.classeur.DateText;
import org.verifqis.classeur.RawCell;
import org.verifqis.classeur.correspondance.proposition.Assignment.Fit;
import org.verifqis.classeur.correspondance.proposition.FoundTable.Column;
import org.verifqis.classeur.correspondance.proposition.Scoring.Score;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Gabarit.FeuilleVoulue;
import org.verifqis.modele.Onglet;
import org.verifqis.modele.TypeValeur;
import org.verifqis.modele.proposition.Preuve;
import org.verifqis.modele.proposition.Preuve.Nature;
import org.verifqis.modele.proposition.Proposition.Ligne;
import org.verifqis.modele.proposition.Proposition.Question;
import org.verifqis.modele.proposition.Proposition.Rival;

/**
 * The columns whose headers say nothing that is known, told by what their values are and by what is
 * still wanted; always to be confirmed.
 */
final class Remaining {
  private static final double BY_VALUES = 0.65;
  private static final double MOST = 0.95;

  /** So sure is a header that is the very word. */
  private static final double SAME = 0.96;

  private static final double PLACES = 0.6;
  private static final double SEVERAL = 0.5;
  private static final int FEWEST = 2;

  /** Figures that are all smaller may be of anything. */
  private static final double AMOUNT = 1_000;

  private final Onglet onglet;
  private final SheetCells sheet;
  private final List<Column> columns;
  private final FeuilleVoulue wanted;
  private final Lexique lexique;
  private final Scoring scoring;
  private final Lines lines;
  private Map<Champ, Ligne> made;
  private final Set<String> asked = new HashSet<>();

  /**
   * Of a table, or of records side by side.
   *
   * @param columns what stands under each header; of those with the same text, the first
   */
  Remaining(
      FeuilleVoulue wanted,
      SheetCells sheet,
      List<Column> columns,
      Lexique lexique,
      Scoring scoring,
      Lines lines) {
    this.onglet = Onglet.de(wanted.nom());
    this.sheet = sheet;
    this.columns = columns;
    this.wanted = wanted;
    this.lexique = lexique;
    this.scoring = scoring;
    this.lines = lines;
  }

  /** Adds lines for fields that have none. */
  void apply(Map<Champ, Ligne> lines, List<Question> questions) {
    made = lines;
    questions.removeIf(this::isAnswered);
    questions.forEach(
        q -> {
          asked.add(q.champ().cle());
          q.candidats().forEach(c -> asked.add(c.intitule().lieu().cellule()));
        });
    if (made.isEmpty()) {
      return;
    }
    codes();
    if (onglet == Onglet.VERSEMENTS) {
      received();
    }
    if (onglet == Onglet.PROJETS) {
      number();
      territories();
      promoter();
      title();
      days();
      money();
      people();
    }
    between();
  }

  /** What stands between what is known, by the order in which such things are asked. */
  private void between() {
    Map<Champ, Column> known = new LinkedHashMap<>();
    made.forEach(
        (champ, line) -> {
          Column own = column(champ.cle());
          if (own != null) {
            known.put(champ, own);
          }
        });
    List<Champ> fields =
        wanted.champs().stream()
            .filter(c -> !asked.contains(c.cle()))
            .filter(
                c -> known.containsKey(c) || !made.containsKey(c) && c.type() != TypeValeur.TEXTE)
            .toList();
    Set<Column> barred = new HashSet<>(columns);
    barred.removeAll(free());
    List<Column> counts =
        known.values().stream().filter(c -> c.aspect().isCounted()).distinct().toList();
    columns.stream()
        .filter(c -> counts.size() > 1 && !counts.contains(c) && Sums.hold(c, counts))
        .forEach(barred::add);
    new Order(
            fields, columns, known, barred, (champ, column) -> scoring.fits(onglet, champ, column))
        .filled()
        .forEach((champ, column) -> put(champ, column, Nature.ORDRE));
  }

  /**
   * Whether the place of one of several decides: a number stands first and once, and an end right
   * behind its beginning.
   */
  private boolean isAnswered(Question question) {
    String key = question.champ().cle();
    Column own = null;
    if (key.equals("numero")) {
      own = columns.get(0);
      boolean once = own.aspect().isCoded() && own.aspect().variety() > MOST;
      boolean better =
          question.candidats().get(0).confiance() >= SAME
              && !isAt(question.candidats().get(0), own);
      own = once && own.aspect().density() > MOST && !better ? own : null;
    } else if (key.equals("dateFin") && column("dateDebut") != null) {
      Column begun = column("dateDebut");
      int next = columns.indexOf(begun) + 1;
      own = next < columns.size() && follow(begun, columns.get(next)) ? columns.get(next) : null;
    }
    Column chosen = own;
    if (chosen == null || question.candidats().stream().noneMatch(c -> isAt(c, chosen))) {
      return false;
    }
    put(question.champ(), chosen, Nature.ORDRE);
    return true;
  }

  private boolean isAt(Rival candidate, Column column) {
    return candidate.intitule().lieu().equals(Lines.title(sheet, column).lieu());
  }

  private Champ open(String key) {
    return wanted.champs().stream()
        .filter(c -> c.cle().equals(key) && !made.containsKey(c) && !asked.contains(key))
        .findFirst()
        .orElse(null);
  }

  /** Columns of which nothing is read or asked, and that speak of nothing else. */
  private List<Column> free() {
    Set<String> read = new HashSet<>(asked);
    made.values().forEach(l -> l.intitules().forEach(t -> read.add(t.lieu().cellule())));
    return columns.stream()
        .filter(c -> !read.contains(Lines.title(sheet, c).lieu().cellule()))
        .filter(c -> c.wording().stems().stream().noneMatch(lexique::isCounter))
        .filter(c -> c.aspect().filled() >= FEWEST)
        .toList();
  }

  private void put(Champ champ, Column column) {
    put(champ, column, Nature.NATURE_VALEURS);
  }

  private void put(Champ champ, Column column, Nature nature) {
    Preuve why = Preuve.de(nature);
    Fit fit = new Fit(column, new Score(BY_VALUES, List.of(why), null));
    made.put(champ, lines.plain(onglet, champ, sheet, fit, List.of()));
  }

  /** Words that are those of one list alone. */
  private void codes() {
    for (Column column : free()) {
      List<Champ> fields = new ArrayList<>();
      for (Champ champ : wanted.champs()) {
        boolean code = champ.type() == TypeValeur.CODE && !champ.liste().equals("regions");
        if (code && open(champ.cle()) != null && lines.areCodes(champ.liste(), column.aspect())) {
          fields.add(champ);
        }
      }
      if (fields.size() == 1) {
        put(fields.get(0), column);
      }
    }
  }

  /** The one day and the one amount of each row, and what it is called. */
  private void received() {
    List<Column> days = free().stream().filter(c -> c.aspect().isDated()).toList();
    if (open("date") != null && days.size() == 1) {
      put(open("date"), days.get(0));
    }
    List<Column> amounts = free().stream().filter(Remaining::isAmount).toList();
    if (open("montant") != null && amounts.size() == 1) {
      put(open("montant"), amounts.get(0));
    }
    number();
    referenceIsNumber();
  }

  /** The only thing by which each row is told from the others is its number. */
  private void referenceIsNumber() {
    Champ number = open("numero");
    Column reference = column("reference");
    if (number == null || reference == null) {
      return;
    }
    Aspect own = reference.aspect();
    boolean first = columns.indexOf(reference) <= 1;
    if (first && own.isCoded() && own.variety() > MOST && own.density() > MOST) {
      made.keySet().removeIf(c -> c.cle().equals("reference"));
      put(number, reference);
    }
  }

  private static boolean isAmount(Column column) {
    return column.aspect().isMoney()
        && column.aspect().largest() >= AMOUNT
        && !column.aspect().isCounted();
  }

  /** What stands first in a row, once, and is short. */
  private void number() {
    Champ champ = open("numero");
    if (champ == null || !free().contains(columns.get(0))) {
      return;
    }
    Aspect first = columns.get(0).aspect();
    boolean key = first.isCoded() && !first.isDated() && !first.isNeq();
    if (key && first.variety() > MOST && first.density() > MOST) {
      put(champ, columns.get(0));
    }
  }

  private boolean isPlainText(Column column) {
    Aspect aspect = column.aspect();
    return aspect.isProse()
        && !aspect.isCoded()
        && !aspect.isDated()
        && !aspect.isAddress()
        && !aspect.isListed()
        && column.wording().stems().stream().noneMatch(lexique::isSorting);
  }

  private void territories() {
    Champ champ = open("territoires");
    List<Column> named =
        free().stream().filter(c -> c.aspect().territories(lexique) >= PLACES).toList();
    if (champ != null && named.size() == 1) {
      put(champ, named.get(0));
    }
  }

  private void promoter() {
    Champ champ = open("promoteur");
    List<Column> named =
        free().stream()
            .filter(this::isPlainText)
            .filter(c -> c.aspect().organisations(lexique) >= Scoring.ORGANISATIONS)
            .toList();
    if (champ != null && named.size() == 1) {
      put(champ, named.get(0));
    } else if (champ != null && named.isEmpty() && open("titre") == null) {
      List<Column> texts =
          free().stream()
              .filter(this::isPlainText)
              .filter(c -> c.aspect().density() > MOST && c.aspect().variety() > SEVERAL)
              .toList();
      if (texts.size() == 1) {
        put(champ, texts.get(0));
      }
    }
  }

  /** The one text of every record that is another in nearly each, and names no organisation. */
  private void title() {
    Champ champ = open("titre");
    List<Column> texts =
        free().stream()
            .filter(this::isPlainText)
            .filter(c -> c.aspect().density() > MOST && c.aspect().variety() > 0.8)
            .filter(c -> c.aspect().organisations(lexique) < Scoring.ORGANISATIONS / 2)
            .toList();
    if (champ != null && texts.size() == 1) {
      put(champ, texts.get(0));
    }
  }

  /** Days that follow each other in each row: signed, begun, ended. */
  private void days() {
    List<Column> days = free().stream().filter(c -> c.aspect().isDated()).toList();
    Champ begun = open("dateDebut");
    Champ ended = open("dateFin");
    Champ signed = open("dateProtocole");
    boolean all = signed != null && begun != null && ended != null && days.size() == 3;
    if (all && follow(days.get(0), days.get(1)) && follow(days.get(1), days.get(2))) {
      put(signed, days.get(0));
      put(begun, days.get(1));
      put(ended, days.get(2));
    } else if (begun != null
        && ended != null
        && days.size() == 2
        && follow(days.get(0), days.get(1))) {
      put(begun, days.get(0));
      put(ended, days.get(1));
    } else if (days.size() == 1 && ended != null && begun == null) {
      Column start = column("dateDebut");
      if (start != null && follow(start, days.get(0))) {
        put(ended, days.get(0));
      }
    } else if (days.size() == 1 && begun != null && ended == null) {
      Column end = column("dateFin");
      Column before = column("dateProtocole");
      if (end != null
          && before != null
          && follow(before, days.get(0))
          && follow(days.get(0), end)) {
        put(begun, days.get(0));
      }
    } else if (days.size() == 1 && begun == null && ended == null && signed != null) {
      Column start = column("dateDebut");
      if (start != null && follow(days.get(0), start)) {
        put(signed, days.get(0));
      }
    }
  }

  /** The column of which a field is read; null where it is none alone. */
  private Column column(String key) {
    for (Map.Entry<Champ, Ligne> line : made.entrySet()) {
      if (line.getKey().cle().equals(key) && line.getValue().intitules().size() == 1) {
        return at(line.getValue().intitules().get(0).lieu().cellule());
      }
    }
    return null;
  }

  private Column at(String cell) {
    return columns.stream()
        .filter(c -> Lines.title(sheet, c).lieu().cellule().equals(cell))
        .findFirst()
        .orElse(null);
  }

  private static boolean follow(Column one, Column other) {
    int looked = 0;
    int later = 0;
    for (int row = 0; row < one.values().size(); row++) {
      LocalDate first = day(one.values().get(row));
      LocalDate second = day(other.values().get(row));
      if (first != null && second != null) {
        looked++;
        later += second.isBefore(first) ? 0 : 1;
      }
    }
    return looked >= FEWEST && later >= MOST * looked;
  }

  private static LocalDate day(RawCell cell) {
    return cell == null ? null : DateText.parse(cell.shown());
  }

  /** The amount that is never less than what was paid of it, or the only one. */
  private void granted() {
    List<Column> paid = new ArrayList<>();
    for (String key : List.of(Montage.BEFORE, Montage.WITHIN)) {
      made.entrySet().stream()
          .filter(e -> e.getKey().cle().equals(key))
          .flatMap(e -> e.getValue().intitules().stream())
          .map(t -> at(t.lieu().cellule()))
          .filter(c -> c != null)
          .forEach(paid::add);
    }
    List<Column> amounts =
        free().stream()
            .filter(c -> c.aspect().isMoney() && c.wording().time() == null)
            .filter(c -> paid.isEmpty() || Sums.cover(c, paid))
            .toList();
    if (paid.isEmpty()) {
      long all = columns.stream().filter(Remaining::isAmount).count();
      amounts = all == 1 ? amounts.stream().filter(Remaining::isAmount).toList() : List.of();
    }
    // Of several, what all others cover too: a project costs no less than what it is given.
    for (Column column : amounts) {
      if (isLeast(column, amounts)) {
        put(open(Montage.GRANTED), column);
        return;
      }
    }
  }

  private static boolean isLeast(Column column, List<Column> amounts) {
    return amounts.stream().allMatch(c -> c.equals(column) || Sums.cover(c, List.of(column)));
  }

  /** What the amounts tell by how they make each other up. */
  private void money() {
    timed(Montage.BEFORE, TimeMarks.BEFORE);
    timed(Montage.WITHIN, TimeMarks.WITHIN);
    montage();
    if (open(Montage.GRANTED) != null) {
      granted();
      montage();
    }
  }

  /** The one amount of a time. */
  private void timed(String key, String time) {
    List<Column> amounts =
        free().stream()
            .filter(c -> c.aspect().isMoney() && time.equals(c.wording().time()))
            .toList();
    if (open(key) != null && amounts.size() == 1) {
      put(open(key), amounts.get(0));
    }
  }

  private void montage() {
    Map<String, Column> known = new LinkedHashMap<>();
    List<Column> amounts = new ArrayList<>(free());
    for (String key : Montage.KEYS) {
      Column own = column(key);
      if (own != null) {
        known.put(key, own);
        amounts.add(own);
      }
    }
    amounts.removeIf(c -> !c.aspect().isMoney() || c.aspect().isCounted());
    amounts.sort(Comparator.comparing(columns::indexOf));
    new Montage(amounts, known, this::hint)
        .found()
        .forEach(
            (key, column) -> {
              if (open(key) != null) {
                put(open(key), column, Nature.CALCUL);
              }
            });
  }

  private static boolean isOfYear(String time) {
    return time == null || time.equals(TimeMarks.WITHIN);
  }

  private double hint(String key, Column column) {
    return wanted.champs().stream()
        .filter(c -> c.cle().equals(key))
        .mapToDouble(c -> scoring.name(onglet, c, column.wording()).score())
        .sum();
  }

  /** How many were reached, and how many of them took part. */
  private void people() {
    Champ reached = open("personnesRejointes");
    Champ involved = open("pspesImpliquees");
    List<Column> counts =
        free().stream().filter(c -> c.aspect().isCount() && isOfYear(c.wording().time())).toList();
    if (reached != null && involved != null) {
      if (counts.size() == 2 && Sums.cover(counts.get(0), List.of(counts.get(1)))) {
        put(reached, counts.get(0));
        put(involved, counts.get(1));
      }
    } else if (involved != null && column("personnesRejointes") != null) {
      List<Column> fewer =
          counts.stream()
              .filter(c -> Sums.cover(column("personnesRejointes"), List.of(c)))
              .toList();
      if (fewer.size() == 1) {
        put(involved, fewer.get(0));
      }
    } else if (reached != null && column("pspesImpliquees") != null) {
      List<Column> more =
          counts.stream().filter(c -> Sums.cover(c, List.of(column("pspesImpliquees")))).toList();
      if (more.size() == 1) {
        put(reached, more.get(0));
      }
    }
  }
}
