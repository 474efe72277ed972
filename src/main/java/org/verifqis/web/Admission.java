package org.verifqis.web;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets so many workbooks be worked on at once and so many wait. Whoever comes beyond that, or has
 * waited too long, is sent away at once: pages go on answering meanwhile.
 */
final class Admission {
  private final Semaphore room;
  private final int size;
  private final Workplaces places;
  private final Deque<Object> line;
  private final Duration patience;

  private Admission(Workplaces places, int room, Deque<Object> line, Duration patience) {
    this.places = places;
    this.size = room;
    this.room = new Semaphore(size);
    this.line = line;
    this.patience = patience;
  }

  /**
   * A room.
   *
   * @param desks how many are worked on at once
   * @param queue how many more may wait
   * @param patience how long one waits at most
   */
  Admission(int desks, int queue, Duration patience) {
    this.places = new Workplaces(desks);
    this.size = desks + queue;
    this.room = new Semaphore(size);
    this.line = places.others;
    this.patience = patience;
  }

  /**
   * A room of its own to the same desks. Whoever waits there goes before whoever waits here: that
   * one is full, or slow, keeps nobody out of the other.
   */
  Admission ahead(int queue, Duration patience) {
    return new Admission(places, places.desks + queue, places.first, patience);
  }

  /** The desks, and who waits for one, in two lines. */
  private static final class Workplaces {
    private final int desks;
    private final Deque<Object> first = new ArrayDeque<>();
    private final Deque<Object> others = new ArrayDeque<>();
    private int free;

    Workplaces(int desks) {
      this.desks = desks;
      this.free = desks;
    }

    /** Whether a desk came free in time. */
    synchronized boolean take(Deque<Object> line, Duration patience) throws InterruptedException {
      long end = System.nanoTime() + patience.toNanos();
      Object me = new Object();
      line.add(me);
      try {
        while (free == 0 || next() != me) {
          long left = end - System.nanoTime();
          if (left <= 0) {
            return false;
          }
          TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        free--;
        return true;
      } finally {
        line.remove(me);
        notifyAll();
      }
    }

    private Object next() {
      return (first.isEmpty() ? others : first).peek();
    }

    synchronized void leave() {
      free++;
      notifyAll();
    }
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
   * @throws Full if there is no place for it
   */
  <T> T run(Callable<T> work) throws Exception {
    if (!room.tryAcquire()) {
      throw new Full();
    }
    try {
      if (!places.take(line, patience)) {
        throw new Full();
      }
      try {
        return work.call();
      } finally {
        places.leave();
      }
    } finally {
      room.release();
    }
  }

  /** Whether nobody is in it. */
  boolean idle() {
    return free() == size;
  }

  /** How many more would be let in now. */
  int free() {
    return room.availablePermits();
  }
}
