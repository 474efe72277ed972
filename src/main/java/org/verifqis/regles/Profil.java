package org.verifqis.regles;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What each rule costs, over all the redditions that an engine judges. Threads may share one.
 *
 * @see Moteur#profile
 */
public final class Profil {
  private final Map<String, Cout> parRegle = new ConcurrentHashMap<>();
  private Cout faits = new Cout(0, 0);

  /**
   * What was spent.
   *
   * @param nanos time, in nanoseconds
   * @param activations how often a rule of the DRL files found a match
   */
  public record Cout(long nanos, long activations) {
    private Cout plus(Cout autre) {
      return new Cout(nanos + autre.nanos, activations + autre.activations);
    }
  }

  /** What one rule of the register cost. */
  public record Ligne(String regle, Cout cout) {}

  void ajoute(String regle, long nanos, int activations) {
    parRegle.merge(regle, new Cout(nanos, activations), Cout::plus);
  }

  synchronized void ajouteFaits(long nanos, int nombre) {
    faits = faits.plus(new Cout(nanos, nombre));
  }

  /** Handing the facts to the engine, before any rule: the time, and how many facts. */
  public synchronized Cout faits() {
    return faits;
  }

  /** The rules that were judged, the dearest first. */
  public List<Ligne> lignes() {
    List<Ligne> lignes = new ArrayList<>();
    parRegle.forEach((regle, cout) -> lignes.add(new Ligne(regle, cout)));
    lignes.sort(Comparator.comparingLong((Ligne l) -> -l.cout.nanos).thenComparing(l -> l.regle));
    return lignes;
  }
}
