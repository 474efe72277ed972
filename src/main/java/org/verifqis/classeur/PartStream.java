package org.verifqis.classeur;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CancellationException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.verifqis.classeur.FichierRefuse.Motif;

/**
 * The bytes of a part, held to what the directory of the archive promised of them. {@link
 * FileGuard} looks at the promises only, so whoever breaks one is refused here.
 */
final class PartStream extends FilterInputStream {
  /** A parser keeps a whole tag in memory, so that no text that it cuts into pieces is meant. */
  private static final int LONGEST_TAG = 4 << 20;

  private final long promised;
  private long read;
  private int sinceTag;

  private PartStream(InputStream stream, long promised) {
    super(stream);
    this.promised = promised;
  }

  static PartStream of(PackagePart part) throws IOException {
    return new PartStream(part.getInputStream(), part.getSize());
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
    int count = super.read(bytes, offset, length);
    read += Math.max(0, count);
    if (promised >= 0 && read > promised) {
      throw new FichierRefuse(Motif.BOMBE);
    }
    for (int i = 0; i < count; i++) {
      sinceTag = bytes[offset + i] == '<' ? 0 : sinceTag + 1;
      if (sinceTag > LONGEST_TAG) {
        throw new FichierRefuse(Motif.TROP_DE_TEXTE);
      }
    }
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    throw new UnsupportedOperationException("what is skipped would not be looked at");
  }
}
