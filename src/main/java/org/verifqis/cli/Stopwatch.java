package org.verifqis.cli;

/** How fast files go through, from now on. */
final class Stopwatch {
  private static final double NANOS_PER_SECOND = 1e9;

  private final long start = System.nanoTime();

  /** The closing line of a run over many files. */
  String throughput(Messages messages, int files) {
    double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
    return messages.text(files < 2 ? "debit.un" : "debit", files, seconds, files / seconds);
  }
}
