package org.verifqis.ecriture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.verifqis.ecriture.XmlText.Node;
import org.verifqis.rapport.Annotation.Ton;

/**
 * The colours of a sheet. Cells are coloured by a conditional format that bears our name. Their own
 * style stays as it is, so the colours come off without a trace, even once people have moved rows
 * or another program has saved the file.
 */
final class Marks {
  /** Always true; its only use is to be found again. */
  private static final String SIGNATURE = "LEN(\"verifqis\")>0";

  private static final int RANGES_PER_RULE = 500;
  private static final String PRIORITY = "priority";

  /** The order of what a sheet holds, as the schema has it. */
  static final List<String> ORDER =
      List.of(
          "sheetPr",
          "dimension",
          "sheetViews",
          "sheetFormatPr",
          "cols",
          "sheetData",
          "sheetCalcPr",
          "sheetProtection",
          "protectedRanges",
          "scenarios",
          "autoFilter",
          "sortState",
          "dataConsolidate",
          "customSheetViews",
          "mergeCells",
          "phoneticPr",
          "conditionalFormatting",
          "dataValidations",
          "hyperlinks",
          "printOptions",
          "pageMargins",
          "pageSetup",
          "headerFooter",
          "rowBreaks",
          "colBreaks",
          "customProperties",
          "cellWatches",
          "ignoredErrors",
          "smartTags",
          "drawing",
          "legacyDrawing",
          "legacyDrawingHF",
          "drawingHF",
          "picture",
          "oleObjects",
          "controls",
          "webPublishItems",
          "tableParts",
          "extLst");

  /** Light enough for black text (contrast over 12 to 1). */
  private static final Map<Ton, String> COLOURS =
      Map.of(
          Ton.BLOQUANT, "F28B82",
          Ton.GRAVE, "F8C1BC",
          Ton.ATTENTION, "FFE08A",
          Ton.INFORMATION, "C9DFF7",
          Ton.ACCEPTE, "DDE3E8");

  private Marks() {}

  /** In hexadecimal digits. */
  static String colour(Ton tone) {
    return COLOURS.get(tone);
  }

  /** Takes our colours off a sheet, and puts those on it that are wanted now. */
  static void colour(XmlText sheet, Map<Ton, List<CellAddress>> cells, StyleSheet styles) {
    List<Node> others = new ArrayList<>();
    for (Node child : sheet.children(sheet.root())) {
      if (child.name().equals("conditionalFormatting")) {
        others.addAll(removeOurs(sheet, child));
      } else if (child.name().equals("extLst")) {
        others.addAll(extensions(sheet, child));
      }
    }
    StringBuilder ours = new StringBuilder();
    int rules = 0;
    for (Map.Entry<Ton, List<CellAddress>> some : cells.entrySet()) {
      List<CellRangeAddress> ranges = ranges(some.getValue());
      for (int i = 0; i < ranges.size(); i += RANGES_PER_RULE) {
        String places =
            ranges.subList(i, Math.min(ranges.size(), i + RANGES_PER_RULE)).stream()
                .map(CellRangeAddress::formatAsString)
                .collect(Collectors.joining(" "));
        ours.append("<~conditionalFormatting sqref=\"").append(places);
        ours.append("\"><~cfRule type=\"expression\" dxfId=\"").append(styles.mark(some.getKey()));
        ours.append("\" priority=\"").append(++rules).append("\"><~formula>");
        ours.append(XmlEscapes.escape(SIGNATURE));
        ours.append("</~formula></~cfRule></~conditionalFormatting>");
      }
    }
    if (rules > 0) {
      // Excel goes by the priority, LibreOffice by the place.
      for (Node rule : others) {
        giveWay(sheet, rule, rules);
      }
      sheet.insert(sheet.placeOf("conditionalFormatting", ORDER), ours.toString());
    }
  }

  /** The rules that are not ours. */
  private static List<Node> removeOurs(XmlText sheet, Node format) {
    List<Node> rules = sheet.children(format, "cfRule");
    List<Node> others = rules.stream().filter(rule -> !isOurs(sheet, rule)).toList();
    if (others.isEmpty() && !rules.isEmpty()) {
      sheet.delete(format);
    } else if (others.size() < rules.size()) {
      rules.stream().filter(rule -> !others.contains(rule)).forEach(sheet::delete);
    }
    return others;
  }

  private static boolean isOurs(XmlText sheet, Node rule) {
    Node formula = sheet.child(rule, "formula");
    return formula != null && sheet.text(formula).strip().equals(SIGNATURE);
  }

  private static List<Node> extensions(XmlText sheet, Node list) {
    List<Node> rules = new ArrayList<>();
    for (Node extension : sheet.children(list, "ext")) {
      for (Node formats : sheet.children(extension, "conditionalFormattings")) {
        for (Node format : sheet.children(formats, "conditionalFormatting")) {
          rules.addAll(sheet.children(format, "cfRule"));
        }
      }
    }
    return rules;
  }

  private static void giveWay(XmlText sheet, Node rule, int places) {
    String priority = sheet.attribute(rule, PRIORITY);
    if (priority != null && priority.matches("[0-9]{1,9}")) {
      int later = Integer.parseInt(priority) + places;
      sheet.setAttribute(rule, PRIORITY, String.valueOf(later));
    }
  }

  /** The cells, those that stand below each other being one range. */
  private static List<CellRangeAddress> ranges(List<CellAddress> cells) {
    List<CellRangeAddress> ranges = new ArrayList<>();
    cells.stream()
        .sorted(
            Comparator.comparingInt(CellAddress::getColumn).thenComparingInt(CellAddress::getRow))
        .forEach(
            cell -> {
              CellRangeAddress last = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
              if (last != null
                  && last.getFirstColumn() == cell.getColumn()
                  && last.getLastRow() + 1 == cell.getRow()) {
                last.setLastRow(cell.getRow());
              } else {
                ranges.add(
                    new CellRangeAddress(
                        cell.getRow(), cell.getRow(), cell.getColumn(), cell.getColumn()));
              }
            });
    return ranges;
  }
}
