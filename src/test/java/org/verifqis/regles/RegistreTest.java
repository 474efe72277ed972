package org.verifqis.regles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.verifqis.modele.Regime.MONTREAL;
import static org.verifqis.modele.Regime.ORDINAIRE;

import java.time.LocalDate;
import java.util.Arrays;
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

  private static Set<String> ids(String mots) {
    return new TreeSet<>(Arrays.asList(mots.split("\\s+")));
  }

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
  void severities() {
    Set<String> selonLEdition =
        ids("DEP-01 DEP-02 DEP-03 DEP-04 PRI-01 PRI-02 VER-04 CIB-01 CIB-02 GOU-01 INT-01");

    assertThat(ids(r -> r.gravite() == Gravite.BLOQUANTE)).isEqualTo(ids("LEC-01 DEP-00"));
    assertThat(ids(r -> r.dans(EDITIONS.get(0)).gravite() != r.dans(EDITIONS.get(1)).gravite()))
        .isEqualTo(selonLEdition);
    for (String id : selonLEdition) {
      Regle regle = REGISTRE.regle(id);
      assertThat(regle.gravite()).as(id).isEqualTo(Gravite.NON_CONFORMITE);
      assertThat(regle.dans(EDITIONS.get(0)).gravite()).as(id).isEqualTo(Gravite.NON_CONFORMITE);
      assertThat(regle.dans(EDITIONS.get(1)).gravite()).as(id).isEqualTo(Gravite.AVERTISSEMENT);
    }
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
        .isEqualTo(
            ids(
                "DEP-01 DEP-02 DEP-03 DEP-04 PRI-01 PRI-02 VER-04 CIB-01 CIB-02 CIB-03 GOU-01"
                    + " GOU-02 GOU-04 INT-01"));
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

  @Test
  void parametersOfTheContract() {
    Parametres parametres = Parametres.charge();
    List<String> lignes =
        parametres.cles().stream()
            .flatMap(cle -> parametres.valeurs(cle).stream().map(valeur -> ligne(cle, valeur)))
            .toList();

    assertThat(lignes)
        .containsExactly(
            "depot.dateLimite | 2018-03-31 | 06-30",
            "entente.signatureLimite | 2017-2024 | 2019-03-01",
            "bilan.exercices | 2017-2024 | 2020-2021",
            "organismes.admissibles | 2017-2024 | OBNL COOP_OBNL MUNICIPAL MRC CONSEIL_BANDE"
                + " VILLAGE_NORDIQUE APNQL CSSSPNQL REGROUPEMENT_AUTOCHTONE",
            "organismes.admissibles | 2024-2029 | OBNL COOP_OBNL MUNICIPAL MRC CONSEIL_BANDE"
                + " VILLAGE_NORDIQUE APNQL CSSSPNQL REGROUPEMENT_AUTOCHTONE CENTRE_RECHERCHE",
            "projet.dureeMaximale | 2017-2024 | P3Y",
            "projet.dureeMaximale | 2024-2029 | ",
            "projet.finLimite | 2017-04-01 | 2023-03-31",
            "projet.finLimite | 2022-02-01 | 2023-09-30",
            "projet.finLimite | 2023-04-03 | 2024-03-31",
            "projet.finLimite | 2024-2029 | 2029-03-31",
            "projet.territoiresRegional | 2017-2024 | 3",
            "projet.territoiresRegional | 2024-2029 | 3",
            "versement.premier | 2017-2024 | 70000.00",
            "versement.premier | 2024-2029 | ",
            "versement.additionnelFenetre | 2017-2024 | 2023-01-30 2024-03-31",
            "administration.plafond | 2017-2024 | ",
            "administration.plafond | 2024-2029 | ",
            "cumul.plafond | 2017-2024 | ",
            "cumul.plafond | 2024-2029 | ",
            "montreal.partRegionale | 2017-2024 | 0.35 0.40",
            "montreal.enveloppeAnnuelle | 2017-04-01 | 10000000.00",
            "montreal.enveloppeAnnuelle | 2023-04-01 | 11000000.00",
            "montreal.enveloppeAnnuelle | 2024-2029 | ");
  }

  private static String ligne(String cle, Parametres.ValeurDatee valeur) {
    Object periode = valeur.edition() == null ? valeur.depuis() : valeur.edition();
    return cle + " | " + periode + " | " + String.join(" ", valeur.textes());
  }
}
