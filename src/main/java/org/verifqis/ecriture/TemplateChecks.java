package org.verifqis.ecriture;

import java.util.Set;
import org.apache.poi.ss.usermodel.BorderFormatting;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.verifqis.ecriture.TemplateLayout.Reading;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Gabarit.FeuilleVoulue;
import org.verifqis.modele.Onglet;

/** What the cells of the official workbook accept, and how they say that something is missing. */
final class TemplateChecks {
  private static final String FIRST_DATE = "DATE(2000,1,1)";
  private static final String LAST_DATE = "DATE(2049,12,31)";
  private static final String LARGEST = "999999999.99";
  private static final byte[] MISSING = {(byte) 0xFF, (byte) 0xE0, (byte) 0xB2};

  /**
   * What has a list that refuses nothing: several answers stand in one cell, which a list knows
   * nothing of, or a name that is told on another sheet later on.
   */
  private static final Set<String> OFFERED = Set.of("codes", "priorite", "instance", "territoire");

  private final TemplateHelp help;
  private final TemplateLayout layout;

  TemplateChecks(TemplateHelp help, TemplateLayout layout) {
    this.help = help;
    this.layout = layout;
  }

  /** Makes the cells of a field refuse what can't be read as its type. */
  void restrict(XSSFSheet sheet, FeuilleVoulue wanted, Champ champ, CellRangeAddress area) {
    DataValidationHelper helper = sheet.getDataValidationHelper();
    String cell =
        new CellRangeAddress(
                area.getFirstRow(),
                area.getFirstRow(),
                area.getFirstColumn(),
                area.getFirstColumn())
            .formatAsString();
    String kind = kind(wanted, champ);
    DataValidationConstraint constraint =
        switch (kind) {
          case "date" ->
              helper.createDateConstraint(
                  OperatorType.BETWEEN, FIRST_DATE, LAST_DATE, TemplateStyles.DATE);
          case "montant" -> helper.createDecimalConstraint(OperatorType.BETWEEN, "0", LARGEST);
          case "montantSigne" ->
              helper.createDecimalConstraint(OperatorType.BETWEEN, "-" + LARGEST, LARGEST);
          case "entier" -> helper.createIntegerConstraint(OperatorType.BETWEEN, "0", "9999999");
          case "code", "codes" -> helper.createFormulaListConstraint(ListSheet.name(champ.liste()));
          case "ouinon" -> helper.createExplicitListConstraint(new String[] {"Oui", "Non"});
          case "neq" -> helper.createCustomConstraint(neq(cell));
          case "courriel" ->
              helper.createCustomConstraint(
                  "AND(ISNUMBER(FIND(\"@\",%1$s)),ISERROR(FIND(\" \",%1$s)))".formatted(cell));
          case "cle" ->
              // Not COUNTIF, for which 01 is 1 and a star is any text.
              helper.createCustomConstraint(
                  "SUMPRODUCT(--(%s=%s))=1"
                      .formatted(layout.column(wanted, area.getFirstColumn()), cell));
          case "priorite" -> helper.createFormulaListConstraint(typed(Onglet.PRIORITES, "code"));
          case "instance" ->
              helper.createFormulaListConstraint(typed(Onglet.GOUVERNANCE, "instance"));
          case "territoire" ->
              helper.createFormulaListConstraint(typed(Onglet.TERRITOIRES, "territoire"));
          default -> null;
        };
    if (constraint == null) {
      return;
    }
    DataValidation validation =
        helper.createValidation(
            constraint,
            new CellRangeAddressList(
                area.getFirstRow(),
                area.getLastRow(),
                area.getFirstColumn(),
                area.getLastColumn()));
    // POI's word for it is the contrary of what the file says: false leaves the arrow out.
    validation.setSuppressDropDownArrow(true);
    validation.setEmptyCellAllowed(true);
    String[] message = help.message(kind);
    boolean strict = !OFFERED.contains(kind);
    validation.setShowErrorBox(strict);
    validation.setShowPromptBox(!strict);
    if (strict) {
      validation.setErrorStyle(DataValidation.ErrorStyle.STOP);
      validation.createErrorBox(message[0], message[1]);
    } else {
      validation.createPromptBox(message[0], message[1]);
    }
    sheet.addValidationData(validation);
  }

  private static String kind(FeuilleVoulue sheet, Champ champ) {
    return switch (champ.type()) {
      case DATE -> "date";
      case MONTANT -> champ.negatif() ? "montantSigne" : "montant";
      case ENTIER -> "entier";
      case CODE -> "code";
      case OUINON -> "ouinon";
      case NEQ -> "neq";
      case COURRIEL -> "courriel";
      case LISTE_TEXTE -> champ.cle().startsWith("priorite") ? "priorite" : "territoire";
      case LISTE_CODE -> "codes";
      case TEXTE -> champ.cle().equals(sheet.cle()) ? "cle" : name(champ);
    };
  }

  private static String neq(String cell) {
    String digits = "SUBSTITUTE(SUBSTITUTE(%s,\" \",\"\"),\"-\",\"\")".formatted(cell);
    return "AND(LEN(%1$s)=10,ISNUMBER(VALUE(%1$s)))".formatted(digits);
  }

  private static String name(Champ champ) {
    return champ.cle().equals("instanceLocale") ? "instance" : "";
  }

  /** What a column holds so far: a list with empty cells in it would let everything through. */
  private String typed(Onglet onglet, String key) {
    String cells = layout.formula("{" + onglet.nom() + "." + key + "}", null, 0, Reading.PLAIN);
    String first = cells.substring(0, cells.indexOf(':'));
    return "OFFSET(%s,0,0,MAX(1,COUNTA(%s)),1)".formatted(first, cells);
  }

  /** Frames the rows that were begun: what is empty shows the sheet's own lines and prints none. */
  void frameRows(XSSFSheet sheet, FeuilleVoulue wanted) {
    ConditionalFormattingRule rule =
        sheet
            .getSheetConditionalFormatting()
            .createConditionalFormattingRule(
                "LEN($A%1$d&$B%1$d&$C%1$d)>0".formatted(TemplateLayout.FIRST + 1));
    frame(rule);
    CellRangeAddress area =
        new CellRangeAddress(
            TemplateLayout.FIRST, layout.last(wanted), 0, wanted.champs().size() - 1);
    sheet
        .getSheetConditionalFormatting()
        .addConditionalFormatting(new CellRangeAddress[] {area}, rule);
  }

  private static void frame(ConditionalFormattingRule rule) {
    XSSFColor line = TemplateStyles.line();
    BorderFormatting border = rule.createBorderFormatting();
    border.setBorderTop(BorderStyle.THIN);
    border.setTopBorderColor(line);
    border.setBorderBottom(BorderStyle.THIN);
    border.setBottomBorderColor(line);
    border.setBorderLeft(BorderStyle.THIN);
    border.setLeftBorderColor(line);
    border.setBorderRight(BorderStyle.THIN);
    border.setRightBorderColor(line);
  }

  /** Colours the required cells that are still empty: of a form, and of a row that was begun. */
  void showMissing(XSSFSheet sheet, FeuilleVoulue wanted) {
    int last = layout.last(wanted);
    for (int i = 0; i < wanted.champs().size(); i++) {
      Champ champ = wanted.champs().get(i);
      boolean calculated = help.formula(wanted.nom(), champ) != null;
      if (!champ.requis() || calculated && !wanted.tableau()) {
        continue;
      }
      int row = TemplateLayout.FIRST + (wanted.tableau() ? 0 : i);
      if (calculated) {
        row = layout.lastCalculated(wanted) + 1;
      }
      int column = wanted.tableau() ? i : TemplateLayout.VALUE_COLUMN;
      CellRangeAddress area =
          new CellRangeAddress(row, wanted.tableau() ? last : row, column, column);
      String cell = new CellRangeAddress(row, row, column, column).formatAsString();
      String begun = i == 0 ? "COUNTA($B%1$d:$D%1$d)>0" : "LEN($A%1$d)>0";
      String empty = "LEN(%s)=0".formatted(cell);
      String formula =
          wanted.tableau() ? "AND(%s,%s)".formatted(empty, begun.formatted(row + 1)) : empty;
      ConditionalFormattingRule rule =
          sheet.getSheetConditionalFormatting().createConditionalFormattingRule(formula);
      PatternFormatting pattern = rule.createPatternFormatting();
      pattern.setFillBackgroundColor(new XSSFColor(MISSING));
      pattern.setFillPattern(PatternFormatting.SOLID_FOREGROUND);
      frame(rule);
      sheet
          .getSheetConditionalFormatting()
          .addConditionalFormatting(new CellRangeAddress[] {area}, rule);
    }
  }
}
