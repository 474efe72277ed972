package org.verifqis.classeur.correspondance.proposition;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.verifqis.donnees.Donnees;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Gabarit.FeuilleVoulue;
import org.verifqis.modele.Normalisation;
import org.verifqis.modele.Onglet;

/** The field's words: {@code rules/lexique.yaml} and the template's own labels. */
public final class Lexique {
  private static final String TEMPLATE = "gabarit";
  private static final String NUMBER = " numero ";
  private static final Pattern THOUSANDS =
      Pattern.compile("(?i)k ?\\$|\\$ ?k\\b|milliers|000 ?\\$|\\bthousands?\\b");
  private static final Pattern UNIT =
      Pattern.compile(
          "(?i)^\\(?(?:en )?(?:k ?\\$|\\$|\\$ ?can|cad|%|nb|n|nbre|nombre|000 ?\\$|m ?\\$|milliers(?: de \\$)?)\\)?$");
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

  /** How systems name columns: NO_PROJET, mnt_verse. */
  private static final Pattern TECHNICAL = Pattern.compile("^\\p{L}+(?:_[\\p{L}0-9]+)+$");

  /** Words that people shorten: « Terr. », « Forme jur. ». */
  private static final Pattern SHORTENED = Pattern.compile("\\p{L}{3,}\\.(?: |$)");

  private static final int FEWEST_TWICE = 4;
  private static final Set<String> ENDS = Set.of("du", "au", "from", "to");

  /** Words with which a verb says something else than without: « porté par », « porté sur ». */
  private static final Set<String> LINKS =
      Set.of("par", "sur", "pour", "au", "a", "aux", "dans", "en", "by", "on", "from", "at");

  private static final Set<String> ARTICLES =
      Set.of("le", "la", "les", "l", "un", "une", "de", "du", "des", "d", "the", "of");

  private static final String USAGE = "usage";

  /** A word or several that name a field, and where that was met. */
  record Term(String text, String source, String key, List<String> stems) {
    boolean isLabel() {
      return source.equals(TEMPLATE);
    }

    /**
     * Whether its one word says what it does by those around it, or is no more than such a word.
     */
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

  private final Map<Onglet, Map<String, List<Term>>> terms = new LinkedHashMap<>();
  private final Map<Onglet, List<Term>> sheets = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> words = new HashMap<>();
  private final Map<Onglet, Map<String, Integer>> frequencies = new HashMap<>();
  private final Map<Onglet, Integer> fields = new HashMap<>();
  private final List<Phrase> phrases = new ArrayList<>();
  private final Set<String> silent = new HashSet<>();
  private final Set<String> counter = new HashSet<>();
  private final Set<String> favour = new HashSet<>();
  private final Set<String> vague = new HashSet<>();
  private final Set<String> sorting = new HashSet<>();
  private final List<String> aside = new ArrayList<>();
  private final Set<String> organisations = new HashSet<>();
  private final Set<String> revenue = new HashSet<>();
  private final Set<String> expenses = new HashSet<>();
  private final Set<String> territories = new HashSet<>();
  private final List<List<String>> otherProgrammes = new ArrayList<>();
  private final List<List<String>> ownProgramme = new ArrayList<>();

  /** Words that stand for one thing. */
  private record Phrase(List<String> words, String stem) {}

  /** Where the phrases that begin with a word stand among them. */
  private final Map<String, List<Integer>> byFirst = new HashMap<>();

  private Lexique(JsonNode root, Gabarit gabarit) {
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
    root.get("contre").forEach(list -> list.forEach(w -> counter.add(stem(w.asText()))));
    root.get("pour").forEach(list -> list.forEach(w -> favour.add(stem(w.asText()))));
    root.get("vagues").forEach(w -> vague.add(stem(w.asText())));
    root.get("sortes").forEach(w -> sorting.add(stem(w.asText())));
    root.get("feuilles_ecartees").forEach(w -> aside.add(Normalisation.normalise(w.asText())));
    root.get("organismes")
        .forEach(
            list ->
                list.forEach(
                    w -> organisations.add(Stems.of(Normalisation.normalise(w.asText())))));
    root.get("programmes").get("autres").forEach(w -> otherProgrammes.add(words(w.asText())));
    root.get("programmes").get("sien").forEach(w -> ownProgramme.add(words(w.asText())));
    root.get("territoires")
        .forEach(list -> list.forEach(w -> territories.add(territory(w.asText()))));
    root.get("revenus").forEach(list -> list.forEach(w -> revenue.add(stem(w.asText()))));
    root.get("depenses").forEach(list -> list.forEach(w -> expenses.add(stem(w.asText()))));
    for (FeuilleVoulue sheet : gabarit.feuilles()) {
      Onglet onglet = Onglet.de(sheet.nom());
      JsonNode own = root.path("champs").path(sheet.nom());
      Map<String, List<Term>> byKey = new LinkedHashMap<>();
      for (Champ champ : sheet.champs()) {
        List<Term> all = new ArrayList<>();
        all.add(term(champ.libelle(), TEMPLATE));
        addTerms(own.path(champ.cle()), all);
        byKey.put(champ.cle(), all);
      }
      terms.put(onglet, byKey);
      List<Term> named = new ArrayList<>();
      named.add(term(sheet.nom(), TEMPLATE));
      addTerms(root.path("feuilles").path(sheet.nom()), named);
      sheets.put(onglet, named);
      count(onglet, byKey);
    }
    root.get("mots").properties().forEach(list -> words.put(list.getKey(), words(list.getValue())));
    addLabels(gabarit);
  }

  /** That of the program. */
  public static Lexique charge(Gabarit gabarit) {
    return de(Donnees.lis("lexique"), gabarit);
  }

  /** Those of a file of the same form. */
  static Lexique de(JsonNode root, Gabarit gabarit) {
    return new Lexique(root, gabarit);
  }

  private static String markOrStem(String text) {
    return text.startsWith("<")
        ? "<" + Normalisation.normalise(text) + ">"
        : Stems.of(Normalisation.normalise(text));
  }

  private void addPhrase(String text, String stem) {
    phrases.add(new Phrase(Arrays.asList(Normalisation.normalise(text).split(" ")), stem));
  }

  private String stem(String word) {
    List<String> stems = stems(word);
    return stems.isEmpty() ? Stems.of(Normalisation.normalise(word)) : stems.get(0);
  }

  private void addTerms(JsonNode bySource, List<Term> all) {
    bySource
        .properties()
        .forEach(e -> e.getValue().forEach(t -> all.add(term(t.asText(), e.getKey()))));
  }

  private Term term(String text, String source) {
    return new Term(text, source, key(text), stems(text));
  }

  private void count(Onglet onglet, Map<String, List<Term>> byKey) {
    Map<String, Integer> counts = new HashMap<>();
    for (List<Term> all : byKey.values()) {
      Set<String> own = new HashSet<>();
      all.forEach(t -> own.addAll(t.stems()));
      own.forEach(s -> counts.merge(s, 1, Integer::sum));
    }
    frequencies.put(onglet, counts);
    fields.put(onglet, byKey.size());
  }

  private Map<String, String> words(JsonNode list) {
    Map<String, String> byWord = new LinkedHashMap<>();
    list.properties()
        .forEach(
            code ->
                code.getValue()
                    .forEach(
                        source ->
                            source.forEach(
                                w -> byWord.putIfAbsent(wordKey(w.asText()), code.getKey()))));
    return byWord;
  }

  /** Labels and codes without gender and number stand for their code too, if for one alone. */
  private void addLabels(Gabarit gabarit) {
    gabarit
        .listes()
        .forEach(
            (list, labels) -> {
              Map<String, String> byWord = words.computeIfAbsent(list, l -> new LinkedHashMap<>());
              Map<String, Set<String>> met = new LinkedHashMap<>();
              labels.forEach(
                  (code, label) -> {
                    met.computeIfAbsent(wordKey(label), k -> new LinkedHashSet<>()).add(code);
                    gabarit
                        .aussi()
                        .get(list)
                        .get(code)
                        .forEach(
                            a ->
                                met.computeIfAbsent(wordKey(a), k -> new LinkedHashSet<>())
                                    .add(code));
                  });
              met.forEach(
                  (key, codes) -> {
                    if (codes.size() == 1) {
                      byWord.putIfAbsent(key, codes.iterator().next());
                    }
                  });
            });
  }

  private String wordKey(String word) {
    return String.join(" ", stems(word));
  }

  /** The code that a word stands for; null where it is told of none. */
  String code(String list, String word) {
    Map<String, String> byWord = words.getOrDefault(list, Map.of());
    String key = wordKey(word);
    String whole = byWord.get(key);
    if (whole != null) {
      return whole;
    }
    // A rank before the word: "1 - Informer".
    String plain = key.replaceFirst("^[0-9]+ ", "");
    return plain.isEmpty() ? null : byWord.get(plain);
  }

  /** The words that name a field. */
  List<Term> terms(Onglet onglet, String key) {
    return terms.get(onglet).get(key);
  }

  /** The words that name a sheet. */
  List<Term> sheet(Onglet onglet) {
    return sheets.get(onglet);
  }

  /** What a word tells: the less, the more fields of a sheet it stands in. */
  double weight(Onglet onglet, String stem) {
    Integer count = frequencies.get(onglet).get(stem);
    if (count == null) {
      return 1.0;
    }
    return 0.4 + Math.log((double) (fields.get(onglet) + 1) / count) / 2;
  }

  /** Whether a word stands in any field of a sheet. */
  boolean knows(Onglet onglet, String stem) {
    return frequencies.get(onglet).containsKey(stem);
  }

  /** Whether a word heads revenue in a financial report. */
  boolean isRevenue(String stem) {
    return revenue.contains(stem);
  }

  /** Whether a word heads expenses in a financial report. */
  boolean isExpense(String stem) {
    return expenses.contains(stem);
  }

  boolean isCounter(String stem) {
    return counter.contains(stem);
  }

  /** Whether words are such as name many a thing: a sum, a date, a number. */
  boolean isVague(List<String> stems) {
    return vague.containsAll(stems);
  }

  /** Whether a word says that what is below sorts things. */
  boolean isSorting(String stem) {
    return sorting.contains(stem);
  }

  boolean isFavour(String stem) {
    return favour.contains(stem);
  }

  /** The word by which the name of a sheet says that it is set aside; null without one. */
  String aside(String sheet) {
    List<String> words = words(sheet);
    for (String one : aside) {
      boolean beside =
          isCounter(Stems.of(one)) && words.stream().map(Stems::of).anyMatch(favour::contains);
      if (startsAt(words, Arrays.asList(one.split(" "))) >= 0 && !beside) {
        return one;
      }
    }
    return null;
  }

  /** Whether a text names the Fund or its agreements. */
  boolean isOwnProgramme(String text) {
    return names(ownProgramme, text);
  }

  /** Whether a text names another fund or programme. */
  boolean isOtherProgramme(String text) {
    return names(otherProgrammes, text);
  }

  private static boolean names(List<List<String>> programmes, String text) {
    List<String> words = words(text);
    return programmes.stream().anyMatch(p -> startsAt(words, p) >= 0);
  }

  private static List<String> words(String text) {
    return Arrays.asList(Normalisation.normalise(text).split(" "));
  }

  private static int startsAt(List<String> words, List<String> phrase) {
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

  private List<String> stems(String text, TimeMarks times, boolean timed) {
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
      boolean end = i == words.size() - 1 && words.size() > 1 && ENDS.contains(word);
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

  /** The word of a text that was understood as a stem. */
  String word(String text, String stem) {
    for (String word : text.split("[\\s/'’(),;:]+")) {
      if (Stems.of(Normalisation.normalise(word)).equals(stem)) {
        return word;
      }
    }
    return stem.equals("pourcent") ? "%" : stem;
  }

  /** Whether nearly all headers of a table are of two lines: each in two languages. */
  static boolean areSaidTwice(Collection<List<String>> headers) {
    long twice = headers.stream().filter(h -> h.size() == 1 && lines(h.get(0)).size() == 2).count();
    return twice >= FEWEST_TWICE && twice * 10 >= 7L * headers.size();
  }

  private static List<String> lines(String text) {
    return text.strip().lines().filter(l -> !l.isBlank()).toList();
  }

  /** A header as it is understood, its storeys from the top, in the light of a fiscal year. */
  Wording wording(List<String> storeys, Exercice year) {
    return wording(storeys, year, false);
  }

  /** The same, where each header may be said in two languages, one below the other. */
  Wording wording(List<String> storeys, Exercice year, boolean twice) {
    TimeMarks times = new TimeMarks(year);
    List<String> stems = new ArrayList<>();
    int lowest = 0;
    for (int i = storeys.size() - 1; i >= 0; i--) {
      for (String stem : stems(storeys.get(i), times, true)) {
        if (!stems.contains(stem)) {
          stems.add(stem);
        }
      }
      lowest = lowest == 0 ? stems.size() : lowest;
    }
    String text = oneLine(String.join(" / ", storeys));
    List<Wording> parts = List.of();
    if (storeys.size() == 1) {
      List<String> lines = lines(storeys.get(0));
      parts = parts(twice && lines.size() == 2 ? lines : List.of(text.split(" / ")), year);
    }
    return new Wording(
        text,
        key(text),
        stems,
        lowest,
        THOUSANDS.matcher(text).find(),
        parts,
        isTechnical(storeys));
  }

  private static boolean isTechnical(List<String> storeys) {
    String lowest = storeys.get(storeys.size() - 1).strip();
    return TECHNICAL.matcher(lowest).matches() || SHORTENED.matcher(lowest).find();
  }

  private List<Wording> parts(List<String> texts, Exercice year) {
    return texts.size() == 2
        ? texts.stream().map(t -> wording(List.of(t), year)).toList()
        : List.of();
  }

  /** Whether a text names an organisation. */
  boolean isOrganisation(String text) {
    for (String word : Normalisation.normalise(text).split(" ")) {
      if (organisations.contains(Stems.of(word))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a text is the name of a territory. */
  boolean isTerritory(String text) {
    return territories.contains(territory(text));
  }

  /** Whether the last words of a text are the name of a territory: « Projets Papineau ». */
  boolean endsWithTerritory(String text) {
    List<String> words = words(text);
    for (int at = 1; at < words.size(); at++) {
      if (territories.contains(String.join(" ", words.subList(at, words.size())))) {
        return true;
      }
    }
    return false;
  }

  private static String territory(String text) {
    return Normalisation.normalise(text)
        .replaceFirst("^(?:mrc|ville|agglomeration|territoire) (?:(?:de|du|des) )?(?:l )?", "")
        .replaceFirst("^(?:la|le|les|l) ", "");
  }

  /** How a header is compared whole: a number sign counts. */
  private static String key(String text) {
    return Normalisation.normalise(plain(text).replace("#", NUMBER));
  }

  /** A text without the endings by which it speaks of everybody: élu(e)s, citoyen·ne·s. */
  private static String plain(String text) {
    return EVERYBODY.matcher(text).replaceAll("$1");
  }

  /** Whether a text tells in what figures are, and nothing else. */
  static boolean isUnit(String text) {
    return UNIT.matcher(text.strip()).matches();
  }

  /** Whether a text says that figures are in thousands of dollars. */
  static boolean thousands(String text) {
    return THOUSANDS.matcher(text).find();
  }

  static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
