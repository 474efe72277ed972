package org.verifqis.classeur.correspondance.proposition;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.verifqis.modele.Normalisation;

/** What is one thing in several words, or shortened, and which words of a text say something. */
final class Phrases {
  private static final String NUMBER = " numero ";

  private static final Pattern NOTE = Pattern.compile("(?i)^note \\d+ ?[-–—:.] ?");

  /** Words written together, each with a capital; signs of money. */
  private static final Pattern CAMEL = Pattern.compile("(\\p{Ll})(\\p{Lu})");

  /** « Projeté » without its accent would be a project. */
  private static final Pattern PLANNED = Pattern.compile("(?i)projetée?s?");

  private static final Pattern MONEY = Pattern.compile("(?i)k ?\\$|\\$");

  /** What a form tells those who fill it in. */
  private static final Pattern INSTRUCTION =
      Pattern.compile(
          "(?i)\\([^()]*(?:coche|plusieurs|choix|check|select|several|maximum|facultatif|optional)[^()]*\\)");

  private static final Pattern EVERYBODY =
      Pattern.compile(
          "(\\p{L})(?:\\((?:e|s|es|x|ne|nes|le|les|trice|trices|euse|euses)\\)s?"
              + "|[·•.](?:e|ne|le|trice|rice|euse|ère)(?:[·•.]?s)?\\b)");

  private final List<Phrase> phrases = new ArrayList<>();
  private final Set<String> silent = new HashSet<>();

  /** Words that stand for one thing. */
  private record Phrase(List<String> words, String stem) {}

  /** Where the phrases that begin with a word stand among them. */
  private final Map<String, List<Integer>> byFirst = new HashMap<>();

  /** Those of the lexicon. */
  Phrases(JsonNode root) {
    root.get("locutions")
        .properties()
        .forEach(e -> e.getValue().forEach(t -> addPhrase(t.asText(), markOrStem(e.getKey()))));
    root.get("temps")
        .properties()
        .forEach(e -> e.getValue().forEach(t -> addPhrase(t.asText(), "<" + e.getKey() + ">")));
    phrases.sort(Comparator.comparing(p -> -p.words().size()));
    for (int i = 0; i < phrases.size(); i++) {
      String first = Stems.of(phrases.get(i).words().get(0));
      byFirst.computeIfAbsent(first, w -> new ArrayList<>()).add(i);
    }
    root.get("vides").forEach(w -> silent.add(Normalisation.normalise(w.asText())));
  }

  private static String markOrStem(String text) {
    return text.startsWith("<")
        ? "<" + Normalisation.normalise(text) + ">"
        : Stems.of(Normalisation.normalise(text));
  }

  private void addPhrase(String text, String stem) {
    phrases.add(new Phrase(Arrays.asList(Normalisation.normalise(text).split(" ")), stem));
  }

  /** The words of a text, as they are compared. */
  static List<String> words(String text) {
    return Arrays.asList(Normalisation.normalise(text).split(" "));
  }

  /** Where a phrase stands among words; -1 where it does not. */
  static int startsAt(List<String> words, List<String> phrase) {
    for (int at = 0; at + phrase.size() <= words.size(); at++) {
      boolean same = true;
      for (int i = 0; i < phrase.size() && same; i++) {
        same = Stems.of(words.get(at + i)).equals(Stems.of(phrase.get(i)));
      }
      if (same) {
        return at;
      }
    }
    return -1;
  }

  /** The words of a text that say something, without gender and number. */
  List<String> stems(String text) {
    return stems(text, new TimeMarks(null), false);
  }

  /** The same; what tells a time is a mark where that is wanted. */
  List<String> stems(String text, TimeMarks times, boolean timed) {
    String said =
        text.strip().equals("$")
            ? "montant"
            : PLANNED.matcher(INSTRUCTION.matcher(text).replaceAll(" ")).replaceAll("prévu");
    String spaced =
        NOTE.matcher(plain(said))
            .replaceFirst("")
            .replace("#", NUMBER)
            .replace("%", " pourcent ")
            .replace('\u00a0', ' ');
    spaced = MONEY.matcher(CAMEL.matcher(spaced).replaceAll("$1 $2")).replaceAll(" ");
    String told = timed ? times.mark(spaced) : spaced;
    List<String> words = new ArrayList<>();
    boolean marked = told.contains("<");
    for (String part : marked ? told.split("(?=<)|(?<=>)") : new String[] {told}) {
      if (part.startsWith("<") && part.endsWith(">")) {
        words.add("<" + Normalisation.normalise(part) + ">");
      } else {
        words.addAll(Arrays.asList(Normalisation.normalise(part).split(" ")));
      }
    }
    words.removeIf(String::isEmpty);
    TreeSet<Integer> own = new TreeSet<>();
    words.forEach(w -> own.addAll(byFirst.getOrDefault(Stems.of(w), List.of())));
    for (int one : own) {
      Phrase phrase = phrases.get(one);
      int at = startsAt(words, phrase.words());
      while (at >= 0) {
        words.subList(at, at + phrase.words().size()).clear();
        words.add(at, "=" + phrase.stem());
        at = startsAt(words, phrase.words());
      }
    }
    List<String> stems = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      boolean end = i == words.size() - 1 && words.size() > 1 && Term.ENDS.contains(word);
      if (word.startsWith("=") || word.startsWith("<")) {
        stems.add(word.replace("=", ""));
      } else if (end || !silent.contains(word)) {
        stems.add(Stems.of(word));
      }
    }
    if (stems.isEmpty()) {
      words.forEach(w -> stems.add(w.replace("=", "")));
    }
    return stems.stream().distinct().toList();
  }

  /** How a header is compared whole: a number sign counts. */
  static String key(String text) {
    return Normalisation.normalise(plain(text).replace("#", NUMBER));
  }

  /** A text without the endings by which it speaks of everybody: élu(e)s, citoyen·ne·s. */
  private static String plain(String text) {
    return EVERYBODY.matcher(text).replaceAll("$1");
  }
}
