package org.verifqis.regles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.verifqis.regles.StatutRegle.ENFREINTE;
import static org.verifqis.regles.StatutRegle.INDETERMINE;
import static org.verifqis.regles.StatutRegle.NON_APPLICABLE;
import static org.verifqis.regles.StatutRegle.RESPECTEE;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Montant;
import org.verifqis.modele.Resume;
import org.verifqis.modele.TypeVersement;

class JugeInterTest {
  /** Whose rules judge; the mutation of the rules puts others in their place. */
  static Moteur moteur = new Moteur(Registre.charge(), Parametres.charge());

  private static final LocalDate JOUR = LocalDate.of(2022, 9, 1);
  private static final String NEQ = "1143920115";

  /** Redditions judged together on a day after all of them were due. */
  static Ensemble juge(Resumes... redditions) {
    return juge(JOUR, List.of(), redditions);
  }

  private static Ensemble juge(LocalDate jour, List<Exercice> demandes, Resumes... redditions) {
    List<Resume> finies = Arrays.stream(redditions).map(Resumes::fini).toList();
    return moteur.inter().juge(finies, Resumes.GABARIT.ententes().values(), jour, demandes);
  }

  static StatutRegle statut(Ensemble ensemble, int reddition, String regle) {
    return resultat(ensemble, reddition, regle).statut();
  }

  static ResultatRegle resultat(Ensemble ensemble, int reddition, String regle) {
    return ensemble.suites().get(reddition).resultats().stream()
        .filter(r -> r.regle().id().equals(regle))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> manquantes(Ensemble ensemble) {
    return ensemble.constats().stream()
        .filter(c -> c.regle().id().equals("INT-01"))
        .map(c -> c.faits().get("entente") + " " + c.faits().get("exercice"))
        .toList();
  }

  private static Resumes reddition(int annee) {
    return Resumes.de("ALL-14", annee);
  }

  @Test
  void int01LimitMustBeStrictlyPast() {
    assertThat(manquantes(juge(LocalDate.of(2021, 6, 30), List.of(), reddition(2020)))).isEmpty();
    assertThat(manquantes(juge(LocalDate.of(2021, 7, 1), List.of(), reddition(2020))))
        .hasSize(20)
        .doesNotContain("ALL-14 2020-2021")
        .contains("ALL-01 2020-2021");
  }

  @Test
  void int01YearOfAnUnknownAgreementIsFound() {
    Ensemble trouves = juge(reddition(2020), reddition(2021).sansEntente());
    assertThat(trouves.exercices()).extracting(Exercice::nom).contains("2021-2022");
    assertThat(manquantes(trouves)).contains("ALL-14 2021-2022").hasSize(20 + 21);
  }

  @Test
  void int01LooksAtTheYearsFoundOrAskedWithinTheAgreement() {
    Ensemble trouves = juge(reddition(2018), reddition(2020));
    assertThat(trouves.exercices())
        .extracting(Exercice::nom)
        .containsExactly("2018-2019", "2019-2020", "2020-2021");
    assertThat(manquantes(trouves)).contains("ALL-14 2019-2020").hasSize(1 + 20 * 3);

    List<Exercice> demandes = List.of(new Exercice(2017), new Exercice(2021), new Exercice(2022));
    assertThat(manquantes(juge(JOUR, demandes, reddition(2020))))
        .as("2017-2018 is before the signature, 2022-2023 is not due")
        .contains("ALL-14 2021-2022", "ALL-01 2017-2018")
        .doesNotContain("ALL-14 2017-2018", "ALL-14 2022-2023", "ALL-01 2022-2023");
  }

  @Test
  void int01IrrecevableFilesCount() {
    assertThat(manquantes(juge(reddition(2018), reddition(2019).irrecevable())))
        .doesNotContain("ALL-14 2019-2020");
  }

  @Test
  void int02ComparesBalances() {
    assertThat(statut(juge(reddition(2019)), 0, "INT-02")).isEqualTo(NON_APPLICABLE);
    assertThat(statut(juge(reddition(2019), reddition(2020)), 1, "INT-02")).isEqualTo(RESPECTEE);
    assertThat(statut(juge(reddition(2023), reddition(2024)), 1, "INT-02"))
        .as("another edition")
        .isEqualTo(NON_APPLICABLE);
    assertThat(
            statut(juge(reddition(2019).illisible("soldeCloture"), reddition(2020)), 1, "INT-02"))
        .isEqualTo(INDETERMINE);
    Ensemble broken =
        juge(reddition(2019), reddition(2020).avec("soldeOuverture", Montant.de("99.99")));
    assertThat(statut(broken, 1, "INT-02")).isEqualTo(ENFREINTE);
    Constat constat = broken.suites().get(1).constats().get(0);
    assertThat(constat.faits()).containsEntry("ecart", Montant.de("0.01"));
    assertThat(constat.emplacements().get(0).reference()).isEqualTo("B2");
  }

  @Test
  void int03PairsProjectsOfTwoAgreements() {
    Ensemble broken =
        juge(
            reddition(2020).projet("P-1", "Potager d’été", NEQ, "0", "5"),
            Resumes.de("ALL-13", 2020).projet("L-9", "POTAGER D ETE", NEQ, "0", "5"),
            Resumes.de("ALL-12", 2021).projet("C-1", "Potager d’été", NEQ, "0", "5"));
    assertThat(statut(broken, 0, "INT-03")).isEqualTo(ENFREINTE);
    assertThat(statut(broken, 1, "INT-03")).isEqualTo(ENFREINTE);
    assertThat(statut(broken, 2, "INT-03")).isEqualTo(RESPECTEE);
    List<Constat> pairs =
        broken.constats().stream().filter(c -> c.regle().id().equals("INT-03")).toList();
    assertThat(pairs).hasSize(1);
    assertThat(pairs.get(0).faits())
        .containsEntry("numero", "L-9")
        .containsEntry("autreNumero", "P-1");
    assertThat(pairs.get(0).emplacements()).hasSize(4);
  }

  @Test
  void int03IsUnknownOnlyWhereAnUnknownValueMatters() {
    Resumes other = Resumes.de("ALL-13", 2020).projet("L-9", "Potager", NEQ, "0", "5");
    assertThat(
            statut(
                juge(reddition(2020).projet("P-1", "Potager", "?", "0", "5"), other), 0, "INT-03"))
        .isEqualTo(INDETERMINE);
    assertThat(
            statut(
                juge(reddition(2020).projet("P-1", "Cuisine", "?", "0", "5"), other), 0, "INT-03"))
        .isEqualTo(RESPECTEE);
    assertThat(
            statut(
                juge(reddition(2020).projet("P-1", "Potager", null, "0", "5"), other), 0, "INT-03"))
        .isEqualTo(RESPECTEE);
  }

  @Test
  void int04CarriesWhatWasPaid() {
    Resumes before = reddition(2019).projet("P-001", "A", NEQ, "10", "5");
    assertThat(
            statut(juge(before, reddition(2020).projet("p 001", "A", NEQ, "15", "1")), 1, "INT-04"))
        .isEqualTo(RESPECTEE);
    assertThat(
            statut(juge(before, reddition(2020).projet("P-001", "A", NEQ, "14", "1")), 1, "INT-04"))
        .isEqualTo(ENFREINTE);
    assertThat(
            statut(juge(before, reddition(2020).projet("P-2", "A", NEQ, "14", "1")), 1, "INT-04"))
        .isEqualTo(RESPECTEE);
    assertThat(statut(juge(before, reddition(2020).projet("?", "A", NEQ, "14", "1")), 1, "INT-04"))
        .isEqualTo(INDETERMINE);
    assertThat(
            statut(
                juge(
                    before,
                    reddition(2020)
                        .projet("P-001", "A", NEQ, "15", "1")
                        .projet("P-001", "B", NEQ, "7", "1")),
                1,
                "INT-04"))
        .as("the first record of a key counts")
        .isEqualTo(RESPECTEE);
    assertThat(
            statut(
                juge(before.sansTables(), reddition(2020).projet("P-9", "A", NEQ, "1", "1")),
                1,
                "INT-04"))
        .isEqualTo(INDETERMINE);
  }

  @Test
  void int05SeptemberFollowsTheReddition() {
    LocalDate filed = LocalDate.of(2020, 9, 20);
    LocalDate paid = LocalDate.of(2020, 9, 19);
    Resumes late = reddition(2019).avec("dateDepot", filed);
    assertThat(statut(juge(late, september(reddition(2020), paid)), 1, "INT-05"))
        .isEqualTo(ENFREINTE);
    assertThat(statut(juge(late, september(reddition(2020), filed)), 1, "INT-05"))
        .isEqualTo(RESPECTEE);
    assertThat(statut(juge(late, september(reddition(2020), paid.minusYears(1))), 1, "INT-05"))
        .as("another year's payment")
        .isEqualTo(RESPECTEE);
    assertThat(
            statut(
                juge(
                    Resumes.de("ALL-06", 2019).avec("dateDepot", filed),
                    september(Resumes.de("ALL-06", 2020), paid)),
                1,
                "INT-05"))
        .as("Montréal")
        .isEqualTo(NON_APPLICABLE);
    assertThat(
            statut(
                juge(reddition(2019).illisible("dateDepot"), september(reddition(2020), paid)),
                1,
                "INT-05"))
        .isEqualTo(INDETERMINE);
  }

  @Test
  void int05IsUnknownWhereTheSheetOfPaymentsIs() {
    assertThat(statut(juge(reddition(2019), reddition(2020).sansTables()), 1, "INT-05"))
        .isEqualTo(INDETERMINE);
    assertThat(statut(juge(reddition(2019).sansTables(), reddition(2020)), 1, "INT-05"))
        .isEqualTo(RESPECTEE);
  }

  @Test
  void int05LooksAtPaymentsThatMayBeOfSeptember() {
    LocalDate paid = LocalDate.of(2020, 9, 19);
    Resumes late = reddition(2019).avec("dateDepot", LocalDate.of(2020, 9, 20));
    ResultatRegle april =
        resultat(
            juge(late, reddition(2020).versement("V-2", TypeVersement.AVRIL, paid, "10")),
            1,
            "INT-05");
    assertThat(april.statut()).isEqualTo(RESPECTEE);
    assertThat(april.examines()).isZero();
    ResultatRegle earlier =
        resultat(juge(late, september(reddition(2020), paid.minusYears(1))), 1, "INT-05");
    assertThat(earlier.examines()).as("another exercice holds it").isZero();
    Ensemble unknownType = juge(late, reddition(2020).versement("V-2", null, paid, "10"));
    assertThat(resultat(unknownType, 1, "INT-05").inconnus()).isEqualTo(1);
    assertThat(statut(unknownType, 1, "INT-05")).isEqualTo(INDETERMINE);
  }

  private static Resumes september(Resumes reddition, LocalDate date) {
    return reddition.versement("V-3", TypeVersement.SEPTEMBRE, date, "10");
  }

  @Test
  void int06TheLatestFilingCountsThenTheLatestName() {
    LocalDate late = LocalDate.of(2021, 6, 20);
    Ensemble byDate =
        juge(
            reddition(2020).nomme("b.xlsx"),
            reddition(2020).nomme("a.xlsx").avec("dateDepot", late));
    assertThat(byDate.ecartees())
        .extracting(e -> e.reddition().fichier().nom())
        .containsExactly("b.xlsx");
    assertThat(statut(byDate, 0, "INT-06")).isEqualTo(ENFREINTE);
    assertThat(statut(byDate, 1, "INT-06")).isEqualTo(ENFREINTE);
    assertThat(statut(byDate, 0, "INT-07")).as("takes no part").isEqualTo(NON_APPLICABLE);

    Ensemble byName = juge(reddition(2020).nomme("é.xlsx"), reddition(2020).nomme("z.xlsx"));
    assertThat(byName.ecartees())
        .extracting(e -> e.reddition().fichier().nom())
        .containsExactly("z.xlsx");

    Ensemble copies = juge(reddition(2020), reddition(2020));
    assertThat(copies.ecartees()).isEmpty();
    assertThat(statut(copies, 0, "INT-06")).isEqualTo(RESPECTEE);
  }

  @Test
  void int06AFileThatCannotBeAssessedDoesNotCountBesideOneThatCan() {
    Ensemble ensemble =
        juge(
            reddition(2020).nomme("a.xlsx"),
            reddition(2020)
                .nomme("b.xlsx")
                .avec("dateDepot", LocalDate.of(2021, 6, 20))
                .irrecevable());
    assertThat(ensemble.ecartees())
        .extracting(e -> e.reddition().fichier().nom())
        .containsExactly("b.xlsx");
    assertThat(statut(ensemble, 0, "INT-03")).isEqualTo(RESPECTEE);
    assertThat(statut(ensemble, 1, "INT-06")).isEqualTo(ENFREINTE);
    assertThat(statut(ensemble, 1, "INT-03")).isEqualTo(NON_APPLICABLE);
  }

  @Test
  void int06NoneCountsWhereNoneCanBeAssessed() {
    Ensemble ensemble =
        juge(
            reddition(2020).nomme("a.xlsx").irrecevable(),
            reddition(2020).nomme("b.xlsx").irrecevable(),
            reddition(2021));
    assertThat(ensemble.ecartees()).isEmpty();
    for (int i : List.of(0, 1)) {
      assertThat(statut(ensemble, i, "INT-06")).isEqualTo(ENFREINTE);
      assertThat(statut(ensemble, i, "INT-02")).isEqualTo(INDETERMINE);
    }
    assertThat(statut(ensemble, 2, "INT-02")).as("takes no part").isEqualTo(NON_APPLICABLE);
    assertThat(ensemble.constats())
        .filteredOn(c -> c.regle().id().equals("INT-06"))
        .extracting(Constat::variante)
        .containsExactly("aucun");
  }

  @Test
  void int06TheNameIsComparedWithoutItsFolder() {
    Ensemble ensemble = juge(reddition(2020).nomme("z/a.xlsx"), reddition(2020).nomme("a/b.xlsx"));
    assertThat(ensemble.ecartees())
        .extracting(e -> e.reddition().fichier().nom())
        .containsExactly("z/a.xlsx");
  }

  @Test
  void int06DoesNotWeighOnTheVerdictOfAFileSetAside() {
    Ensemble ensemble = juge(reddition(2020).nomme("a.xlsx"), reddition(2020).nomme("b.xlsx"));
    assertThat(Verdict.de(ensemble.suites().get(0).resultats())).isEqualTo(Verdict.CONFORME);
    assertThat(Verdict.de(ensemble.suites().get(1).resultats()))
        .isEqualTo(Verdict.CONFORME_AVEC_RESERVES);
  }

  @Test
  void whatAnotherYearLeavesOpenChangesNoVerdict() {
    Ensemble ensemble = juge(reddition(2019).illisible("soldeCloture"), reddition(2020));
    assertThat(statut(ensemble, 1, "INT-02")).isEqualTo(INDETERMINE);
    assertThat(Verdict.de(ensemble.suites().get(1).resultats())).isEqualTo(Verdict.CONFORME);
  }

  @Test
  void int06TheOthersTakeNoPartInTheNextYear() {
    Ensemble ensemble =
        juge(
            reddition(2019).nomme("a.xlsx").avec("soldeCloture", Montant.de("7")),
            reddition(2019).nomme("b.xlsx"),
            reddition(2020));
    assertThat(statut(ensemble, 2, "INT-02")).isEqualTo(RESPECTEE);
  }

  @Test
  void int07TellsAChangedEnvelope() {
    assertThat(statut(juge(reddition(2019), reddition(2020)), 1, "INT-07")).isEqualTo(RESPECTEE);
    assertThat(
            statut(
                juge(reddition(2019), reddition(2020).avec("enveloppe", Montant.de("5"))),
                1,
                "INT-07"))
        .isEqualTo(ENFREINTE);
  }

  @Test
  void int08KeepsEveryPayment() {
    LocalDate day = LocalDate.of(2019, 4, 15);
    Resumes before = reddition(2019).versement("V-1", TypeVersement.AVRIL, day, "10");
    assertThat(statut(juge(before, reddition(2020)), 1, "INT-08")).isEqualTo(ENFREINTE);
    assertThat(statut(juge(before, reddition(2020).sansTables()), 1, "INT-08"))
        .isEqualTo(INDETERMINE);
    assertThat(statut(juge(before, paid("v 1", day, "10")), 1, "INT-08")).isEqualTo(RESPECTEE);
    assertThat(statut(juge(before, paid("?", day, "10")), 1, "INT-08")).isEqualTo(INDETERMINE);
    assertThat(statut(juge(before, paid("?", day, "11")), 1, "INT-08")).isEqualTo(ENFREINTE);
    Ensemble changed = juge(before, paid("V-1", day.plusDays(1), "11"));
    assertThat(statut(changed, 1, "INT-08")).isEqualTo(ENFREINTE);
    assertThat(changed.suites().get(1).constats().get(0).emplacements()).hasSize(2);
  }

  private static Resumes paid(String numero, LocalDate date, String montant) {
    return reddition(2020).versement(numero, TypeVersement.AVRIL, date, montant);
  }

  @Test
  void aFaultBreaksItsOwnRuleOnly() {
    Resumes before = reddition(2019).projet("P-001", "A", NEQ, "10", "5");
    assertThat(enfreintes(before, reddition(2020).avec("soldeOuverture", Montant.de("5"))))
        .containsExactly("INT-02");
    assertThat(enfreintes(before, reddition(2020).projet("P-001", "A", NEQ, "14", "1")))
        .containsExactly("INT-04");
    assertThat(
            enfreintes(
                reddition(2019).avec("dateDepot", LocalDate.of(2020, 9, 20)),
                september(reddition(2020), LocalDate.of(2020, 9, 19))))
        .containsExactly("INT-05");
    assertThat(enfreintes(before, reddition(2020).avec("enveloppe", Montant.de("500"))))
        .containsExactly("INT-07");
    Resumes paid = reddition(2019).versement("V-1", TypeVersement.AVRIL, JOUR, "10");
    assertThat(enfreintes(paid, reddition(2020))).containsExactly("INT-08");
  }

  @Test
  void aTwinOrASecondFileBreaksItsOwnRuleOnly() {
    Resumes twin = Resumes.de("ALL-13", 2020).projet("L-9", "A", NEQ, "0", "5");
    assertThat(enfreintes(twin, reddition(2020).projet("P-001", "A", NEQ, "0", "5")))
        .containsExactly("INT-03");
    assertThat(enfreintes(reddition(2020).nomme("a.xlsx"), reddition(2020).nomme("b.xlsx")))
        .containsExactly("INT-06");
  }

  @Test
  void anUnknownSheetLeavesTheOtherRulesAlone() {
    Resumes before =
        reddition(2019)
            .projet("P-001", "A", NEQ, "10", "5")
            .versement("V-1", TypeVersement.AVRIL, JOUR, "10");
    Ensemble ensemble = juge(before, reddition(2020).sansTables());
    assertThat(regles(ensemble, 1, INDETERMINE))
        .containsExactly("INT-04", "INT-05", "INT-08", "INT-10", "INT-11", "INT-12");
  }

  @Test
  void withoutTheYearBeforeNothingIsExamined() {
    Resumes first =
        september(reddition(2020), LocalDate.of(2020, 9, 19)).projet("P-001", "A", NEQ, "10", "5");
    for (Resumes alone : List.of(first, reddition(2020).sansTables())) {
      Ensemble ensemble = juge(alone);
      assertThat(regles(ensemble, 0, NON_APPLICABLE))
          .containsExactly(
              "INT-01", "INT-02", "INT-04", "INT-07", "INT-08", "INT-09", "INT-10", "INT-11",
              "INT-12");
      assertThat(statut(ensemble, 0, "INT-05")).isEqualTo(RESPECTEE);
      assertThat(resultat(ensemble, 0, "INT-05").examines()).isZero();
    }
  }

  @Test
  void aFileSetAsideIsOnlyToldSo() {
    Ensemble ensemble =
        juge(
            reddition(2019),
            reddition(2020).nomme("a.xlsx").avec("soldeOuverture", Montant.de("5")),
            reddition(2020).nomme("b.xlsx"));
    assertThat(regles(ensemble, 1, ENFREINTE)).containsExactly("INT-06");
    assertThat(resultat(ensemble, 1, "INT-06").examines()).isEqualTo(1);
    assertThat(resultat(ensemble, 1, "INT-06").enfreints()).isEqualTo(1);
  }

  private static List<String> enfreintes(Resumes before, Resumes after) {
    return regles(juge(before, after), 1, ENFREINTE);
  }

  private static List<String> regles(Ensemble ensemble, int reddition, StatutRegle statut) {
    return ensemble.suites().get(reddition).resultats().stream()
        .filter(r -> r.statut() == statut)
        .map(r -> r.regle().id())
        .toList();
  }

  @Test
  void irrecevableRedditionsAreNotJudged() {
    Ensemble ensemble = juge(reddition(2019), reddition(2020).irrecevable());
    assertThat(statut(ensemble, 1, "INT-01")).isEqualTo(NON_APPLICABLE);
    assertThat(statut(ensemble, 1, "INT-02")).isEqualTo(INDETERMINE);
  }
}
