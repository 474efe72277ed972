package org.verifqis.ecriture;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.formula.SheetNameFormatter;
import org.apache.poi.ss.util.CellReference;
import org.verifqis.modele.Contenu;
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

  /** So many rows calculate after those that are carried over. */
  private static final int ROWS_AHEAD = 10;

  /** Instead of a row: the cells of all of them. */
  static final int WHOLE_COLUMN = -1;

  private static final Pattern NAME = Pattern.compile("\\{(?:(n|d):)?([^}]+)\\}");

  /** What blanks, a dollar and a point are in an amount that is text; the blanks are not alike. */
  private static final String CLEANED =
      "SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(%1$s&\"\",\" \",\"\"),"
          + "\"\u00A0\",\"\"),\"\u202F\",\"\"),\"$\",\"\"),\"\u2212\",\"-\"),\".\",\",\")";

  /** Makes a zero of an empty cell, which not every spreadsheet takes for one. */
  private static final String OR_ZERO = "&REPT(\"0\",--(LEN(TRIM(%1$s))=0))";

  /** Whatever separators the spreadsheet's own language has. */
  private static final String NUMBER = "_xlfn.NUMBERVALUE(" + CLEANED + OR_ZERO + ",\",\",\".\")";

  private static final String DAY = "VALUE(%1$s" + OR_ZERO + ")";

  /** How a formula takes the amounts and the dates of cells. */
  enum Reading {
    /** As cells hold them; a text is none. */
    PLAIN("%1$s", "%1$s"),
    /** A text being the amount that it says. */
    TEXTS_TOO(NUMBER, DAY),
    /** The same, each amount rounded to the cent. */
    ROUNDED("ROUND(" + NUMBER + ",2)", DAY);

    private final String number;
    private final String day;

    Reading(String number, String day) {
      this.number = number;
      this.day = day;
    }

    private String of(String kind, String reference) {
      if (kind == null) {
        return reference;
      }
      return (kind.equals("n") ? number : day).formatted(reference);
    }
  }

  private final Gabarit gabarit;
  private final TemplateHelp help;
  private final Contenu contenu;

  TemplateLayout(Gabarit gabarit, TemplateHelp help, Contenu contenu) {
    this.gabarit = gabarit;
    this.help = help;
    this.contenu = contenu;
  }

  /** The last row that people may fill in. */
  int last(FeuilleVoulue sheet) {
    return FIRST + (sheet.tableau() ? help.rows(sheet.nom()) : sheet.champs().size()) - 1;
  }

  /**
   * The last row in which a table calculates. LibreOffice prints every row that holds a formula,
   * though it shows nothing, whatever area is to be printed: the rows that nobody has begun must
   * not fill pages.
   */
  int lastCalculated(FeuilleVoulue sheet) {
    int records = contenu.fiches(sheet.nom()).size();
    int rows = Math.max(help.calculatedRows(sheet.nom()), records + ROWS_AHEAD);
    return Math.min(last(sheet), FIRST + rows - 1);
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
  String formula(String template, FeuilleVoulue sheet, int row, Reading reading) {
    return NAME.matcher(template)
        .replaceAll(
            name ->
                Matcher.quoteReplacement(
                    reading.of(name.group(1), reference(name.group(2), sheet, row))));
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
    if (sheet.tableau() && row == WHOLE_COLUMN) {
      return column(sheet, place);
    }
    return sheet.tableau()
        ? CellReference.convertNumToColString(place) + (row + 1)
        : "$B$" + (place + 1);
  }

  FeuilleVoulue sheet(String name) {
    return gabarit.feuilles().stream().filter(f -> f.nom().equals(name)).findFirst().orElseThrow();
  }
}
