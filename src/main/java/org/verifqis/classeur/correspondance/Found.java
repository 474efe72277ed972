package org.verifqis.classeur.correspondance;

import java.util.ArrayList;
import java.util.List;
import org.verifqis.classeur.RawCell;
import org.verifqis.modele.Emplacement;

/**
 * What was found for a value.
 *
 * @param cell what is to be read; null for nothing
 * @param shown what people see of it
 * @param places where it stands, or should; empty for what is declared
 * @param made whether it is not the content of its cell as it is
 */
record Found(RawCell cell, RawCell shown, List<Emplacement> places, boolean made) {
  static final Found NOTHING = new Found(null, null, List.of(), false);

  /** A cell as it is; null for an empty one. */
  static Found at(RawCell cell, Emplacement place) {
    return new Found(cell, cell, List.of(place), false);
  }

  /** Nothing, in the places where something should be. */
  static Found nothing(List<Emplacement> places) {
    return new Found(null, null, places, true);
  }

  /** What was worked out from these places. */
  static Found made(RawCell cell, List<Emplacement> places) {
    return new Found(cell, cell, places, true);
  }

  /** What can't be told, and what people see in these places. */
  static Found unclear(Unclear why, String seen, List<Emplacement> places) {
    return new Found(RawCell.unclear(why.detail()), RawCell.text(1, seen), places, true);
  }

  /** What can't be told because what is asked of a cell can't; null stands for an empty one. */
  static Found doubtful(RawCell asked, String seen, List<Emplacement> places) {
    boolean blank = asked == null || asked.isEmpty();
    return unclear(blank ? Unclear.BLANK_CONDITION : Unclear.CONDITION, seen, places);
  }

  /** Whether it can't be told. */
  boolean isUnclear() {
    return cell != null && cell.kind() == RawCell.Kind.UNCLEAR;
  }

  /** Whether it can't be told for that reason. */
  boolean is(Unclear why) {
    return isUnclear() && cell.text().equals(why.detail());
  }

  /** Whether nothing stands where it was looked for: another source may tell it. */
  boolean isNowhere() {
    return isEmpty() || is(Unclear.EXTRACT) || is(Unclear.NO_ROW);
  }

  boolean isEmpty() {
    return cell == null || cell.isEmpty();
  }

  /** The same with another content. */
  Found reading(RawCell other, RawCell seen) {
    return new Found(other, seen, places, true);
  }

  /** The places of both, once each. */
  static List<Emplacement> places(List<Found> all) {
    List<Emplacement> places = new ArrayList<>();
    for (Found found : all) {
      for (Emplacement place : found.places()) {
        if (!places.contains(place)) {
          places.add(place);
        }
      }
    }
    return places;
  }
}
