package org.verifqis.cli;

import java.io.PrintStream;

/** How far an audit has come: a bar on a terminal, otherwise a line now and then for the log. */
final class AuditProgress implements AutoCloseable {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final long SECONDS_BETWEEN_LINES = 10;

  private final Progress bar;
  private final boolean lines;
  private final int files;
  private final Messages messages;
  private final PrintStream stream;
  private final long start = System.nanoTime();
  private long lastLine = start;
  private int done;

  AuditProgress(boolean interactive, int files, Messages messages, PrintStream stream) {
    this.bar = Progress.of(interactive, files, messages, stream);
    this.lines = !interactive;
    this.files = files;
    this.messages = messages;
    this.stream = stream;
  }

  /** One more file is done. */
  synchronized void step() {
    bar.step();
    done++;
    long now = System.nanoTime();
    if (lines && now - lastLine >= SECONDS_BETWEEN_LINES * NANOS_PER_SECOND) {
      lastLine = now;
      double seconds = (double) (now - start) / NANOS_PER_SECOND;
      long left = Math.round(seconds / done * (files - done));
      stream.println(
          messages.text("auditer.avance", done, files, Math.round(done / seconds), left));
    }
  }

  @Override
  public void close() {
    bar.close();
  }
}
