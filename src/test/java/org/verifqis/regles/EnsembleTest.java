package org.verifqis.regles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.verifqis.regles.JugeInterTest.juge;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.verifqis.modele.Exercice;

/** How what is found across redditions is gathered, ordered and shared out. */
class EnsembleTest {
  private static final String NEQ = "1143920115";

  private static Resumes garden(String entente, int annee) {
    return Resumes.de(entente, annee).projet("P-1", "Potager", NEQ, "0", "5");
  }

  private static List<String> facts(List<Constat> constats, String... facts) {
    return constats.stream()
        .map(
            c ->
                String.join(
                    " ", Arrays.stream(facts).map(f -> String.valueOf(c.faits().get(f))).toList()))
        .toList();
  }

  private static List<Constat> of(String regle, List<Constat> constats) {
    return constats.stream().filter(c -> c.regle().id().equals(regle)).toList();
  }

  @Test
  void findingsStandByRuleAgreementYearAndNumber() {
    Ensemble ensemble =
        juge(
            garden("ALL-14", 2021),
            garden("ALL-13", 2020).projet("P-3", "B", NEQ, "0", "5"),
            garden("ALL-12", 2021),
            garden("ALL-12", 2020).projet("P-0", "B", NEQ, "0", "5"),
            garden("ALL-10", 2020).nomme("b.xlsx"),
            garden("ALL-10", 2020).nomme("a.xlsx"),
            garden("ALL-14", 2020));
    assertThat(ensemble.constats())
        .extracting(c -> c.regle().id())
        .isSorted()
        .contains("INT-01", "INT-03", "INT-06");
    assertThat(facts(of("INT-01", ensemble.constats()), "entente", "exercice"))
        .isSorted()
        .hasSize(2 * 21 - 6);
    assertThat(
            facts(
                of("INT-03", ensemble.constats()),
                "entente",
                "exercice",
                "numero",
                "autreEntente",
                "autreNumero"))
        .containsExactly(
            "ALL-10 2020-2021 P-1 ALL-12 P-1",
            "ALL-10 2020-2021 P-1 ALL-13 P-1",
            "ALL-10 2020-2021 P-1 ALL-14 P-1",
            "ALL-12 2020-2021 P-0 ALL-13 P-3",
            "ALL-12 2020-2021 P-1 ALL-13 P-1",
            "ALL-12 2020-2021 P-1 ALL-14 P-1",
            "ALL-12 2021-2022 P-1 ALL-14 P-1",
            "ALL-13 2020-2021 P-1 ALL-14 P-1");
  }

  @Test
  void eachRedditionHasItsShareInTheOrderOfAgreements() {
    Ensemble ensemble =
        juge(
            garden("ALL-16", 2020),
            garden("ALL-09", 2020),
            garden("ALL-14", 2020),
            garden("ALL-05", 2020),
            garden("ALL-12", 2020),
            garden("ALL-02", 2020),
            garden("ALL-15", 2020));
    Ensemble.Suite suite = ensemble.suites().get(2);
    assertThat(suite.constats()).isEmpty();
    assertThat(facts(suite.partages(), "autreEntente"))
        .containsExactly("ALL-02", "ALL-05", "ALL-09", "ALL-12", "ALL-15", "ALL-16");
  }

  @Test
  void aCopyOfTheFileThatCountsIsJudgedLikeIt() {
    Ensemble ensemble =
        juge(garden("ALL-14", 2020), garden("ALL-14", 2020), garden("ALL-13", 2020));
    for (Ensemble.Suite suite : ensemble.suites()) {
      assertThat(of("INT-03", suite.partages())).hasSize(1);
    }
    assertThat(of("INT-03", ensemble.constats())).hasSize(1);
    assertThat(ensemble.ecartees()).isEmpty();
  }

  @Test
  void anAgreementWhoseDatesAreUnknownIsLookedForInEveryYear() {
    Ensemble ensemble =
        juge(
            Resumes.de("ALL-14", 2020).illisible("dateFinEntente"),
            Resumes.de("ALL-13", 2020),
            Resumes.de("ALL-12", 2017));
    assertThat(facts(of("INT-01", ensemble.constats()), "entente", "exercice"))
        .contains("ALL-14 2017-2018", "ALL-14 2018-2019", "ALL-13 2018-2019")
        .doesNotContain("ALL-13 2017-2018", "ALL-14 2020-2021");
  }

  @Test
  void whatIsOfNoKnownAgreementOrEditionIsLeftOut() {
    Ensemble ensemble =
        juge(
            Resumes.de("ALL-99", 2020).irrecevable(),
            Resumes.de("ALL-14", 2010).irrecevable(),
            Resumes.de("ALL-14", 2020));
    assertThat(ensemble.exercices()).extracting(Exercice::nom).containsExactly("2020-2021");
    assertThat(ensemble.constats()).hasSize(20);
    assertThat(ensemble.suites().get(0).resultats())
        .filteredOn(r -> !r.regle().id().equals("INT-01"))
        .allMatch(r -> r.statut() == StatutRegle.INDETERMINE);
    assertThat(juge(Resumes.de("ALL-99", 2020).irrecevable()).exercices())
        .as("its year was due, whoever files it")
        .extracting(Exercice::nom)
        .containsExactly("2020-2021");
  }
}
