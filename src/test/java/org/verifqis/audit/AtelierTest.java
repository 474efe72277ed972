package org.verifqis.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AtelierTest {
  private final AtomicInteger faites = new AtomicInteger();

  @Test
  void theEndlessTheFailingAndTheHungryStopNobody() {
    List<Atelier.Issue<String>> issues =
        new Atelier(2, Duration.ofMillis(300))
            .chacun(
                List.of("a", "sans fin", "sourde", "b", "gourmande", "fautive", "c"),
                AtelierTest::travaille,
                faites::incrementAndGet);
    assertThat(faites).hasValue(7);
    assertThat(issues)
        .extracting(Atelier.Issue::valeur)
        .containsExactly("A", null, null, "B", null, null, "C");
    assertThat(issues.get(1).echec()).isInstanceOf(TimeoutException.class);
    assertThat(issues.get(2).echec()).isInstanceOf(TimeoutException.class);
    assertThat(issues.get(4).echec()).isInstanceOf(OutOfMemoryError.class);
    assertThat(issues.get(5).echec()).isInstanceOf(IllegalArgumentException.class);
  }

  /** Together they want more than there is, one after the other they do not. */
  @Test
  void whatWantedMemoryIsTriedAgainAlone() {
    AtomicInteger ensemble = new AtomicInteger();
    CyclicBarrier rencontre = new CyclicBarrier(2);
    AtomicInteger essais = new AtomicInteger();
    List<Atelier.Issue<Integer>> issues =
        new Atelier(2, Duration.ofSeconds(60))
            .chacun(
                List.of(1, 2),
                chose -> {
                  int autres = ensemble.getAndIncrement();
                  try {
                    if (essais.incrementAndGet() <= 2) {
                      rencontre.await();
                    }
                    if (autres > 0) {
                      throw new OutOfMemoryError("too much together");
                    }
                    return chose;
                  } catch (InterruptedException | BrokenBarrierException e) {
                    throw new IllegalStateException(e);
                  } finally {
                    ensemble.decrementAndGet();
                  }
                },
                faites::incrementAndGet);
    assertThat(issues).extracting(Atelier.Issue::valeur).containsExactly(1, 2);
    assertThat(essais).hasValue(3);
    assertThat(faites).hasValue(2);
  }

  private static String travaille(String chose) {
    switch (chose) {
      case "sans fin" -> dors();
      case "sourde" -> boucle();
      case "gourmande" -> throw new OutOfMemoryError("too much");
      case "fautive" -> throw new IllegalArgumentException(chose);
      default -> {}
    }
    return chose.toUpperCase(java.util.Locale.ROOT);
  }

  private static void dors() {
    try {
      Thread.sleep(60_000);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Does not heed an interruption. */
  private static void boucle() {
    long fin = System.nanoTime() + Duration.ofSeconds(3).toNanos();
    AtomicLong tours = new AtomicLong();
    while (System.nanoTime() < fin) {
      tours.incrementAndGet();
    }
  }
}
