package org.verifqis.ecriture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormattingRule;
import org.apache.poi.xssf.usermodel.XSSFPatternFormatting;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFSheetConditionalFormatting;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCfRule;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTConditionalFormatting;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTWorksheet;
import org.verifqis.rapport.Annotation.Ton;

/**
 * The marks of a sheet: colours and comments. Cells are coloured by a conditional format that bears
 * our name. Their own style stays as it is, so the marks come off without a trace, even once people
 * have moved rows or another program has saved the file.
 */
final class Marks {
  /** Always true; its only use is to be found again. */
  private static final String SIGNATURE = "LEN(\"verifqis\")>0";

  private static final String HEAD = "[verifqis]";
  private static final int RANGES_PER_RULE = 500;

  /** Light enough for black text (contrast over 12 to 1). */
  private static final Map<Ton, Integer> COLOURS =
      Map.of(
          Ton.BLOQUANT, 0xF28B82,
          Ton.GRAVE, 0xF8C1BC,
          Ton.ATTENTION, 0xFFE08A,
          Ton.INFORMATION, 0xC9DFF7,
          Ton.ACCEPTE, 0xDDE3E8);

  private Marks() {}

  static XSSFColor colour(Ton tone) {
    int rgb = COLOURS.get(tone);
    return new XSSFColor(new byte[] {(byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb});
  }

  /** Takes all our marks off a sheet. */
  static void remove(XSSFSheet sheet) {
    removeColours(sheet.getCTWorksheet());
    List<CellAddress> ours = new ArrayList<>();
    sheet
        .getCellComments()
        .forEach(
            (address, comment) -> {
              if (comment.getString() != null && comment.getString().getString() != null) {
                String text = comment.getString().getString();
                int head = text.indexOf(HEAD);
                if (head == 0) {
                  ours.add(address);
                } else if (head > 0) {
                  comment.setString(upTo(comment.getString(), text, head));
                }
              }
            });
    ours.forEach(address -> remove(sheet, address));
  }

  private static void remove(XSSFSheet sheet, CellAddress address) {
    if (sheet.getRow(address.getRow()) == null) {
      sheet.createRow(address.getRow());
    }
    var row = sheet.getRow(address.getRow());
    var cell = row.getCell(address.getColumn());
    if (cell == null) {
      cell = row.createCell(address.getColumn());
      cell.removeCellComment();
      row.removeCell(cell);
    } else {
      cell.removeCellComment();
    }
  }

  /** What a person wrote before our head, in the letters that it was written in. */
  private static XSSFRichTextString upTo(XSSFRichTextString text, String plain, int head) {
    int end = plain.substring(0, head).stripTrailing().length();
    XSSFRichTextString kept = new XSSFRichTextString();
    if (text.numFormattingRuns() == 0) {
      kept.setString(plain.substring(0, end));
      return kept;
    }
    for (int i = 0; i < text.numFormattingRuns(); i++) {
      int start = text.getIndexOfFormattingRun(i);
      int stop = Math.min(end, start + text.getLengthOfFormattingRun(i));
      if (start < stop) {
        kept.append(plain.substring(start, stop), text.getFontOfFormattingRun(i));
      }
    }
    return kept;
  }

  private static void removeColours(CTWorksheet sheet) {
    for (int i = sheet.sizeOfConditionalFormattingArray() - 1; i >= 0; i--) {
      CTConditionalFormatting format = sheet.getConditionalFormattingArray(i);
      for (int j = format.sizeOfCfRuleArray() - 1; j >= 0; j--) {
        CTCfRule rule = format.getCfRuleArray(j);
        if (rule.sizeOfFormulaArray() > 0 && rule.getFormulaArray(0).equals(SIGNATURE)) {
          format.removeCfRule(j);
        }
      }
      if (format.sizeOfCfRuleArray() == 0) {
        sheet.removeConditionalFormatting(i);
      }
    }
  }

  /** Colours cells, over any colour that the workbook itself gives them. */
  static void colour(XSSFSheet sheet, Ton tone, List<CellAddress> cells) {
    XSSFSheetConditionalFormatting formats = sheet.getSheetConditionalFormatting();
    List<CellRangeAddress> ranges = ranges(cells);
    for (int i = 0; i < ranges.size(); i += RANGES_PER_RULE) {
      List<CellRangeAddress> some = ranges.subList(i, Math.min(ranges.size(), i + RANGES_PER_RULE));
      for (CTConditionalFormatting other : sheet.getCTWorksheet().getConditionalFormattingArray()) {
        for (CTCfRule rule : other.getCfRuleArray()) {
          rule.setPriority(rule.getPriority() + 1);
        }
      }
      XSSFConditionalFormattingRule rule = formats.createConditionalFormattingRule(SIGNATURE);
      XSSFPatternFormatting pattern = rule.createPatternFormatting();
      pattern.setFillBackgroundColor(colour(tone));
      pattern.setFillPattern(PatternFormatting.SOLID_FOREGROUND);
      int added = formats.addConditionalFormatting(some.toArray(new CellRangeAddress[0]), rule);
      putFirst(sheet.getCTWorksheet(), added);
    }
  }

  /** Excel goes by the priority, LibreOffice by the place. */
  private static void putFirst(CTWorksheet sheet, int index) {
    CTConditionalFormatting first = sheet.insertNewConditionalFormatting(0);
    first.set(sheet.getConditionalFormattingArray(index + 1));
    first.getCfRuleArray(0).setPriority(1);
    sheet.removeConditionalFormatting(index + 1);
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

  /** Says something in the comment of a cell, after what a person wrote there. */
  static void note(XSSFSheet sheet, CellAddress cell, String text) {
    XSSFComment comment = sheet.getCellComment(cell);
    String said = HEAD + "\n" + text;
    if (comment == null) {
      CellNotes.add(sheet, cell.getRow(), cell.getColumn(), new XSSFRichTextString(said));
    } else {
      XSSFRichTextString both = comment.getString();
      both.append("\n\n" + said);
      comment.setString(both);
    }
  }
}
