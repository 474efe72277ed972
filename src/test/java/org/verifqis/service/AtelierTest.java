package org.verifqis.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.verifqis.modele.Refus.Motif;

/** Many things worked on at once, none of which stops the others. */
class AtelierTest {
  private static final Duration COURT = Duration.ofMillis(300);

  private final AtomicInteger faites = new AtomicInteger();
  private final CountDownLatch jamais = new CountDownLatch(1);

  @Test
  void theEndlessTheFailingAndTheHungryStopNobody() {
    Atelier atelier = new Atelier(2, COURT);
    List<Issue<String>> issues =
        atelier.chacun(
            List.of("a", "sans fin", "sourde", "b", "gourmande", "fautive", "c"),
            chose -> atelier.enTemps(chose, () -> travaille(chose)),
            faites::incrementAndGet);
    jamais.countDown();
    assertThat(faites).hasValue(7);
    assertThat(issues)
        .extracting(Issue::valeur)
        .containsExactly("A", null, null, "B", null, null, "C");
    assertThat(issues.stream().filter(issue -> !issue.reussie()).map(Issue::erreur))
        .extracting(erreur -> erreur.refus().motif())
        .containsExactly(Motif.TROP_LONG, Motif.TROP_LONG, Motif.MEMOIRE, Motif.INTERNE);
    assertThat(issues.get(1).erreur().fichier()).isEqualTo("sans fin");
    assertThat(issues.get(5).erreur().refus().details().toString()).contains("what went wrong");
  }

  private String travaille(String chose) throws InterruptedException {
    switch (chose) {
      case "sans fin" -> jamais.await();
      case "sourde" -> attendsSansEcouter();
      case "gourmande" -> throw new OutOfMemoryError("too much");
      case "fautive" -> throw new IllegalArgumentException("what went wrong");
      default -> {}
    }
    return chose.toUpperCase(Locale.ROOT);
  }

  /** Does not heed an interruption. */
  private void attendsSansEcouter() {
    while (jamais.getCount() > 0) {
      Thread.onSpinWait();
    }
  }
}
