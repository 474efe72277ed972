package org.verifqis.classeur;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.ColumnInfoRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.MulRKRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.RKRecord;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.ss.util.CellRangeAddress;
import org.verifqis.classeur.Refs.Range;
import org.verifqis.modele.Refus.Motif;

/**
 * What an .xls tells of a sheet besides its cells, some of it after them.
 *
 * @param ranges its merged ranges
 * @param columns ranges of columns that people do not see, from 1
 * @param rows rows that people do not see, from 1
 * @param ordered whether its cells come row by row; some programs write them as they please
 */
record XlsLayout(List<Range> ranges, List<Range> columns, BitSet rows, boolean ordered) {
  static XlsLayout read(XlsRecords records) {
    List<Range> ranges = new ArrayList<>();
    List<Range> columns = new ArrayList<>();
    BitSet rows = new BitSet();
    boolean ordered = true;
    int last = 0;
    while (records.next()) {
      switch (records.kind()) {
        case MergeCellsRecord.sid -> merge(new MergeCellsRecord(records.in()), ranges);
        case ColumnInfoRecord.sid -> {
          ColumnInfoRecord column = new ColumnInfoRecord(records.in());
          if (column.getHidden() && column.getLastColumn() >= column.getFirstColumn()) {
            columns.add(new Range(1, column.getFirstColumn() + 1, 1, column.getLastColumn() + 1));
          }
        }
        case RowRecord.sid -> {
          RowRecord row = new RowRecord(records.in());
          if (row.getZeroHeight() || row.getHeight() == 0) {
            rows.set(row.getRowNumber() + 1);
          }
        }
        case NumberRecord.sid,
            RKRecord.sid,
            MulRKRecord.sid,
            LabelSSTRecord.sid,
            LabelRecord.sid,
            BoolErrRecord.sid,
            FormulaRecord.sid -> {
          int row = records.in().readUShort();
          ordered &= row >= last;
          last = row;
        }
        default -> {}
      }
    }
    return new XlsLayout(ranges, columns, rows, ordered);
  }

  private static void merge(MergeCellsRecord merge, List<Range> ranges) {
    for (int i = 0; i < merge.getNumAreas(); i++) {
      CellRangeAddress area = merge.getAreaAt(i);
      if (ranges.size() == Merges.MOST_RANGES) {
        throw new FichierRefuse(Motif.DEMESURE);
      }
      ranges.add(
          new Range(
              area.getFirstRow() + 1,
              area.getFirstColumn() + 1,
              area.getLastRow() + 1,
              area.getLastColumn() + 1));
    }
  }

  /** Its merged ranges, to be gone through once. */
  Merges merges() {
    Merges merges = new Merges();
    ranges.forEach(merges::add);
    merges.sort();
    return merges;
  }
}
