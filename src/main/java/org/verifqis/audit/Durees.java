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

  private final Map<Phase, LongAdder> nanos = new EnumMap<>(Phase.class);

  /** Nothing measured yet. */
  public Durees() {
    for (Phase etape : Phase.values()) {
      nanos.put(etape, new LongAdder());
    }
  }

  /** Does something and counts its time in a stage. */
  public <T, E extends Exception> T mesure(Phase etape, Travail<T, E> travail) throws E {
    long debut = System.nanoTime();
    try {
      return travail.fais();
    } finally {
      nanos.get(etape).add(System.nanoTime() - debut);
    }
  }

  /** The share of the time that a stage took, in per cent. */
  public int part(Phase etape) {
    long total = nanos.values().stream().mapToLong(LongAdder::sum).sum();
    return total == 0 ? 0 : Math.round((float) CENT * nanos.get(etape).sum() / total);
  }
}
