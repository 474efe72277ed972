package org.verifqis.regles;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.drools.core.common.BaseNode;
import org.drools.core.reteoo.BetaMemory;
import org.drools.core.reteoo.BetaNode;
import org.drools.core.reteoo.TupleMemory;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/**
 * What a rule does, counted, not timed.
 *
 * @param activations the matches
 * @param paires the pairs that the joins of its network set against each other
 * @param regards how often what the rule calls looks at a row
 */
record Travail(long activations, long paires, long regards) {
  /** What does not grow: bodies of the network that hold one fact, empty tables. */
  static final long CONSTANTE = 50;

  static final Travail AUCUN = new Travail(0, 0, 0);

  /** That of the rule that is applied to some facts. */
  static Travail de(
      KieBase regles,
      Set<BaseNode> noeuds,
      List<?> faits,
      Application application,
      LongAdder regards) {
    KieSession seance = regles.newKieSession();
    try {
      faits.forEach(seance::insert);
      seance.setGlobal("constats", new Constats(false));
      seance.insert(application);
      regards.reset();
      int activations = seance.fireAllRules();
      return new Travail(activations, paires(seance, noeuds, application.regle()), regards.sum());
    } finally {
      seance.dispose();
    }
  }

  Travail plus(Travail autre) {
    return new Travail(
        activations + autre.activations, paires + autre.paires, regards + autre.regards);
  }

  /** Whether it is at most so many times what it was before. */
  boolean croitAuPlus(int fois, Travail avant) {
    return activations <= fois * avant.activations + CONSTANTE
        && paires <= fois * avant.paires + CONSTANTE
        && regards <= fois * avant.regards + CONSTANTE;
  }

  /** The pairs that the join nodes of a rule tried: all of them where no key is indexed. */
  private static long paires(KieSession seance, Set<BaseNode> noeuds, String regle) {
    long paires = 0;
    for (BaseNode noeud : noeuds) {
      boolean sert =
          Arrays.stream(noeud.getAssociatedRules()).anyMatch(r -> r.getName().contains(regle));
      if (sert && noeud instanceof BetaNode) {
        Object memoire = memoire(noeud, seance);
        Object droites = demande(BetaMemory.class, memoire, "getRightTupleMemory");
        long gauche = nombre(demande(BetaMemory.class, memoire, "getLeftTupleMemory"));
        long droite = nombre(droites);
        boolean indexe =
            droites != null && (boolean) demande(TupleMemory.class, droites, "isIndexed");
        paires += indexe ? gauche + droite : gauche * droite;
      }
    }
    return paires;
  }

  private static long nombre(Object memoire) {
    return memoire == null ? 0 : (int) demande(TupleMemory.class, memoire, "size");
  }

  private static Object memoire(BaseNode noeud, KieSession seance) {
    Method lit =
        Arrays.stream(BetaNode.class.getMethods())
            .filter(m -> m.getName().equals("getBetaMemory") && m.getParameterCount() == 2)
            .findFirst()
            .orElseThrow();
    try {
      return lit.invoke(null, noeud, seance);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Calls a getter of the engine. By reflection, because javac warns of JAXB annotations without
   * their library when it meets the types that these getters name, and a warning fails the build.
   */
  private static Object demande(Class<?> type, Object objet, String methode) {
    try {
      return type.getMethod(methode).invoke(objet);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
