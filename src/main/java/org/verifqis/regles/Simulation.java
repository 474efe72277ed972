package org.verifqis.regles;

import java.util.ArrayList;
import java.util.List;

/**
 * A reddition judged as things stand, and as they would be under other figures or another edition.
 *
 * @param actuel the judgement as things stand
 * @param simule the judgement as it would be
 */
public record Simulation(Jugement actuel, Jugement simule) {
  /** A rule that would end in another status, or with another number of findings. */
  public record Ecart(ResultatRegle actuel, ResultatRegle simule) {}

  /** Whether the verdict would change. */
  public boolean changeDeVerdict() {
    return actuel.verdict() != simule.verdict();
  }

  /** The rules that would come out otherwise, in the register's order. */
  public List<Ecart> ecarts() {
    List<Ecart> ecarts = new ArrayList<>();
    for (int i = 0; i < actuel.resultats().size(); i++) {
      ResultatRegle avant = actuel.resultats().get(i);
      ResultatRegle apres = simule.resultats().get(i);
      if (avant.statut() != apres.statut() || avant.enfreints() != apres.enfreints()) {
        ecarts.add(new Ecart(avant, apres));
      }
    }
    return ecarts;
  }
}
