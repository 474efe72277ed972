package org.verifqis.audit;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** How long each stage of an audit took, all threads together. */
public final class Durees {
  private static final int CENT = 100;

  /** What is measured. */
  public interface Travail<T, E extends Exception> {
    /** Does it. */
    T fais() throws E;
  }

  private final Map<Etape, LongAdder> nanos = new EnumMap<>(Etape.class);

  /** Nothing measured yet. */
  public Durees() {
    for (Etape etape : Etape.values()) {
      nanos.put(etape, new LongAdder());
    }
  }

  /** Does something and counts its time in a stage. */
  public <T, E extends Exception> T mesure(Etape etape, Travail<T, E> travail) throws E {
    long debut = System.nanoTime();
    try {
      return travail.fais();
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
