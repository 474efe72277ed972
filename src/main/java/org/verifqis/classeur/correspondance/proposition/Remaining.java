package org.verifqis.classeur.correspondance.proposition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.verifqis.classeur.DateText;
import org.verifqis.classeur.RawCell;
import org.verifqis.classeur.correspondance.proposition.FoundTable.Column;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Gabarit.FeuilleVoulue;
import org.verifqis.modele.Onglet;
import org.verifqis.modele.TypeValeur;
import org.verifqis.modele.proposition.Preuve.Nature;
import org.verifqis.modele.proposition.Proposition.Ligne;
import org.verifqis.modele.proposition.Proposition.Question;

/**
 * The columns whose headers say nothing that is known, told by what their values are and by what is
 * still wanted; always to be confirmed.
 */
final class Remaining {
  private static final double MOST = 0.95;

  /** So sure is a header that is the very word. */
  private static final double SAME = 0.96;

  private static final double PLACES = 0.6;
  private static final double SEVERAL = 0.5;
  private static final int FEWEST = 2;

  private final Onglet onglet;
  private final SheetCells sheet;
  private final List<Column> columns;
  private final FeuilleVoulue wanted;
  private final Lexique lexique;
  private final Scoring scoring;
  private final Lines lines;
  private Map<Champ, Ligne> made;
  private OpenFields fields;

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
    fields = new OpenFields(wanted, sheet, columns, lexique, this.lines, made);
    questions.removeIf(this::isAnswered);
    fields.ask(questions);
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
      new RemainingFigures(wanted, columns, scoring, made, fields).apply();
    }
    between();
  }

  /** What stands between what is known, by the order in which such things are asked. */
  private void between() {
    Map<Champ, Column> known = new LinkedHashMap<>();
    made.forEach(
        (champ, line) -> {
          Column own = fields.column(champ.cle());
          if (own != null) {
            known.put(champ, own);
          }
        });
    List<Champ> asked =
        wanted.champs().stream()
            .filter(c -> !fields.isAsked(c.cle()))
            .filter(
                c -> known.containsKey(c) || !made.containsKey(c) && c.type() != TypeValeur.TEXTE)
            .toList();
    Set<Column> barred = new HashSet<>(columns);
    barred.removeAll(fields.free());
    List<Column> counts =
        known.values().stream().filter(c -> c.aspect().isCounted()).distinct().toList();
    columns.stream()
        .filter(c -> counts.size() > 1 && !counts.contains(c) && Sums.hold(c, counts))
        .forEach(barred::add);
    new Order(asked, columns, known, barred, (champ, column) -> scoring.fits(onglet, champ, column))
        .filled()
        .forEach((champ, column) -> fields.put(champ, column, Nature.ORDRE));
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
              && !fields.isAt(question.candidats().get(0), own);
      own = once && own.aspect().density() > MOST && !better ? own : null;
    } else if (key.equals("dateFin") && fields.column("dateDebut") != null) {
      Column begun = fields.column("dateDebut");
      int next = columns.indexOf(begun) + 1;
      own = next < columns.size() && follow(begun, columns.get(next)) ? columns.get(next) : null;
    }
    Column chosen = own;
    if (chosen == null || question.candidats().stream().noneMatch(c -> fields.isAt(c, chosen))) {
      return false;
    }
    fields.put(question.champ(), chosen, Nature.ORDRE);
    return true;
  }

  /** Words that are those of one list alone. */
  private void codes() {
    for (Column column : fields.free()) {
      List<Champ> asked = new ArrayList<>();
      for (Champ champ : wanted.champs()) {
        boolean code = champ.type() == TypeValeur.CODE && !champ.liste().equals("regions");
        if (code
            && fields.open(champ.cle()) != null
            && lines.areCodes(champ.liste(), column.aspect())) {
          asked.add(champ);
        }
      }
      if (asked.size() == 1) {
        fields.put(asked.get(0), column);
      }
    }
  }

  /** The one day and the one amount of each row, and what it is called. */
  private void received() {
    List<Column> days = fields.free().stream().filter(c -> c.aspect().isDated()).toList();
    if (fields.open("date") != null && days.size() == 1) {
      fields.put(fields.open("date"), days.get(0));
    }
    List<Column> amounts = fields.free().stream().filter(OpenFields::isAmount).toList();
    if (fields.open("montant") != null && amounts.size() == 1) {
      fields.put(fields.open("montant"), amounts.get(0));
    }
    number();
    referenceIsNumber();
  }

  /** The only thing by which each row is told from the others is its number. */
  private void referenceIsNumber() {
    Champ number = fields.open("numero");
    Column reference = fields.column("reference");
    if (number == null || reference == null) {
      return;
    }
    Aspect own = reference.aspect();
    boolean first = columns.indexOf(reference) <= 1;
    if (first && own.isCoded() && own.variety() > MOST && own.density() > MOST) {
      made.keySet().removeIf(c -> c.cle().equals("reference"));
      fields.put(number, reference);
    }
  }

  /** What stands first in a row, once, and is short. */
  private void number() {
    Champ champ = fields.open("numero");
    if (champ == null || !fields.free().contains(columns.get(0))) {
      return;
    }
    Aspect first = columns.get(0).aspect();
    boolean key = first.isCoded() && !first.isDated() && !first.isNeq();
    if (key && first.variety() > MOST && first.density() > MOST) {
      fields.put(champ, columns.get(0));
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
    Champ champ = fields.open("territoires");
    List<Column> named =
        fields.free().stream().filter(c -> c.aspect().territories(lexique) >= PLACES).toList();
    if (champ != null && named.size() == 1) {
      fields.put(champ, named.get(0));
    }
  }

  private void promoter() {
    Champ champ = fields.open("promoteur");
    List<Column> named =
        fields.free().stream()
            .filter(this::isPlainText)
            .filter(c -> c.aspect().organisations(lexique) >= Scoring.ORGANISATIONS)
            .toList();
    if (champ != null && named.size() == 1) {
      fields.put(champ, named.get(0));
    } else if (champ != null && named.isEmpty() && fields.open("titre") == null) {
      List<Column> texts =
          fields.free().stream()
              .filter(this::isPlainText)
              .filter(c -> c.aspect().density() > MOST && c.aspect().variety() > SEVERAL)
              .toList();
      if (texts.size() == 1) {
        fields.put(champ, texts.get(0));
      }
    }
  }

  /** The one text of every record that is another in nearly each, and names no organisation. */
  private void title() {
    Champ champ = fields.open("titre");
    List<Column> texts =
        fields.free().stream()
            .filter(this::isPlainText)
            .filter(c -> c.aspect().density() > MOST && c.aspect().variety() > 0.8)
            .filter(c -> c.aspect().organisations(lexique) < Scoring.ORGANISATIONS / 2)
            .toList();
    if (champ != null && texts.size() == 1) {
      fields.put(champ, texts.get(0));
    }
  }

  /** Days that follow each other in each row: signed, begun, ended. */
  private void days() {
    List<Column> days = fields.free().stream().filter(c -> c.aspect().isDated()).toList();
    Champ begun = fields.open("dateDebut");
    Champ ended = fields.open("dateFin");
    Champ signed = fields.open("dateProtocole");
    boolean all = signed != null && begun != null && ended != null && days.size() == 3;
    if (all && follow(days.get(0), days.get(1)) && follow(days.get(1), days.get(2))) {
      fields.put(signed, days.get(0));
      fields.put(begun, days.get(1));
      fields.put(ended, days.get(2));
    } else if (begun != null
        && ended != null
        && days.size() == 2
        && follow(days.get(0), days.get(1))) {
      fields.put(begun, days.get(0));
      fields.put(ended, days.get(1));
    } else if (days.size() == 1 && ended != null && begun == null) {
      Column start = fields.column("dateDebut");
      if (start != null && follow(start, days.get(0))) {
        fields.put(ended, days.get(0));
      }
    } else if (days.size() == 1 && begun != null && ended == null) {
      Column end = fields.column("dateFin");
      Column before = fields.column("dateProtocole");
      if (end != null
          && before != null
          && follow(before, days.get(0))
          && follow(days.get(0), end)) {
        fields.put(begun, days.get(0));
      }
    } else if (days.size() == 1 && begun == null && ended == null && signed != null) {
      Column start = fields.column("dateDebut");
      if (start != null && follow(days.get(0), start)) {
        fields.put(signed, days.get(0));
      }
    }
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
}
