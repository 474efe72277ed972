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
import org.verifqis.modele.Normalisation;
import org.verifqis.modele.Onglet;
import org.verifqis.modele.Releve;
import org.verifqis.modele.Releve.Nature;
import org.verifqis.modele.TypeValeur;
import org.verifqis.modele.Valeur;

/** Makes values of cells, and keeps note of what is wrong with them. One for each workbook. */
public final class Readings {
  /** So many of a kind are told one by one; the others are counted. */
  private static final int MOST_ANOMALIES = 100_000;

  private static final int LONGEST_DATE = 100;

  private final ValueParser parser;
  private final boolean mapped;
  private Map<String, Object> rowFacts;
  private final Map<String, DayOrder> dayOrders = new LinkedHashMap<>();
  private final Map<String, Avis> avis = new LinkedHashMap<>();
  private final int[] examined = new int[Nature.values().length];
  private final Map<Nature, Integer> noted = new EnumMap<>(Nature.class);
  private final Map<Nature, List<Anomalie>> anomalies = new EnumMap<>(Nature.class);

  /** For one workbook, which is the template. */
  public Readings(ValueParser parser) {
    this(parser, false);
  }

  /** For one that is read through a correspondance, in which words may be given their codes. */
  public static Readings parCorrespondance(ValueParser parser) {
    return new Readings(parser, true);
  }

  private Readings(ValueParser parser, boolean mapped) {
    this.parser = parser;
    this.mapped = mapped;
    for (Nature nature : Nature.values()) {
      noted.put(nature, 0);
      anomalies.put(nature, new ArrayList<>());
    }
  }

  /** Everything that was noted, kind by kind. */
  public List<Releve> releves() {
    List<Releve> releves = new ArrayList<>();
    anomalies.forEach(
        (nature, liste) ->
            releves.add(new Releve(nature, examined[nature.ordinal()], liste, noted.get(nature))));
    return releves;
  }

  /** What is to be said and is no anomaly, in the order of reading. */
  public List<Avis> avis() {
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
  public void examine(Nature nature) {
    examined[nature.ordinal()]++;
  }

  /** Takes note of something wrong; its places also tell the sheet. */
  public void note(
      Nature nature, String detail, List<Emplacement> places, Map<String, Object> facts) {
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
  public void noteMissing(Feuille sheet, Champ champ, Lookalikes others) {
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
  public void row(Map<String, Object> facts) {
    rowFacts = facts;
  }

  /** Reads the cell of a field or of a record; null stands for an empty one. */
  public Valeur<?> value(Feuille sheet, Champ champ, RawCell cell, int row, int column) {
    return value(sheet, champ, cell, cell, row, column, null);
  }

  /**
   * Reads what was made of cells.
   *
   * @param cell what is read; null for nothing
   * @param shown what people see of it: their word for a code, for instance
   * @param row where it stands; 0 for a value that is declared and stands in no cell
   * @param sources all the places that it was made of; null where it is the content of its cell
   */
  public Valeur<?> value(
      Feuille sheet,
      Champ champ,
      RawCell cell,
      RawCell shown,
      int row,
      int column,
      List<Emplacement> sources) {
    Reading reading = parser.read(champ, cell);
    if (champ.requis()) {
      examine(Nature.VALEUR_ABSENTE);
    }
    if (reading.isEmpty()) {
      Valeur<?> empty = made(Valeur.vide(sheet, champ, row, column), sources);
      if (champ.requis()) {
        note(
            Nature.VALEUR_ABSENTE,
            rowFacts == null ? "" : "ligne",
            empty.emplacements(),
            Map.of("champ", champ.libelle()));
      }
      return empty;
    }
    Valeur<?> value = read(sheet, champ, shown, row, column, reading, sources);
    noteDay(sheet, champ, cell, value.emplacement());
    if (champ.type().estChiffre() && !champ.negatif()) {
      examine(Nature.CHIFFRE_NEGATIF);
      if (isNegative(reading.content())) {
        note(Nature.CHIFFRE_NEGATIF, "", value.emplacements(), negative(champ, reading.content()));
      }
    }
    return value;
  }

  /** Reads a figure of a total row, which only has to be legible. */
  Valeur<?> totalFigure(Feuille sheet, Champ champ, RawCell cell, int row) {
    Reading reading = parser.read(champ, cell);
    return reading.isEmpty() ? null : read(sheet, champ, cell, row, cell.column(), reading, null);
  }

  private Valeur<?> read(
      Feuille sheet,
      Champ champ,
      RawCell cell,
      int row,
      int column,
      Reading reading,
      List<Emplacement> sources) {
    examine(Nature.VALEUR_ILLISIBLE);
    if (champ.liste() != null) {
      examine(Nature.CODE_INCONNU);
    }
    if (reading.content() != null) {
      return made(
          Valeur.connue(
              reading.content(), typed(cell, reading.content()), sheet, champ, row, column),
          sources);
    }
    Valeur<?> illegible = made(Valeur.illisible(cell.shown(), sheet, champ, row, column), sources);
    Map<String, Object> facts = facts(champ, illegible);
    if (reading.problem().equals(Reading.UNKNOWN_CODE)) {
      facts.putAll(reading.facts());
      String detail = detail(reading.facts());
      note(Nature.CODE_INCONNU, detail, illegible.emplacements(), facts);
    } else {
      facts.put("attendu", champ.type());
      note(Nature.VALEUR_ILLISIBLE, reading.problem(), illegible.emplacements(), facts);
    }
    return illegible;
  }

  private static Valeur<?> made(Valeur<?> value, List<Emplacement> sources) {
    return sources == null ? value : value.de(sources);
  }

  /** Takes note of a key that stands a second time; {@code seen} are those of its sheet. */
  public void key(Valeur<?> key, Map<String, Valeur<?>> seen) {
    if (key == null || !key.estConnue()) {
      return;
    }
    examine(Nature.CLE_REPETEE);
    Valeur<?> first = seen.putIfAbsent(Normalisation.normalise(key.contenu().toString()), key);
    if (first != null) {
      note(
          Nature.CLE_REPETEE,
          "",
          List.of(key.emplacement(), first.emplacement()),
          Map.of(
              "champ", key.champ().libelle(),
              "valeur", key.montree(),
              "premiere", place(first.emplacement(), key.emplacement().feuille())));
    }
  }

  private String detail(Map<String, Object> facts) {
    boolean suggestion = facts.containsKey("suggestion");
    if (mapped && !facts.containsKey("element")) {
      return suggestion ? "correspondanceSuggestion" : "correspondance";
    }
    if (facts.containsKey("element")) {
      return suggestion ? "elementSuggestion" : "element";
    }
    boolean all = facts.get("enTout") instanceof Integer n && n <= ValueParser.CODES_TOLD;
    return suggestion ? "suggestion" : all ? "toutes" : "";
  }

  /** A cell, with its sheet where that is another one. */
  private static String place(Emplacement place, Feuille from) {
    String cell = String.valueOf(place.reference());
    return place.feuille().equals(from) ? cell : place.feuille().nom() + "!" + cell;
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

  /** The figure itself, not its text, so that each language writes it in its own way. */
  private static Map<String, Object> negative(Champ champ, Object figure) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("champ", champ.libelle());
    facts.put("valeur", figure);
    return facts;
  }

  private static boolean isNegative(Object figure) {
    if (figure instanceof Montant montant) {
      return montant.dollars().signum() < 0;
    }
    return figure instanceof Long whole && whole < 0;
  }
}
