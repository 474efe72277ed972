package org.verifqis.classeur;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import org.verifqis.modele.Refus.Motif;

/**
 * Refuses the workbook that is worked on once the heap is full of what can't be let go. Without it
 * the garbage collector would run for half a minute before it gives up, and the error may then
 * strike any thread, such as one that writes the history.
 */
public final class MemoryWatch {
  /** From so full a heap on it is worth asking how much of it is in use. */
  private static final double SUSPICIOUS = 0.8;

  private static final double FULL = 0.9;
  private static final long UNKNOWN = -1;

  /** What the last collection before this one left, maybe of another workbook. */
  private long leftBefore = UNKNOWN;

  /** Throws FichierRefuse when memory runs out. */
  public void check() {
    Runtime runtime = Runtime.getRuntime();
    long used = runtime.totalMemory() - runtime.freeMemory();
    if (used > SUSPICIOUS * runtime.maxMemory() && isFull()) {
      throw new FichierRefuse(Motif.MEMOIRE);
    }
  }

  private boolean isFull() {
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      // Only the pool of what stays has a threshold of its own.
      if (pool.getType() == MemoryType.HEAP && pool.isUsageThresholdSupported()) {
        MemoryUsage left = pool.getCollectionUsage();
        if (left != null && left.getMax() > 0) {
          return isFull(left);
        }
      }
    }
    return false;
  }

  private boolean isFull(MemoryUsage left) {
    if (leftBefore == UNKNOWN) {
      leftBefore = left.getUsed();
    }
    return left.getUsed() != leftBefore && left.getUsed() > FULL * left.getMax();
  }
}
