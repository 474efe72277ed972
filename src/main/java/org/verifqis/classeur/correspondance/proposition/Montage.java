package org.verifqis.classeur.correspondance.proposition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import org.verifqis.classeur.correspondance.proposition.FoundTable.Column;

/**
 * Which amounts of projects are which, told by how they make each other up: the total cost is the
 * sum of what the Fund, governments and the community give, and what was paid is no more than what
 * the Fund granted.
 */
final class Montage {
  static final String GRANTED = "aideAccordee";
  static final String BEFORE = "aideVerseeAnterieure";
  static final String WITHIN = "aideVerseeExercice";
  static final String PUBLIC = "autresAidesPubliques";
  static final String COMMUNITY = "contributionMilieu";
  static final String TOTAL = "coutTotal";
  static final List<String> KEYS = List.of(GRANTED, BEFORE, WITHIN, PUBLIC, COMMUNITY, TOTAL);
  private static final List<String> PARTS = List.of(GRANTED, PUBLIC, COMMUNITY);
  private static final int MOST_AMOUNTS = 12;

  /** Words that say less of a column speak for nothing. */
  private static final double HINT = 0.1;

  private final List<Column> amounts;
  private final Map<String, Column> known;
  private final ToDoubleBiFunction<String, Column> words;
  private final Map<String, Column> found = new LinkedHashMap<>();

  /**
   * Of a table.
   *
   * @param amounts all its columns of amounts that may be these, from the left
   * @param known those that were found by their words
   * @param words how much the words of a column speak for a field
   */
  Montage(
      List<Column> amounts, Map<String, Column> known, ToDoubleBiFunction<String, Column> words) {
    this.amounts = amounts.size() > MOST_AMOUNTS ? amounts.subList(0, MOST_AMOUNTS) : amounts;
    this.known = new LinkedHashMap<>(known);
    this.words = words;
  }

  /** What its figures tell beside what was known. */
  Map<String, Column> found() {
    cost();
    paid();
    return found;
  }

  private void put(String key, Column column) {
    known.put(key, column);
    found.put(key, column);
  }

  private List<Column> free() {
    return amounts.stream().filter(c -> !known.containsValue(c)).toList();
  }

  private boolean isOf(Column column, List<String> keys) {
    return keys.stream().anyMatch(k -> column.equals(known.get(k))) || !known.containsValue(column);
  }

  /** The one amount that two or three others make up, and which these are. */
  private void cost() {
    Column total = null;
    List<Column> parts = null;
    for (Column whole : amounts) {
      if (!isOf(whole, List.of(TOTAL)) || known.containsKey(TOTAL) && !isKnown(TOTAL, whole)) {
        continue;
      }
      List<Column> terms = terms(whole);
      if (terms != null && parts != null) {
        return;
      }
      if (terms != null) {
        total = whole;
        parts = terms;
      }
    }
    if (parts == null) {
      return;
    }
    if (!known.containsKey(TOTAL)) {
      put(TOTAL, total);
    }
    List<Column> open = parts.stream().filter(c -> !known.containsValue(c)).toList();
    List<String> wanted = PARTS.stream().filter(p -> !known.containsKey(p)).toList();
    if (parts.size() == PARTS.size() && open.size() == wanted.size()) {
      share(open, wanted);
    }
  }

  private boolean isKnown(String key, Column column) {
    return column.equals(known.get(key));
  }

  /** The only columns that make up another, each of some worth; null for none or several ways. */
  private List<Column> terms(Column whole) {
    List<Column> own =
        amounts.stream()
            .filter(c -> !c.equals(whole) && c.wording().time() == null && isOf(c, PARTS))
            .toList();
    List<Column> only = null;
    for (int i = 0; i < own.size(); i++) {
      for (int j = i + 1; j < own.size(); j++) {
        for (int k = j + 1; k < own.size(); k++) {
          List<Column> terms = List.of(own.get(i), own.get(j), own.get(k));
          if (holdsKnown(terms) && Sums.hold(whole, terms)) {
            if (only != null) {
              return null;
            }
            only = terms;
          }
        }
      }
    }
    return only;
  }

  /** Whether what is known to be a part is one of these. */
  private boolean holdsKnown(List<Column> terms) {
    return PARTS.stream().filter(known::containsKey).allMatch(p -> terms.contains(known.get(p)));
  }

  /** Which of the parts is which: by their words, then in the order in which they are asked. */
  private void share(List<Column> open, List<String> wanted) {
    List<String> order = new ArrayList<>(wanted);
    if (open.size() == 2) {
      double asAsked = hint(wanted.get(0), open.get(0)) + hint(wanted.get(1), open.get(1));
      double turned = hint(wanted.get(0), open.get(1)) + hint(wanted.get(1), open.get(0));
      if (turned > asAsked + HINT) {
        order = List.of(wanted.get(1), wanted.get(0));
      }
    }
    if (open.size() == PARTS.size() && !coversPaid(open.get(0))) {
      return;
    }
    for (int i = 0; i < open.size(); i++) {
      put(order.get(i), open.get(i));
    }
  }

  private double hint(String key, Column column) {
    return words.applyAsDouble(key, column);
  }

  private boolean coversPaid(Column granted) {
    List<Column> paid = new ArrayList<>();
    for (String key : List.of(BEFORE, WITHIN)) {
      if (known.containsKey(key)) {
        paid.add(known.get(key));
      }
    }
    return paid.isEmpty() || Sums.cover(granted, paid);
  }

  /** What was paid before and in the year: two amounts that together are no more than the grant. */
  private void paid() {
    Column granted = known.get(GRANTED);
    boolean open = !known.containsKey(BEFORE) && !known.containsKey(WITHIN);
    if (granted == null || !open) {
      return;
    }
    List<Column> only = null;
    List<Column> free = free();
    for (int i = 0; i + 1 < free.size(); i++) {
      List<Column> two = List.of(free.get(i), free.get(i + 1));
      boolean together = amounts.indexOf(two.get(1)) == amounts.indexOf(two.get(0)) + 1;
      boolean rest = i + 2 < free.size() && Sums.hold(granted, free.subList(i, i + 3));
      if (rest) {
        // What is still to be paid stands beside them.
        only = two;
        break;
      }
      if (together && Sums.cover(granted, two) && !Sums.hold(granted, two)) {
        if (only != null) {
          return;
        }
        only = two;
      }
    }
    if (only != null) {
      put(BEFORE, only.get(0));
      put(WITHIN, only.get(1));
    }
  }
}
