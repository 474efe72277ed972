package org.verifqis.classeur.correspondance.proposition;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.verifqis.classeur.NumberText;
import org.verifqis.classeur.RawCell;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Normalisation;
import org.verifqis.modele.TypeValeur;

/** What the values of a column look like: the judge of what its header says. */
final class Aspect {
  private static final int MOST_LOOKED_AT = 400;
  private static final int LONGEST = 300;
  private static final int FEW = 5;
  private static final int FEWEST_KEYS = 3;
  private static final double NO_EDGE = 0.7;
  private static final double KNOWN = 0.6;
  private static final double PLAIN = 0.8;
  private static final double NAME = 0.5;
  private static final double MANY = 20_000;
  private static final Pattern COMPACT_DATE =
      Pattern.compile("^(?:19|20)\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])$");
  private static final Pattern NEQ = Pattern.compile("^(?:11|22|33|88)\\d{2} ?\\d{3} ?\\d{3}$");
  private static final Pattern CODE =
      Pattern.compile("^[\\p{L}]{0,6}[-_ ./]?\\d[\\dA-Za-z]*(?:[-_./][\\dA-Za-z]+)*$");
  private static final Set<String> ANSWERS =
      Set.of("oui", "non", "o", "n", "x", "yes", "no", "y", "vrai", "faux", "true", "false");
  private static final Set<String> PEOPLE = Set.of("personnesRejointes", "pspesImpliquees");

  /** Lists of so few words that others are hardly of them. */
  private static final Set<String> CLOSED =
      Set.of("portees", "paliers", "statuts", "rolesInstance", "typesReddition", "typesVersement");

  /** What hardly two records have in common. */
  private static final Set<String> ONCE = Set.of("titre", "libelle", "description");

  /** What is written with more decimals is an account or a code, not a figure. */
  private static final int MOST_DECIMALS = 3;

  private static final int SENTENCE = 45;
  private static final Set<String> BOXES = Set.of("vrai", "faux", "true", "false");
  private static final Set<String> CROSSES = Set.of("x", "✓", "✔", "☒", "☑");

  private int filled;
  private int numbers;
  private int wholes;
  private int percents;
  private int compactDates;
  private int answers;
  private int crosses;
  private int boxes;
  private int neqs;
  private int addresses;
  private int codes;
  private int lists;
  private int texts;
  private int letters;
  private int digits;
  private double largest;
  private final SeenDates dates = new SeenDates();
  private final Map<String, Integer> words = new LinkedHashMap<>();
  private final Set<String> distinct = new HashSet<>();
  private final int rows;

  Aspect(List<RawCell> cells) {
    rows = cells.size();
    int looked = 0;
    for (RawCell cell : cells) {
      if (cell != null && !cell.isEmpty() && looked++ < MOST_LOOKED_AT) {
        look(cell);
      }
    }
  }

  private void look(RawCell cell) {
    filled++;
    String shown = cell.shown().strip();
    String text = shown.length() > LONGEST ? shown.substring(0, LONGEST) : shown;
    distinct.add(text);
    words.merge(text, 1, Integer::sum);
    if (cell.dated() || cell.kind() == RawCell.Kind.ISO_DATE) {
      dates.add(cell);
      return;
    }
    if (cell.kind() == RawCell.Kind.NUMBER) {
      number(cell, text);
      return;
    }
    if (cell.kind() == RawCell.Kind.BOOLEAN) {
      answers++;
      boxes++;
      return;
    }
    text(text);
  }

  private void number(RawCell cell, String text) {
    numbers++;
    largest = Math.max(largest, cell.number());
    percents += cell.shape() == RawCell.Shape.PERCENT ? 1 : 0;
    wholes += cell.number() == Math.rint(cell.number()) && cell.number() >= 0 ? 1 : 0;
    compactDates += COMPACT_DATE.matches(text) ? 1 : 0;
    neqs += NEQ.matches(text) ? 1 : 0;
    codes++;
    answers += text.equals("0") || text.equals("1") ? 1 : 0;
  }

  private void text(String text) {
    if (dates.add(text)) {
      return;
    }
    if (COMPACT_DATE.matches(text)) {
      compactDates++;
    }
    String plain = Normalisation.normalise(text);
    neqs += NEQ.matches(text.replace("-", "").replace("\u00a0", " ")) ? 1 : 0;
    BigDecimal amount = NumberText.amount(text);
    if (amount != null && amount.stripTrailingZeros().scale() <= MOST_DECIMALS) {
      numbers++;
      largest = Math.max(largest, amount.doubleValue());
      codes += CODE.matches(text) ? 1 : 0;
      wholes += amount.stripTrailingZeros().scale() <= 0 ? 1 : 0;
      return;
    }
    addresses += text.contains("@") ? 1 : 0;
    boolean cross = CROSSES.contains(plain) || CROSSES.contains(text);
    crosses += cross ? 1 : 0;
    boxes += BOXES.contains(plain) ? 1 : 0;
    answers += cross || ANSWERS.contains(plain) ? 1 : 0;
    codes += text.length() <= 20 && CODE.matches(text) ? 1 : 0;
    lists += text.contains(";") || text.contains("\n") || text.contains(",") ? 1 : 0;
    texts++;
    letters += text.length();
    digits += (int) text.chars().filter(Character::isDigit).count();
  }

  private double share(int count) {
    return filled == 0 ? 0 : (double) count / filled;
  }

  boolean isEmpty() {
    return filled == 0;
  }

  int filled() {
    return filled;
  }

  /** How many rows of the table have something in it. */
  double density() {
    return rows == 0 ? 0 : (double) filled / rows;
  }

  /** How many of its values stand once. */
  double variety() {
    return share(distinct.size());
  }

  boolean isNumeric() {
    return filled > 0 && share(numbers) >= 0.8;
  }

  double largest() {
    return largest;
  }

  /** Whether it counts its rows: 1, 2, 3. */
  boolean isCounted() {
    return isNumeric() && variety() > 0.99 && share(wholes) > 0.99 && largest <= 2.0 * filled;
  }

  /** Whether values tell one thing from another: neither days nor figures, and not 1, 2, 3. */
  boolean isKey() {
    boolean figures = isNumeric() && !isNeq();
    return !isDated() && !figures && !isCrossed() && filled >= FEWEST_KEYS;
  }

  /** Whether it holds figures that are no shares. */
  boolean isMoney() {
    return isNumeric() && percents == 0 && !isDated() && !isNeq();
  }

  /** Whether it counts something: whole figures, none of them very large. */
  boolean isCount() {
    boolean whole = isNumeric() && share(wholes) > 0.99 && percents == 0;
    return whole && !isDated() && !isNeq() && !isCounted() && largest < MANY;
  }

  boolean isDated() {
    return filled > 0 && share(dates.count() + compactDates) >= 0.8;
  }

  boolean isCrossed() {
    return filled > 0 && share(crosses) >= 0.9;
  }

  /** Whether it holds crosses or boxes to tick. */
  boolean isTicked() {
    return isCrossed() || filled > 0 && share(boxes) >= 0.9;
  }

  boolean isNeq() {
    return filled >= 2 && share(neqs) >= 0.8;
  }

  boolean isAddress() {
    return filled > 0 && share(addresses) >= 0.8;
  }

  boolean isCoded() {
    return filled > 0 && share(codes) >= 0.8;
  }

  /** Whether most of its texts are lists. */
  boolean isListed() {
    return texts > 0 && (double) lists / texts > 0.5;
  }

  boolean isProse() {
    boolean words = 4 * digits < letters;
    return words && texts > 0 && share(texts) >= 0.6 && (double) letters / texts >= 8;
  }

  /** How dates are written, where that is not one of the ways that are always read; else null. */
  String dateFormat() {
    if (filled > 0 && share(compactDates) >= 0.8) {
      return "AAAAMMJJ";
    }
    return dates.areMonthFirst() ? "MM/JJ/AAAA" : null;
  }

  /** Its texts, each with how often it stands. */
  Map<String, Integer> words() {
    return words;
  }

  /** How many of its values are words of a code list. */
  double known(String list, BinaryOperator<String> codes) {
    int known = 0;
    for (Map.Entry<String, Integer> word : words.entrySet()) {
      known += codes.apply(list, word.getKey()) != null ? word.getValue() : 0;
    }
    return share(known);
  }

  /** Whether its values may be those of a field: from 0 (no) to 1. */
  double fits(Champ champ, BinaryOperator<String> codes) {
    if (filled == 0) {
      return 0.93;
    }
    return switch (champ.type()) {
      case MONTANT -> percents > 0 ? 0.2 : number(numbers, dates.count());
      case ENTIER -> percents > 0 ? 0.2 : Math.max(number(wholes, dates.count()), crossed(champ));
      case DATE ->
          (0.2 + 0.8 * share(dates.count() + compactDates))
              * (dates.areNoEdge(champ.cle()) ? NO_EDGE : 1);
      case NEQ -> share(neqs) >= 0.8 ? 1 : 0.35;
      case COURRIEL -> isAddress() ? 1 : 0.3;
      case OUINON -> 0.3 + 0.7 * share(answers);
      case CODE, LISTE_CODE -> code(champ, codes);
      case TEXTE, LISTE_TEXTE -> text(champ);
    };
  }

  /** How plainly its values are those of a field: 0 for what they can't be. */
  double tells(Champ champ, BinaryOperator<String> codes) {
    if (filled == 0) {
      return 0;
    }
    boolean is =
        switch (champ.type()) {
          case MONTANT -> isMoney() && !isCounted();
          case ENTIER -> isCount();
          case DATE -> isDated();
          case NEQ -> share(neqs) >= 0.8;
          case COURRIEL -> isAddress();
          case OUINON -> share(answers) >= 0.9 && !isNumeric();
          case CODE, LISTE_CODE -> champ.liste() != null && known(champ.liste(), codes) >= KNOWN;
          case TEXTE -> isReference(champ) ? isCoded() && !isDated() && !isNeq() : isName();
          case LISTE_TEXTE -> false;
        };
    return !is ? 0 : champ.type() == TypeValeur.TEXTE ? NAME : PLAIN;
  }

  private boolean isName() {
    return isProse() && !isDated() && !isAddress() && !isCoded();
  }

  private static boolean isReference(Champ champ) {
    String key = champ.cle();
    return key.startsWith("numero") || key.equals("code") || key.equals("reference");
  }

  private double number(int count, int others) {
    return 0.2 + 0.8 * share(count) - 0.1 * share(others);
  }

  /** Of who was there, crosses are counted; those of projects tell something else. */
  private double crossed(Champ champ) {
    boolean ofProject = PEOPLE.contains(champ.cle());
    return isCrossed() && !ofProject ? 0.8 : 0;
  }

  private double code(Champ champ, BinaryOperator<String> codes) {
    if (champ.liste() == null || isDated()) {
      return 0.2;
    }
    double known = known(champ.liste(), codes);
    boolean few = distinct.size() <= 15 || variety() < 0.3;
    double most = CLOSED.contains(champ.liste()) ? 0.7 : 0.85;
    double least = isNumeric() ? 0.3 : isTalk() ? 0.4 : few ? most : 0.55;
    return Math.max(least, 0.5 + 0.5 * known);
  }

  /** Whether it is sentences rather than words of a list. */
  private boolean isTalk() {
    return texts > 0 && (double) letters / texts > SENTENCE;
  }

  private double text(Champ champ) {
    if (isDated()) {
      return 0.15;
    }
    if (filled >= FEW && share(answers) >= 0.9) {
      return 0.3;
    }
    boolean key = champ.cle().equals("numero") || champ.cle().equals("code");
    if (isReference(champ)) {
      return isNeq() ? 0.5 : key ? key() : isCoded() || variety() > 0.9 ? 1 : 0.8;
    }
    if (champ.type() == TypeValeur.LISTE_TEXTE) {
      return isNumeric() || isCrossed() ? 0.3 : isTalk() ? 0.5 : 1;
    }
    if (isNumeric() || isCrossed()) {
      return 0.25;
    }
    boolean repeated = filled >= FEW && variety() < 0.6 && ONCE.contains(champ.cle());
    if (isCoded() || repeated) {
      return 0.6;
    }
    return isAddress() || isNeq() ? 0.3 : 1;
  }

  /** What tells one record from another is short, and none stands many times over. */
  private double key() {
    if (isNumeric() && share(wholes) < 0.9) {
      return 0.2;
    }
    if (!isCoded()) {
      return isProse() ? 0.45 : variety() > 0.9 ? 1 : 0.8;
    }
    return filled >= FEW && variety() < 0.3 ? 0.5 : 1;
  }

  /** How many of its texts name an organisation. */
  double organisations(Lexique lexique) {
    int named = 0;
    for (Map.Entry<String, Integer> word : words.entrySet()) {
      named += lexique.isOrganisation(word.getKey()) ? word.getValue() : 0;
    }
    return share(named);
  }

  /** How many of its texts begin with the name of a territory. */
  double territories(Lexique lexique) {
    int named = 0;
    for (Map.Entry<String, Integer> word : words.entrySet()) {
      String first = word.getKey().split("[;,/\n]")[0];
      named += lexique.isTerritory(first) ? word.getValue() : 0;
    }
    return share(named);
  }

  /** The texts, most frequent first. */
  List<String> texts() {
    return new ArrayList<>(words.keySet());
  }
}
