package org.verifqis.classeur.correspondance.proposition;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.verifqis.donnees.Donnees;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Gabarit.FeuilleVoulue;
import org.verifqis.modele.Normalisation;
import org.verifqis.modele.Onglet;

/** The field's words: {@code rules/lexique.yaml} and the template's own labels. */
public final class Lexique {
  private static final Pattern THOUSANDS =
      Pattern.compile("(?i)k ?\\$|\\$ ?k\\b|milliers|000 ?\\$|\\bthousands?\\b");
  private static final Pattern UNIT =
      Pattern.compile(
          "(?i)^\\(?(?:en )?(?:k ?\\$|\\$|\\$ ?can|cad|%|nb|n|nbre|nombre|000 ?\\$|m ?\\$|milliers(?: de \\$)?)\\)?$");

  /** How systems name columns: NO_PROJET, mnt_verse. */
  private static final Pattern TECHNICAL = Pattern.compile("^\\p{L}+(?:_[\\p{L}0-9]+)+$");

  /** Words that people shorten: « Terr. », « Forme jur. ». */
  private static final Pattern SHORTENED = Pattern.compile("\\p{L}{3,}\\.(?: |$)");

  private static final int FEWEST_TWICE = 4;

  private final Map<Onglet, Map<String, List<Term>>> terms = new LinkedHashMap<>();
  private final Map<Onglet, List<Term>> sheets = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> words = new HashMap<>();
  private final Map<Onglet, Map<String, Integer>> frequencies = new HashMap<>();
  private final Map<Onglet, Integer> fields = new HashMap<>();
  private final Phrases phrases;
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

  private Lexique(JsonNode root, Gabarit gabarit) {
    phrases = new Phrases(root);
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
    root.get("programmes")
        .get("autres")
        .forEach(w -> otherProgrammes.add(Phrases.words(w.asText())));
    root.get("programmes").get("sien").forEach(w -> ownProgramme.add(Phrases.words(w.asText())));
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
        all.add(term(champ.libelle(), Term.TEMPLATE));
        addTerms(own.path(champ.cle()), all);
        byKey.put(champ.cle(), all);
      }
      terms.put(onglet, byKey);
      List<Term> named = new ArrayList<>();
      named.add(term(sheet.nom(), Term.TEMPLATE));
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
    return new Term(text, source, Phrases.key(text), stems(text));
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
    List<String> words = Phrases.words(sheet);
    for (String one : aside) {
      boolean beside =
          isCounter(Stems.of(one)) && words.stream().map(Stems::of).anyMatch(favour::contains);
      if (Phrases.startsAt(words, Arrays.asList(one.split(" "))) >= 0 && !beside) {
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
    List<String> words = Phrases.words(text);
    return programmes.stream().anyMatch(p -> Phrases.startsAt(words, p) >= 0);
  }

  /** The words of a text that say something, without gender and number. */
  List<String> stems(String text) {
    return phrases.stems(text);
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
      for (String stem : phrases.stems(storeys.get(i), times, true)) {
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
        Phrases.key(text),
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
    List<String> words = Phrases.words(text);
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
