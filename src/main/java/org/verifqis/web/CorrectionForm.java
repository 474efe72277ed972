package org.verifqis.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Valeur;
import org.verifqis.service.Tapee;

/** What a request says was typed for cells: fields such as {@code c:Projets!E12}. */
final class CorrectionForm {
  /** How many of them a page has, and a request may have. */
  static final int MOST_FIELDS = 200;

  private static final String START = "c:";
  private static final Pattern NAME =
      Pattern.compile("c:([^!]{1,31})!([A-Z]{1,3})([1-9][0-9]{0,6})");

  /** Much more than people type into a cell of a reddition. */
  private static final int LONGEST = 2_000;

  private static final int LETTERS = 26;

  private final Map<String, String> typed = new LinkedHashMap<>();
  private final List<Tapee> cells = new ArrayList<>();

  /**
   * That of a request; a field that is left empty leaves its cell as it is.
   *
   * @throws Uploads.Refused if no page of ours can have sent it
   */
  CorrectionForm(HttpServletRequest request) {
    request
        .getParameterMap()
        .forEach(
            (name, values) -> {
              if (name.startsWith(START) && !values[0].isBlank()) {
                add(name, values);
              }
            });
    if (cells.size() > MOST_FIELDS) {
      throw unreadable();
    }
  }

  private void add(String name, String[] values) {
    Matcher cell = NAME.matcher(name);
    if (values.length > 1 || values[0].length() > LONGEST || !cell.matches()) {
      throw unreadable();
    }
    int column = column(cell.group(2));
    typed.put(name, values[0]);
    cells.add(new Tapee(cell.group(1), Integer.parseInt(cell.group(3)), column, values[0]));
  }

  private static int column(String letters) {
    return letters.chars().reduce(0, (column, letter) -> column * LETTERS + letter - 'A' + 1);
  }

  private static Uploads.Refused unreadable() {
    return new Uploads.Refused(Uploads.Motif.CORRECTIONS_ILLISIBLES);
  }

  /** What was typed, cell by cell. */
  List<Tapee> cells() {
    return cells;
  }

  /** What was typed into a field; empty if nothing was. */
  String typed(String name) {
    return typed.getOrDefault(name, "");
  }

  /** The name of the field for the cell of a value. */
  static String name(Valeur<?> value) {
    Emplacement place = value.emplacement();
    return START + place.feuille().cle() + "!" + place.reference();
  }
}
