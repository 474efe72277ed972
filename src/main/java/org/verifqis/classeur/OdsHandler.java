package org.verifqis.classeur;

import org.verifqis.modele.Refus.Motif;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/** Elements of the content of an .ods; the sheets are the tables right below the workbook. */
abstract class OdsHandler extends Xml.Listener {
  private static final String ODF = "urn:oasis:names:tc:opendocument:xmlns:";
  static final String OFFICE = ODF + "office:1.0";
  static final String TABLE = ODF + "table:1.0";
  static final String TEXT = ODF + "text:1.0";
  static final String STYLE = ODF + "style:1.0";

  /** The content, its body, the workbook, its sheets. */
  private static final int SHEET_DEPTH = 4;

  private int depth;
  private boolean inWorkbook;
  private int sheets;

  /** An element begins, which is no sheet. */
  protected abstract void start(String uri, String name, Attributes attributes) throws SAXException;

  /** A sheet begins; they are counted from 0. */
  protected abstract void sheet(int rank, Attributes attributes) throws SAXException;

  /** An element ends; for a sheet as for others. */
  protected void end(String uri, String name) throws SAXException {}

  /** Whether what begins or ends is a sheet. */
  protected final boolean atSheet(String uri, String name) {
    return depth == SHEET_DEPTH && inWorkbook && uri.equals(TABLE) && name.equals("table");
  }

  @Override
  final void begin(String uri, String name, Attributes attributes) throws SAXException {
    depth++;
    if (depth == 1 && !(uri.equals(OFFICE) && name.equals("document-content"))) {
      throw new FichierRefuse(Motif.PAS_UN_CLASSEUR);
    }
    if (depth == SHEET_DEPTH - 1) {
      inWorkbook = uri.equals(OFFICE) && name.equals("spreadsheet");
    }
    if (atSheet(uri, name)) {
      sheet(sheets++, attributes);
    } else {
      start(uri, name, attributes);
    }
  }

  @Override
  public final void endElement(String uri, String name, String qName) throws SAXException {
    end(uri, name);
    depth--;
  }
}
