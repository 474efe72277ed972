package org.verifqis.cli;

import org.verifqis.rapport.Format;

/** How fast files go through, from now on. */
final class Stopwatch {
  private static final double NANOS_PER_SECOND = 1e9;

  private final long start = System.nanoTime();

  /** The closing line of a run over many files. */
  String throughput(Messages messages, int files) {
    double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
    Format format = new Format(messages.language());
    return messages.text(
        "debit", format.nombre(files), format.nombre(seconds), format.nombre(files / seconds));
  }
}
