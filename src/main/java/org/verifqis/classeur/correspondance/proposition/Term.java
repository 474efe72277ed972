package org.verifqis.classeur.correspondance.proposition;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** A word or several that name a field, and where that was met. */
record Term(String text, String source, String key, List<String> stems) {
  /** The source of the template's own labels. */
  static final String TEMPLATE = "gabarit";

  /** What stands at the end of a span: « du », « au ». */
  static final Set<String> ENDS = Set.of("du", "au", "from", "to");

  /** Words with which a verb says something else than without: « porté par », « porté sur ». */
  private static final Set<String> LINKS =
      Set.of("par", "sur", "pour", "au", "a", "aux", "dans", "en", "by", "on", "from", "at");

  private static final Set<String> ARTICLES =
      Set.of("le", "la", "les", "l", "un", "une", "de", "du", "des", "d", "the", "of");

  private static final String USAGE = "usage";

  boolean isLabel() {
    return source.equals(TEMPLATE);
  }

  /** Whether its one word says what it does by those around it, or is no more than such a word. */
  boolean isPhrase() {
    List<String> words = Arrays.asList(key.split(" "));
    boolean linked = words.size() > 1 && words.stream().anyMatch(LINKS::contains);
    return stems.size() == 1 && (linked || stems.get(0).length() <= 2 || isLink(stems.get(0)));
  }

  /** Whether it is one word, articles aside. */
  boolean isWord() {
    return Arrays.stream(key.split(" ")).filter(w -> !ARTICLES.contains(w)).count() == 1;
  }

  private static boolean isLink(String stem) {
    return LINKS.contains(stem) || ENDS.contains(stem);
  }

  /** Whether it is a common word that was met in no text and no workbook. */
  boolean isOfUsage() {
    return source.equals(USAGE);
  }
}
