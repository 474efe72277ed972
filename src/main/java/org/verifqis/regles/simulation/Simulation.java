package org.verifqis.regles.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.verifqis.regles.Jugement;
import org.verifqis.regles.ResultatRegle;
import org.verifqis.regles.StatutRegle;

/**
 * A reddition judged as things stand, and as they would be under other figures, another edition or
 * other rules.
 *
 * @param actuel the judgement as things stand
 * @param simule the judgement as it would be
 */
public record Simulation(Jugement actuel, Jugement simule) {
  /** Of these it does not matter how grave they would be. */
  private static final Set<StatutRegle> SANS_CONSTAT =
      Set.of(StatutRegle.RESPECTEE, StatutRegle.NON_APPLICABLE);

  /** A rule that would end otherwise: status, number of findings or severity. */
  public record Ecart(ResultatRegle actuel, ResultatRegle simule) {
    /** Whether the rule has another severity. */
    public boolean autreGravite() {
      return actuel.regle().gravite() != simule.regle().gravite();
    }
  }

  /** Whether the verdict would change. */
  public boolean changeDeVerdict() {
    return actuel.verdict() != simule.verdict();
  }

  /**
   * The rules that would come out otherwise, in the register's order; those that only one of the
   * registers has do not apply under the other.
   */
  public List<Ecart> ecarts() {
    Map<String, ResultatRegle> avants = parId(actuel);
    Map<String, ResultatRegle> apresParId = parId(simule);
    Set<String> ids = new LinkedHashSet<>(avants.keySet());
    ids.addAll(apresParId.keySet());
    List<Ecart> ecarts = new ArrayList<>();
    for (String id : ids) {
      ResultatRegle avant = avants.getOrDefault(id, sansObjet(apresParId.get(id)));
      ResultatRegle apres = apresParId.getOrDefault(id, sansObjet(avants.get(id)));
      Ecart ecart = new Ecart(avant, apres);
      if (ecart.autreGravite() && !SANS_CONSTAT.contains(avant.statut())
          || avant.statut() != apres.statut()
          || avant.enfreints() != apres.enfreints()) {
        ecarts.add(ecart);
      }
    }
    return ecarts;
  }

  private static Map<String, ResultatRegle> parId(Jugement jugement) {
    Map<String, ResultatRegle> parId = new LinkedHashMap<>();
    jugement.resultats().forEach(r -> parId.put(r.regle().id(), r));
    return parId;
  }

  private static ResultatRegle sansObjet(ResultatRegle resultat) {
    return resultat == null
        ? null
        : ResultatRegle.sans(resultat.regle(), StatutRegle.NON_APPLICABLE);
  }
}
