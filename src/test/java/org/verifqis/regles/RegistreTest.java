package org.verifqis.regles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.verifqis.modele.Regime.MONTREAL;
import static org.verifqis.modele.Regime.ORDINAIRE;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.verifqis.modele.Exercice;

/** The register, against the contract and against the compiled rules. */
class RegistreTest {
  private static final Registre REGISTRE = Registre.charge();

  private static Set<String> ids(Predicate<Regle> voulues) {
    return REGISTRE.regles().stream()
        .filter(voulues)
        .map(Regle::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void familyInterLooksAcrossRedditions() {
    assertThat(REGISTRE.regles())
        .allSatisfy(r -> assertThat(r.estInter()).isEqualTo(r.famille().equals("INT")));
    assertThat(REGISTRE.regles().stream().filter(r -> r.regard() == Regard.MANQUANTES)).hasSize(1);
  }

  @Test
  void rulesStandFamilyByFamilyInTheOrderOfTheirNumbers() {
    List<String> ids = REGISTRE.regles().stream().map(Regle::id).toList();

    assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[A-Z]{3}-\\d{2}"));
    assertThat(REGISTRE.regles().stream().map(Regle::famille).distinct().toList())
        .isEqualTo(REGISTRE.familles());
    for (String famille : REGISTRE.familles()) {
      List<String> siens = ids.stream().filter(id -> id.startsWith(famille)).toList();
      int premier = ids.indexOf(siens.get(0));
      assertThat(ids.subList(premier, premier + siens.size())).as(famille).isEqualTo(siens);
      assertThat(siens).as(famille).isSorted();
    }
  }

  @Test
  void everyRuleIsCompiledAndEveryCompiledRuleIsInTheRegister() {
    Moteur moteur = new Moteur(REGISTRE, Parametres.charge());

    assertThat(new HashSet<>(moteur.reglesCompilees()))
        .isEqualTo(new HashSet<>(ids(regle -> true)));
  }

  private static final List<String> EDITIONS = List.of("2017-2024", "2024-2029");

  @Test
  void whatMakesAWorkbookUnassessableIsAskedOfTheWholeReddition() {
    assertThat(REGISTRE.regles())
        .filteredOn(r -> r.gravite() == Gravite.BLOQUANTE)
        .isNotEmpty()
        .allSatisfy(r -> assertThat(r.par()).as(r.id()).isEqualTo("reddition"));
  }

  @Test
  void aNormThatIsLessSureInALaterEditionIsNoGraverThere() {
    assertThat(REGISTRE.regles())
        .filteredOn(r -> r.dans(EDITIONS.get(0)).gravite() != r.dans(EDITIONS.get(1)).gravite())
        .isNotEmpty()
        .allSatisfy(
            r -> {
              assertThat(r.dans(EDITIONS.get(0)).gravite())
                  .as(r.id())
                  .isEqualTo(r.gravite())
                  .isLessThan(r.dans(EDITIONS.get(1)).gravite());
              assertThat(r.dans(EDITIONS.get(1)).reconductionVerifiee()).as(r.id()).isFalse();
            });
  }

  @Test
  void whatIsOnlyOurInterpretationNeverMakesARedditionNonConforming() {
    for (String edition : EDITIONS) {
      assertThat(REGISTRE.regles())
          .map(regle -> regle.dans(edition))
          .filteredOn(regle -> regle.surete().equals("I"))
          .isNotEmpty()
          .allSatisfy(
              regle ->
                  assertThat(regle.gravite())
                      .as(regle.id())
                      .isGreaterThanOrEqualTo(Gravite.AVERTISSEMENT));
    }
  }

  @Test
  void renewalIsInDoubtWhereANormWasReadInTheOtherEditionOnly() {
    assertThat(ids(r -> !r.dans("2017-2024").reconductionVerifiee())).isEmpty();
    assertThat(ids(r -> !r.reconductionVerifiee())).isEmpty();
    assertThat(ids(r -> !r.dans("2024-2029").reconductionVerifiee()))
        .isNotEmpty()
        .isEqualTo(
            ids(
                r ->
                    r.dans("2024-2029").surete().equals("I")
                        && !r.dans("2017-2024").surete().equals("I")));
    assertThat(REGISTRE.regle("DEP-05").dans("2024-2029").reconductionVerifiee()).isTrue();
  }

  @Test
  void editionsAndRegimes() {
    assertThat(REGISTRE.regles())
        .allSatisfy(
            regle -> {
              assertThat(regle.editions()).as(regle.id()).isNotEmpty().isSubsetOf(EDITIONS);
              assertThat(regle.regimes().equals(Set.of(MONTREAL)))
                  .as(regle.id())
                  .isEqualTo(regle.famille().equals("MTL"));
            });
    assertThat(REGISTRE.regles())
        .filteredOn(regle -> regle.famille().equals("VER") && regle.regimes().size() < 3)
        .isNotEmpty()
        .allSatisfy(regle -> assertThat(regle.regimes()).as(regle.id()).containsExactly(ORDINAIRE));
  }

  @Test
  void editionOfAnExercice() {
    assertThat(REGISTRE.edition(Exercice.contenant(LocalDate.parse("2017-03-31")))).isEmpty();
    assertThat(edition("2017-04-01")).isEqualTo("2017-2024");
    assertThat(edition("2024-03-31")).isEqualTo("2017-2024");
    assertThat(edition("2024-04-01")).isEqualTo("2024-2029");
    assertThat(edition("2029-03-31")).isEqualTo("2024-2029");
    assertThat(REGISTRE.edition(Exercice.contenant(LocalDate.parse("2029-04-01")))).isEmpty();
  }

  private static String edition(String jour) {
    return REGISTRE.edition(Exercice.contenant(LocalDate.parse(jour))).orElseThrow().nom();
  }

  @Test
  void everyParameterOfARuleExists() {
    Set<String> demandes =
        REGISTRE.regles().stream()
            .map(Regle::parametre)
            .filter(cle -> cle != null)
            .collect(Collectors.toSet());

    assertThat(Parametres.charge().cles()).containsAll(demandes);
  }
}
