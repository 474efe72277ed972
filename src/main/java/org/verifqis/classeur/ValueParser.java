package org.verifqis.classeur;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.verifqis.classeur.RawCell.Kind;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Montant;
import org.verifqis.modele.Normalisation;
import org.verifqis.modele.TypeValeur;

/** Reads a cell as the type of its column (lecture.md, "Values"). */
public final class ValueParser {
  private static final String B = Texts.BLANK;
  private static final Set<String> YES = Set.of("oui", "o", "x", "vrai", "1", "true");
  private static final Set<String> NO = Set.of("non", "n", "faux", "0", "false");
  private static final Pattern NEQ =
      Pattern.compile("\\d(?:(?:" + B + "|[\\p{Pd}\\u2212])*\\d){9}");
  private static final Pattern NO_DIGIT = Pattern.compile("\\D");
  private static final Pattern EMAIL =
      Pattern.compile("[^@\\s\\p{Z}]+@[^@.\\s\\p{Z}]+(?:\\.[^@.\\s\\p{Z}]+)+");
  private static final Pattern LIST_SEPARATOR =
      Pattern.compile("[;\\uFF1B\\u037E\\r\\n\\u2028\\u2029]");

  /**
   * No amount, date, code or address is longer; patterns are not tried on what hostile files hold.
   */
  private static final int LONGEST = 400;

  /** So many of a list tell what it holds. */
  static final int CODES_TOLD = 5;

  private static final Set<TypeValeur> PROSE =
      Set.of(TypeValeur.TEXTE, TypeValeur.LISTE_TEXTE, TypeValeur.LISTE_CODE);

  private final CodeLists codes;

  /** Columns whose values tell records apart. */
  private final Set<Champ> keys;

  /** One for the lists of a template; it serves all threads. */
  public ValueParser(Gabarit gabarit) {
    this.codes = new CodeLists(gabarit);
    this.keys =
        gabarit.feuilles().stream()
            .flatMap(sheet -> sheet.champs().stream().filter(c -> c.cle().equals(sheet.cle())))
            .collect(Collectors.toSet());
  }

  /**
   * What reading a cell gave.
   *
   * @param content null when the cell is empty or can't be read
   * @param problem why it can't be read: a detail of LEC-03; null when it was, or is empty
   * @param facts what the message tells of the problem
   */
  record Reading(Object content, String problem, Map<String, Object> facts) {
    /** Detail of an unknown code, which LEC-06 reports. */
    static final String UNKNOWN_CODE = "code";

    private static final Reading EMPTY = new Reading(null, null, Map.of());

    static Reading of(Object content) {
      return new Reading(content, null, Map.of());
    }

    static Reading failed(String problem) {
      return new Reading(null, problem, Map.of());
    }

    boolean isEmpty() {
      return content == null && problem == null;
    }
  }

  /** Whether a text is read as a value of a field, or is empty. */
  public boolean lit(Champ champ, String text) {
    return read(champ, RawCell.text(1, text)).problem() == null;
  }

  /** Reads a cell; null stands for a cell that is not there. */
  Reading read(Champ champ, RawCell cell) {
    if (cell == null || cell.isEmpty()) {
      return Reading.EMPTY;
    }
    if (cell.kind() == Kind.ERROR) {
      return Reading.failed("erreur");
    }
    if (cell.kind() == Kind.UNRESOLVED) {
      return Reading.failed("formule");
    }
    if (cell.kind() == Kind.UNCLEAR) {
      return Reading.failed(cell.text());
    }
    if (!PROSE.contains(champ.type()) && cell.text() != null && cell.text().length() > LONGEST) {
      return champ.type() == TypeValeur.CODE ? unknownCode(champ, null) : Reading.failed("");
    }
    return switch (champ.type()) {
      case MONTANT -> amount(cell);
      case ENTIER -> whole(cell);
      case DATE -> date(cell);
      case OUINON -> yesNo(cell);
      case CODE -> code(champ, cell);
      case NEQ -> neq(cell);
      case COURRIEL -> orFail(EMAIL.matcher(plain(cell)).matches() ? plain(cell) : null);
      case LISTE_TEXTE -> list(cell);
      case LISTE_CODE -> codeList(champ, cell);
      case TEXTE -> prose(champ, cell);
    };
  }

  private static Reading orFail(Object content) {
    return content == null ? Reading.failed("") : Reading.of(content);
  }

  private static String plain(RawCell cell) {
    return Texts.plain(cell.shown());
  }

  /** Excel turns a number such as {@code 1-2} into a date: what was typed is lost. */
  private Reading prose(Champ champ, RawCell cell) {
    boolean date = cell.dated() || cell.kind() == Kind.ISO_DATE;
    return date && keys.contains(champ)
        ? Reading.failed("dateDansCle")
        : Reading.of(Texts.trim(cell.shown()));
  }

  private static Reading amount(RawCell cell) {
    Reading number = number(cell, TypeValeur.MONTANT);
    return number.content == null ? number : Reading.of(new Montant((BigDecimal) number.content));
  }

  private static Reading whole(RawCell cell) {
    Reading number = number(cell, TypeValeur.ENTIER);
    if (number.content == null) {
      return number;
    }
    BigDecimal decimal = ((BigDecimal) number.content).stripTrailingZeros();
    if (decimal.scale() > 0) {
      return Reading.failed("fraction");
    }
    boolean fits = decimal.precision() - decimal.scale() < 19;
    return orFail(fits ? decimal.longValueExact() : null);
  }

  private static Reading number(RawCell cell, TypeValeur type) {
    return switch (cell.kind()) {
      case NUMBER ->
          switch (cell.shape()) {
            case DATE -> Reading.failed("dateDansMontant");
            case PERCENT -> Reading.failed("pourcentage");
            case PLAIN -> Reading.of(cell.decimal());
          };
      case ISO_DATE -> Reading.failed("dateDansMontant");
      case TEXT -> {
        BigDecimal number =
            type == TypeValeur.MONTANT
                ? NumberText.amount(cell.text())
                : NumberText.whole(cell.text());
        yield number != null
            ? Reading.of(number)
            : Reading.failed(NumberText.isAmbiguous(cell.text()) ? "ambigu" : "");
      }
      default -> Reading.failed("");
    };
  }

  private static Reading date(RawCell cell) {
    return switch (cell.kind()) {
      case NUMBER -> cell.dated() ? orFail(cell.date()) : Reading.failed("dateSansFormat");
      case TEXT, ISO_DATE -> orFail(DateText.parse(cell.text()));
      default -> Reading.failed("");
    };
  }

  private static Reading yesNo(RawCell cell) {
    if (cell.kind() == Kind.ISO_DATE || cell.dated()) {
      return Reading.failed("");
    }
    String word = Normalisation.normalise(cell.shown());
    if (YES.contains(word)) {
      return Reading.of(true);
    }
    return NO.contains(word) ? Reading.of(false) : Reading.failed("");
  }

  private Reading code(Champ champ, RawCell cell) {
    boolean typed = typed(cell);
    Object content = typed ? codes.find(champ.liste(), cell.shown()) : null;
    return content != null ? Reading.of(content) : unknownCode(champ, typed ? cell.shown() : null);
  }

  /** Null stands for something that nobody typed as a code. */
  private Reading unknownCode(Champ champ, String text) {
    boolean near = text != null && text.length() <= LONGEST;
    String nearest = near ? codes.nearest(champ.liste(), text) : null;
    Map<String, Object> facts = new LinkedHashMap<>();
    if (nearest != null) {
      facts.put("suggestion", nearest);
      facts.put("suggestionLibelle", codes.label(champ.liste(), nearest));
      facts.put("aInscrire", codes.offered(champ.liste(), nearest));
    }
    facts.put("acceptees", codes.mostAlike(champ.liste(), near ? text : "", CODES_TOLD));
    facts.put("enTout", codes.size(champ.liste()));
    return new Reading(null, Reading.UNKNOWN_CODE, facts);
  }

  private static Reading neq(RawCell cell) {
    String plain = plain(cell);
    if (cell.dated() || cell.kind() == Kind.BOOLEAN || !NEQ.matcher(plain).matches()) {
      return Reading.failed("");
    }
    return Reading.of(NO_DIGIT.matcher(plain).replaceAll(""));
  }

  private static Reading list(RawCell cell) {
    List<String> parts = parts(cell);
    return parts.isEmpty() ? Reading.EMPTY : Reading.of(parts);
  }

  private static List<String> parts(RawCell cell) {
    return Arrays.stream(LIST_SEPARATOR.split(cell.shown()))
        .map(Texts::trim)
        .filter(part -> !Texts.isEmpty(part))
        .toList();
  }

  /** Several codes; one that fits none makes the whole cell unknown. */
  private Reading codeList(Champ champ, RawCell cell) {
    if (!typed(cell)) {
      return unknownCode(champ, null);
    }
    Set<Object> contents = new LinkedHashSet<>();
    for (String part : parts(cell)) {
      Object content = codes.find(champ.liste(), part);
      if (content == null) {
        Reading unknown = unknownCode(champ, part);
        Map<String, Object> facts = new LinkedHashMap<>(unknown.facts());
        facts.put("element", part);
        return new Reading(null, Reading.UNKNOWN_CODE, facts);
      }
      contents.add(content);
    }
    return contents.isEmpty() ? Reading.EMPTY : Reading.of(List.copyOf(contents));
  }

  private static boolean typed(RawCell cell) {
    return cell.kind() == Kind.TEXT || cell.kind() == Kind.NUMBER && !cell.dated();
  }
}
