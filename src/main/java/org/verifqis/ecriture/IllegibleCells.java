package org.verifqis.ecriture;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.verifqis.classeur.LecteurReddition;
import org.verifqis.classeur.Limites;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Reddition;
import org.verifqis.modele.Releve;
import org.verifqis.modele.Valeur;

/**
 * Writes what cannot be read in another workbook so that it cannot be read in the template either,
 * and for the same reason.
 */
final class IllegibleCells {
  private static final String DAY_FORMAT = "yyyy-mm-dd";
  private static final String PERCENT_FORMAT = "0.##########%";
  private static final int ISO_DAY = 10;

  private final XSSFWorkbook workbook;
  private final LecteurReddition reader;
  private final Map<String, XSSFCellStyle> styles = new HashMap<>();
  private final Map<String, String> reasons = new HashMap<>();

  IllegibleCells(XSSFWorkbook workbook, Gabarit gabarit, Reddition reddition) {
    this.workbook = workbook;
    this.reader = new LecteurReddition(gabarit, Limites.parDefaut());
    reddition.releves().stream()
        .filter(one -> one.nature() == Releve.Nature.VALEUR_ILLISIBLE)
        .flatMap(one -> one.anomalies().stream())
        .forEach(
            one ->
                reasons.put(
                    key(String.valueOf(one.faits().get("champ")), one.emplacements()),
                    one.detail()));
  }

  private static String key(String champ, List<Emplacement> places) {
    return places.stream()
        .map(place -> place.feuille().cle() + "/" + place.feuille().nom() + "!" + place.reference())
        .collect(Collectors.joining("+", champ + " ", ""));
  }

  void write(XSSFCell cell, Valeur<?> value) {
    String text = value.montree();
    String reason = reasons.getOrDefault(key(value.champ().libelle(), value.emplacements()), "");
    boolean written =
        switch (reason) {
          case "erreur" -> error(cell, text);
          case "pourcentage" -> number(cell, text, PERCENT_FORMAT);
          case "dateSansFormat", "fraction" -> number(cell, text, "General");
          case "dateDansMontant", "dateDansCle" -> day(cell, text);
          case "extrait",
              "cleSansRangee",
              "cleRepetee",
              "source",
              "condition",
              "conditionVide",
              "cases" ->
              error(cell, FormulaError.NA.getString());
          default -> false;
        };
    if (!written) {
      boolean legible = !(reader.corrige(value, text).contenu() instanceof String);
      // 04/27/2023 that a profile says to be a month first, for one.
      cell.setCellValue(TextLimits.cell(legible ? text + " ?" : text));
    }
  }

  private static boolean error(XSSFCell cell, String text) {
    for (FormulaError error : FormulaError.values()) {
      if (error.getString().equals(text)) {
        cell.setCellErrorValue(error);
        return true;
      }
    }
    return false;
  }

  private boolean number(XSSFCell cell, String text, String format) {
    try {
      cell.setCellValue(Double.parseDouble(text));
      cell.setCellStyle(style(format));
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private boolean day(XSSFCell cell, String text) {
    try {
      cell.setCellValue(LocalDate.parse(text.substring(0, Math.min(ISO_DAY, text.length()))));
      cell.setCellStyle(style(DAY_FORMAT));
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private XSSFCellStyle style(String format) {
    return styles.computeIfAbsent(
        format,
        f -> {
          XSSFCellStyle style = workbook.createCellStyle();
          style.setLocked(false);
          style.setDataFormat(workbook.createDataFormat().getFormat(f));
          return style;
        });
  }
}
