package org.verifqis.service;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.verifqis.classeur.FichierRefuse;
import org.verifqis.modele.Erreur;
import org.verifqis.modele.Refus;
import org.verifqis.modele.Refus.Motif;

/**
 * Works on many things at once, and on each within a time limit. What takes longer is interrupted;
 * should it not heed that, its thread is left behind.
 */
public final class Atelier {
  private static final Logger LOG = LoggerFactory.getLogger(Atelier.class);

  private final int ouvriers;
  private final Duration delai;

  /**
   * A workshop.
   *
   * @param ouvriers how many things are worked on at once
   * @param delai how long one of them may take
   */
  public Atelier(int ouvriers, Duration delai) {
    this.ouvriers = ouvriers;
    this.delai = delai;
  }

  /** Works on each; the results are in the order of the things. */
  public <T, R> List<R> chacun(List<T> choses, Function<T, R> travail, Runnable uneDeFaite) {
    List<R> resultats = new ArrayList<>(Collections.nCopies(choses.size(), null));
    AtomicInteger prochaine = new AtomicInteger();
    List<Thread> fils = new ArrayList<>();
    for (int i = 0; i < Math.min(ouvriers, choses.size()); i++) {
      fils.add(
          lance(
              "verifqis-" + i,
              () -> {
                for (int rang = prochaine.getAndIncrement();
                    rang < choses.size();
                    rang = prochaine.getAndIncrement()) {
                  R resultat = travail.apply(choses.get(rang));
                  synchronized (resultats) {
                    resultats.set(rang, resultat);
                    uneDeFaite.run();
                  }
                }
              }));
    }
    try {
      for (Thread fil : fils) {
        fil.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the work was interrupted", e);
    }
    return resultats;
  }

  /**
   * Does something within the time limit, whatever it throws.
   *
   * @param nom what it is done with, by which it is told
   */
  public <R> Issue<R> enTemps(String nom, Callable<R> travail) {
    FutureTask<R> tache = new FutureTask<>(travail);
    try {
      lance("verifqis-fichier", tache);
      return Issue.de(tache.get(delai.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      tache.cancel(true);
      return ratee(nom, Refus.de(Motif.TROP_LONG, delai.toSeconds()));
    } catch (InterruptedException e) {
      tache.cancel(true);
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the work was interrupted", e);
    } catch (ExecutionException e) {
      return ratee(nom, refus(nom, e.getCause()));
    } catch (OutOfMemoryError e) {
      return ratee(nom, refus(nom, e));
    }
  }

  private static <R> Issue<R> ratee(String nom, Refus refus) {
    return Issue.ratee(new Erreur(nom, refus));
  }

  private static Thread lance(String nom, Runnable tache) {
    Thread fil = new Thread(tache, nom);
    fil.setDaemon(true);
    fil.start();
    return fil;
  }

  /** Why something failed, from what it threw. */
  private static Refus refus(String nom, Throwable jete) {
    if (jete instanceof FichierRefuse refuse) {
      return refuse.refus();
    }
    for (Throwable cause = jete; cause != null; cause = cause.getCause()) {
      if (cause instanceof OutOfMemoryError) {
        return Refus.de(Motif.MEMOIRE);
      }
    }
    // A fault of ours, which is no reason to leave the other files unchecked.
    StackTraceElement[] trace = jete.getStackTrace();
    Object place = trace.length == 0 ? "?" : trace[0];
    // Names of files, and what they hold, have no place in a log that others read.
    LOG.error("a file can't be worked on: {} at {}", jete.getClass().getName(), place);
    LOG.debug("{} can't be worked on", nom, jete);
    return Refus.de(Motif.INTERNE, jete.toString());
  }
}
