package org.verifqis.classeur;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.verifqis.modele.Normalisation;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/**
 * The texts of the first rows of a sheet that is not read, normalised: they tell whether it is
 * another one of a sheet that is. Nothing in it refuses a workbook.
 */
final class SheetHead extends Xml.Handler {
  /** More than a form has fields, or a title has lines above a table. */
  private static final int ROWS = 60;

  /** No header is longer. */
  private static final int LONGEST = 200;

  private static final int WIDEST = 200;

  private final XlsxFile workbook;
  private final List<List<String>> rows = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private boolean shared;
  private boolean inText;

  private SheetHead(XlsxFile workbook) {
    this.workbook = workbook;
  }

  /** The rows as far as they can be read. */
  static List<List<String>> read(XlsxFile workbook, WorkbookFile.Sheet sheet) {
    SheetHead head = new SheetHead(workbook);
    try {
      Xml.parse(workbook.part(sheet), head);
    } catch (IOException | SAXException | FichierRefuse e) {
      // Enough was seen, or there is no more to see.
    }
    return head.rows;
  }

  @Override
  protected void start(String name, Attributes attributes) throws SAXException {
    switch (name) {
      case "row" -> {
        if (rows.size() == ROWS) {
          throw new Xml.Enough();
        }
        rows.add(new ArrayList<>());
      }
      case "c" -> {
        text.setLength(0);
        shared = "s".equals(attributes.getValue("t"));
      }
      case "v", "t" -> inText = true;
      default -> inText = false;
    }
  }

  @Override
  protected void end(String name) {
    inText = false;
    if (name.equals("c") && !rows.isEmpty()) {
      String told = shared ? workbook.strings().get(text.toString()) : text.toString();
      List<String> row = rows.get(rows.size() - 1);
      if (told != null && told.length() <= LONGEST && row.size() < WIDEST) {
        String normalised = Normalisation.normalise(told);
        if (!normalised.isEmpty()) {
          row.add(normalised);
        }
      }
    }
  }

  @Override
  protected void text(char[] chars, int start, int length) {
    if (inText && text.length() <= LONGEST) {
      text.append(chars, start, length);
    }
  }
}
