package org.verifqis.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The gate: what goes through at once, never more than there is memory for. */
class EcluseTest {
  private static final long MO = 1L << 20;

  private final AtomicInteger dedans = new AtomicInteger();
  private final AtomicInteger plus = new AtomicInteger();

  private Thread passe(Ecluse ecluse, long octets, CountDownLatch entres, CountDownLatch ouvre) {
    Thread fil =
        new Thread(
            () -> {
              try {
                ecluse.passe(
                    octets,
                    () -> {
                      plus.accumulateAndGet(dedans.incrementAndGet(), Math::max);
                      entres.countDown();
                      attends(ouvre);
                      dedans.decrementAndGet();
                      return null;
                    });
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    fil.start();
    return fil;
  }

  private static void attends(CountDownLatch loquet) {
    try {
      loquet.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits until a thread can't go on by itself. */
  private static void attendsQuIlAttende(Thread fil) {
    while (fil.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
  }

  @Test
  void letsInTogetherOnlyWhatFits() throws InterruptedException {
    Ecluse ecluse = new Ecluse(10 * MO);
    CountDownLatch deux = new CountDownLatch(2);
    CountDownLatch ouvre = new CountDownLatch(1);
    List<Thread> fils = new ArrayList<>();
    fils.add(passe(ecluse, 5 * MO, deux, ouvre));
    fils.add(passe(ecluse, 5 * MO, deux, ouvre));
    deux.await();
    Thread troisieme = passe(ecluse, MO, new CountDownLatch(1), ouvre);
    attendsQuIlAttende(troisieme);
    assertThat(dedans).hasValue(2);
    ouvre.countDown();
    troisieme.join();
    for (Thread fil : fils) {
      fil.join();
    }
    assertThat(dedans).hasValue(0);
    assertThat(plus).hasValue(2);
  }

  /** What wants more than there is would otherwise wait for ever. */
  @Test
  void whatIsTooLargeGoesThroughAlone() throws InterruptedException {
    Ecluse ecluse = new Ecluse(10 * MO);
    CountDownLatch un = new CountDownLatch(1);
    CountDownLatch ouvre = new CountDownLatch(1);
    Thread petite = passe(ecluse, MO, un, ouvre);
    un.await();
    Thread grande = passe(ecluse, 1_000 * MO, new CountDownLatch(1), ouvre);
    attendsQuIlAttende(grande);
    // It is not overtaken for ever by what is small.
    Thread autre = passe(ecluse, MO, new CountDownLatch(1), ouvre);
    attendsQuIlAttende(autre);
    assertThat(dedans).hasValue(1);
    ouvre.countDown();
    for (Thread fil : List.of(petite, grande, autre)) {
      fil.join();
    }
    assertThat(plus).hasValue(1);
  }

  @Test
  void whatFailsLeavesItsPlace() throws InterruptedException {
    Ecluse ecluse = new Ecluse(MO);
    for (int fois = 0; fois < 3; fois++) {
      try {
        ecluse.passe(
            MO,
            () -> {
              throw new OutOfMemoryError("too much");
            });
      } catch (OutOfMemoryError e) {
        dedans.incrementAndGet();
      }
    }
    assertThat(dedans).hasValue(3);
    assertThat(ecluse.seul(() -> "through")).isEqualTo("through");
  }
}
