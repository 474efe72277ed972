package org.verifqis.classeur;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.verifqis.classeur.Parts.Part;
import org.verifqis.modele.Refus.Motif;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/**
 * An open .ods. All sheets stand in one part, which is gone through for each that is read, up to
 * its end; formulas count as their stored results.
 */
final class OdsFile extends WorkbookFile {
  /** The part where the sheets are. */
  static final String CONTENT = "content.xml";

  private static final String MANIFEST = "META-INF/manifest.xml";

  /** What LibreOffice remembers of the sheets of other workbooks, beside this one's. */
  private static final Pattern OF_ANOTHER = Pattern.compile("^'.*'#\\$?.*", Pattern.DOTALL);

  private final Parts parts;

  private OdsFile(Parts parts) {
    this.parts = parts;
  }

  static OdsFile open(Path file) throws IOException {
    return new OdsFile(Parts.open(file));
  }

  @Override
  void load() throws IOException, SAXException {
    Part manifest = parts.part(MANIFEST);
    if (manifest != null) {
      Xml.parse(
          manifest,
          new Xml.Handler() {
            @Override
            protected void start(String name, Attributes attributes) {
              if (name.equals("encryption-data")) {
                throw new FichierRefuse(Motif.PROTEGE);
              }
            }
          });
    }
    Xml.parse(content(), new SheetsHandler());
    if (sheetNames().isEmpty()) {
      throw new FichierRefuse(Motif.PAS_UN_CLASSEUR);
    }
  }

  private Part content() {
    Part content = parts.part(CONTENT);
    if (content == null) {
      throw new FichierRefuse(Motif.CORROMPU);
    }
    return content;
  }

  /** They are told in the cells, and found as these are read. */
  @Override
  Merges merges(Sheet sheet) {
    return new Merges();
  }

  @Override
  void rows(Sheet sheet, Merges merges, int maxRows, SheetRows.Consumer consumer)
      throws IOException, SAXException {
    try {
      Xml.parse(content(), new OdsRows(sheet, budget(), merges, maxRows, consumer));
    } catch (Xml.Enough e) {
      // The sheet has ended.
    }
  }

  @Override
  public void close() {
    parts.close();
  }

  /** Finds the sheets and those that are hidden. */
  private final class SheetsHandler extends OdsHandler {
    private final Set<String> hiddenStyles = new HashSet<>();
    private String style;

    @Override
    protected void start(String uri, String name, Attributes attributes) {
      if (uri.equals(STYLE) && name.equals("style")) {
        style = attributes.getValue(STYLE, "name");
      } else if (uri.equals(STYLE) && name.equals("table-properties")) {
        if ("false".equals(attributes.getValue(TABLE, "display")) && style != null) {
          hiddenStyles.add(style);
        }
      }
    }

    @Override
    protected void sheet(int rank, Attributes attributes) {
      String name = attributes.getValue(TABLE, "name");
      if (name == null || OF_ANOTHER.matcher(name).matches()) {
        return;
      }
      addName(name);
      boolean hidden = hiddenStyles.contains(attributes.getValue(TABLE, "style-name"));
      add(new Sheet(name, hidden, Integer.toString(rank)));
    }
  }
}
