package org.verifqis.classeur;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.verifqis.modele.Normalisation;
import org.verifqis.modele.Refus.Motif;
import org.xml.sax.SAXException;

/**
 * An open workbook of one of the formats that are read. What tells them apart ends here: rows and
 * cells are the same of all. Nothing of it is kept after it is closed.
 */
public abstract class WorkbookFile implements AutoCloseable {
  private static final int MOST_SHEETS = 1_000;

  /** More than a form has fields, or a title has lines above a table. */
  private static final int HEAD_ROWS = 60;

  /** No header is longer. */
  private static final int LONGEST_HEADER = 200;

  private static final int WIDEST_HEAD = 200;

  /**
   * A sheet of cells, or one whose name leads to nothing.
   *
   * @param name its name
   * @param hidden whether people do not see it
   * @param target where its cells are, as its format tells it; null where its name leads to none
   */
  public record Sheet(String name, boolean hidden, String target) {}

  private final TextBudget budget = new TextBudget();
  private final List<Sheet> sheets = new ArrayList<>();
  private final List<String> sheetNames = new ArrayList<>();

  /**
   * Opens a file that {@link FileGuard} let through.
   *
   * @throws FichierRefuse if it is not a workbook, or is corrupt or hostile
   */
  static WorkbookFile open(Path file, FileGuard.Format format) {
    try {
      WorkbookFile workbook =
          switch (format) {
            case OOXML -> XlsxFile.open(file);
            case XLS -> XlsFile.open(file);
            case ODS -> OdsFile.open(file);
          };
      try {
        workbook.load();
      } catch (IOException | SAXException | RuntimeException e) {
        workbook.close();
        throw e;
      }
      return workbook;
    } catch (IOException | SAXException | RuntimeException e) {
      throw Xml.refusal(e);
    }
  }

  /** Finds its sheets, and what their cells refer to. */
  abstract void load() throws IOException, SAXException;

  /** The sheets of cells, in the workbook's order, with those that lead nowhere. */
  public final List<Sheet> sheets() {
    return sheets;
  }

  /** The names of all its sheets, those of charts too. */
  public final List<String> sheetNames() {
    return sheetNames;
  }

  /** Takes note of a sheet's name, whatever the sheet is. */
  final void addName(String name) {
    if (sheetNames.size() == MOST_SHEETS) {
      throw new FichierRefuse(Motif.DEMESURE);
    }
    budget.spend(name.length());
    sheetNames.add(name);
  }

  final void add(Sheet sheet) {
    sheets.add(sheet);
  }

  final TextBudget budget() {
    return budget;
  }

  /** The merged ranges of a sheet, or what they will be found in as its rows are read. */
  abstract Merges merges(Sheet sheet) throws IOException, SAXException;

  /** Reads the rows of a sheet; ends with what the consumer throws. */
  abstract void rows(Sheet sheet, Merges merges, int maxRows, SheetRows.Consumer consumer)
      throws IOException, SAXException;

  /**
   * The texts of the first rows of a sheet that is not read, normalised: they tell whether it is
   * another one of a sheet that is. Nothing in it refuses a workbook.
   */
  List<List<String>> head(Sheet sheet) {
    List<List<String>> head = new ArrayList<>();
    try {
      SheetRows.read(this, sheet, merges(sheet), HEAD_ROWS, new Head(head));
    } catch (IOException | SAXException | FichierRefuse e) {
      // Enough was seen, or there is no more to see.
    }
    return head;
  }

  private record Head(List<List<String>> rows) implements SheetRows.Consumer {
    @Override
    public void hiddenColumns(int first, int last) {
      // Nobody asks who sees it.
    }

    @Override
    public void row(int row, boolean hidden, List<RawCell> cells) {
      if (rows.size() == HEAD_ROWS) {
        throw new SheetRows.Stop();
      }
      rows.add(
          cells.stream()
              .limit(WIDEST_HEAD)
              .map(RawCell::shown)
              .filter(text -> text.length() <= LONGEST_HEADER)
              .map(Normalisation::normalise)
              .filter(text -> !text.isEmpty())
              .toList());
    }
  }

  @Override
  public abstract void close();
}
