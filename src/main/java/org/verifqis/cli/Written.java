package org.verifqis.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/**
 * Where a report goes when it goes to no file; it remembers whether all of it got there, which a
 * print stream passes over.
 */
final class Written extends FilterOutputStream {
  private IOException failure;

  Written(OutputStream to) {
    super(to);
  }

  @Override
  public void write(byte[] bytes, int start, int length) throws IOException {
    try {
      out.write(bytes, start, length);
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  /** Whether something is missing that somebody may still wait for: who reads a pipe may leave. */
  boolean isCut() {
    return failure != null
        && !String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
  }
}
