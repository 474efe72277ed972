package org.verifqis.regles;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.drools.core.common.BaseNode;
import org.drools.core.reteoo.ReteDumper;
import org.junit.jupiter.api.Test;
import org.kie.api.KieBase;
import org.verifqis.classeur.LecteurReddition;
import org.verifqis.classeur.Limites;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Participation;
import org.verifqis.modele.Reddition;

/** The {@link Travail} of every rule grows with the rows, not with their square. */
class LineariteTest {
  private static final int PETITE = 8;
  private static final int FOIS = 4;

  private static final Registre REGISTRE = Registre.charge();
  private static final Parametres PARAMETRES = Parametres.charge();

  /** What preparing the facts takes stands under a name of its own. */
  private static final String FAITS = "faits";

  private static Reddition lis(String exemple) {
    return new LecteurReddition(LecteurGabarit.charge(), Limites.parDefaut())
        .lis(Path.of("fixtures/exemples", exemple));
  }

  @Test
  void theWorkOfEachRuleGrowsAsTheRows() {
    KieBase regles = ReglesCompilees.charge().base();
    Map<String, Travail> petit = travail(regles, PETITE);
    Map<String, Travail> grand = travail(regles, PETITE * FOIS);
    List<String> trop = new ArrayList<>();
    petit.forEach(
        (regle, avant) -> {
          Travail apres = grand.get(regle);
          if (!apres.croitAuPlus(FOIS, avant)) {
            trop.add(regle + ": " + avant + " -> " + apres);
          }
        });
    assertThat(trop).isEmpty();
    // The counts count: the rules of projects see each of them.
    assertThat(grand.get("PRO-01").activations())
        .isEqualTo(FOIS * petit.get("PRO-01").activations())
        .isGreaterThan(Travail.CONSTANTE);
    assertThat(grand.get("PRO-01").paires())
        .isGreaterThanOrEqualTo(grand.get("PRO-01").activations());
    assertThat(grand.get("FIN-04").paires()).isGreaterThan(Travail.CONSTANTE);
    assertThat(grand.get("VER-09").regards()).isGreaterThan(Travail.CONSTANTE);
    assertThat(grand.get(FAITS).regards()).isGreaterThan(grand.get("PRO-01").activations());
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
            .faits(
                reddition,
                new Participation(reddition.implications()),
                entente,
                exercice,
                type -> true);
    travaux.put(FAITS, new Travail(0, 0, regards.sum()));
    Set<BaseNode> noeuds = ReteDumper.collectRete(regles);
    for (Regle regle : REGISTRE.regles()) {
      Parametre parametre =
          regle.parametre() == null
              ? null
              : PARAMETRES
                  .enVigueur(regle.parametre(), edition.nom(), reddition.identification())
                  .orElse(null);
      if (regle.estInter() || regle.parametre() != null && parametre == null) {
        continue;
      }
      travaux.put(
          regle.id(),
          Travail.de(regles, noeuds, faits, new Application(regle.id(), parametre), regards));
    }
    return travaux;
  }
}
