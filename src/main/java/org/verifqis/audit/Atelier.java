package org.verifqis.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.verifqis.classeur.FichierRefuse;

/**
 * Works on many things at once, each within a time limit. What takes longer is interrupted; should
 * it not heed that, its thread is left behind and another one takes its place.
 */
final class Atelier {
  private final int ouvriers;
  private final Duration delai;

  Atelier(int ouvriers, Duration delai) {
    this.ouvriers = ouvriers;
    this.delai = delai;
  }

  /**
   * What became of one thing.
   *
   * @param valeur what the work gave; null where it failed
   * @param echec why it failed; null where it did not
   */
  record Issue<R>(R valeur, Throwable echec) {}

  /**
   * Works on each; the outcomes are in the order of the things. What wanted memory is worked on
   * once more, alone: it may then have what another one took from it.
   */
  <T, R> List<Issue<R>> chacun(List<T> choses, Function<T, R> travail, Runnable uneDeFaite) {
    List<Issue<R>> issues = ensemble(ouvriers, choses, travail, uneDeFaite);
    List<Integer> affames =
        IntStream.range(0, choses.size()).filter(i -> sansMemoire(issues.get(i))).boxed().toList();
    List<Issue<R>> autres = ensemble(1, affames, rang -> travail.apply(choses.get(rang)), () -> {});
    for (int i = 0; i < affames.size(); i++) {
      issues.set(affames.get(i), autres.get(i));
    }
    return issues;
  }

  private static boolean sansMemoire(Issue<?> issue) {
    return issue.echec() instanceof OutOfMemoryError
        || issue.echec() instanceof FichierRefuse refus
            && refus.motif() == FichierRefuse.Motif.MEMOIRE;
  }

  private <T, R> List<Issue<R>> ensemble(
      int ouvriers, List<T> choses, Function<T, R> travail, Runnable uneDeFaite) {
    List<Issue<R>> issues = new ArrayList<>(java.util.Collections.nCopies(choses.size(), null));
    AtomicInteger prochaine = new AtomicInteger();
    List<Thread> surveillants = new ArrayList<>();
    for (int i = 0; i < Math.min(ouvriers, choses.size()); i++) {
      Thread surveillant =
          new Thread(
              () -> {
                Poste poste = new Poste();
                int rang = prochaine.getAndIncrement();
                while (rang < choses.size()) {
                  T chose = choses.get(rang);
                  Issue<R> issue = poste.fais(() -> travail.apply(chose));
                  synchronized (issues) {
                    issues.set(rang, issue);
                    uneDeFaite.run();
                  }
                  rang = prochaine.getAndIncrement();
                }
                poste.fil.shutdown();
              },
              "audit-" + i);
      surveillant.setDaemon(true);
      surveillant.start();
      surveillants.add(surveillant);
    }
    for (Thread surveillant : surveillants) {
      attends(surveillant);
    }
    return issues;
  }

  private static void attends(Thread surveillant) {
    try {
      surveillant.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the audit was interrupted", e);
    }
  }

  /** One thread and whoever waits for it. */
  private final class Poste {
    private ExecutorService fil = ouvre();

    private static ExecutorService ouvre() {
      return Executors.newSingleThreadExecutor(
          tache -> {
            Thread thread = new Thread(tache, "audit-fichier");
            thread.setDaemon(true);
            return thread;
          });
    }

    <R> Issue<R> fais(java.util.concurrent.Callable<R> travail) {
      Future<R> futur = null;
      try {
        futur = fil.submit(travail);
        return new Issue<>(futur.get(delai.toMillis(), TimeUnit.MILLISECONDS), null);
      } catch (TimeoutException e) {
        futur.cancel(true);
        fil.shutdownNow();
        fil = ouvre();
        return new Issue<>(null, e);
      } catch (ExecutionException e) {
        return new Issue<>(null, e.getCause());
      } catch (CancellationException | InterruptedException | OutOfMemoryError e) {
        return new Issue<>(null, e);
      }
    }
  }
}
