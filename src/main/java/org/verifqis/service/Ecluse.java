package org.verifqis.service;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Lets through at once only what memory holds together: each says beforehand how much it may want,
 * and waits until so much is free. What wants more than there is goes through alone.
 */
final class Ecluse {
  private static final long UNITE = 1L << 20;

  /**
   * The rest is for what the program itself holds, and for what is let go but not yet collected.
   */
  private static final double PART_DU_TAS = 0.6;

  private final int places;
  private final Semaphore libres;

  /** One of so many bytes. */
  Ecluse(long octets) {
    places = (int) Math.max(1, Math.min(Integer.MAX_VALUE, octets / UNITE));
    libres = new Semaphore(places, true);
  }

  /** That of this process. */
  static Ecluse duProcessus() {
    return new Ecluse((long) (PART_DU_TAS * Runtime.getRuntime().maxMemory()));
  }

  /** Does what may want so many bytes. */
  <R> R passe(long octets, Supplier<R> travail) throws InterruptedException {
    int voulues = (int) Math.max(1, Math.min(places, octets / UNITE));
    libres.acquire(voulues);
    try {
      return travail.get();
    } finally {
      libres.release(voulues);
    }
  }

  /** Does something while nothing else goes through. */
  <R> R seul(Supplier<R> travail) throws InterruptedException {
    return passe(Long.MAX_VALUE, travail);
  }
}
