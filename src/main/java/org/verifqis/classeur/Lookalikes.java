package org.verifqis.classeur;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Feuille;
import org.verifqis.modele.NonTenu;
import org.verifqis.modele.Normalisation;
import org.verifqis.modele.Sosies;

/** What stands in the place of something that is missing, under a name that looks like it. */
public final class Lookalikes {
  private static final double ALIKE = 0.9;

  /** Who asks for the nearest looks at it himself. */
  private static final double LIKELY = 0.75;

  /** Names and headers that people wrote are no longer, and there are not more of them. */
  private static final int LONGEST = 200;

  private static final int MOST = 200;
  private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();

  /** Texts that stand where headers or labels do, and are none. */
  private final List<RawCell> cells = new ArrayList<>();

  private final List<Integer> rows = new ArrayList<>();

  /** One of them. */
  public void add(int row, RawCell cell) {
    boolean other = cell.kind() == RawCell.Kind.TEXT && !cell.text().endsWith(NonTenu.MARQUE);
    if (other && cell.text().length() <= LONGEST && rows.size() < MOST) {
      cells.add(cell);
      rows.add(row);
    }
  }

  /** What tells of the text that looks most like the label of a field; empty without one. */
  Map<String, Object> facts(Champ champ, Feuille sheet) {
    int best = -1;
    double nearest = ALIKE;
    for (int i = 0; i < cells.size(); i++) {
      double near = likeness(champ.libelle(), cells.get(i).text());
      if (near > nearest || best < 0 && near == nearest) {
        nearest = near;
        best = i;
      }
    }
    if (best < 0) {
      return Map.of();
    }
    RawCell cell = cells.get(best);
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("semblable", Texts.trim(cell.text()));
    facts.put(
        "celluleSemblable",
        Emplacement.cellule(sheet, rows.get(best), cell.column(), null).reference());
    return facts;
  }

  /** Those of the names that look like the one of a sheet, copies of it too. */
  public static List<String> names(String wanted, List<String> names) {
    String start = Normalisation.normalise(wanted) + " ";
    return names.stream()
        .filter(name -> name.length() <= LONGEST)
        .filter(
            name ->
                Normalisation.normalise(name).startsWith(start) || likeness(wanted, name) >= ALIKE)
        .limit(MOST)
        .toList();
  }

  /** The one of the names that looks most like a text; null where none does. */
  public static String nearest(String wanted, Collection<String> names) {
    String best = null;
    double most = LIKELY;
    for (String name : names) {
      double near = name.length() > LONGEST ? 0 : likeness(bare(wanted), bare(name));
      if (near > most) {
        most = near;
        best = name;
      }
    }
    return best;
  }

  /** J 2 is J2, of which the measure sees little in so few letters. */
  private static String bare(String name) {
    return Normalisation.normalise(name).replace(" ", "");
  }

  /** Whether a text is a name, or looks like it. */
  static boolean areAlike(String wanted, String text) {
    return text.length() <= LONGEST && likeness(wanted, text) >= ALIKE;
  }

  /** Whether a text is a name, as names are compared. */
  static boolean areSame(String wanted, String text) {
    return text.length() <= LONGEST
        && Normalisation.normalise(wanted).equals(Normalisation.normalise(text));
  }

  private static double likeness(String wanted, String text) {
    return SIMILARITY.apply(
        Normalisation.normalise(wanted), Normalisation.normalise(Sosies.latin(text)));
  }
}
