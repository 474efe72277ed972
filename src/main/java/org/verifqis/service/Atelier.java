package org.verifqis.service;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
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

  /** What takes results, one after another. */
  interface Remise<R, E extends Exception> {
    /** Takes the result of the thing of that rank. */
    void prend(int rang, R resultat) throws E;
  }

  /** Works on each; the results are in the order of the things. */
  public <T, R> List<R> chacun(List<T> choses, Function<T, R> travail, Runnable uneDeFaite) {
    List<R> resultats = new ArrayList<>();
    this.<T, R, RuntimeException>enOrdre(
        choses, travail, choses.size(), uneDeFaite, (rang, resultat) -> resultats.add(resultat));
    return resultats;
  }

  /**
   * Works on each and hands over the results in the order of the things, each as soon as it and
   * those before are there; then nothing holds it any longer.
   *
   * @param fenetre how many things may be worked on or wait to be handed over
   */
  <T, R, E extends Exception> void enOrdre(
      List<T> choses, Function<T, R> travail, int fenetre, Runnable uneDeFaite, Remise<R, E> remise)
      throws E {
    Attente<R> attente = new Attente<>(choses.size(), fenetre);
    for (int i = 0; i < Math.min(ouvriers, choses.size()); i++) {
      lance(
          "verifqis-" + i,
          () -> {
            for (int rang = attente.prochaine(); rang >= 0; rang = attente.prochaine()) {
              attente.faite(rang, travail, choses.get(rang), uneDeFaite);
            }
          });
    }
    try {
      for (int rang = 0; rang < choses.size(); rang++) {
        remise.prend(rang, attente.resultat(rang));
        attente.remise();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the work was interrupted", e);
    } finally {
      attente.ferme();
    }
  }

  /** What is yet to be worked on, and the results that wait for their turn. */
  private static final class Attente<R> {
    private final int nombre;
    private final int fenetre;
    private final Map<Integer, Supplier<R>> faites = new HashMap<>();
    private int prochaine;
    private int remises;

    Attente(int nombre, int fenetre) {
      this.nombre = nombre;
      this.fenetre = fenetre;
    }

    /** The rank of what is worked on next, once there is room for it; -1 where nothing is. */
    synchronized int prochaine() {
      try {
        while (prochaine < nombre && prochaine - remises >= fenetre) {
          wait();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return -1;
      }
      return prochaine < nombre ? prochaine++ : -1;
    }

    <T> void faite(int rang, Function<T, R> travail, T chose, Runnable uneDeFaite) {
      Supplier<R> issue;
      try {
        R resultat = travail.apply(chose);
        issue = () -> resultat;
      } catch (RuntimeException | Error e) {
        issue =
            () -> {
              throw new IllegalStateException("the work has failed", e);
            };
      }
      synchronized (this) {
        faites.put(rang, issue);
        uneDeFaite.run();
        notifyAll();
      }
    }

    /** Waits for a result, and lets go of it. */
    R resultat(int rang) throws InterruptedException {
      Supplier<R> issue;
      synchronized (this) {
        while (!faites.containsKey(rang)) {
          wait();
        }
        issue = faites.remove(rang);
      }
      return issue.get();
    }

    synchronized void remise() {
      remises++;
      notifyAll();
    }

    /** Nothing more is begun. */
    synchronized void ferme() {
      prochaine = nombre;
      notifyAll();
    }
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
