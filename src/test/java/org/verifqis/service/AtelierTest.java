package org.verifqis.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.verifqis.modele.Refus.Motif;

/** Many things worked on at once, none of which stops the others. */
class AtelierTest {
  private static final Duration COURT = Duration.ofSeconds(2);

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

  @Test
  void resultsAreHandedOverInOrderAndFewWaitForTheirTurn() {
    Atelier atelier = new Atelier(4, COURT);
    List<Integer> choses = IntStream.range(0, 500).boxed().toList();
    AtomicInteger vivants = new AtomicInteger();
    AtomicInteger plus = new AtomicInteger();
    List<Integer> rendus = new ArrayList<>();
    atelier.<Integer, Integer, RuntimeException>enOrdre(
        choses,
        chose -> {
          plus.accumulateAndGet(vivants.incrementAndGet(), Math::max);
          return chose * chose;
        },
        8,
        faites::incrementAndGet,
        (rang, resultat) -> {
          rendus.add(resultat);
          vivants.decrementAndGet();
        });
    assertThat(rendus).isEqualTo(choses.stream().map(chose -> chose * chose).toList());
    assertThat(faites).hasValue(500);
    assertThat(plus.get()).isBetween(1, 8);
  }

  @Test
  void whatCanNotBeHandedOverEndsTheWork() {
    Atelier atelier = new Atelier(2, COURT);
    List<Integer> choses = IntStream.range(0, 500).boxed().toList();
    assertThatThrownBy(
            () ->
                atelier.<Integer, Integer, IOException>enOrdre(
                    choses,
                    chose -> chose,
                    4,
                    faites::incrementAndGet,
                    (rang, resultat) -> {
                      if (rang == 10) {
                        throw new IOException("full");
                      }
                    }))
        .isInstanceOf(IOException.class);
    assertThat(faites.get()).isBetween(11, 15);
  }

  @Test
  void aFaultOfTheWorkItselfIsThrownOnAndLeavesNobodyWaiting() {
    Atelier atelier = new Atelier(2, COURT);
    assertThatThrownBy(
            () ->
                atelier.chacun(
                    List.of(1, 2, 3),
                    chose -> {
                      throw new IllegalArgumentException("what went wrong");
                    },
                    faites::incrementAndGet))
        .hasRootCauseMessage("what went wrong");
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
