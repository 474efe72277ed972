package org.verifqis.regles;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.drools.core.common.BaseNode;
import org.drools.core.reteoo.ReteDumper;
import org.junit.jupiter.api.Test;
import org.kie.api.KieBase;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Jumeaux;
import org.verifqis.modele.Resume;
import org.verifqis.modele.Succession;
import org.verifqis.modele.TypeVersement;

/**
 * The {@link Travail} of the rules across redditions grows with their projects and with their
 * number: what stands in two of them is looked up by key, never all against all.
 */
class LineariteInterTest {
  private static final int FOIS = 4;
  private static final LocalDate JOUR = LocalDate.of(2030, 1, 1);
  private static final Registre REGISTRE = Registre.charge();
  private static final KieBase REGLES = ReglesCompilees.charge().base();

  /** One promoter for all: titles alone tell the projects apart. */
  private static final String NEQ = "1143920115";

  /** What preparing the facts takes stands under a name of its own. */
  private static final String FAITS = "faits";

  /** Redditions, and how often a row or one of them was looked at. */
  private record Lot(List<Resume> redditions, List<Entente> ententes, LongAdder regards) {
    /** Each project has its twin in one other agreement; of some the key is illegible. */
    static Lot de(int ententes, int annees, int projets) {
      LongAdder regards = new LongAdder();
      List<Entente> debitrices =
          Resumes.GABARIT.ententes().values().stream().limit(ententes).toList();
      List<Resume> redditions = new ArrayList<>();
      for (int annee = 2017; annee < 2017 + annees; annee++) {
        for (int e = 0; e < ententes; e++) {
          Resumes reddition = Resumes.de(debitrices.get(e).code(), annee);
          for (int p = 0; p < projets; p++) {
            String titre = "Projet " + p + " de la paire " + e / 2;
            reddition
                .projet(
                    p % 4 == 3 ? "?" : "P-" + p,
                    p == 1 ? "?" : titre,
                    p == 2 ? "?" : NEQ,
                    String.valueOf(p),
                    "5")
                .versement(
                    p % 4 == 3 ? "?" : "V-" + p,
                    TypeVersement.SEPTEMBRE,
                    LocalDate.of(annee, 9, 1),
                    "10");
          }
          redditions.add(reddition.fini(regards));
        }
      }
      return new Lot(new Regardee<>(redditions, regards), debitrices, regards);
    }

    long rangees() {
      return redditions.stream().mapToLong(r -> r.projets().size() + r.versements().size()).sum();
    }
  }

  /** The whole: how often something was looked at, the cases examined, the twins found. */
  private record Jugees(long regards, long examines, long jumeaux) {
    static Jugees de(Lot lot) {
      lot.regards.reset();
      Ensemble ensemble =
          new Moteur(REGISTRE, Parametres.charge())
              .inter()
              .juge(lot.redditions, lot.ententes, JOUR, List.of());
      long regards = lot.regards.sum();
      return new Jugees(
          regards,
          ensemble.suites().stream()
              .flatMap(suite -> suite.resultats().stream())
              .mapToLong(ResultatRegle::examines)
              .sum(),
          ensemble.constats().stream().filter(c -> c.regle().id().equals("INT-03")).count());
    }
  }

  @Test
  void eachRuleGrowsWithTheProjects() {
    Map<String, Travail> petit = travail(Lot.de(4, 2, 10));
    Map<String, Travail> grand = travail(Lot.de(4, 2, 10 * FOIS));
    assertThat(grand).allSatisfy((regle, apres) -> verifie(regle, petit.get(regle), apres));
    // The counts count: INT-03 says something of each project, INT-04 of those of one year.
    assertThat(grand.get("INT-03").activations()).isEqualTo(4 * 2 * 10 * FOIS);
    assertThat(grand.get("INT-04").activations()).isEqualTo(4 * 10 * FOIS);
    assertThat(grand.get("INT-03").regards()).isGreaterThanOrEqualTo(4 * 2 * 10 * FOIS);
    assertThat(grand.get(FAITS).regards()).isGreaterThanOrEqualTo(4 * 2 * 10 * FOIS);
  }

  @Test
  void eachRuleGrowsWithTheRedditions() {
    Map<String, Travail> petit = travail(Lot.de(4, 2, 10));
    Map<String, Travail> grand = travail(Lot.de(4 * FOIS, 2, 10));
    assertThat(grand).allSatisfy((regle, apres) -> verifie(regle, petit.get(regle), apres));
    assertThat(grand.get("INT-01").activations()).isEqualTo(FOIS * 4 * 2);
    assertThat(grand.get("INT-03").activations()).isEqualTo(FOIS * 4 * 2 * 10);
  }

  @Test
  void judgingThemTogetherGrowsWithProjectsAgreementsAndYears() {
    Lot petit = Lot.de(4, 3, 10);
    Jugees avant = Jugees.de(petit);
    assertThat(avant.jumeaux).as("all but the two that can't be read").isEqualTo(2 * 3 * 8);
    assertThat(avant.regards).isBetween(petit.rangees(), 20 * petit.rangees());
    for (Lot grand :
        List.of(Lot.de(4, 3, 10 * FOIS), Lot.de(4 * FOIS, 3, 10), Lot.de(4, 3 * FOIS, 10))) {
      Jugees apres = Jugees.de(grand);
      // The first year of each edition has no other before it, the later ones have.
      long fois = grand.redditions.size() == petit.redditions.size() ? FOIS : FOIS + FOIS / 2;
      assertThat(apres.regards).isLessThanOrEqualTo(fois * avant.regards + Travail.CONSTANTE);
      assertThat(apres.examines).isLessThanOrEqualTo(fois * avant.examines + Travail.CONSTANTE);
      assertThat(apres.jumeaux).isGreaterThanOrEqualTo(FOIS * avant.jumeaux);
    }
  }

  private static void verifie(String regle, Travail avant, Travail apres) {
    assertThat(apres.croitAuPlus(FOIS, avant)).as("%s: %s -> %s", regle, avant, apres).isTrue();
  }

  /** That of each rule, over all the redditions. */
  private static Map<String, Travail> travail(Lot lot) {
    Set<BaseNode> noeuds = ReteDumper.collectRete(REGLES);
    Map<String, Travail> travaux = new TreeMap<>();
    lot.regards.reset();
    Map<Exercice, Jumeaux> jumeaux =
        lot.redditions.stream()
            .collect(
                Collectors.groupingBy(
                    Resume::exercice,
                    Collectors.collectingAndThen(Collectors.toList(), Jumeaux::new)));
    List<List<Object>> seances = seances(lot.redditions, jumeaux);
    travaux.put(FAITS, new Travail(0, 0, lot.regards.sum()));
    for (Regle regle : REGISTRE.regles().stream().filter(Regle::estInter).toList()) {
      Travail travail = Travail.AUCUN;
      for (List<Object> faits : seances) {
        Application application = new Application(regle.id(), null);
        travail = travail.plus(Travail.de(REGLES, noeuds, faits, application, lot.regards));
      }
      travaux.put(regle.id(), travail);
    }
    return travaux;
  }

  /** The facts of each session, and those of the one that looks for missing redditions. */
  private static List<List<Object>> seances(
      Collection<Resume> redditions, Map<Exercice, Jumeaux> jumeaux) {
    Map<List<Object>, Resume> parPlace =
        redditions.stream()
            .collect(Collectors.toMap(r -> List.of(r.entente(), r.exercice().annee()), r -> r));
    List<List<Object>> seances = new ArrayList<>();
    List<Object> attentes = new ArrayList<>(List.of(JOUR));
    for (Depots depots : Depots.tous(redditions)) {
      Resume reddition = depots.retenu();
      Exercice exercice = depots.exercice();
      Resume avant = parPlace.get(List.of(depots.entente(), exercice.annee() - 1));
      seances.add(
          List.of(
              depots,
              new Succession(reddition, avant, avant == null ? List.of() : List.of(avant)),
              jumeaux.get(reddition.exercice())));
      attentes.add(new Attente(depots.entente(), exercice, exercice.fin(), false));
    }
    seances.add(attentes);
    return seances;
  }
}
