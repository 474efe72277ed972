package org.verifqis.regles;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.drools.core.common.BaseNode;
import org.drools.core.reteoo.BetaMemory;
import org.drools.core.reteoo.BetaNode;
import org.drools.core.reteoo.ReteDumper;
import org.drools.core.reteoo.TupleMemory;
import org.junit.jupiter.api.Test;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.verifqis.classeur.GabaritYaml;
import org.verifqis.classeur.LecteurReddition;
import org.verifqis.classeur.Limites;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Participation;
import org.verifqis.modele.Reddition;

/**
 * The work of every rule grows with the rows, not with their square. Work is counted, not timed:
 * the pairs that the joins of its network set against each other, the matches, and how often what
 * the rule calls looks at a row.
 */
class LineariteTest {
  private static final int PETITE = 8;
  private static final int FOIS = 4;

  /** What does not grow: bodies of the network that hold one fact, empty tables. */
  private static final long CONSTANTE = 50;

  private static final Registre REGISTRE = Registre.charge();
  private static final Parametres PARAMETRES = Parametres.charge();

  /** What preparing the facts takes stands under a name of its own. */
  private static final String FAITS = "faits";

  private record Travail(long activations, long paires, long regards) {}

  private static Reddition lis(String exemple) {
    return new LecteurReddition(GabaritYaml.charge(), Limites.parDefaut())
        .lis(Path.of("fixtures/exemples", exemple));
  }

  @Test
  void leTravailDeChaqueRegleCroitCommeLesLignes() {
    KieBase regles = ReglesCompilees.charge().base();
    Map<String, Travail> petit = travail(regles, PETITE);
    Map<String, Travail> grand = travail(regles, PETITE * FOIS);
    List<String> trop = new ArrayList<>();
    petit.forEach(
        (regle, avant) -> {
          Travail apres = grand.get(regle);
          if (apres.activations > FOIS * avant.activations + CONSTANTE
              || apres.paires > FOIS * avant.paires + CONSTANTE
              || apres.regards > FOIS * avant.regards + CONSTANTE) {
            trop.add(regle + ": " + avant + " -> " + apres);
          }
        });
    assertThat(trop).isEmpty();
    // The counts count: the rules of projects see each of them.
    assertThat(grand.get("PRO-01").activations)
        .isEqualTo(FOIS * petit.get("PRO-01").activations)
        .isGreaterThan(CONSTANTE);
    assertThat(grand.get("PRO-01").paires).isGreaterThanOrEqualTo(grand.get("PRO-01").activations);
    assertThat(grand.get("FIN-04").paires).isGreaterThan(CONSTANTE);
    assertThat(grand.get("VER-09").regards).isGreaterThan(CONSTANTE);
    assertThat(grand.get(FAITS).regards).isGreaterThan(grand.get("PRO-01").activations);
  }

  private static Map<String, Travail> travail(KieBase regles, int fois) {
    Map<String, Travail> travaux = new HashMap<>();
    LongAdder regards = new LongAdder();
    Reddition reddition = GrandeReddition.de(lis("non-conforme.xlsx"), fois, regards);
    Entente entente = reddition.identification().codeEntente().contenu();
    Exercice exercice = Exercice.contenant(reddition.identification().exerciceDebut().contenu());
    Edition edition = REGISTRE.edition(exercice).orElseThrow();
    List<Object> faits =
        new Moteur(REGISTRE, PARAMETRES)
            .faits(reddition, new Participation(reddition.implications()), entente, exercice);
    travaux.put(FAITS, new Travail(0, 0, regards.sum()));
    Set<BaseNode> noeuds = ReteDumper.collectRete(regles);
    for (Regle regle : REGISTRE.regles()) {
      Parametre parametre =
          regle.parametre() == null
              ? null
              : PARAMETRES
                  .enVigueur(regle.parametre(), edition.nom(), reddition.identification())
                  .orElse(null);
      if (Registre.estInter(regle) || regle.parametre() != null && parametre == null) {
        continue;
      }
      KieSession seance = regles.newKieSession();
      try {
        faits.forEach(seance::insert);
        seance.setGlobal("constats", new Constats(false));
        seance.insert(new Application(regle.id(), parametre));
        regards.reset();
        int activations = seance.fireAllRules();
        travaux.put(
            regle.id(),
            new Travail(activations, paires(seance, noeuds, regle.id()), regards.sum()));
      } finally {
        seance.dispose();
      }
    }
    return travaux;
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
