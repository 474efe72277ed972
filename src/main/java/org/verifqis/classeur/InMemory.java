package org.verifqis.classeur;

import java.io.IOException;
import java.util.regex.Pattern;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.internal.PackagePropertiesPart;
import org.verifqis.modele.Refus.Motif;

/** Whether a workbook may be taken into memory whole, as POI's own model wants it. */
public final class InMemory {
  /** Bytes of XML above which a workbook is not taken into memory whole, however large that is. */
  private static final long LARGEST = 64L << 20;

  /** The model takes thirty times the XML or so. */
  private static final int BYTES_PER_BYTE_OF_XML = 32;

  private static final Pattern XML_TYPE =
      Pattern.compile("xml|vmldrawing", Pattern.CASE_INSENSITIVE);
  private static final int BUFFER = 1 << 16;

  private InMemory() {}

  /** How much it takes of a workbook that holds so many bytes once inflated; 0 if it may not. */
  static long wanted(long bytes) {
    return bytes > LARGEST ? 0 : bytes * BYTES_PER_BYTE_OF_XML;
  }

  /**
   * Whether it may.
   *
   * @throws FichierRefuse if it might on a machine with more memory, or if a part is larger than
   *     the archive says
   */
  public static boolean fits(OPCPackage parts) throws IOException, InvalidFormatException {
    long size = 0;
    byte[] buffer = new byte[BUFFER];
    for (PackagePart part : parts.getParts()) {
      if (part instanceof PackagePropertiesPart
          || !XML_TYPE.matcher(part.getContentType()).find()) {
        continue;
      }
      try (PartStream stream = PartStream.of(part)) {
        for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
          size += read;
          if (size > LARGEST) {
            return false;
          }
        }
      }
    }
    if (size * BYTES_PER_BYTE_OF_XML > Runtime.getRuntime().maxMemory()) {
      throw new FichierRefuse(Motif.MEMOIRE);
    }
    return true;
  }
}
