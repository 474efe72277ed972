package org.verifqis.classeur;

import java.io.IOException;
import java.util.List;
import org.xml.sax.SAXException;

/**
 * The rows of a sheet, read as a stream: the cells that hold something, those that a merge covers
 * being left out.
 */
public final class SheetRows {
  /** What the rows are given to. */
  public interface Consumer {
    /** Columns that people do not see. Comes before the rows. */
    void hiddenColumns(int first, int last);

    /** A row and its cells that hold something, in the order of their columns. */
    void row(int row, boolean hidden, List<RawCell> cells);
  }

  /** What a consumer throws that has seen enough. */
  public static final class Stop extends RuntimeException {
    /** One without a trace, which nobody looks at. */
    public Stop() {
      super("enough", null, false, false);
    }
  }

  private SheetRows() {}

  /**
   * Reads all the rows of a sheet. Throws FichierRefuse when it has too many.
   *
   * @param merges those of the sheet, gone through along with the rows
   * @param maxRows how many rows may hold a cell
   */
  public static void read(
      WorkbookFile workbook,
      WorkbookFile.Sheet sheet,
      Merges merges,
      int maxRows,
      Consumer consumer)
      throws IOException, SAXException {
    try {
      workbook.rows(sheet, merges, maxRows, consumer);
    } catch (Stop e) {
      // The rest is not wanted.
    }
  }
}
