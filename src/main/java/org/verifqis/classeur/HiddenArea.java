package org.verifqis.classeur;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Feuille;
import org.verifqis.modele.Releve.Nature;

/** What a sheet hides of its table, or of its fields (LEC-08). */
public final class HiddenArea {
  private final BitSet rows = new BitSet();
  private final BitSet columns = new BitSet();
  private int firstRow = Integer.MAX_VALUE;
  private int lastRow;
  private int firstColumn = Integer.MAX_VALUE;
  private int lastColumn;

  /** A row that people do not see. */
  public void hideRow(int row) {
    rows.set(row);
  }

  /** Columns that people do not see. */
  public void hideColumns(int first, int last) {
    columns.set(first, Math.min(last, Refs.COLUMNS) + 1);
  }

  /** Says that a cell belongs to the table. */
  public void cover(int row, int column) {
    firstRow = Math.min(firstRow, row);
    lastRow = Math.max(lastRow, row);
    firstColumn = Math.min(firstColumn, column);
    lastColumn = Math.max(lastColumn, column);
  }

  /** Notes what is hidden: one anomaly a sheet. */
  public void report(Feuille sheet, boolean sheetHidden, Readings readings) {
    readings.examine(Nature.CONTENU_MASQUE);
    String detail = detail(sheetHidden);
    if (detail != null) {
      readings.note(Nature.CONTENU_MASQUE, detail, List.of(Emplacement.feuille(sheet)), Map.of());
    }
  }

  /** Which of the messages tells what is hidden; null where nothing is. */
  public String detail(boolean sheetHidden) {
    if (sheetHidden) {
      return "feuille";
    }
    boolean any = hides(rows, firstRow, lastRow) || hides(columns, firstColumn, lastColumn);
    return any ? "lignes" : null;
  }

  private static boolean hides(BitSet hidden, int first, int last) {
    int next = first > last ? -1 : hidden.nextSetBit(first);
    return next >= 0 && next <= last;
  }
}
