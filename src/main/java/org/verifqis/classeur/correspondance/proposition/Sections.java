package org.verifqis.classeur.correspondance.proposition;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.verifqis.classeur.correspondance.proposition.Assignment.Fit;
import org.verifqis.classeur.correspondance.proposition.Survey.TableChoice;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Gabarit.FeuilleVoulue;
import org.verifqis.modele.Onglet;
import org.verifqis.modele.proposition.Preuve;
import org.verifqis.modele.proposition.Preuve.Nature;
import org.verifqis.modele.proposition.Proposition.Ligne;
import org.verifqis.modele.proposition.Proposition.Mot;

/** Rows that say something of those below. */
final class Sections {
  private static final String SECTION = "section";
  private static final Pattern PREFIX = Pattern.compile("^([\\p{L}. ]{2,20}) ?[:–—-] ?\\S");
  private static final double SECTIONS = 0.7;
  private static final int MOST_SECTIONS = 40;

  private final TableChoice choice;
  private final FoundTable table;
  private final FeuilleVoulue wanted;
  private final Lexique lexique;
  private final Scoring scoring;
  private final Exercice year;

  Sections(TableChoice choice, FeuilleVoulue wanted, Means means) {
    this.choice = choice;
    this.table = choice.table();
    this.wanted = wanted;
    this.lexique = means.lexique();
    this.scoring = means.scoring();
    this.year = means.year();
  }

  /** Adds what they tell, and what the block needs for it. */
  void apply(Map<Champ, Ligne> made, Map<String, Object> more) {
    List<FoundTable.Section> sections = table.sections();
    if (sections.isEmpty() || sections.size() > MOST_SECTIONS) {
      return;
    }
    String prefix = prefix(sections);
    List<String> patterns = new ArrayList<>();
    if (prefix != null) {
      patterns.add(Patterns.quote(prefix) + ".+");
    }
    for (FoundTable.Section section : sections) {
      if (prefix == null || !section.text().startsWith(prefix)) {
        patterns.add(Patterns.quote(section.text()));
      }
    }
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("motif", "^(" + patterns.stream().distinct().collect(Collectors.joining("|")) + ")$");
    told.put("nom", SECTION);
    more.put("sections", List.of(told));
    if (choice.onglet() == Onglet.PROJETS) {
      territories(prefix, made);
      scope(prefix, made);
    }
  }

  /** What the texts have before a colon or a dash, where two or more have the same. */
  private static String prefix(List<FoundTable.Section> sections) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (FoundTable.Section section : sections) {
      var matcher = PREFIX.matcher(section.text());
      if (matcher.find()) {
        String prefix = section.text().substring(0, matcher.end() - 1);
        counts.merge(prefix, 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .filter(e -> e.getValue() > 1)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  private void territories(String prefix, Map<Champ, Ligne> made) {
    Champ champ = wanted.champ("territoires");
    Map<String, Object> section = new LinkedHashMap<>();
    section.put(SECTION, SECTION);
    if (prefix != null) {
      section.put("extraire", "^" + Patterns.quote(prefix) + "(.+)$");
    }
    Ligne own = made.get(champ);
    Fit fit = choice.fields().chosen().get(champ);
    boolean sparse = fit != null && fit.column().aspect().density() < 0.6;
    List<Preuve> evidence = new ArrayList<>(List.of(Preuve.de(Nature.SECTION)));
    if (own == null && isTerritory(prefix)) {
      made.put(champ, Lines.made(champ, section, List.of(), SECTIONS, evidence));
    } else if (own != null && sparse) {
      Map<String, Object> first = new LinkedHashMap<>();
      first.put("premier", List.of(own.source(), section));
      evidence.addAll(0, own.preuves());
      made.put(champ, Lines.made(champ, first, own.intitules(), SECTIONS, evidence));
    }
  }

  /** Sections without a prefix are territories where most are known as such. */
  private boolean isTerritory(String prefix) {
    if (prefix != null) {
      Champ champ = wanted.champ("territoires");
      Wording wording = lexique.wording(List.of(prefix), year);
      return scoring.name(Onglet.PROJETS, champ, wording).score() >= Assignment.LEAST;
    }
    long known = table.sections().stream().filter(s -> lexique.isTerritory(s.text())).count();
    return 2 * known > table.sections().size();
  }

  /** Sections that say whether projects are local or regional. */
  private void scope(String prefix, Map<Champ, Ligne> made) {
    Champ champ = wanted.champ("portee");
    Map<String, Integer> counts = new LinkedHashMap<>();
    table.sections().forEach(s -> counts.merge(s.text(), 1, Integer::sum));
    boolean regional =
        counts.keySet().stream().anyMatch(t -> "REGIONALE".equals(lexique.code("portees", t)));
    if (made.containsKey(champ) || !regional) {
      return;
    }
    List<Mot> words = new ArrayList<>();
    counts.forEach(
        (text, count) -> {
          String code = lexique.code("portees", text);
          boolean local = code == null && prefix != null && text.startsWith(prefix);
          words.add(
              new Mot(
                  text,
                  count,
                  local && isTerritory(prefix) ? "LOCALE" : code,
                  Preuve.de(Nature.SECTION)));
        });
    Map<String, Object> source = new LinkedHashMap<>();
    source.put(SECTION, SECTION);
    made.put(
        champ,
        new Ligne(
            champ,
            source,
            List.of(),
            SECTIONS,
            List.of(Preuve.de(Nature.SECTION)),
            List.of(),
            words,
            List.of()));
  }
}
