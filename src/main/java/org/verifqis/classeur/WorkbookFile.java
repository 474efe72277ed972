package org.verifqis.classeur;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagePartName;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.verifqis.modele.Refus.Motif;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/**
 * An open .xlsx or .xlsm package: its sheets, its texts, its date styles. Nothing of it is kept
 * after it is closed.
 */
final class WorkbookFile implements AutoCloseable {
  /** Texts compress to a hundredth at most; only bombs compress to a thousandth. */
  private static final double SMALLEST_INFLATE_RATIO = 0.001;

  private static final long LARGEST_PART = 1L << 30;
  private static final int MOST_SHEETS = 1_000;

  static {
    ZipSecureFile.setMinInflateRatio(SMALLEST_INFLATE_RATIO);
    ZipSecureFile.setMaxEntrySize(LARGEST_PART);
    ZipSecureFile.setMaxFileCount(FileGuard.MOST_ENTRIES);
  }

  /**
   * A sheet of cells.
   *
   * @param name its name
   * @param hidden whether people do not see it
   * @param part where its cells are
   */
  record Sheet(String name, boolean hidden, PackagePart part) {}

  private final OPCPackage opc;
  private final TextBudget budget = new TextBudget();
  private final List<Sheet> sheets = new ArrayList<>();
  private final List<String> sheetNames = new ArrayList<>();
  private boolean date1904;
  private SharedStrings strings;
  private DateStyles styles;

  private WorkbookFile(OPCPackage opc) {
    this.opc = opc;
  }

  /**
   * Opens a file that {@link FileGuard} let through.
   *
   * @throws FichierRefuse if it is not a workbook, or is corrupt or hostile
   */
  static WorkbookFile open(Path file) {
    WorkbookFile workbook;
    try {
      workbook = new WorkbookFile(OPCPackage.open(file.toFile(), PackageAccess.READ));
    } catch (InvalidFormatException | RuntimeException e) {
      throw Xml.refusal(e);
    }
    try {
      workbook.load();
      return workbook;
    } catch (IOException | SAXException | InvalidFormatException | RuntimeException e) {
      workbook.close();
      throw Xml.refusal(e);
    }
  }

  private void load() throws IOException, SAXException, InvalidFormatException {
    PackagePart main = target(null, type -> type.endsWith("/officeDocument"));
    if (main == null || !isWorkbook(main.getContentType())) {
      throw new FichierRefuse(Motif.PAS_UN_CLASSEUR);
    }
    Xml.parse(main, new WorkbookHandler(main));
    if (sheetNames.isEmpty()) {
      throw new FichierRefuse(Motif.PAS_UN_CLASSEUR);
    }
    PackagePart sharedStrings = target(main, type -> type.endsWith("/sharedStrings"));
    strings =
        sharedStrings == null ? SharedStrings.none() : SharedStrings.read(sharedStrings, budget);
    PackagePart styleSheet = target(main, type -> type.endsWith("/styles"));
    styles = styleSheet == null ? DateStyles.none() : DateStyles.read(styleSheet);
  }

  private static boolean isWorkbook(String contentType) {
    boolean otherOffice =
        contentType.contains("wordprocessingml") || contentType.contains("presentationml");
    if (contentType.contains("sheet.binary")) {
      throw new FichierRefuse(Motif.FORMAT_XLSB);
    }
    return !otherOffice;
  }

  /**
   * The part that a relationship of this type leads to; null if there is none within the package.
   */
  private PackagePart target(PackagePart from, Predicate<String> type)
      throws InvalidFormatException {
    Iterable<PackageRelationship> relationships =
        from == null ? opc.getRelationships() : from.getRelationships();
    for (PackageRelationship relationship : relationships) {
      if (type.test(relationship.getRelationshipType())) {
        return part(relationship);
      }
    }
    return null;
  }

  private PackagePart part(PackageRelationship relationship) throws InvalidFormatException {
    if (relationship.getTargetMode() == TargetMode.EXTERNAL) {
      return null;
    }
    URI target = relationship.getTargetURI();
    PackagePartName name = PackagingURIHelper.createPartName(target);
    return opc.getPart(name);
  }

  /** The sheets of cells, in the workbook's order. */
  List<Sheet> sheets() {
    return sheets;
  }

  /** The names of all its sheets, those of charts too. */
  List<String> sheetNames() {
    return sheetNames;
  }

  /** Whether its dates count from 1904. */
  boolean date1904() {
    return date1904;
  }

  SharedStrings strings() {
    return strings;
  }

  DateStyles styles() {
    return styles;
  }

  TextBudget budget() {
    return budget;
  }

  OPCPackage opc() {
    return opc;
  }

  @Override
  public void close() {
    opc.revert();
  }

  /**
   * Reads workbook.xml. Strict and transitional files differ by their namespaces only, which are
   * not looked at.
   */
  private final class WorkbookHandler extends Xml.Handler {
    private final PackagePart main;
    private boolean root = true;

    WorkbookHandler(PackagePart main) {
      this.main = main;
    }

    @Override
    protected void start(String name, Attributes attributes) throws SAXException {
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

    private void sheet(Attributes attributes) throws SAXException {
      String sheetName = attributes.getValue("name");
      if (sheetName == null) {
        return;
      }
      if (sheetNames.size() == MOST_SHEETS) {
        throw new FichierRefuse(Motif.DEMESURE);
      }
      budget.spend(sheetName.length());
      sheetNames.add(sheetName);
      PackageRelationship relationship = main.getRelationship(relationshipId(attributes));
      if (relationship == null) {
        throw new FichierRefuse(Motif.CORROMPU);
      }
      if (!relationship.getRelationshipType().endsWith("/worksheet")) {
        return;
      }
      try {
        PackagePart part = part(relationship);
        if (part == null) {
          throw new FichierRefuse(Motif.CORROMPU);
        }
        String state = attributes.getValue("state");
        sheets.add(new Sheet(sheetName, state != null && !state.equals("visible"), part));
      } catch (InvalidFormatException e) {
        throw new SAXException(e);
      }
    }

    private static String relationshipId(Attributes attributes) {
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
