package org.verifqis.classeur.correspondance.proposition;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import org.verifqis.classeur.RawCell;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Normalisation;
import org.verifqis.modele.Onglet;
import org.verifqis.modele.TypeValeur;
import org.verifqis.modele.proposition.Preuve;
import org.verifqis.modele.proposition.Preuve.Nature;
import org.verifqis.modele.proposition.Proposition.Mot;

/** The codes for which the words of a column stand. */
final class WordCodes {
  private static final Pattern LEGEND =
      Pattern.compile(
          "^\\s*(\\S{1,8}|[^=:;]{1,25})\\s*=\\s*(\\S.*)$|^\\s*(\\S{1,8})\\s*[:–—-]\\s*(\\S.*)$");
  private static final int SHORTENED = 8;
  private static final double KNOWN = 0.9;
  private static final int MOST_WORDS = 60;
  private static final int REGION_CODES = 2;

  private final Gabarit gabarit;
  private final Lexique lexique;
  private final MemoireProfils memory;
  private final String agreement;

  /** What the workbook says that a shortened word is. */
  private final Map<String, String> legends = new HashMap<>();

  WordCodes(
      Gabarit gabarit,
      Lexique lexique,
      MemoireProfils memory,
      String agreement,
      List<SheetCells> sheets) {
    this.gabarit = gabarit;
    this.lexique = lexique;
    this.memory = memory;
    this.agreement = agreement;
    sheets.forEach(this::legends);
  }

  private void legends(SheetCells sheet) {
    boolean list = lexique.aside(sheet.name()) != null;
    for (NavigableMap<Integer, RawCell> row : sheet.rows().values()) {
      for (RawCell cell : row.values()) {
        RawCell next = row.get(cell.column() + 1);
        boolean explained = list && next != null && next.kind() == RawCell.Kind.TEXT;
        if (explained && cell.shown().strip().length() <= SHORTENED) {
          legends.putIfAbsent(Normalisation.normalise(cell.shown()), next.text());
        }
        if (cell.kind() != RawCell.Kind.TEXT || cell.text().length() > 200) {
          continue;
        }
        for (String part : row.size() <= 2 ? parts(cell.text()) : List.<String>of()) {
          Matcher matcher = LEGEND.matcher(part);
          if (matcher.matches()) {
            boolean equal = matcher.group(1) != null;
            String key = matcher.group(equal ? 1 : 3);
            legends.putIfAbsent(Normalisation.normalise(key), matcher.group(equal ? 2 : 4));
          }
        }
      }
    }
  }

  /** A text of several explanations, cut before each: « R = régional, L = local ». */
  private static List<String> parts(String text) {
    return List.of(text.split("[,;/•·\\n]? +(?=\\S{1,4} ?[=:] ?\\S)|[;\\n] *(?=[^=;\\n]{1,25}=)"));
  }

  /** Those of the words of a column that are no code, each with the code that it seems to be. */
  List<Mot> of(Onglet onglet, Champ champ, Map<String, Integer> words) {
    boolean codes = champ.type() == TypeValeur.CODE || champ.type() == TypeValeur.LISTE_CODE;
    List<Mot> told = new ArrayList<>();
    if (!codes) {
      return told;
    }
    for (Map.Entry<String, Integer> word : split(champ, words).entrySet()) {
      if (!isCode(champ.liste(), word.getKey()) && told.size() < MOST_WORDS) {
        told.add(word(onglet, champ, word.getKey(), word.getValue()));
      }
    }
    return told;
  }

  private static Map<String, Integer> split(Champ champ, Map<String, Integer> words) {
    if (champ.type() == TypeValeur.CODE) {
      return words;
    }
    Map<String, Integer> parts = new LinkedHashMap<>();
    words.forEach(
        (word, count) -> {
          for (String part : word.split("[;\\n]")) {
            if (!part.isBlank()) {
              parts.merge(part.strip(), count, Integer::sum);
            }
          }
        });
    return parts;
  }

  /** The code for which a word stands, as the workbook explains it or by itself; null for none. */
  String code(String list, String word) {
    String legend = legends.get(Normalisation.normalise(word));
    String explained = legend == null ? null : inText(list, legend);
    return explained != null ? explained : lexique.code(list, word);
  }

  /** Whether nearly all values of a column stand for codes of a list, and for several. */
  boolean areCodes(String list, Aspect aspect) {
    long codes =
        aspect.words().keySet().stream()
            .map(w -> code(list, w))
            .filter(c -> c != null)
            .distinct()
            .count();
    return codes > 1 && !aspect.isCrossed() && aspect.known(list, this::code) >= KNOWN;
  }

  private Mot word(Onglet onglet, Champ champ, String word, int count) {
    MemoireProfils.Word remembered = memory.word(onglet, champ.cle(), word, agreement);
    if (remembered != null) {
      return new Mot(
          word, count, remembered.code(), Preuve.de(Nature.MEMOIRE, remembered.profile()));
    }
    String legend = legends.get(Normalisation.normalise(word));
    String explained = legend == null ? null : inText(champ.liste(), legend);
    String code = lexique.code(champ.liste(), word);
    if (explained != null) {
      // What a legend says against the word itself was not said of it.
      return code != null && !code.equals(explained)
          ? new Mot(word, count, null, null)
          : new Mot(word, count, explained, Preuve.de(Nature.LEGENDE, Lexique.oneLine(legend)));
    }
    return new Mot(word, count, code, code == null ? null : Preuve.de(Nature.CODE));
  }

  /** The one code of which a text holds a word; null where it holds none, or those of several. */
  private String inText(String list, String text) {
    String whole = lexique.code(list, text);
    if (whole != null) {
      return whole;
    }
    Set<String> found = new HashSet<>();
    List<String> words = List.of(Normalisation.normalise(text).split(" "));
    for (int length = words.size(); length >= 1 && found.isEmpty(); length--) {
      for (int at = 0; at + length <= words.size(); at++) {
        String part = String.join(" ", words.subList(at, at + length));
        String code = part.length() > REGION_CODES ? lexique.code(list, part) : null;
        if (code != null) {
          found.add(code);
        }
      }
    }
    return found.size() == 1 ? found.iterator().next() : null;
  }

  /** Whether it is read as a code without being told: a code, its label, another of its labels. */
  private boolean isCode(String list, String word) {
    String key = Normalisation.normalise(word);
    for (Map.Entry<String, String> code : gabarit.listes().get(list).entrySet()) {
      boolean own =
          Normalisation.normalise(code.getKey()).equals(key)
              || Normalisation.normalise(code.getValue()).equals(key)
              || gabarit.aussi().get(list).get(code.getKey()).stream()
                  .anyMatch(a -> Normalisation.normalise(a).equals(key));
      if (own) {
        return true;
      }
    }
    return list.equals("regions") && key.matches("(region )?\\d{1,2}");
  }
}
