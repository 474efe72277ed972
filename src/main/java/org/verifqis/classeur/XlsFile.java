package org.verifqis.classeur;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FilePassRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.verifqis.modele.Refus.Motif;

/**
 * An open .xls of Excel 97 to 2003: records of POI, read one after another. Formulas count as their
 * stored results; macros and what stands beside cells are not looked at.
 */
final class XlsFile extends WorkbookFile {
  private static final String STREAM = "Workbook";

  /** That of Excel 97 and later. */
  private static final int VERSION = 0x0600;

  /** The kind of sheet that holds cells, where a sheet's record tells its kind. */
  private static final int CELLS = 0;

  private static final int KIND = 9;

  /** A text takes at least so many bytes. */
  private static final int SMALLEST_TEXT = 3;

  private static final int MOST_FORMATS = 1 << 16;

  /** What a text has besides its letters, and how wide these are. */
  private static final int WIDE = 1;

  private static final int GUIDE = 4;
  private static final int RUNS = 8;
  private static final int RUN = 4;
  private static final int CHUNK = 1 << 12;

  private final POIFSFileSystem ole;
  private final DocumentEntry stream;
  private final List<String> texts = new ArrayList<>();
  private CellFormats styles;
  private boolean date1904;
  private EncryptionInfo encryption;

  /** What was last asked of a sheet, as its rows are mostly read next. */
  private Sheet known;

  private XlsLayout layout;

  private XlsFile(POIFSFileSystem ole, DocumentEntry stream) {
    this.ole = ole;
    this.stream = stream;
  }

  static XlsFile open(Path file) throws IOException {
    POIFSFileSystem ole = new POIFSFileSystem(file.toFile(), true);
    DocumentEntry stream = stream(ole);
    if (stream == null) {
      ole.close();
      throw new FichierRefuse(Motif.PAS_UN_CLASSEUR);
    }
    return new XlsFile(ole, stream);
  }

  /** Where its records are; null if it is no such workbook. */
  static DocumentEntry stream(POIFSFileSystem ole) throws IOException {
    for (Entry entry : ole.getRoot()) {
      if (entry.getName().equalsIgnoreCase(STREAM) && entry instanceof DocumentEntry document) {
        return document;
      }
    }
    return null;
  }

  @Override
  void load() throws IOException {
    try {
      XlsRecords records = records(0);
      if (records.begin().getVersion() != VERSION) {
        throw new FichierRefuse(Motif.FORMAT_XLS);
      }
      Globals globals = new Globals();
      globals.read(records);
      styles = globals.styles();
    } catch (EncryptedDocumentException e) {
      throw new FichierRefuse(Motif.PROTEGE, null, e);
    }
    if (sheetNames().isEmpty()) {
      throw new FichierRefuse(Motif.CORROMPU);
    }
  }

  /** The records from a place of the stream on. */
  private XlsRecords records(int position) throws IOException {
    InputStream bytes = new DocumentInputStream(stream);
    bytes.skipNBytes(position);
    return XlsRecords.strictly(
        () -> new XlsRecords(new RecordInputStream(bytes, encryption, position)));
  }

  /** The records of a sheet, of which it is said that it begins there. */
  private XlsRecords records(Sheet sheet) throws IOException {
    int position = Integer.parseInt(sheet.target());
    if (position < 0 || position >= stream.getSize()) {
      throw new FichierRefuse(Motif.CORROMPU);
    }
    XlsRecords records = records(position);
    XlsRecords.strictly(records::begin);
    return records;
  }

  /** The text of an index; null if there is none. */
  String text(int index) {
    return index >= 0 && index < texts.size() ? texts.get(index) : null;
  }

  CellFormats styles() {
    return styles;
  }

  boolean date1904() {
    return date1904;
  }

  @Override
  Merges merges(Sheet sheet) throws IOException {
    return layout(sheet).merges();
  }

  private XlsLayout layout(Sheet sheet) throws IOException {
    if (known != sheet) {
      XlsRecords records = records(sheet);
      layout = XlsRecords.strictly(() -> XlsLayout.read(records));
      known = sheet;
    }
    return layout;
  }

  @Override
  void rows(Sheet sheet, Merges merges, int maxRows, SheetRows.Consumer consumer)
      throws IOException {
    new XlsRows(this, sheet, layout(sheet), merges, maxRows, consumer).read(records(sheet));
  }

  @Override
  public void close() {
    try {
      ole.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** What is told before the sheets. */
  private final class Globals {
    private final Map<Integer, String> codes = new HashMap<>();
    private final List<Integer> formats = new ArrayList<>();

    void read(XlsRecords records) throws IOException {
      while (records.next()) {
        RecordInputStream in = records.in();
        switch (records.kind()) {
          case FilePassRecord.sid -> {
            decrypt(new FilePassRecord(in));
            XlsRecords rest = records(records.passed());
            rest.resume();
            read(rest);
            return;
          }
          case DateWindow1904Record.sid ->
              date1904 = new DateWindow1904Record(in).getWindowing() == 1;
          case BoundSheetRecord.sid -> sheet(new BoundSheetRecord(in));
          case SSTRecord.sid -> texts(in);
          case FormatRecord.sid -> {
            FormatRecord format = new FormatRecord(in);
            codes.put(format.getIndexCode(), format.getFormatString());
          }
          case ExtendedFormatRecord.sid -> {
            if (formats.size() < MOST_FORMATS) {
              formats.add(new ExtendedFormatRecord(in).getFormatIndex() & 0xFFFF);
            }
          }
          default -> {}
        }
      }
    }

    /** A workbook of which only the structure is protected is encrypted too, by a known word. */
    private void decrypt(FilePassRecord pass) throws IOException {
      try {
        boolean again = encryption != null;
        encryption = pass.getEncryptionInfo();
        if (again || !encryption.getDecryptor().verifyPassword(Decryptor.DEFAULT_PASSWORD)) {
          throw new FichierRefuse(Motif.PROTEGE);
        }
      } catch (GeneralSecurityException e) {
        throw new FichierRefuse(Motif.PROTEGE, null, e);
      }
    }

    private void sheet(BoundSheetRecord sheet) {
      addName(sheet.getSheetname());
      if (sheet.serialize()[KIND] == CELLS) {
        boolean hidden = sheet.isHidden() || sheet.isVeryHidden();
        add(new Sheet(sheet.getSheetname(), hidden, Integer.toString(sheet.getPositionOfBof())));
      }
    }

    private void texts(RecordInputStream in) throws IOException {
      in.readInt();
      int count = in.readInt();
      if (count < 0 || count > stream.getSize() / SMALLEST_TEXT) {
        throw new FichierRefuse(Motif.CORROMPU);
      }
      for (int i = 0; i < count; i++) {
        texts.add(text(in));
      }
    }

    /** A text without its runs and its phonetic guide, any of which may go on in a next record. */
    private String text(RecordInputStream in) {
      int length = in.readUShort();
      int options = in.readUByte();
      int runs = (options & RUNS) == 0 ? 0 : in.readUShort();
      int guide = (options & GUIDE) == 0 ? 0 : in.readInt();
      if (guide < 0 || guide > stream.getSize()) {
        throw new FichierRefuse(Motif.CORROMPU);
      }
      String text =
          (options & WIDE) == 0 ? in.readCompressedUnicode(length) : in.readUnicodeLEString(length);
      for (int left = runs * RUN + guide; left > 0; left -= Math.min(left, CHUNK)) {
        in.readFully(new byte[Math.min(left, CHUNK)]);
      }
      budget().spend(length);
      return text;
    }

    CellFormats styles() {
      return CellFormats.of(
          formats.stream()
              .map(
                  id ->
                      CellFormats.shape(
                          id, codes.getOrDefault(id, BuiltinFormats.getBuiltinFormat(id))))
              .toList());
    }
  }
}
