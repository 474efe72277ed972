package org.verifqis.cli;

/** How many workbooks may be worked on side by side. */
final class Workers {
  /** What a large workbook takes while it is read and judged. */
  private static final long MEMORY_OF_ONE = 256L << 20;

  private Workers() {}

  /** One a core, where each may have the memory that a large workbook takes. */
  static int most() {
    long fitting = Math.max(1, Runtime.getRuntime().maxMemory() / MEMORY_OF_ONE);
    return (int) Math.min(Runtime.getRuntime().availableProcessors(), fitting);
  }
}
