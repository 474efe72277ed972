package org.verifqis.classeur;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.verifqis.classeur.ValueParser.Reading;
import org.verifqis.modele.Anomalie;
import org.verifqis.modele.Avis;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Feuille;
import org.verifqis.modele.Montant;
import org.verifqis.modele.Onglet;
import org.verifqis.modele.Releve;
import org.verifqis.modele.Releve.Nature;
import org.verifqis.modele.TypeValeur;
import org.verifqis.modele.Valeur;

/** Makes values of cells, and keeps note of what is wrong with them. One for each workbook. */
final class Readings {
  /** So many of a kind are told one by one; the others are counted. */
  private static final int MOST_ANOMALIES = 100_000;

  private static final int LONGEST_DATE = 100;

  private final ValueParser parser;
  private Map<String, Object> rowFacts;
  private final Map<String, DayOrder> dayOrders = new LinkedHashMap<>();
  private final Map<String, Avis> avis = new LinkedHashMap<>();
  private final Map<Nature, Integer> examined = new EnumMap<>(Nature.class);
  private final Map<Nature, Integer> noted = new EnumMap<>(Nature.class);
  private final Map<Nature, List<Anomalie>> anomalies = new EnumMap<>(Nature.class);

  Readings(ValueParser parser) {
    this.parser = parser;
    for (Nature nature : Nature.values()) {
      examined.put(nature, 0);
      noted.put(nature, 0);
      anomalies.put(nature, new ArrayList<>());
    }
  }

  /** Everything that was noted, kind by kind. */
  List<Releve> releves() {
    List<Releve> releves = new ArrayList<>();
    anomalies.forEach(
        (nature, liste) ->
            releves.add(new Releve(nature, examined.get(nature), liste, noted.get(nature))));
    return releves;
  }

  /** What is to be said and is no anomaly, in the order of reading. */
  List<Avis> avis() {
    return List.copyOf(avis.values());
  }

  /** Says that a sheet that was not read has the headers of one that was. */
  void twin(Feuille read, String other) {
    Map<String, Object> facts = Map.of("feuille", read.nom(), "autre", other);
    avis.put(
        read.cle() + "/" + other,
        new Avis(Avis.Nature.FEUILLE_EN_DOUBLE, Emplacement.feuille(read), facts));
  }

  /** A form is filled by one hand: the dates of all its fields are looked at together. */
  private void noteDay(Feuille sheet, Champ champ, RawCell cell, Emplacement place) {
    if (champ.type() == TypeValeur.DATE
        && cell.kind() == RawCell.Kind.TEXT
        && cell.text().length() <= LONGEST_DATE) {
      boolean table = Onglet.de(sheet.cle()).estTableau();
      String key = table ? sheet.cle() + "/" + champ.cle() : sheet.cle();
      DayOrder order = dayOrders.computeIfAbsent(key, k -> new DayOrder());
      order.add(place, cell.text());
      Avis mixed = order.avis(sheet, champ);
      if (mixed != null) {
        avis.put(key, mixed);
      }
    }
  }

  /** Takes note that something was looked at. */
  void examine(Nature nature) {
    examined.merge(nature, 1, Integer::sum);
  }

  /** Takes note of something wrong; its places also tell the sheet. */
  void note(Nature nature, String detail, List<Emplacement> places, Map<String, Object> facts) {
    if (noted.merge(nature, 1, Integer::sum) > MOST_ANOMALIES) {
      return;
    }
    Map<String, Object> all = new LinkedHashMap<>(facts);
    if (rowFacts != null) {
      all.putAll(rowFacts);
    }
    all.put("feuille", places.get(0).feuille().nom());
    anomalies.get(nature).add(new Anomalie(detail, places, all));
  }

  /** Takes note of a required field without a place, and of what stands in one that may be it. */
  void noteMissing(Feuille sheet, Champ champ, Lookalikes others) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("champ", champ.libelle());
    facts.putAll(others.facts(champ, sheet));
    String detail = facts.containsKey("semblable") ? "semblable" : "";
    note(Nature.COLONNE_ABSENTE, detail, List.of(Emplacement.feuille(sheet)), facts);
  }

  /**
   * Says that what is noted from now on is of a row that lacks most of its required values, and
   * what stands in it; null for a row like any other.
   */
  void row(Map<String, Object> facts) {
    rowFacts = facts;
  }

  /** Reads the cell of a field or of a record; null stands for an empty one. */
  Valeur<?> value(Feuille sheet, Champ champ, RawCell cell, int row, int column) {
    Reading reading = parser.read(champ, cell);
    if (champ.requis()) {
      examine(Nature.VALEUR_ABSENTE);
    }
    if (reading.isEmpty()) {
      Valeur<?> empty = Valeur.vide(sheet, champ, row, column);
      if (champ.requis()) {
        note(
            Nature.VALEUR_ABSENTE,
            rowFacts == null ? "" : "ligne",
            List.of(empty.emplacement()),
            Map.of("champ", champ.libelle()));
      }
      return empty;
    }
    Valeur<?> value = read(sheet, champ, cell, row, column, reading);
    noteDay(sheet, champ, cell, value.emplacement());
    if (champ.type().estChiffre() && !champ.negatif()) {
      examine(Nature.CHIFFRE_NEGATIF);
      if (isNegative(reading.content())) {
        note(Nature.CHIFFRE_NEGATIF, "", List.of(value.emplacement()), facts(champ, value));
      }
    }
    return value;
  }

  /** Reads a figure of a total row, which only has to be legible. */
  Valeur<?> totalFigure(Feuille sheet, Champ champ, RawCell cell, int row) {
    Reading reading = parser.read(champ, cell);
    return reading.isEmpty() ? null : read(sheet, champ, cell, row, cell.column(), reading);
  }

  private Valeur<?> read(
      Feuille sheet, Champ champ, RawCell cell, int row, int column, Reading reading) {
    examine(Nature.VALEUR_ILLISIBLE);
    if (champ.liste() != null) {
      examine(Nature.CODE_INCONNU);
    }
    if (reading.content() != null) {
      return Valeur.connue(
          reading.content(), typed(cell, reading.content()), sheet, champ, row, column);
    }
    Valeur<?> illegible = Valeur.illisible(cell.shown(), sheet, champ, row, column);
    Map<String, Object> facts = facts(champ, illegible);
    if (reading.problem().equals(Reading.UNKNOWN_CODE)) {
      facts.putAll(reading.facts());
      String detail = detail(reading.facts());
      note(Nature.CODE_INCONNU, detail, List.of(illegible.emplacement()), facts);
    } else {
      facts.put("attendu", champ.type());
      note(Nature.VALEUR_ILLISIBLE, reading.problem(), List.of(illegible.emplacement()), facts);
    }
    return illegible;
  }

  private static String detail(Map<String, Object> facts) {
    boolean suggestion = facts.containsKey("suggestion");
    if (facts.containsKey("element")) {
      return suggestion ? "elementSuggestion" : "element";
    }
    boolean all = facts.get("enTout") instanceof Integer n && n <= ValueParser.CODES_TOLD;
    return suggestion ? "suggestion" : all ? "toutes" : "";
  }

  /**
   * What the cell shows, where that can't be told from the content: memory is spared for the rest.
   */
  private static String typed(RawCell cell, Object content) {
    boolean text = cell.kind() == RawCell.Kind.TEXT && !cell.text().equals(content);
    return text || content instanceof Boolean ? cell.shown() : null;
  }

  private static Map<String, Object> facts(Champ champ, Valeur<?> value) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("champ", champ.libelle());
    facts.put("valeur", value.montree());
    return facts;
  }

  private static boolean isNegative(Object figure) {
    if (figure instanceof Montant montant) {
      return montant.dollars().signum() < 0;
    }
    return figure instanceof Long whole && whole < 0;
  }
}
