package org.verifqis.ecriture;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.formula.SheetNameFormatter;
import org.apache.poi.ss.util.CellReference;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Gabarit.FeuilleVoulue;

/**
 * Where things stand in the official workbook. On each sheet: a title, an explanation, the totals,
 * the header, then what people fill in. Totals stand above the header, where they stay in sight and
 * where a reader looks for no record. Rows and columns count from 0, as POI does.
 */
final class TemplateLayout {
  static final int TITLE = 0;
  static final int EXPLANATION = 1;
  static final int TOTALS = 2;
  static final int HEADER = 3;
  static final int FIRST = 4;
  static final int VALUE_COLUMN = 1;

  private static final Pattern NAME = Pattern.compile("\\{([^}]+)\\}");

  private final Gabarit gabarit;
  private final TemplateHelp help;

  TemplateLayout(Gabarit gabarit, TemplateHelp help) {
    this.gabarit = gabarit;
    this.help = help;
  }

  /** The last row that people may fill in. */
  int last(FeuilleVoulue sheet) {
    return FIRST + (sheet.tableau() ? help.rows(sheet.nom()) : sheet.champs().size()) - 1;
  }

  /** Column of a table's field, or row of a form's one. */
  static int place(FeuilleVoulue sheet, String key) {
    for (int i = 0; i < sheet.champs().size(); i++) {
      if (sheet.champs().get(i).cle().equals(key)) {
        return sheet.tableau() ? i : FIRST + i;
      }
    }
    throw new IllegalArgumentException("no field " + key + " in sheet " + sheet.nom());
  }

  /** A column of a table, from its first to its last row, as formulas write it. */
  String column(FeuilleVoulue sheet, int column) {
    String letter = "$" + CellReference.convertNumToColString(column) + "$";
    return letter + (FIRST + 1) + ":" + letter + (last(sheet) + 1);
  }

  /** A formula of the data file, its names replaced by references; row counts in tables only. */
  String formula(String template, FeuilleVoulue sheet, int row) {
    return NAME.matcher(template)
        .replaceAll(name -> Matcher.quoteReplacement(reference(name.group(1), sheet, row)));
  }

  private String reference(String name, FeuilleVoulue sheet, int row) {
    int point = name.indexOf('.');
    if (point > 0) {
      FeuilleVoulue other = sheet(name.substring(0, point));
      int place = place(other, name.substring(point + 1));
      String prefix = SheetNameFormatter.format(other.nom()) + "!";
      return prefix + (other.tableau() ? column(other, place) : "$B$" + (place + 1));
    }
    if (name.contains("_")) {
      return name;
    }
    int place = place(sheet, name);
    return sheet.tableau()
        ? CellReference.convertNumToColString(place) + (row + 1)
        : "$B$" + (place + 1);
  }

  FeuilleVoulue sheet(String name) {
    return gabarit.feuilles().stream().filter(f -> f.nom().equals(name)).findFirst().orElseThrow();
  }
}
