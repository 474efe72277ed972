package org.verifqis.classeur;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MulRKRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.RKRecord;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.ss.usermodel.FormulaError;
import org.verifqis.modele.Refus.Motif;

/** Reads the rows of a sheet of an .xls. */
final class XlsRows {
  /** A sheet whose cells come in no order is gathered first; no large one is made like that. */
  private static final int MOST_GATHERED = 1_000_000;

  private final XlsFile workbook;
  private final WorkbookFile.Sheet sheet;
  private final XlsLayout layout;
  private final Merges merges;
  private final int maxRows;
  private final SheetRows.Consumer consumer;

  /** Cells by row, where they come in no order. */
  private final Map<Integer, List<RawCell>> gathered = new TreeMap<>();

  private int cellsGathered;
  private List<RawCell> cells = new ArrayList<>();
  private int row;
  private int rowsHoldingCell;
  private int rowsTold;

  /** What one record tells: cells of one row, from 1. */
  private final List<RawCell> decoded = new ArrayList<>();

  private int decodedRow;

  /** The formula whose text is told by a record of its own; null where none is awaited. */
  private FormulaRecord awaiting;

  XlsRows(
      XlsFile workbook,
      WorkbookFile.Sheet sheet,
      XlsLayout layout,
      Merges merges,
      int maxRows,
      SheetRows.Consumer consumer) {
    this.workbook = workbook;
    this.sheet = sheet;
    this.layout = layout;
    this.merges = merges;
    this.maxRows = maxRows;
    this.consumer = consumer;
  }

  void read(XlsRecords records) {
    layout.columns().forEach(c -> consumer.hiddenColumns(c.firstColumn(), c.lastColumn()));
    while (XlsRecords.strictly(() -> decode(records))) {
      decoded.forEach(cell -> add(decodedRow, cell));
    }
    tell(row, cells);
    gathered.forEach(this::tell);
    tellHidden(Refs.ROWS + 1);
  }

  /** The cells that the next record tells; false at the end. */
  private boolean decode(XlsRecords records) {
    decoded.clear();
    boolean more = records.next();
    if (more) {
      decode(records.kind(), records.in());
    }
    return more;
  }

  private void decode(short kind, RecordInputStream in) {
    switch (kind) {
      case NumberRecord.sid -> {
        NumberRecord cell = new NumberRecord(in);
        number(cell.getRow(), cell.getColumn(), cell.getXFIndex(), cell.getValue());
      }
      case RKRecord.sid -> {
        RKRecord cell = new RKRecord(in);
        number(cell.getRow(), cell.getColumn(), cell.getXFIndex(), cell.getRKNumber());
      }
      case MulRKRecord.sid -> {
        MulRKRecord several = new MulRKRecord(in);
        for (int i = 0; i < several.getNumColumns(); i++) {
          int column = several.getFirstColumn() + i;
          number(several.getRow(), column, several.getXFAt(i), several.getRKNumberAt(i));
        }
      }
      case LabelSSTRecord.sid -> {
        LabelSSTRecord cell = new LabelSSTRecord(in);
        String text = workbook.text(cell.getSSTIndex());
        tells(cell, text == null ? RawCell.error(column(cell), "#REF!") : shared(cell, text));
      }
      case LabelRecord.sid -> {
        LabelRecord cell = new LabelRecord(in);
        tells(cell, kept(cell, cell.getValue()));
      }
      case BoolErrRecord.sid -> {
        BoolErrRecord cell = new BoolErrRecord(in);
        boolean bool = cell.isBoolean();
        tells(
            cell,
            bool
                ? RawCell.bool(column(cell), cell.getBooleanValue())
                : error(cell, cell.getErrorValue()));
      }
      case FormulaRecord.sid -> formula(new FormulaRecord(in));
      case StringRecord.sid -> {
        if (awaiting != null) {
          tells(awaiting, kept(awaiting, new StringRecord(in).getString()));
          awaiting = null;
        }
      }
      default -> {}
    }
  }

  private void formula(FormulaRecord cell) {
    awaiting = cell.hasCachedResultString() ? cell : null;
    switch (cell.getCachedResultTypeEnum()) {
      case NUMERIC -> number(cell.getRow(), cell.getColumn(), cell.getXFIndex(), cell.getValue());
      case BOOLEAN -> tells(cell, RawCell.bool(column(cell), cell.getCachedBooleanValue()));
      case ERROR -> tells(cell, error(cell, cell.getCachedErrorValue()));
      default -> {
        // A text, told by the next record; or an empty one.
      }
    }
  }

  private static int column(CellValueRecordInterface cell) {
    return (cell.getColumn() & 0xFFFF) + 1;
  }

  private void number(int row, int column, int style, double number) {
    int place = (column & 0xFFFF) + 1;
    RawCell.Shape shape = workbook.styles().of(style & 0xFFFF);
    boolean finite = Double.isFinite(number);
    tells(
        row,
        finite
            ? RawCell.number(place, RawCell.shownNumber(number), shape, workbook.date1904())
            : RawCell.error(place, FormulaError.NUM.getString()));
  }

  private static RawCell error(CellValueRecordInterface cell, int code) {
    boolean known = FormulaError.isValidCode(code);
    return RawCell.error(column(cell), known ? FormulaError.forInt(code).getString() : "#" + code);
  }

  /** A text that cells share. */
  private RawCell shared(CellValueRecordInterface cell, String text) {
    workbook.budget().lookAt(text.length());
    return RawCell.text(column(cell), text);
  }

  private RawCell kept(CellValueRecordInterface cell, String text) {
    workbook.budget().spend(text.length());
    return RawCell.text(column(cell), text);
  }

  private void tells(CellValueRecordInterface cell, RawCell content) {
    tells(cell.getRow(), content);
  }

  private void tells(int index, RawCell cell) {
    if (cell.column() > Refs.COLUMNS) {
      throw new FichierRefuse(Motif.CORROMPU);
    }
    decodedRow = index + 1;
    decoded.add(cell);
  }

  private void add(int number, RawCell cell) {
    if (!layout.ordered()) {
      if (++cellsGathered > MOST_GATHERED) {
        throw new FichierRefuse(Motif.DEMESURE);
      }
      gathered.computeIfAbsent(number, n -> new ArrayList<>()).add(cell);
      return;
    }
    if (number != row) {
      tell(row, cells);
      row = number;
      cells = new ArrayList<>();
    }
    cells.add(cell);
  }

  private void tell(int number, List<RawCell> found) {
    if (found.isEmpty()) {
      return;
    }
    if (++rowsHoldingCell > maxRows) {
      throw new FichierRefuse(Motif.TROP_DE_LIGNES, sheet.name(), maxRows);
    }
    tellHidden(number);
    rowsTold = number;
    found.sort(Comparator.comparingInt(RawCell::column));
    for (int i = 1; i < found.size(); i++) {
      if (found.get(i).column() == found.get(i - 1).column()) {
        // What would be the value of a cell that stands twice?
        throw new FichierRefuse(Motif.CORROMPU);
      }
    }
    merges.row(number);
    found.removeIf(cell -> cell.isEmpty() || merges.covers(cell.column()));
    consumer.row(number, layout.rows().get(number), found);
  }

  /** The hidden rows before one that hold nothing: they may lie within a table all the same. */
  private void tellHidden(int before) {
    int hidden = layout.rows().nextSetBit(rowsTold + 1);
    for (; hidden >= 0 && hidden < before; hidden = layout.rows().nextSetBit(hidden + 1)) {
      merges.row(hidden);
      consumer.row(hidden, true, List.of());
    }
  }
}
