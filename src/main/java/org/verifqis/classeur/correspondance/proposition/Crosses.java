package org.verifqis.classeur.correspondance.proposition;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.verifqis.classeur.correspondance.proposition.FoundTable.Column;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Gabarit.FeuilleVoulue;
import org.verifqis.modele.TypeValeur;
import org.verifqis.modele.proposition.Preuve;
import org.verifqis.modele.proposition.Preuve.Nature;
import org.verifqis.modele.proposition.Proposition.Intitule;
import org.verifqis.modele.proposition.Proposition.Ligne;
import org.verifqis.modele.proposition.Proposition.Question;

/** Columns of crosses: their headers are the values, and the one that is crossed counts. */
final class Crosses {
  private static final double CONFIDENCE = 0.75;

  /** A code for a value: a letter or some, then its number. */
  private static final Pattern NUMBERED = Pattern.compile("^(\\p{L}{1,4})[-. ]?\\d{1,2}$");

  private static final int FEWEST_ALIKE = 3;

  private final FoundTable table;
  private final FeuilleVoulue wanted;
  private final Lexique lexique;
  private final Lines lines;

  Crosses(FoundTable table, FeuilleVoulue wanted, Lexique lexique, Lines lines) {
    this.table = table;
    this.wanted = wanted;
    this.lexique = lexique;
    this.lines = lines;
  }

  /** Adds the lines that such columns make. */
  void apply(Map<Champ, Ligne> made, List<Question> questions) {
    territories(made);
    for (Champ champ : wanted.champs()) {
      if (champ.liste() != null && !made.containsKey(champ)) {
        codes(champ, made);
      }
    }
    explained(made);
    questions.removeIf(q -> made.containsKey(q.champ()));
  }

  private List<Column> ticked() {
    return table.columns().stream().filter(c -> c.aspect().isTicked()).toList();
  }

  /** The lowest storey of a header. */
  private static String lowest(Column column) {
    String header = column.header();
    return header.substring(header.lastIndexOf(" / ") + 1).strip();
  }

  private void territories(Map<Champ, Ligne> made) {
    List<Column> crossed = ticked().stream().filter(c -> lexique.isTerritory(lowest(c))).toList();
    for (Champ champ : wanted.champs()) {
      if (champ.cle().equals("territoires") && !made.containsKey(champ) && crossed.size() > 1) {
        Map<String, Object> named = new LinkedHashMap<>();
        crossed.forEach(c -> named.put(lines.yearly(c.header()), lowest(c)));
        boolean whole = crossed.stream().allMatch(c -> c.header().equals(lowest(c)));
        Map<String, Object> source = new LinkedHashMap<>();
        source.put("xListe", whole ? List.copyOf(named.keySet()) : named);
        put(champ, source, crossed, Nature.NATURE_VALEURS, made);
      }
    }
  }

  /** Headers that are words of a list. */
  private void codes(Champ champ, Map<Champ, Ligne> made) {
    Map<String, Object> codes = new LinkedHashMap<>();
    List<Column> crossed = new ArrayList<>();
    for (Column column : ticked()) {
      String code = lexique.code(champ.liste(), lowest(column));
      if (code != null && !codes.containsValue(code)) {
        codes.put(column.header(), code);
        crossed.add(column);
      }
    }
    put(champ, codes, crossed, Nature.CODE, made);
  }

  /** Headers that are numbered, E1, E2, and that the workbook explains elsewhere. */
  private void explained(Map<Champ, Ligne> made) {
    Map<String, List<Column>> groups = new LinkedHashMap<>();
    for (Column column : ticked()) {
      Matcher matcher = NUMBERED.matcher(lowest(column));
      if (matcher.matches()) {
        groups.computeIfAbsent(matcher.group(1), p -> new ArrayList<>()).add(column);
      }
    }
    for (List<Column> group : groups.values()) {
      Champ best = null;
      Map<String, Object> most = Map.of();
      for (Champ champ : wanted.champs()) {
        if (champ.liste() != null && !made.containsKey(champ)) {
          Map<String, Object> codes = explained(champ, group);
          best = codes.size() > most.size() ? champ : best;
          most = codes.size() > most.size() ? codes : most;
        }
      }
      if (group.size() >= FEWEST_ALIKE && 2 * most.size() >= group.size()) {
        Map<String, Object> own = most;
        List<Column> told = group.stream().filter(c -> own.containsKey(c.header())).toList();
        put(best, own, told, Nature.LEGENDE, made);
      }
    }
  }

  private Map<String, Object> explained(Champ champ, List<Column> group) {
    Map<String, Object> codes = new LinkedHashMap<>();
    for (Column column : group) {
      String code = lines.code(champ.liste(), lowest(column));
      if (code != null && !codes.containsValue(code)) {
        codes.put(column.header(), code);
      }
    }
    return codes;
  }

  private void put(
      Champ champ,
      Map<String, Object> codes,
      List<Column> crossed,
      Nature nature,
      Map<Champ, Ligne> made) {
    if (crossed.size() < 2) {
      return;
    }
    Map<String, Object> source = new LinkedHashMap<>(codes);
    if (champ.liste() != null) {
      source.clear();
      source.put(champ.type() == TypeValeur.CODE ? "x" : "xListe", codes);
    }
    List<Intitule> titles = crossed.stream().map(c -> Lines.title(table.sheet(), c)).toList();
    List<Preuve> evidence = List.of(Preuve.de(nature, lowest(crossed.get(0))));
    made.put(champ, Lines.made(champ, source, titles, CONFIDENCE, evidence));
  }
}
