package org.verifqis.classeur;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.verifqis.classeur.Refs.Range;
import org.verifqis.modele.Refus.Motif;
import org.xml.sax.Attributes;

/** Reads the rows of a part that holds a sheet. */
final class XlsxRows extends Xml.Handler {
  /** More than any table has: the cells of further ones count as they stand. */
  private static final int MOST_ARRAYS = 100;

  private static final int WIDEST_ARRAY = 100;

  /** A formula without a result that is to fill several cells. */
  private record ArrayFormula(Range range, String formula) {}

  private final XlsxFile workbook;
  private final WorkbookFile.Sheet sheet;
  private final Merges merges;
  private final int maxRows;
  private final SheetRows.Consumer consumer;

  private final RichText inline;
  private final StringBuilder value = new StringBuilder();
  private final StringBuilder formula = new StringBuilder();
  private List<RawCell> cells = new ArrayList<>();
  private final BitSet columns = new BitSet();
  private final List<ArrayFormula> arrays = new ArrayList<>();
  private boolean inRow;
  private boolean inCell;
  private int row;
  private int column;
  private boolean rowHidden;
  private boolean rowHoldsCell;
  private int rowsHoldingCell;
  private String type;
  private int style;
  private boolean hasFormula;
  private String arrayRange;
  private boolean hasValue;
  private boolean inValue;
  private boolean inFormula;

  XlsxRows(
      XlsxFile workbook,
      WorkbookFile.Sheet sheet,
      Merges merges,
      int maxRows,
      SheetRows.Consumer consumer) {
    this.workbook = workbook;
    this.sheet = sheet;
    this.merges = merges;
    this.maxRows = maxRows;
    this.consumer = consumer;
    this.inline = new RichText(workbook.budget());
  }

  @Override
  protected void start(String name, Attributes attributes) {
    switch (name) {
      case "col" -> startColumns(attributes);
      case "row" -> startRow(attributes);
      case "c" -> {
        if (inRow) {
          startCell(attributes);
        }
      }
      default -> {
        if (inCell) {
          startContent(name, attributes);
        }
      }
    }
  }

  private void startContent(String name, Attributes attributes) {
    switch (name) {
      case "v" -> {
        inValue = true;
        hasValue = true;
      }
      case "f" -> {
        inFormula = true;
        hasFormula = true;
        arrayRange = attributes.getValue("t") == null ? null : attributes.getValue("ref");
      }
      case "is" -> hasValue = true;
      default -> inline.start(name);
    }
  }

  private void startColumns(Attributes attributes) {
    int first = integer(attributes.getValue("min"));
    int last = integer(attributes.getValue("max"));
    if (Xml.isTrue(attributes.getValue("hidden")) && first > 0 && last >= first) {
      consumer.hiddenColumns(first, last);
    }
  }

  private void startRow(Attributes attributes) {
    String ref = attributes.getValue("r");
    int number = ref == null ? row + 1 : Refs.row(ref);
    if (number <= row || number > Refs.ROWS) {
      // Excel calls that damaged too; and what would be the value of a cell that stands twice?
      throw new FichierRefuse(Motif.CORROMPU);
    }
    row = number;
    inRow = true;
    merges.row(row);
    columns.clear();
    rowHidden = Xml.isTrue(attributes.getValue("hidden")) || isZero(attributes.getValue("ht"));
    rowHoldsCell = false;
    column = 0;
    cells = new ArrayList<>();
  }

  private void startCell(Attributes attributes) {
    String ref = attributes.getValue("r");
    column = ref == null ? column + 1 : Refs.column(ref);
    boolean inPlace = ref == null || Refs.row(ref) == row;
    if (!inPlace || column == 0 || column > Refs.COLUMNS || columns.get(column)) {
      throw new FichierRefuse(Motif.CORROMPU);
    }
    columns.set(column);
    inCell = true;
    type = attributes.getValue("t");
    style = integer(attributes.getValue("s"));
    hasFormula = false;
    arrayRange = null;
    hasValue = false;
    value.setLength(0);
    formula.setLength(0);
    inline.clear();
    if (!rowHoldsCell) {
      rowHoldsCell = true;
      if (++rowsHoldingCell > maxRows) {
        throw new FichierRefuse(Motif.TROP_DE_LIGNES, sheet.name(), maxRows);
      }
    }
  }

  @Override
  protected void end(String name) {
    switch (name) {
      case "v" -> inValue = false;
      case "f" -> inFormula = false;
      case "c" -> {
        if (inCell) {
          endCell();
        }
        inCell = false;
      }
      case "row" -> {
        inRow = false;
        addArrayCells();
        cells.sort(Comparator.comparingInt(RawCell::column));
        consumer.row(row, rowHidden, cells);
      }
      default -> inline.end(name);
    }
  }

  private void endCell() {
    if (merges.covers(column)) {
      return;
    }
    RawCell cell = cell();
    if (cell != null && !cell.isEmpty()) {
      cells.add(cell);
    }
  }

  private RawCell cell() {
    boolean textResult = "str".equals(type);
    boolean stored = hasValue && (textResult || !value.toString().isBlank());
    if (hasFormula && !stored) {
      if (arrayRange != null) {
        noteArray(Refs.range(arrayRange));
      }
      return workbook.formulas().calculate(sheet.name(), row, column, formula.toString());
    }
    if (!stored && !"inlineStr".equals(type)) {
      // An empty element, whatever the type says of it.
      return null;
    }
    String content = value.toString();
    return switch (type == null ? "n" : type) {
      case "s" -> shared(content);
      case "str" -> kept(RichText.decode(content));
      case "inlineStr" -> kept(inline.take());
      case "b" -> RawCell.bool(column, Xml.isTrue(content.trim()));
      case "e" -> RawCell.error(column, content);
      case "d" ->
          new RawCell(column, RawCell.Kind.ISO_DATE, content, 0, RawCell.Shape.PLAIN, false);
      default -> number(content);
    };
  }

  /** Only the first cell of an array formula tells it; none of them has a result. */
  private void noteArray(Range range) {
    if (range != null && arrays.size() < MOST_ARRAYS) {
      arrays.add(new ArrayFormula(range, formula.toString()));
    }
  }

  /** The cells of the row that a formula of several cells is to fill, and that hold nothing. */
  private void addArrayCells() {
    arrays.removeIf(array -> array.range.lastRow() < row);
    for (ArrayFormula array : arrays) {
      BitSet filled = new BitSet();
      cells.forEach(cell -> filled.set(cell.column()));
      Range range = array.range;
      int last = Math.min(range.lastColumn(), range.firstColumn() + WIDEST_ARRAY);
      for (int c = range.firstColumn(); c <= last; c++) {
        if (!filled.get(c) && !merges.covers(c)) {
          RawCell cell = workbook.formulas().calculate(sheet.name(), row, c, array.formula);
          if (!cell.isEmpty()) {
            cells.add(cell);
          }
        }
      }
    }
  }

  private RawCell shared(String index) {
    String text = workbook.strings().get(index);
    if (text == null) {
      return RawCell.error(column, "#REF!");
    }
    workbook.budget().lookAt(text.length());
    return RawCell.text(column, text);
  }

  private RawCell kept(String text) {
    workbook.budget().spend(text.length());
    return RawCell.text(column, text);
  }

  private RawCell number(String content) {
    return RawCell.digits(column, content, workbook.styles().of(style), workbook.date1904());
  }

  /** Whether a height is none, which hides the row as well. */
  private static boolean isZero(String height) {
    try {
      return height != null && Double.parseDouble(height) == 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static int integer(String text) {
    try {
      return text == null ? 0 : Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  @Override
  protected void text(char[] chars, int start, int length) {
    if (inValue) {
      workbook.budget().checkLength(value.length() + length);
      value.append(chars, start, length);
    } else if (inFormula) {
      workbook.budget().checkLength(formula.length() + length);
      formula.append(chars, start, length);
    } else if (inCell) {
      inline.characters(chars, start, length);
    }
  }
}
