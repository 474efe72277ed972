package org.verifqis.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
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
