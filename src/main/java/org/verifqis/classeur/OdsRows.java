package org.verifqis.classeur;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DateUtil;
import org.verifqis.classeur.RawCell.Shape;
import org.verifqis.classeur.Refs.Range;
import org.verifqis.modele.Refus.Motif;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/**
 * Reads the rows of a sheet of an .ods. Rows and cells that are alike are told once, with how often
 * they come: that is held to limits, as a few bytes can tell a million.
 */
final class OdsRows extends OdsHandler {
  private static final String CALC =
      "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0";

  /** What formulas give where they give no value, as LibreOffice and Excel show it. */
  private static final Pattern ERROR =
      Pattern.compile("#(?:REF|DIV/0|VALUE|NUM|NULL) ?!|#N/A|#NAME\\?|Err:\\d{1,5}");

  private static final Pattern FORMULA_LANGUAGE = Pattern.compile("^[a-z]{1,10}:=|^=");
  private static final double SECONDS_OF_DAY = 86_400;

  /** No date is older in a workbook of Excel. */
  private static final int FIRST_YEAR = 1900;

  private static final int LAST_YEAR = 9999;

  /** Cells told to a consumer, copies too: beyond any table of the largest number of rows. */
  private static final int MOST_CELLS = 20_000_000;

  private final WorkbookFile.Sheet sheet;
  private final int wanted;
  private final TextBudget budget;
  private final Merges merges;
  private final int maxRows;
  private final SheetRows.Consumer consumer;
  private final OdsText text;

  private boolean inSheet;
  private boolean inRow;
  private boolean inCell;

  /** How deep the parser is in something that is left alone; 0 outside. */
  private int leftAlone;

  /** How deep the parser is in a paragraph; 0 outside. */
  private int inParagraph;

  private int column;
  private int row;
  private int rowsRepeated;
  private boolean rowHidden;
  private int rowsHoldingCell;
  private int cellsTold;
  private List<RawCell> cells = new ArrayList<>();
  private final List<Range> spans = new ArrayList<>();

  private int cellsRepeated;
  private boolean covered;
  private int columnsSpanned;
  private int rowsSpanned;
  private String type;
  private String value;
  private String formula;
  private boolean error;

  OdsRows(
      WorkbookFile.Sheet sheet,
      TextBudget budget,
      Merges merges,
      int maxRows,
      SheetRows.Consumer consumer) {
    this.sheet = sheet;
    this.wanted = Integer.parseInt(sheet.target());
    this.budget = budget;
    this.merges = merges;
    this.maxRows = maxRows;
    this.consumer = consumer;
    this.text = new OdsText(budget);
  }

  @Override
  protected void sheet(int rank, Attributes attributes) {
    inSheet = rank == wanted;
    column = 0;
  }

  @Override
  protected void start(String uri, String name, Attributes attributes) {
    if (!inSheet) {
      return;
    }
    if (leftAlone > 0) {
      leftAlone++;
    } else if (inCell) {
      startContent(uri, name, attributes);
    } else if (uri.equals(TABLE)) {
      startPart(name, attributes);
    } else {
      leftAlone++;
    }
  }

  private void startPart(String name, Attributes attributes) {
    switch (name) {
      case "table-column" -> columns(attributes);
      case "table-row" -> startRow(attributes);
      case "table-cell", "covered-table-cell" -> {
        if (inRow) {
          startCell(name.startsWith("covered"), attributes);
        }
      }
      case "table-columns",
          "table-header-columns",
          "table-column-group",
          "table-rows",
          "table-header-rows",
          "table-row-group" -> {
        // What is in them is looked at.
      }
      default -> leftAlone++;
    }
  }

  /** Columns come before the rows. */
  private void columns(Attributes attributes) {
    int repeated = number(attributes.getValue(TABLE, "number-columns-repeated"), 1);
    int first = column + 1;
    column = Math.min(Refs.COLUMNS, column + repeated);
    if (isHidden(attributes) && first <= column) {
      consumer.hiddenColumns(first, column);
    }
  }

  private static boolean isHidden(Attributes attributes) {
    String visibility = attributes.getValue(TABLE, "visibility");
    return "collapse".equals(visibility) || "filter".equals(visibility);
  }

  private void startRow(Attributes attributes) {
    inRow = true;
    rowsRepeated = number(attributes.getValue(TABLE, "number-rows-repeated"), 1);
    rowHidden = isHidden(attributes);
    column = 0;
    cells = new ArrayList<>();
    spans.clear();
  }

  private void startCell(boolean isCovered, Attributes attributes) {
    inCell = true;
    covered = isCovered;
    cellsRepeated = number(attributes.getValue(TABLE, "number-columns-repeated"), 1);
    columnsSpanned = number(attributes.getValue(TABLE, "number-columns-spanned"), 1);
    rowsSpanned = number(attributes.getValue(TABLE, "number-rows-spanned"), 1);
    type = Objects.requireNonNullElse(attributes.getValue(OFFICE, "value-type"), "");
    error = "error".equals(attributes.getValue(CALC, "value-type"));
    formula = attributes.getValue(TABLE, "formula");
    value =
        switch (type) {
          case "float", "percentage", "currency" -> attributes.getValue(OFFICE, "value");
          case "date" -> attributes.getValue(OFFICE, "date-value");
          case "time" -> attributes.getValue(OFFICE, "time-value");
          case "boolean" -> attributes.getValue(OFFICE, "boolean-value");
          case "string" -> attributes.getValue(OFFICE, "string-value");
          default -> null;
        };
    text.clear();
  }

  /** Comments and drawings lie in cells too. */
  private void startContent(String uri, String name, Attributes attributes) {
    boolean paragraph = uri.equals(TEXT) && (name.equals("p") || name.equals("h"));
    boolean aside = !uri.equals(TEXT) || name.equals("ruby-text") || name.equals("note");
    if (aside || inParagraph == 0 && !paragraph) {
      leftAlone++;
      return;
    }
    if (inParagraph++ == 0) {
      text.paragraph();
    } else {
      text.start(name, attributes);
    }
  }

  @Override
  protected void text(char[] chars, int start, int length) {
    if (inParagraph > 0 && leftAlone == 0) {
      text.characters(chars, start, length);
    }
  }

  @Override
  protected void end(String uri, String name) throws SAXException {
    if (!inSheet) {
      return;
    }
    if (leftAlone > 0) {
      leftAlone--;
    } else if (inParagraph > 0) {
      inParagraph--;
    } else if (inCell) {
      inCell = false;
      endCell();
    } else if (atSheet(uri, name)) {
      throw new Xml.Enough();
    } else if (name.equals("table-row")) {
      inRow = false;
      endRow();
    }
  }

  private void endCell() {
    int first = column + 1;
    column = Math.min(Refs.COLUMNS + 1, column + cellsRepeated);
    if (covered) {
      return;
    }
    if (columnsSpanned > 1 || rowsSpanned > 1) {
      span(first);
    }
    RawCell cell = cell(first);
    if (cell == null || cell.isEmpty()) {
      return;
    }
    if (column > Refs.COLUMNS) {
      throw new FichierRefuse(Motif.CORROMPU);
    }
    for (int place = first; place <= column; place++) {
      cells.add(place == first ? cell : cell.at(place));
    }
  }

  private void span(int first) {
    if (first <= Refs.COLUMNS) {
      int lastColumn = Math.min(Refs.COLUMNS, first + columnsSpanned - 1);
      spans.add(new Range(1, first, rowsSpanned, lastColumn));
    }
  }

  private RawCell cell(int place) {
    String shown = text.take();
    if (error || formula != null && ERROR.matcher(shown).matches()) {
      return RawCell.error(place, shown);
    }
    boolean stored = value != null || !type.isEmpty() && type.equals("string") || !shown.isEmpty();
    if (formula != null && !stored) {
      return RawCell.unresolved(place, FORMULA_LANGUAGE.matcher(formula).replaceFirst(""));
    }
    if (value == null || type.equals("string")) {
      String told = value == null ? shown : value;
      budget.checkLength(told.length());
      return told.isEmpty() ? null : RawCell.text(place, told);
    }
    return switch (type) {
      case "percentage" -> RawCell.digits(place, value, Shape.PERCENT, false);
      case "date" -> date(place);
      case "time" -> time(place);
      case "boolean" -> RawCell.bool(place, value.equals("true"));
      default -> RawCell.digits(place, value, Shape.PLAIN, false);
    };
  }

  /** A date as the number that Excel has for it. */
  private RawCell date(int place) {
    try {
      LocalDateTime moment =
          value.contains("T") ? LocalDateTime.parse(value) : LocalDate.parse(value).atStartOfDay();
      if (moment.getYear() >= FIRST_YEAR && moment.getYear() <= LAST_YEAR) {
        return RawCell.number(place, DateUtil.getExcelDate(moment, false), Shape.DATE, false);
      }
    } catch (DateTimeException e) {
      // It stays what it says.
    }
    return new RawCell(place, RawCell.Kind.ISO_DATE, value, 0, Shape.PLAIN, false);
  }

  private RawCell time(int place) {
    try {
      double days = Duration.parse(value).toSeconds() / SECONDS_OF_DAY;
      return RawCell.number(place, RawCell.shownNumber(days), Shape.DATE, false);
    } catch (DateTimeException | ArithmeticException e) {
      return new RawCell(place, RawCell.Kind.ISO_DATE, value, 0, Shape.PLAIN, false);
    }
  }

  private void endRow() {
    if (cells.isEmpty()) {
      for (int i = 0; rowHidden && i < rowsRepeated && row + i < Refs.ROWS; i++) {
        merges.row(row + i + 1);
        consumer.row(row + i + 1, true, List.of());
      }
      addSpans();
      row = Math.min(Refs.ROWS, row + Math.min(Refs.ROWS, rowsRepeated));
      return;
    }
    for (int i = 0; i < rowsRepeated; i++) {
      tell(i == rowsRepeated - 1 ? cells : new ArrayList<>(cells));
    }
  }

  /** Merges that begin in the next row. */
  private void addSpans() {
    for (Range span : spans) {
      int last = (int) Math.min(Refs.ROWS, (long) row + span.lastRow());
      merges.add(new Range(row + 1, span.firstColumn(), last, span.lastColumn()));
    }
  }

  private void tell(List<RawCell> told) {
    if (row == Refs.ROWS) {
      throw new FichierRefuse(Motif.CORROMPU);
    }
    if (++rowsHoldingCell > maxRows) {
      throw new FichierRefuse(Motif.TROP_DE_LIGNES, sheet.name(), maxRows);
    }
    cellsTold += told.size();
    if (cellsTold > MOST_CELLS) {
      throw new FichierRefuse(Motif.DEMESURE);
    }
    told.forEach(
        cell -> {
          if (cell.text() != null) {
            budget.lookAt(cell.text().length());
          }
        });
    addSpans();
    row++;
    merges.row(row);
    told.removeIf(cell -> merges.covers(cell.column()));
    consumer.row(row, rowHidden, told);
  }

  /** A count; a hostile one is no larger than a sheet. */
  static int number(String digits, int otherwise) {
    try {
      return digits == null
          ? otherwise
          : Math.max(1, Math.min(Refs.ROWS, Integer.parseInt(digits)));
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }
}
