package org.verifqis.classeur.correspondance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.verifqis.classeur.RawCell;
import org.verifqis.classeur.correspondance.ColumnSpec.Treatment;
import org.verifqis.modele.TypeValeur;

/** What is done with what was found, before it is read as its type. */
final class Treating {
  private static final String BETWEEN = ";";
  private static final List<String> LINES = List.of(";", "\n");

  /** What can be read as nothing. */
  private static final RawCell UNREADABLE = RawCell.text(1, "?");

  private Treating() {}

  static Found treat(Found found, Treatment treatment, TypeValeur type) {
    if (found.isEmpty() || found.isUnclear()) {
      return found;
    }
    Found own = found;
    if (treatment.blanks().contains(Headers.key(own.cell().shown()))) {
      return Found.nothing(own.places());
    }
    if (treatment.extract() != null) {
      own = extract(own, treatment.extract(), isList(type));
    }
    if (!own.isEmpty()
        && !own.isUnclear()
        && (treatment.words() != null || !treatment.separators().isEmpty())) {
      own = words(own, treatment, type);
    }
    if (own.isEmpty() || own.isUnclear()) {
      return own;
    }
    if (type == TypeValeur.DATE) {
      return date(own, treatment.format());
    }
    return treatment.unit() == null ? own : unit(own, treatment.unit());
  }

  static boolean isList(TypeValeur type) {
    return type == TypeValeur.LISTE_TEXTE || type == TypeValeur.LISTE_CODE;
  }

  private static Found extract(Found found, TextPattern pattern, boolean several) {
    String text = found.cell().shown().strip();
    String part = several ? String.join(BETWEEN, pattern.all(text)) : pattern.first(text);
    if (part == null || part.isBlank()) {
      return several
          ? Found.nothing(found.places())
          : Found.unclear(Unclear.EXTRACT, found.shown().shown(), found.places());
    }
    RawCell cell = RawCell.text(found.cell().column(), part);
    return found.reading(cell, cell);
  }

  private static Found words(Found found, Treatment treatment, TypeValeur type) {
    String text = found.cell().shown();
    if (!isList(type)) {
      String word = word(text, treatment);
      if (word == null) {
        return Found.nothing(found.places());
      }
      return word.equals(text)
          ? found
          : found.reading(RawCell.text(found.cell().column(), word), found.shown());
    }
    List<String> items = new ArrayList<>();
    for (String item : split(text, treatment.separators())) {
      String word = word(item, treatment);
      if (word != null) {
        items.add(word);
      }
    }
    RawCell cell = RawCell.text(found.cell().column(), String.join(BETWEEN, items));
    return items.isEmpty() ? Found.nothing(found.places()) : found.reading(cell, found.shown());
  }

  /** The items of a list. */
  static List<String> split(String text, List<String> separators) {
    List<String> items = List.of(text);
    for (String separator : separators.isEmpty() ? LINES : separators) {
      if (separator.isEmpty()) {
        continue;
      }
      List<String> parts = new ArrayList<>();
      for (String item : items) {
        int start = 0;
        for (int at = item.indexOf(separator); at >= 0; at = item.indexOf(separator, start)) {
          parts.add(item.substring(start, at));
          start = at + separator.length();
        }
        parts.add(item.substring(start));
      }
      items = parts;
    }
    return items.stream().map(String::strip).filter(i -> !i.isEmpty()).toList();
  }

  /** What a word stands for; null for nothing. */
  private static String word(String text, Treatment treatment) {
    if (treatment.words() == null) {
      return text;
    }
    String key = Headers.key(text);
    if (treatment.words().containsKey(key)) {
      return treatment.words().get(key);
    }
    return treatment.lenient() ? null : text;
  }

  private static Found date(Found found, String format) {
    RawCell cell = found.cell();
    if (cell.dated() || cell.kind() == RawCell.Kind.ISO_DATE) {
      return found;
    }
    LocalDate date =
        format == null ? Dates.english(cell.shown()) : Dates.parse(cell.shown(), format);
    if (date == null) {
      // As it is told: a day first where the month comes first would be another date.
      return format == null ? found : found.reading(UNREADABLE, found.shown());
    }
    return found.reading(RawCell.text(cell.column(), date.toString()), found.shown());
  }

  private static Found unit(Found found, BigDecimal unit) {
    BigDecimal figure = Amounts.orShare(found.cell());
    return figure == null
        ? found
        : found.reading(Amounts.cell(figure.multiply(unit)), Amounts.cell(figure.multiply(unit)));
  }
}
