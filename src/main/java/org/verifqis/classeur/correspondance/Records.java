package org.verifqis.classeur.correspondance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.verifqis.classeur.RawCell;
import org.verifqis.classeur.Readings;
import org.verifqis.classeur.SparseRow;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Feuille;
import org.verifqis.modele.Fiche;
import org.verifqis.modele.Gabarit.FeuilleVoulue;
import org.verifqis.modele.Onglet;
import org.verifqis.modele.Valeur;
import org.verifqis.modele.Valeurs;

/** Makes the records of one of our sheets, from whatever blocks they come. */
final class Records {
  private final FeuilleVoulue wanted;
  private final Onglet onglet;
  private final Readings readings;
  private final Map<String, Object> constants;
  private final Feuille declared;
  private final List<Fiche> records = new ArrayList<>();
  private final Map<String, Valeur<?>> form = new HashMap<>();
  private final Map<String, Valeur<?>> keys = new HashMap<>();

  /** The sheets that hold records without a place for a required field. */
  private final Map<Champ, Set<Feuille>> lacking = new LinkedHashMap<>();

  /** Fields that can't be worked out because of sheets of another table: their names. */
  private final Map<Champ, List<String>> sources = new LinkedHashMap<>();

  /** Fields for which some block tells where they stand. */
  private final Set<String> told = new LinkedHashSet<>();

  /** What records are made of, where several blocks make them; null elsewhere. */
  private final ReadTwice twice;

  private BlockSpec block;

  Records(FeuilleVoulue wanted, Readings readings, Map<String, Object> constants, boolean several) {
    this.twice = several ? new ReadTwice() : null;
    this.wanted = wanted;
    this.onglet = Onglet.de(wanted.nom());
    this.readings = readings;
    this.constants = constants;
    this.declared =
        new Feuille(wanted.nom(), wanted.nom(), onglet.ordinal(), Feuille.Etat.DECLAREE);
  }

  /** Says of which block records are added from now on. */
  void of(BlockSpec own) {
    block = own;
  }

  /** The rows of which two blocks make the same record. */
  List<Emplacement> readTwice() {
    return twice == null ? List.of() : twice.rows();
  }

  FeuilleVoulue wanted() {
    return wanted;
  }

  List<Champ> champs() {
    return wanted.champs();
  }

  List<Fiche> records() {
    return records;
  }

  Set<String> told() {
    return told;
  }

  Map<Champ, List<String>> sources() {
    return sources;
  }

  boolean isDeclared(Champ champ) {
    return constants.containsKey(champ.cle());
  }

  /** The sheets that hold records without a place for a required field; empty without one. */
  Set<Feuille> lacking(Champ champ) {
    return lacking.getOrDefault(champ, Set.of());
  }

  /** Whether the form has no place for a field. */
  boolean isLacking(Champ champ) {
    Valeur<?> value = form.get(champ.cle());
    return value.ligne() == 0 && !value.estConnue() && !value.estIllisible();
  }

  boolean isAnyDeclared() {
    return !constants.isEmpty();
  }

  /** Whether the values that were found are those of a record, and not all empty. */
  private static boolean holdsSomething(Found[] found) {
    for (Found one : found) {
      if (one != null && !one.isEmpty() && !one.places().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Adds a record.
   *
   * @param found what was found for each field, in their order; null where nothing tells where it
   *     stands
   */
  void add(Feuille sheet, Found[] found) {
    if (holdsSomething(found)) {
      Map<String, Valeur<?>> values = values(sheet, found);
      records.add(onglet.fiche(new Valeurs(values)));
      if (twice != null) {
        twice.add(block, found);
      }
      readings.key(values.get(wanted.cle()), keys);
    }
  }

  /** Fills in the form; what an earlier block found stays. */
  void fill(Feuille sheet, Found[] found) {
    values(sheet, found)
        .forEach((key, value) -> form.merge(key, value, (a, b) -> a.estConnue() ? a : b));
  }

  private Map<String, Valeur<?>> values(Feuille sheet, Found[] found) {
    if (onglet.estTableau()) {
      readings.row(sparse(found));
    }
    Map<String, Valeur<?>> values = new HashMap<>(2 * found.length);
    for (int i = 0; i < found.length; i++) {
      Champ champ = champs().get(i);
      values.put(champ.cle(), value(sheet, champ, found[i]));
    }
    readings.row(null);
    return values;
  }

  private Valeur<?> value(Feuille sheet, Champ champ, Found found) {
    if (isDeclared(champ) && (found == null || found.isEmpty())) {
      return declared(champ);
    }
    if (!hasPlace(found)) {
      if (champ.requis()) {
        lacking.computeIfAbsent(champ, c -> new LinkedHashSet<>()).add(sheet);
      }
      return Valeur.sansCellule(sheet, champ);
    }
    if (found.places().isEmpty()) {
      return readings.value(declared, champ, found.cell(), found.shown(), 0, 0, null);
    }
    Emplacement place = found.places().get(0);
    boolean asItIs = !found.made() && found.places().size() == 1;
    return readings.value(
        place.feuille(),
        champ,
        found.cell(),
        found.shown(),
        place.ligne(),
        place.colonne(),
        asItIs ? null : found.places());
  }

  /** Whether there is something, or a cell in which it should stand. */
  private static boolean hasPlace(Found found) {
    return found != null
        && (!found.isEmpty() || found.places().stream().anyMatch(place -> place.ligne() > 0));
  }

  private Valeur<?> declared(Champ champ) {
    RawCell cell = RawCell.text(1, constants.get(champ.cle()).toString());
    return readings.value(declared, champ, cell, cell, 0, 0, null);
  }

  /** What is told of a row that lacks most of what it should say; null for any other. */
  private Map<String, Object> sparse(Found[] found) {
    int required = 0;
    int empty = 0;
    for (int i = 0; i < found.length; i++) {
      if (champs().get(i).requis() && (hasPlace(found[i]) || isDeclared(champs().get(i)))) {
        required++;
        empty += isDeclared(champs().get(i)) || !found[i].isEmpty() ? 0 : 1;
      }
    }
    if (2 * empty <= required) {
      return null;
    }
    int[] seen = IntStream.range(0, found.length).filter(i -> found[i] != null).toArray();
    List<Champ> fields = IntStream.of(seen).mapToObj(champs()::get).toList();
    RawCell[] known = IntStream.of(seen).mapToObj(i -> told(found[i])).toArray(RawCell[]::new);
    Emplacement place =
        IntStream.of(seen)
            .mapToObj(i -> found[i])
            .filter(f -> !f.isEmpty() && !f.places().isEmpty())
            .findFirst()
            .map(f -> f.places().get(0))
            .orElse(null);
    return place == null
        ? null
        : SparseRow.facts(place.feuille(), place.ligne(), fields, known, Set.of());
  }

  private static RawCell told(Found found) {
    if (found.isEmpty() || found.places().isEmpty()) {
      return null;
    }
    return RawCell.text(Math.max(1, found.places().get(0).colonne()), found.shown().shown());
  }

  /** The values of the form; what was not found is declared, or missing. */
  Valeurs form(Feuille sheet) {
    for (Champ champ : champs()) {
      Valeur<?> value = form.get(champ.cle());
      if (value == null || value.ligne() == 0 && !value.estConnue() && isDeclared(champ)) {
        form.put(
            champ.cle(), isDeclared(champ) ? declared(champ) : Valeur.sansCellule(sheet, champ));
      }
    }
    return new Valeurs(form);
  }

  boolean isFilled() {
    return form.values().stream().anyMatch(Valeur::estConnue);
  }
}
