package org.verifqis.classeur.correspondance.proposition;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.verifqis.classeur.RawCell;
import org.verifqis.classeur.correspondance.proposition.FoundTable.Column;
import org.verifqis.classeur.correspondance.proposition.Survey.TableChoice;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Gabarit.FeuilleVoulue;
import org.verifqis.modele.Onglet;
import org.verifqis.modele.TypeValeur;
import org.verifqis.modele.proposition.Preuve;
import org.verifqis.modele.proposition.Preuve.Nature;
import org.verifqis.modele.proposition.Proposition.Intitule;
import org.verifqis.modele.proposition.Proposition.Ligne;

/** Cells that hold several facts: which part of them is which field. */
final class CellParts {
  private static final String GAP = "[\\s\\x{a0}\\x{202f}]";
  private static final String AMOUNT = "\\d[\\d\\s\\x{a0}\\x{202f}.,]*\\$";
  private static final String BETWEEN = GAP + "+(?:au|à|jusqu.au|to|until|-|–|—|→|>)" + GAP + "+";
  private static final String FROM = "^(?:(?i)du |de |from )?(\\S.*?\\d{4})" + BETWEEN;
  private static final String TO = BETWEEN + "(\\S.*\\d{4})$";
  private static final String KEY = "^(\\S*\\d\\S*) [–—-] ";
  private static final String REST = "^\\S*\\d\\S* [–—-] (.+)$";
  private static final String MIDDLE = "^\\S*\\d\\S* [–—-] (.+) \\([^()]+\\)$";
  private static final String IN_BRACKETS = "\\(([^()]+)\\)$";
  private static final Pattern LABELLED =
      Pattern.compile("(\\p{L}[\\p{L}.']*(?: [\\p{L}.']+)?) ?: ?" + AMOUNT);
  private static final Pattern COUNTED = Pattern.compile("\\d" + GAP + "+(\\p{L}{3,})");
  private static final List<String> EARLIER = List.of("avant", "antérieurement", "before");
  private static final List<String> NOW =
      List.of("cette année", "dans l’année", "dans l'année", "this year");

  private static final int FEWEST = 3;
  private static final double MOST = 0.8;
  private static final double NAMED = 0.45;

  /** What a header names beside the title. */
  private static final double SECOND = 0.3;

  private static final double CONFIDENCE = 0.75;

  private final TableChoice choice;
  private final FeuilleVoulue wanted;
  private final Lexique lexique;
  private final Scoring scoring;
  private final Exercice year;
  private final Lines lines;

  CellParts(TableChoice choice, FeuilleVoulue wanted, Means means) {
    this.choice = choice;
    this.wanted = wanted;
    this.lexique = means.lexique();
    this.scoring = means.scoring();
    this.year = means.year();
    this.lines = means.lines();
  }

  /** Puts the parts of such cells in the place of what would take them whole. */
  void apply(Map<Champ, Ligne> made) {
    if (choice.onglet() != Onglet.PROJETS) {
      return;
    }
    for (Column column : choice.table().columns()) {
      List<String> texts = texts(column);
      if (texts.size() >= FEWEST && choice.table().isFirstOfName(column)) {
        Map<Champ, String> parts = new LinkedHashMap<>();
        period(texts, parts);
        leading(column, texts, parts);
        labelled(column, texts, parts);
        counted(column, texts, parts);
        timed(column, texts, parts);
        put(made, column, parts);
      }
    }
  }

  /** Those of a column of prose; none where it holds figures, dates or codes alone. */
  private static List<String> texts(Column column) {
    List<String> texts = new ArrayList<>();
    Aspect aspect = column.aspect();
    if (aspect.isNumeric() || aspect.isDated() || aspect.isNeq()) {
      return texts;
    }
    for (RawCell cell : column.values()) {
      if (cell != null && cell.kind() == RawCell.Kind.TEXT) {
        texts.add(cell.text().strip());
      }
    }
    return texts;
  }

  private static boolean fits(List<String> texts, String pattern) {
    Pattern compiled = Pattern.compile(pattern);
    return texts.stream().filter(t -> compiled.matcher(t).find()).count() >= MOST * texts.size();
  }

  private double named(Column column, String key) {
    return scoring.name(Onglet.PROJETS, wanted.champ(key), column.wording()).score();
  }

  private void period(List<String> texts, Map<Champ, String> parts) {
    if (fits(texts, FROM) && fits(texts, TO)) {
      parts.put(wanted.champ("dateDebut"), FROM);
      parts.put(wanted.champ("dateFin"), TO);
    }
  }

  /** A key before a title, and perhaps a body in brackets behind it. */
  private void leading(Column column, List<String> texts, Map<Champ, String> parts) {
    boolean body = fits(texts, MIDDLE);
    boolean title = named(column, "titre") >= NAMED;
    if (!fits(texts, REST)
        || !title
        || choice.fields().chosen().containsKey(wanted.champ("numero"))) {
      return;
    }
    parts.put(wanted.champ("numero"), KEY);
    parts.put(wanted.champ("titre"), body ? MIDDLE : REST);
    if (body && named(column, "promoteur") >= SECOND) {
      parts.put(wanted.champ("promoteur"), IN_BRACKETS);
    }
  }

  private void labelled(Column column, List<String> texts, Map<Champ, String> parts) {
    for (String label : repeated(texts, LABELLED)) {
      Champ champ = best(column, label, TypeValeur.MONTANT);
      if (champ != null) {
        parts.putIfAbsent(champ, Patterns.quote(label) + " ?: ?(" + AMOUNT + ")");
      }
    }
  }

  private void counted(Column column, List<String> texts, Map<Champ, String> parts) {
    for (String word : repeated(texts, COUNTED)) {
      Champ champ = best(column, word, TypeValeur.ENTIER);
      if (champ != null) {
        parts.putIfAbsent(champ, "(\\d+)" + GAP + "+" + Patterns.quote(word));
      }
    }
  }

  /** What stands in most of the texts, in the order in which it is met. */
  private static List<String> repeated(List<String> texts, Pattern pattern) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (String text : texts) {
      Map<String, Integer> own = new TreeMap<>();
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        own.putIfAbsent(matcher.group(1), matcher.start());
      }
      own.keySet().forEach(k -> counts.merge(k, 1, Integer::sum));
    }
    return counts.entrySet().stream()
        .filter(e -> e.getValue() >= MOST * texts.size())
        .map(Map.Entry::getKey)
        .toList();
  }

  private Champ best(Column column, String label, TypeValeur type) {
    Wording wording = lexique.wording(List.of(column.header(), label), year);
    Champ best = null;
    double most = NAMED;
    for (Champ champ : wanted.champs()) {
      double score =
          champ.type() == type ? scoring.name(Onglet.PROJETS, champ, wording).score() : 0;
      if (score > most) {
        most = score;
        best = champ;
      }
    }
    return best;
  }

  /** An amount, and how much of it was paid before and now. */
  private void timed(Column column, List<String> texts, Map<Champ, String> parts) {
    String whole = "^(" + AMOUNT + ")";
    Map<Champ, String> paid = new LinkedHashMap<>();
    first(texts, EARLIER, paid, "aideVerseeAnterieure");
    first(texts, NOW, paid, "aideVerseeExercice");
    if (!paid.isEmpty() && fits(texts, whole) && named(column, "aideAccordee") >= NAMED) {
      parts.put(wanted.champ("aideAccordee"), whole);
      parts.putAll(paid);
    }
  }

  private void first(List<String> texts, List<String> words, Map<Champ, String> paid, String key) {
    for (String word : words) {
      String pattern = "(" + AMOUNT + ")" + GAP + "*" + Patterns.quote(word);
      if (fits(texts, pattern)) {
        paid.putIfAbsent(wanted.champ(key), pattern);
      }
    }
  }

  private void put(Map<Champ, Ligne> made, Column column, Map<Champ, String> parts) {
    if (parts.isEmpty()) {
      return;
    }
    Intitule title = Lines.title(choice.table().sheet(), column);
    made.values().removeIf(l -> l.intitules().contains(title));
    parts.forEach(
        (champ, pattern) -> {
          Map<String, Object> source = new LinkedHashMap<>();
          source.put("entete", lines.yearly(column.header()));
          source.put("extraire", pattern);
          List<Preuve> evidence = List.of(Preuve.de(Nature.PARTIE));
          made.putIfAbsent(champ, Lines.made(champ, source, List.of(title), CONFIDENCE, evidence));
        });
  }
}
