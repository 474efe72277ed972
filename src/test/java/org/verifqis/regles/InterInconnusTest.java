package org.verifqis.regles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.verifqis.regles.JugeInterTest.juge;
import static org.verifqis.regles.JugeInterTest.resultat;
import static org.verifqis.regles.JugeInterTest.statut;
import static org.verifqis.regles.StatutRegle.ENFREINTE;
import static org.verifqis.regles.StatutRegle.INDETERMINE;
import static org.verifqis.regles.StatutRegle.RESPECTEE;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Montant;
import org.verifqis.modele.Statut;
import org.verifqis.modele.TypeVersement;

/**
 * Unknown values across redditions: a breach that holds whatever they are is one, and what they
 * can't break is respected (lecture.md, "Unknown").
 */
class InterInconnusTest {
  private static final String NEQ = "1143920115";
  private static final String OTHER_NEQ = "1143920123";
  private static final LocalDate DAY = LocalDate.of(2019, 4, 15);

  private static Resumes before() {
    return Resumes.de("ALL-14", 2019);
  }

  private static Resumes after() {
    return Resumes.de("ALL-14", 2020);
  }

  private static StatutRegle second(String regle, Resumes first, Resumes second) {
    return statut(juge(first, second), 1, regle);
  }

  private static Resumes garden(String titre, String neq) {
    return after().projet("P-1", titre, neq, "0", "5");
  }

  private static StatutRegle twin(Resumes garden) {
    Resumes other = Resumes.de("ALL-13", 2020).projet("L-9", "Potager", NEQ, "0", "5");
    return statut(juge(garden, other), 0, "INT-03");
  }

  @Test
  void int03AKeyThatMayBeTheSameIsUnknown() {
    assertThat(twin(garden("?", NEQ))).isEqualTo(INDETERMINE);
    assertThat(twin(garden("?", OTHER_NEQ))).isEqualTo(RESPECTEE);
    assertThat(twin(garden("?", "?"))).isEqualTo(INDETERMINE);
    assertThat(statut(juge(garden("?", "?")), 0, "INT-03")).as("alone").isEqualTo(RESPECTEE);
    assertThat(statut(juge(garden("?", NEQ)), 0, "INT-03")).as("alone").isEqualTo(RESPECTEE);
    assertThat(statut(juge(garden("?", NEQ).projet("P-2", "Potager", NEQ, "0", "5")), 0, "INT-03"))
        .as("both of one agreement")
        .isEqualTo(RESPECTEE);
  }

  @Test
  void int03TheOthersMayBeUnknownToo() {
    for (Resumes other :
        List.of(
            Resumes.de("ALL-13", 2020).projet("L-9", "?", NEQ, "0", "5"),
            Resumes.de("ALL-13", 2020).projet("L-9", "Potager", "?", "0", "5"),
            Resumes.de("ALL-13", 2020).projet("L-9", "?", "?", "0", "5"),
            Resumes.de("ALL-13", 2020).sansTables())) {
      assertThat(statut(juge(garden("Potager", NEQ), other), 0, "INT-03")).isEqualTo(INDETERMINE);
    }
    Resumes both = Resumes.de("ALL-13", 2020).projet("L-9", "?", OTHER_NEQ, "0", "5");
    assertThat(statut(juge(garden("?", NEQ), both), 0, "INT-03")).isEqualTo(RESPECTEE);
    assertThat(statut(juge(garden("Potager", "?"), both), 0, "INT-03")).isEqualTo(INDETERMINE);
    Resumes unread = Resumes.de("ALL-13", 2020).sansTables();
    for (Resumes garden : List.of(garden("?", NEQ), garden("Potager", "?"), garden("?", "?"))) {
      assertThat(statut(juge(garden, unread), 0, "INT-03")).isEqualTo(INDETERMINE);
    }
    assertThat(statut(juge(garden("Potager", NEQ), unread), 1, "INT-03")).isEqualTo(INDETERMINE);
    assertThat(statut(juge(unread), 0, "INT-03")).isEqualTo(RESPECTEE);
  }

  @Test
  void int03OnlyActiveProjectsHaveTwins() {
    assertThat(twin(garden("Potager", NEQ).deStatut(Statut.ANNULE))).isEqualTo(RESPECTEE);
    assertThat(twin(garden("Potager", NEQ).deStatut(null))).isEqualTo(INDETERMINE);
    assertThat(twin(garden("Potager", NEQ).deStatut(Statut.TERMINE))).isEqualTo(ENFREINTE);
    Resumes maybe = garden("Potager", NEQ).deStatut(null);
    maybe.projet("P-2", "Potager", NEQ, "0", "5");
    assertThat(twin(maybe)).as("the second is one for sure").isEqualTo(ENFREINTE);
  }

  private static StatutRegle carried(String paid, String... unknowns) {
    Resumes before = before();
    for (String unknown : unknowns) {
      before.projet("?", "B", NEQ, unknown, "0");
    }
    before.projet("P-1", "A", NEQ, "10", "5");
    return second("INT-04", before, after().projet("P-1", "A", NEQ, paid, "0"));
  }

  @Test
  void int04WhateverTheNumberThatCannotBeRead() {
    assertThat(carried("15", "15", "15")).isEqualTo(RESPECTEE);
    assertThat(carried("15", "7")).isEqualTo(INDETERMINE);
    assertThat(carried("15", "15", "7")).isEqualTo(INDETERMINE);
    assertThat(carried("14", "14")).isEqualTo(INDETERMINE);
    assertThat(carried("14", "7")).isEqualTo(ENFREINTE);
    assertThat(carried("14", "7", "8")).isEqualTo(ENFREINTE);
    assertThat(carried("14", "7", "8", "9")).as("however many").isEqualTo(ENFREINTE);
    assertThat(carried("14", "7", "8", "14")).isEqualTo(INDETERMINE);
    assertThat(carried("15", "7", "8", "9")).isEqualTo(INDETERMINE);
  }

  @Test
  void int04ARowBelowIsNotTheFirstOfANumberWhateverItIs() {
    Resumes before = before().projet("P-1", "A", NEQ, "10", "5").projet("?", "B", NEQ, "7", "0");
    assertThat(second("INT-04", before, after().projet("P-1", "A", NEQ, "15", "0")))
        .isEqualTo(RESPECTEE);
    assertThat(second("INT-04", before, after().projet("P-1", "A", NEQ, "7", "0")))
        .isEqualTo(ENFREINTE);
  }

  private static StatutRegle stranger(String paid) {
    return second(
        "INT-04",
        before().projet("?", "A", NEQ, "10", "5"),
        after().projet("P-9", "A", NEQ, paid, "0"));
  }

  @Test
  void int04AStrangerMayBeTheOneThatCannotBeRead() {
    assertThat(stranger("15")).isEqualTo(RESPECTEE);
    assertThat(stranger("14")).isEqualTo(INDETERMINE);
    Resumes unnumbered = after().projet("?", "A", NEQ, "14", "0");
    assertThat(second("INT-04", before(), unnumbered)).as("there was none").isEqualTo(RESPECTEE);
    assertThat(second("INT-04", before().sansTables(), unnumbered)).isEqualTo(INDETERMINE);
    assertThat(second("INT-04", before().projet("?", "A", NEQ, "1", "1"), unnumbered))
        .isEqualTo(INDETERMINE);
  }

  @Test
  void int04AnUnknownSheetMattersWhereThereMayBeProjects() {
    assertThat(second("INT-04", before(), after().sansTables())).isEqualTo(RESPECTEE);
    assertThat(second("INT-04", before().sansTables(), after().sansTables()))
        .isEqualTo(INDETERMINE);
    assertThat(second("INT-04", before().sansTables(), after())).isEqualTo(RESPECTEE);
  }

  @Test
  void int04TellsWhatWasToBeCarried() {
    Ensemble broken =
        juge(
            before().projet("P-1", "A", NEQ, "10", "5").projet("?", "B", NEQ, "7", "0"),
            after().projet("P-1", "A", NEQ, "14", "0"));
    assertThat(broken.suites().get(1).constats().get(0).faits())
        .containsEntry("actuel", Montant.de("14"))
        .containsEntry("precedent", Montant.de("15"))
        .containsEntry("ecart", Montant.de("1"));
  }

  private static Resumes paid(Resumes reddition, String numero, LocalDate date, String montant) {
    return reddition.versement(numero, TypeVersement.AVRIL, date, montant);
  }

  @Test
  void int08APaymentOfAnotherNumberDoesNotStandForIt() {
    Resumes first = paid(before(), "V-1", DAY, "10");
    assertThat(second("INT-08", first, paid(after(), "V-2", DAY, "10"))).isEqualTo(ENFREINTE);
  }

  @Test
  void int08WhateverTheNumberThatCannotBeRead() {
    Resumes unnumbered = paid(before(), "?", DAY, "10");
    assertThat(second("INT-08", unnumbered, after())).as("all are gone").isEqualTo(ENFREINTE);
    assertThat(second("INT-08", unnumbered, paid(after(), "V-1", DAY, "10")))
        .isEqualTo(INDETERMINE);
    assertThat(second("INT-08", unnumbered, after().sansTables())).isEqualTo(INDETERMINE);
    Resumes undated = paid(before(), "V-1", null, "10");
    assertThat(second("INT-08", undated, paid(after(), "?", DAY, "10"))).isEqualTo(INDETERMINE);
    Resumes dated = paid(before(), "V-1", DAY, "10");
    assertThat(second("INT-08", dated, paid(after(), "?", null, "10"))).isEqualTo(INDETERMINE);
    assertThat(second("INT-08", dated, paid(after(), "?", null, "11")))
        .as("its amount is another, whatever its date")
        .isEqualTo(ENFREINTE);
  }

  @Test
  void int08AnUnknownSheetMattersUnlessNothingWasPaid() {
    assertThat(second("INT-08", before().sansTables(), paid(after(), "V-1", DAY, "10")))
        .isEqualTo(INDETERMINE);
    assertThat(second("INT-08", before(), after().sansTables())).isEqualTo(RESPECTEE);
  }

  @Test
  void int08TellsWhatDiffersAndWhatItWas() {
    Ensemble broken =
        juge(
            paid(before(), "V-1", DAY, "10"),
            after().versement("V-1", TypeVersement.SECOND, DAY, "10"));
    Constat constat = broken.suites().get(1).constats().get(0);
    assertThat(constat.emplacements())
        .extracting(Emplacement::valeur)
        .containsExactly(TypeVersement.SECOND);
    assertThat(constat.faits())
        .containsEntry("precedent", List.of(DAY, TypeVersement.AVRIL, Montant.de("10")))
        .containsEntry("actuel", List.of(DAY, TypeVersement.SECOND, Montant.de("10")));
  }

  @Test
  void int05TellsTheDayOfTheFiling() {
    LocalDate filed = LocalDate.of(2020, 9, 20);
    Ensemble broken =
        juge(
            before().avec("dateDepot", filed),
            after().versement("V-3", TypeVersement.SEPTEMBRE, filed.minusDays(1), "10"));
    assertThat(resultat(broken, 1, "INT-05").enfreints()).isEqualTo(1);
    assertThat(broken.suites().get(1).constats().get(0).faits())
        .containsEntry("date", filed.minusDays(1))
        .containsEntry("dateDepot", filed);
  }

  @Test
  void int06TellsAllTheFilesAndTheOneThatCounts() {
    Ensemble broken = juge(after().nomme("b.xlsx"), after().nomme("a.xlsx"));
    assertThat(broken.constats().get(broken.constats().size() - 1).faits())
        .containsEntry("entente", Resumes.GABARIT.ententes().get("ALL-14"))
        .containsEntry("fichiers", List.of("a.xlsx", "b.xlsx"))
        .containsEntry("retenu", "b.xlsx")
        .extractingByKey("exercice")
        .hasToString("2020-2021");
  }
}
