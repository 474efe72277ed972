package org.verifqis.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The floor: unzips a workbook and runs a bare XML parser over its sheets and its shared texts,
 * without making anything of them.
 */
public final class Plancher {
  private static final int BUFFER = 1 << 16;

  private Plancher() {}

  /** Reads the workbook that is named, or only unzips it after the word {@code unzip}. */
  public static void main(String[] args) throws IOException, XMLStreamException {
    System.out.println(read(Path.of(args[args.length - 1]), !args[0].equals("unzip")));
  }

  /** Unzips the parts of a workbook, and parses them or not; tells how much went by. */
  static long read(Path file, boolean parse) throws IOException, XMLStreamException {
    long seen = 0;
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (Enumeration<? extends ZipEntry> parts = zip.entries(); parts.hasMoreElements(); ) {
        ZipEntry part = parts.nextElement();
        if (part.getName().startsWith("xl/") && part.getName().endsWith(".xml")) {
          try (InputStream stream = zip.getInputStream(part)) {
            seen += parse ? parse(stream) : unzip(stream);
          }
        }
      }
    }
    return seen;
  }

  private static long unzip(InputStream stream) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long bytes = 0;
    for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
      bytes += read;
    }
    return bytes;
  }

  private static long parse(InputStream stream) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    XMLStreamReader reader = factory.createXMLStreamReader(stream);
    long seen = 0;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> seen += reader.getAttributeCount();
        case XMLStreamConstants.CHARACTERS -> seen += reader.getTextLength();
        default -> seen++;
      }
    }
    return seen;
  }
}
