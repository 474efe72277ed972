package org.verifqis.classeur;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CancellationException;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.ZipPackagePart;
import org.verifqis.classeur.Parts.Part;
import org.verifqis.modele.Refus.Motif;

/**
 * The bytes of a part, held to what the directory of the archive promised of them. {@link
 * FileGuard} looks at the promises only, so whoever breaks one is refused here.
 */
final class PartStream extends FilterInputStream {
  /** A parser keeps a whole tag in memory, so that no text that it cuts into pieces is meant. */
  private static final int LONGEST_TAG = 4 << 20;

  /**
   * Nor any number of attributes, among which a parser looks for two of one name; no text that
   * Excel takes has as many signs that could be theirs.
   */
  private static final int MOST_ATTRIBUTES = 1 << 15;

  private static final long UNKNOWN = -1;
  private static final int MOST_SKIPPED = 1 << 13;

  private final long promised;
  private final long promisedSum;
  private final CRC32 sum = new CRC32();
  private final MemoryWatch memory = new MemoryWatch();
  private long read;
  private int sinceTag;
  private int equalSigns;

  private PartStream(InputStream stream, long promised, long promisedSum) {
    super(stream);
    this.promised = promised;
    this.promisedSum = promisedSum;
  }

  static InputStream of(Part part) throws IOException {
    if (part.kept() != null) {
      return new ByteArrayInputStream(part.kept());
    }
    ZipEntry entry = part.entry();
    if (entry.getCompressedSize() > new File(part.zip().getName()).length()) {
      throw new FichierRefuse(Motif.CORROMPU);
    }
    return new PartStream(part.zip().getInputStream(entry), entry.getSize(), entry.getCrc());
  }

  static PartStream of(PackagePart part) throws IOException {
    long sum = part instanceof ZipPackagePart zipped ? zipped.getZipArchive().getCrc() : UNKNOWN;
    return new PartStream(part.getInputStream(), part.getSize(), sum);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("reading was interrupted");
    }
    memory.check();
    int count = super.read(bytes, offset, length);
    if (count < 0) {
      checkWhole();
      return count;
    }
    read += count;
    if (promised >= 0 && read > promised) {
      throw new FichierRefuse(Motif.BOMBE);
    }
    sum.update(bytes, offset, count);
    int since = sinceTag;
    int signs = equalSigns;
    for (int i = offset; i < offset + count; i++) {
      byte b = bytes[i];
      since = b == '<' ? 0 : since + 1;
      signs = b == '<' ? 0 : b == '=' ? signs + 1 : signs;
      if (since > LONGEST_TAG || signs > MOST_ATTRIBUTES) {
        throw new FichierRefuse(Motif.TROP_DE_TEXTE);
      }
    }
    sinceTag = since;
    equalSigns = signs;
    return count;
  }

  private void checkWhole() {
    boolean cut = promised >= 0 && read < promised;
    if (cut || promisedSum != UNKNOWN && sum.getValue() != promisedSum) {
      throw new FichierRefuse(Motif.CORROMPU);
    }
  }

  /** What is skipped is looked at like the rest. */
  @Override
  public long skip(long count) throws IOException {
    return readNBytes((int) Math.max(0, Math.min(count, MOST_SKIPPED))).length;
  }
}
