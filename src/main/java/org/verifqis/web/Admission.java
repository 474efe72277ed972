package org.verifqis.web;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets so many workbooks be worked on at once and so many wait. Whoever comes beyond that, or has
 * waited too long, is sent away at once: pages go on answering meanwhile.
 */
final class Admission {
  private final Semaphore room;
  private final Semaphore desks;
  private final Duration patience;

  /**
   * A room.
   *
   * @param desks how many are worked on at once
   * @param queue how many more may wait
   * @param patience how long one waits at most
   */
  Admission(int desks, int queue, Duration patience) {
    this.room = new Semaphore(desks + queue);
    this.desks = new Semaphore(desks, true);
    this.patience = patience;
  }

  /** There is no place, or none came free in time. */
  static final class Full extends RuntimeException {
    private static final long serialVersionUID = 1;

    Full() {
      super(null, null, false, false);
    }
  }

  /**
   * Does a piece of work when its turn comes.
   *
   * @throws Complet if there is no place for it
   */
  <T> T run(Callable<T> work) throws Exception {
    if (!room.tryAcquire()) {
      throw new Full();
    }
    try {
      if (!desks.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new Full();
      }
      try {
        return work.call();
      } finally {
        desks.release();
      }
    } finally {
      room.release();
    }
  }

  /** How many more would be let in now. */
  int free() {
    return room.availablePermits();
  }
}
