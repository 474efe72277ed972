package org.verifqis.classeur;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.verifqis.classeur.Parts.Part;
import org.verifqis.classeur.Parts.Relation;
import org.verifqis.modele.Refus.Motif;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/** An open .xlsx or .xlsm package: its sheets, its texts, its styles. */
final class XlsxFile extends WorkbookFile {
  /** Texts compress to a hundredth at most; only bombs compress to a thousandth. */
  private static final double SMALLEST_INFLATE_RATIO = 0.001;

  private static final long LARGEST_PART = 1L << 30;

  static {
    ZipSecureFile.setMinInflateRatio(SMALLEST_INFLATE_RATIO);
    ZipSecureFile.setMaxEntrySize(LARGEST_PART);
    ZipSecureFile.setMaxFileCount(FileGuard.MOST_ENTRIES);
  }

  private final Path file;
  private final Parts parts;
  private final Formulas formulas = new Formulas(this);
  private boolean date1904;
  private SharedStrings strings;
  private CellFormats styles;

  private XlsxFile(Path file, Parts parts) {
    this.file = file;
    this.parts = parts;
  }

  static XlsxFile open(Path file) throws IOException {
    return new XlsxFile(file, Parts.open(file));
  }

  @Override
  void load() throws IOException, SAXException {
    Part main = target(parts.relations(null).values(), "officeDocument");
    if (main == null) {
      throw new FichierRefuse(Motif.PAS_UN_CLASSEUR);
    }
    String type = parts.contentType(main);
    if (type.contains("sheet.binary")) {
      throw new FichierRefuse(Motif.FORMAT_XLSB);
    }
    if (type.contains("wordprocessingml") || type.contains("presentationml")) {
      throw new FichierRefuse(Motif.PAS_UN_CLASSEUR);
    }
    Map<String, Relation> relations = parts.relations(main);
    Xml.parse(main, new WorkbookHandler(relations));
    if (sheetNames().isEmpty()) {
      throw new FichierRefuse(Motif.PAS_UN_CLASSEUR);
    }
    Part sharedStrings = target(relations.values(), "sharedStrings");
    strings =
        sharedStrings == null ? SharedStrings.none() : SharedStrings.read(sharedStrings, budget());
    Part styleSheet = target(relations.values(), "styles");
    styles = styleSheet == null ? CellFormats.none() : CellFormats.read(styleSheet);
  }

  /** The part that a relation of this kind leads to; null if there is none within the workbook. */
  private Part target(Collection<Relation> relations, String kind) {
    return relations.stream()
        .filter(relation -> relation.leadsTo(kind))
        .findFirst()
        .map(relation -> parts.part(relation.target()))
        .orElse(null);
  }

  /** Where the cells of a sheet are. Throws FichierRefuse where nothing is. */
  Part part(Sheet sheet) {
    Part part = parts.part(sheet.target());
    if (part == null) {
      throw new FichierRefuse(Motif.CORROMPU);
    }
    return part;
  }

  @Override
  Merges merges(Sheet sheet) throws IOException, SAXException {
    return Merges.read(part(sheet));
  }

  @Override
  void rows(Sheet sheet, Merges merges, int maxRows, SheetRows.Consumer consumer)
      throws IOException, SAXException {
    Xml.parse(part(sheet), new XlsxRows(this, sheet, merges, maxRows, consumer));
  }

  @Override
  List<List<String>> head(Sheet sheet) {
    return SheetHead.read(this, sheet);
  }

  /** Whether its dates count from 1904. */
  boolean date1904() {
    return date1904;
  }

  SharedStrings strings() {
    return strings;
  }

  CellFormats styles() {
    return styles;
  }

  /** Where it lies. */
  Path file() {
    return file;
  }

  Formulas formulas() {
    return formulas;
  }

  @Override
  public void close() {
    formulas.close();
    parts.close();
  }

  /**
   * Reads workbook.xml. Strict and transitional files differ by their namespaces only, which are
   * not looked at.
   */
  private final class WorkbookHandler extends Xml.Handler {
    private final Map<String, Relation> relations;
    private boolean root = true;

    WorkbookHandler(Map<String, Relation> relations) {
      this.relations = relations;
    }

    @Override
    protected void start(String name, Attributes attributes) {
      if (root && !name.equals("workbook")) {
        throw new FichierRefuse(Motif.PAS_UN_CLASSEUR);
      }
      root = false;
      if (name.equals("workbookPr")) {
        date1904 = Xml.isTrue(attributes.getValue("date1904"));
      } else if (name.equals("sheet")) {
        sheet(attributes);
      }
    }

    private void sheet(Attributes attributes) {
      String sheetName = attributes.getValue("name");
      if (sheetName == null) {
        return;
      }
      addName(sheetName);
      Relation relation = relations.get(relationId(attributes));
      if (relation != null && !relation.leadsTo("worksheet")) {
        return;
      }
      String target = relation == null ? null : relation.target();
      String state = attributes.getValue("state");
      add(new Sheet(sheetName, state != null && !state.equals("visible"), target));
    }

    private static String relationId(Attributes attributes) {
      for (int i = 0; i < attributes.getLength(); i++) {
        if (attributes.getLocalName(i).equals("id")
            && attributes.getURI(i).endsWith("/relationships")) {
          return attributes.getValue(i);
        }
      }
      return "";
    }
  }
}
