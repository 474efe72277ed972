package org.verifqis.regles;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.verifqis.classeur.LecteurReddition;
import org.verifqis.classeur.Limites;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Identification;
import org.verifqis.modele.Onglet;
import org.verifqis.modele.Reddition;

class MoteurTest {
  private static final Registre REGISTRE = Registre.charge();
  private static final Moteur MOTEUR = new Moteur(REGISTRE, Parametres.charge());

  private static Reddition lis(String exemple) {
    return new LecteurReddition(LecteurGabarit.charge(), Limites.parDefaut())
        .lis(Path.of("fixtures/exemples", exemple));
  }

  private static ResultatRegle resultat(Jugement jugement, String id) {
    return jugement.resultats().stream()
        .filter(r -> r.regle().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyRuleOfTheRegisterIsWrittenAndTheOtherWayRound() {
    List<String> voulues = REGISTRE.regles().stream().map(Regle::id).toList();
    assertThat(MOTEUR.reglesCompilees().stream().distinct().toList())
        .containsExactlyInAnyOrderElementsOf(voulues);
  }

  @Test
  void aRuleThatCrashesIsNeverConformeAndStopsNoOther() throws ReflectiveOperationException {
    Jugement intact = MOTEUR.juge(lis("conforme.xlsx"));
    Jugement jugement = MOTEUR.juge(sansNumeroDeResolution(lis("conforme.xlsx")));
    ResultatRegle enPanne = resultat(jugement, "DEP-11");
    assertThat(enPanne.statut()).isEqualTo(StatutRegle.INDETERMINE);
    assertThat(enPanne.cause()).contains("NullPointerException");
    assertThat(jugement.verdict()).isEqualTo(Verdict.INDETERMINE);
    assertThat(jugement.resultats()).filteredOn(r -> r.cause() != null).containsExactly(enPanne);
    assertThat(sans(enPanne, jugement)).isEqualTo(sans(enPanne, intact));
  }

  @Test
  void judgesTheSameOneRuleAtATime() throws ReflectiveOperationException {
    List<Reddition> redditions =
        List.of(
            lis("conforme.xlsx"),
            lis("non-conforme.xlsx"),
            sansNumeroDeResolution(lis("conforme.xlsx")));
    for (Reddition reddition : redditions) {
      Jugement ensemble = MOTEUR.juge(reddition);
      try (Seance isolee = MOTEUR.seance(0)) {
        Jugement seules = MOTEUR.juge(reddition, Sujets.de(reddition), null, isolee);
        assertThat(seules.resultats()).isEqualTo(ensemble.resultats());
        assertThat(seules.constats()).isEqualTo(ensemble.constats());
        assertThat(seules.verdict()).isEqualTo(ensemble.verdict());
      }
    }
  }

  private static List<ResultatRegle> sans(ResultatRegle resultat, Jugement jugement) {
    return jugement.resultats().stream().filter(r -> !r.regle().equals(resultat.regle())).toList();
  }

  /** A reddition such as the reader never gives: asking its missing value makes a rule crash. */
  private static Reddition sansNumeroDeResolution(Reddition r) throws ReflectiveOperationException {
    RecordComponent[] parties = Identification.class.getRecordComponents();
    Object[] valeurs = new Object[parties.length];
    for (int i = 0; i < parties.length; i++) {
      boolean trou = parties[i].getName().equals("numeroResolution");
      valeurs[i] = trou ? null : parties[i].getAccessor().invoke(r.identification());
    }
    Record trouee = (Record) Identification.class.getDeclaredConstructors()[0].newInstance(valeurs);
    return r.avec(Onglet.IDENTIFICATION, List.of(trouee));
  }

  @Test
  void judgesTheSameTwiceAndOnSeveralThreads() throws Exception {
    Reddition reddition = lis("non-conforme.xlsx");
    Jugement premier = MOTEUR.juge(reddition);
    ExecutorService fils = Executors.newFixedThreadPool(4);
    try {
      Callable<Jugement> encore = () -> MOTEUR.juge(reddition);
      List<Future<Jugement>> autres =
          fils.invokeAll(IntStream.range(0, 16).mapToObj(n -> encore).toList());
      for (Future<Jugement> autre : autres) {
        assertThat(autre.get().resultats()).isEqualTo(premier.resultats());
        assertThat(autre.get().constats()).isEqualTo(premier.constats());
      }
    } finally {
      fils.shutdown();
    }
    assertThat(MOTEUR.seancesOuvertes()).isZero();
  }

  @Test
  void givesFindingsInTheOrderOfTheRegister() {
    List<Constat> constats = MOTEUR.juge(lis("non-conforme.xlsx")).constats();
    List<Integer> rangs = constats.stream().map(c -> rang(c.regle())).toList();
    assertThat(rangs).isSorted();
    Comparator<Constat> parEmplacement =
        Comparator.comparing(
            constat -> constat.emplacements().get(0),
            Comparator.comparingInt((Emplacement e) -> e.feuille().rang())
                .thenComparingInt(Emplacement::ligne)
                .thenComparingInt(Emplacement::colonne));
    Map<Regle, List<Constat>> parRegle =
        constats.stream().collect(Collectors.groupingBy(Constat::regle));
    parRegle.values().forEach(memes -> assertThat(memes).isSortedAccordingTo(parEmplacement));
  }

  private static int rang(Regle regle) {
    return REGISTRE.regles().indexOf(REGISTRE.regle(regle.id()));
  }

  @Test
  void theVerdictFollowsTheGravestRuleBroken() {
    Regle bloquante = REGISTRE.regle("LEC-01");
    Regle nonConformite = REGISTRE.regle("FIN-01");
    Regle avertissement = REGISTRE.regle("PRO-01");
    Regle information = REGISTRE.regle("PRI-04");
    assertThat(verdict(enfreinte(information))).isEqualTo(Verdict.CONFORME);
    assertThat(verdict(enfreinte(avertissement))).isEqualTo(Verdict.CONFORME_AVEC_RESERVES);
    assertThat(verdict(enfreinte(avertissement), indeterminee(nonConformite)))
        .isEqualTo(Verdict.INDETERMINE);
    assertThat(verdict(indeterminee(avertissement))).isEqualTo(Verdict.CONFORME);
    assertThat(verdict(ResultatRegle.enPanne(information, "panne"))).isEqualTo(Verdict.INDETERMINE);
    assertThat(verdict(enfreinte(nonConformite), ResultatRegle.enPanne(information, "panne")))
        .isEqualTo(Verdict.NON_CONFORME);
    assertThat(verdict(enfreinte(nonConformite), enfreinte(bloquante)))
        .isEqualTo(Verdict.IRRECEVABLE);
  }

  private static Verdict verdict(ResultatRegle... resultats) {
    return Verdict.de(List.of(resultats));
  }

  private static ResultatRegle enfreinte(Regle regle) {
    return new ResultatRegle(regle, StatutRegle.ENFREINTE, 1, 1, 0, null);
  }

  private static ResultatRegle indeterminee(Regle regle) {
    return ResultatRegle.sans(regle, StatutRegle.INDETERMINE);
  }
}
