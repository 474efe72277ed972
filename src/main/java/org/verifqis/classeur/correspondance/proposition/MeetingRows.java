package org.verifqis.classeur.correspondance.proposition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.verifqis.classeur.correspondance.proposition.Assignment.Fit;
import org.verifqis.classeur.correspondance.proposition.FoundTable.Column;
import org.verifqis.classeur.correspondance.proposition.Survey.TableChoice;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Gabarit.FeuilleVoulue;
import org.verifqis.modele.Onglet;
import org.verifqis.modele.TypeValeur;
import org.verifqis.modele.proposition.Preuve;
import org.verifqis.modele.proposition.Preuve.Nature;
import org.verifqis.modele.proposition.Proposition.Ligne;

/**
 * A row for each meeting rather than for each body: the meetings are counted, and of those present
 * the most count.
 */
final class MeetingRows {
  private static final Map<Onglet, String> KEYS =
      Map.of(Onglet.GOUVERNANCE, "instance", Onglet.CIBLE_4, "mecanisme");
  private static final int FEWEST = 4;
  private static final double REPEATED = 0.7;
  private static final double CONFIDENCE = 0.7;
  private static final int MOST_WORDS = 4;

  private final TableChoice choice;
  private final FeuilleVoulue wanted;
  private final Lexique lexique;
  private final Lines lines;

  MeetingRows(TableChoice choice, FeuilleVoulue wanted, Lexique lexique, Lines lines) {
    this.choice = choice;
    this.wanted = wanted;
    this.lexique = lexique;
    this.lines = lines;
  }

  /** Makes the lines of such a table, and what its block needs; does nothing elsewhere. */
  void apply(Map<Champ, Ligne> made, Map<String, Object> frame) {
    String key = KEYS.get(choice.onglet());
    Fit body = key == null ? null : choice.fields().chosen().get(wanted.champ(key));
    if (body == null
        || body.column().aspect().filled() < FEWEST
        || body.column().aspect().variety() > REPEATED) {
      return;
    }
    Column day =
        choice.table().columns().stream()
            .filter(c -> c.aspect().isDated() && c.aspect().density() > REPEATED)
            .findFirst()
            .orElse(null);
    if (day == null) {
      return;
    }
    made.replaceAll((champ, line) -> champ.type() == TypeValeur.ENTIER ? most(line) : line);
    Map<String, Object> source = new LinkedHashMap<>();
    source.put("entete", lines.yearly(day.header()));
    source.put("quoi", "compte");
    Champ meetings = wanted.champ("rencontres");
    made.put(
        meetings,
        Lines.made(
            meetings,
            source,
            List.of(Lines.title(choice.table().sheet(), day)),
            CONFIDENCE,
            List.of(Preuve.de(Nature.JOURNAL, body.column().header()))));
    frame.put("regrouper", List.of(lines.yearly(body.column().header())));
    held(frame);
  }

  private static Ligne most(Ligne line) {
    Map<String, Object> source = new LinkedHashMap<>(line.source());
    source.put("quoi", "max");
    return new Ligne(
        line.champ(),
        source,
        line.intitules(),
        Math.min(line.confiance(), CONFIDENCE),
        line.preuves(),
        line.rivaux(),
        line.mots(),
        line.exemples());
  }

  /** A meeting that was called off was none. */
  private void held(Map<String, Object> frame) {
    for (Column column : choice.table().columns()) {
      List<String> words = new ArrayList<>(column.aspect().words().keySet());
      List<String> kept =
          words.stream().filter(w -> !"ANNULE".equals(lexique.code("statuts", w))).toList();
      boolean tells = words.size() <= MOST_WORDS && kept.size() < words.size() && !kept.isEmpty();
      if (tells && column.aspect().density() > REPEATED) {
        Map<String, Object> filter = new LinkedHashMap<>();
        filter.put(lines.yearly(column.header()), kept);
        frame.put("filtre", filter);
        return;
      }
    }
  }
}
