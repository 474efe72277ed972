package org.verifqis.audit;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.LongAdder;

/** How long each stage of an audit took, all threads together. */
public final class Durees {
  private static final int CENT = 100;

  private final Map<Etape, LongAdder> nanos = new EnumMap<>(Etape.class);

  /** Nothing measured yet. */
  public Durees() {
    for (Etape etape : Etape.values()) {
      nanos.put(etape, new LongAdder());
    }
  }

  /** Does something and counts its time in a stage. */
  public <T> T mesure(Etape etape, Callable<T> travail) throws Exception {
    long debut = System.nanoTime();
    try {
      return travail.call();
    } finally {
      nanos.get(etape).add(System.nanoTime() - debut);
    }
  }

  /** The share of the time that a stage took, in per cent. */
  public int part(Etape etape) {
    long total = nanos.values().stream().mapToLong(LongAdder::sum).sum();
    return total == 0 ? 0 : Math.round((float) CENT * nanos.get(etape).sum() / total);
  }
}
