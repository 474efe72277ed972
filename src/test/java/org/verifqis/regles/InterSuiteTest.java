package org.verifqis.regles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.verifqis.regles.JugeInterTest.juge;
import static org.verifqis.regles.JugeInterTest.resultat;
import static org.verifqis.regles.JugeInterTest.statut;
import static org.verifqis.regles.StatutRegle.ENFREINTE;
import static org.verifqis.regles.StatutRegle.INDETERMINE;
import static org.verifqis.regles.StatutRegle.NON_APPLICABLE;
import static org.verifqis.regles.StatutRegle.RESPECTEE;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.verifqis.modele.Montant;
import org.verifqis.modele.Portee;
import org.verifqis.modele.Statut;
import org.verifqis.modele.TypeVersement;

/** From year to year: projects lost, renumbered, changed, and what was granted in all. */
class InterSuiteTest {
  private static final String NEQ = "1143920115";
  private static final String OTHER_NEQ = "1143920123";
  private static final LocalDate END = LocalDate.of(2020, 3, 31);

  private static Resumes before() {
    return Resumes.de("ALL-14", 2019);
  }

  private static Resumes after() {
    return Resumes.de("ALL-14", 2020);
  }

  private static Resumes garden(Resumes reddition, String numero) {
    return reddition.projet(numero, "Potager", NEQ, "0", "0");
  }

  /** A project that was to go on. */
  private static Resumes running(String numero) {
    return garden(before(), numero).dont("dateFin", END.plusDays(1));
  }

  private static StatutRegle second(String regle, Resumes first, Resumes second) {
    return statut(juge(first, second), 1, regle);
  }

  private static Constat found(String regle, Resumes first, Resumes second) {
    List<Constat> constats =
        juge(first, second).suites().get(1).constats().stream()
            .filter(c -> c.regle().id().equals(regle))
            .toList();
    assertThat(constats).hasSize(1);
    return constats.get(0);
  }

  private static List<String> places(Constat constat) {
    return constat.emplacements().stream()
        .map(
            e ->
                (e.fichier() == null ? "" : e.fichier() + " ")
                    + e.feuille().nom()
                    + (e.reference() == null ? "" : " " + e.reference()))
        .toList();
  }

  @Test
  void int09AProjectThatWasToGoOnStandsHereUnderItsNumber() {
    assertThat(second("INT-09", running("P-1"), after())).isEqualTo(ENFREINTE);
    assertThat(second("INT-09", running("P-1"), garden(after(), "p 1"))).isEqualTo(RESPECTEE);
    assertThat(second("INT-09", running("P-1"), garden(after(), "P-2"))).isEqualTo(ENFREINTE);
    Resumes ended = garden(before(), "P-1").dont("dateFin", END);
    assertThat(second("INT-09", ended, after())).as("on the last day").isEqualTo(RESPECTEE);
    assertThat(resultat(juge(ended, after()), 1, "INT-09").examines()).isZero();
    assertThat(second("INT-09", running("P-1").deStatut(Statut.TERMINE), after()))
        .isEqualTo(RESPECTEE);
    assertThat(second("INT-09", running("P-1").avec("exerciceFin", END.plusDays(1)), after()))
        .as("the end that the year before declares counts")
        .isEqualTo(RESPECTEE);
  }

  @Test
  void int09IsUnknownWhereItMayBeThatOne() {
    assertThat(second("INT-09", running("P-1").deStatut(null), after())).isEqualTo(INDETERMINE);
    assertThat(second("INT-09", running("P-1").dont("dateFin", "?"), after()))
        .isEqualTo(INDETERMINE);
    assertThat(second("INT-09", running("P-1").deStatut(null), garden(after(), "P-1")))
        .isEqualTo(RESPECTEE);
    assertThat(second("INT-09", running("P-1"), garden(after(), "?"))).isEqualTo(INDETERMINE);
    assertThat(second("INT-09", running("P-1"), after().sansTables())).isEqualTo(INDETERMINE);
    assertThat(second("INT-09", before().sansTables(), after())).isEqualTo(INDETERMINE);
    assertThat(second("INT-09", before(), after().sansTables())).isEqualTo(RESPECTEE);
    assertThat(second("INT-09", running("?"), after())).as("all are gone").isEqualTo(ENFREINTE);
    assertThat(second("INT-09", running("?"), garden(after(), "P-1"))).isEqualTo(INDETERMINE);
    Resumes hidden = garden(before(), "?").deStatut(Statut.TERMINE);
    garden(hidden, "P-1").dont("dateFin", END.plusDays(1));
    assertThat(second("INT-09", hidden, after()))
        .as("the row above may be the first of its number")
        .isEqualTo(INDETERMINE);
  }

  @Test
  void int09OfSeveralOfANumberTheFirstCounts() {
    Resumes twice = garden(before(), "P-1").deStatut(Statut.TERMINE);
    garden(twice, "p-1").dont("dateFin", END.plusDays(1));
    assertThat(second("INT-09", twice, after())).isEqualTo(RESPECTEE);
  }

  @Test
  void int09StandsAtTheSheetThenInTheOtherFile() {
    Constat constat = found("INT-09", running("P-1"), after());
    assertThat(places(constat)).containsExactly("Projets", "ALL-14-2019.xlsx Projets B2");
    assertThat(constat.faits())
        .containsEntry("numero", "P-1")
        .containsEntry("titre", "Potager")
        .containsEntry("dateFin", END.plusDays(1));
    assertThat(constat.faits().get("exercice")).hasToString("2019-2020");
  }

  private static Resumes granted(int annee, String... numerosEtMontants) {
    Resumes reddition = Resumes.de("ALL-14", annee).avec("enveloppe", Montant.de("100"));
    for (int i = 0; i < numerosEtMontants.length; i += 2) {
      String montant = numerosEtMontants[i + 1];
      garden(reddition, numerosEtMontants[i])
          .dont("aideAccordee", montant.equals("?") ? "?" : Montant.de(montant));
    }
    return reddition;
  }

  private static StatutRegle last(Resumes... redditions) {
    return statut(juge(redditions), redditions.length - 1, "INT-10");
  }

  @Test
  void int10EachProjectCountsOnceAsTheLatestTellsIt() {
    assertThat(last(granted(2020, "P-1", "500"))).isEqualTo(NON_APPLICABLE);
    assertThat(last(granted(2018, "P-1", "60"), granted(2020, "P-2", "40")))
        .as("with gaps, up to the envelope")
        .isEqualTo(RESPECTEE);
    assertThat(last(granted(2018, "P-1", "60"), granted(2020, "P-2", "40.01")))
        .isEqualTo(ENFREINTE);
    assertThat(last(granted(2019, "P-1", "900"), granted(2020, "p 1", "100"))).isEqualTo(RESPECTEE);
    assertThat(
            last(
                granted(2018, "P-1", "900"),
                granted(2019, "P-1", "60"),
                granted(2020, "P-2", "40")))
        .isEqualTo(RESPECTEE);
    assertThat(last(granted(2020, "P-1", "60"), granted(2019, "P-2", "900")))
        .as("later ones are not looked at")
        .isEqualTo(NON_APPLICABLE);
    assertThat(last(granted(2019), granted(2020, "P-1", "100", "P-1", "900")))
        .as("the first of a number")
        .isEqualTo(RESPECTEE);
    assertThat(last(granted(2023, "P-1", "900"), granted(2024, "P-2", "1")))
        .as("another edition")
        .isEqualTo(NON_APPLICABLE);
  }

  @Test
  void int10ACancelledProjectCountsForWhatWasPaid() {
    Resumes cancelled =
        granted(2019, "P-1", "900")
            .deStatut(Statut.ANNULE)
            .dont("aideVerseeAnterieure", Montant.de("40"))
            .dont("aideVerseeExercice", Montant.de("20"));
    assertThat(last(cancelled, granted(2020, "P-2", "40"))).isEqualTo(RESPECTEE);
    assertThat(last(cancelled, granted(2020, "P-2", "41"))).isEqualTo(ENFREINTE);
    assertThat(last(cancelled.deStatut(null), granted(2020, "P-2", "40"))).isEqualTo(INDETERMINE);
    assertThat(last(cancelled.deStatut(null), granted(2020, "P-2", "41")))
        .as("either way")
        .isEqualTo(ENFREINTE);
  }

  @Test
  void int10AdditionalPaymentsOfThisReddition() {
    LocalDate day = LocalDate.of(2020, 5, 1);
    Resumes before = granted(2019, "P-1", "60");
    before.versement("V-0", TypeVersement.ADDITIONNEL, day, "900");
    Resumes after = granted(2020, "P-2", "50");
    assertThat(last(before, after)).isEqualTo(ENFREINTE);
    after.versement("V-1", TypeVersement.ADDITIONNEL, day, "10");
    assertThat(last(before, after)).isEqualTo(RESPECTEE);
    Resumes unknownType = granted(2020, "P-2", "50").versement("V-1", null, day, "10");
    assertThat(last(before, unknownType)).isEqualTo(INDETERMINE);
    assertThat(last(before, unknownType.avec("enveloppe", Montant.de("99.99"))))
        .as("either way")
        .isEqualTo(ENFREINTE);
    assertThat(last(granted(2019), granted(2020, "P-1", "1").sansTables())).isEqualTo(INDETERMINE);
  }

  @Test
  void int10IsUnknownOnlyWhereAnUnknownCounts() {
    assertThat(last(granted(2019, "P-1", "?"), granted(2020, "P-1", "100")))
        .as("the later one counts")
        .isEqualTo(RESPECTEE);
    assertThat(last(granted(2019, "P-1", "100"), granted(2020, "P-1", "?"))).isEqualTo(INDETERMINE);
    assertThat(last(granted(2019).sansTables(), granted(2020, "P-1", "1"))).isEqualTo(INDETERMINE);
    assertThat(last(granted(2019, "?", "60"), granted(2020, "P-2", "40"))).isEqualTo(RESPECTEE);
    assertThat(last(granted(2019, "?", "60"), granted(2020, "P-2", "50")))
        .as("it may be the same one")
        .isEqualTo(INDETERMINE);
    assertThat(last(granted(2019, "?", "60"), granted(2020, "P-2", "101"))).isEqualTo(ENFREINTE);
    assertThat(last(granted(2019, "P-1", "90", "P-2", "90"), granted(2020, "?", "11")))
        .as("it stands for one of them at most")
        .isEqualTo(ENFREINTE);
    assertThat(last(granted(2019, "P-1", "90", "P-2", "90"), granted(2020, "?", "10")))
        .isEqualTo(INDETERMINE);
  }

  @Test
  void int10StandsAtTheEnvelopeAndTellsTheSums() {
    Constat constat =
        found("INT-10", granted(2018, "P-1", "60"), granted(2020, "P-2", "50", "P-3", "5"));
    assertThat(places(constat))
        .containsExactly("Identification B2", "Projets B2:B3", "ALL-14-2018.xlsx Projets B2");
    assertThat(constat.faits())
        .containsEntry("accordee", Montant.de("115"))
        .containsEntry("additionnels", Montant.ZERO)
        .containsEntry("declare", Montant.de("100"))
        .containsEntry("ecart", Montant.de("15"))
        .containsEntry("redditions", 2);
  }

  @Test
  void int11ARenumberedProjectIsTheSameOne() {
    Resumes before = garden(before(), "P-1");
    Resumes renumbered = after().projet("P-9", "POTAGER", NEQ, "0", "0");
    assertThat(second("INT-11", before, renumbered)).isEqualTo(ENFREINTE);
    assertThat(second("INT-11", before, garden(after(), "P-1"))).isEqualTo(RESPECTEE);
    assertThat(second("INT-11", before, garden(garden(after(), "P-1"), "P-9")))
        .as("the number is still here")
        .isEqualTo(RESPECTEE);
    assertThat(second("INT-11", before, after().projet("P-9", "Cuisine", NEQ, "0", "0")))
        .isEqualTo(RESPECTEE);
    assertThat(second("INT-11", before, after().projet("P-9", "Potager", OTHER_NEQ, "0", "0")))
        .isEqualTo(RESPECTEE);
    assertThat(second("INT-11", before, after().projet("P-9", "Potager", null, "0", "0")))
        .isEqualTo(RESPECTEE);
    assertThat(second("INT-11", before, renumbered.deStatut(Statut.ANNULE))).isEqualTo(RESPECTEE);
  }

  @Test
  void int11IsUnknownWhereANumberOrAKeyIs() {
    Resumes before = garden(before(), "P-1");
    assertThat(second("INT-11", before, garden(after(), "?"))).isEqualTo(INDETERMINE);
    assertThat(second("INT-11", garden(before(), "?"), garden(after(), "P-9")))
        .isEqualTo(INDETERMINE);
    assertThat(second("INT-11", before, after().projet("P-9", "?", NEQ, "0", "0")))
        .isEqualTo(INDETERMINE);
    assertThat(second("INT-11", before, after().projet("P-9", "Potager", "?", "0", "0")))
        .isEqualTo(INDETERMINE);
    assertThat(second("INT-11", before, after().projet("P-9", "Cuisine", "?", "0", "0")))
        .isEqualTo(RESPECTEE);
    assertThat(second("INT-11", before, garden(after(), "P-9").deStatut(null)))
        .isEqualTo(INDETERMINE);
    Resumes maybeHere = garden(after(), "P-9").projet("?", "Cuisine", OTHER_NEQ, "0", "0");
    assertThat(second("INT-11", before, maybeHere)).isEqualTo(INDETERMINE);
    assertThat(second("INT-11", garden(garden(before(), "P-1"), "P-2"), maybeHere))
        .as("one of the two is gone")
        .isEqualTo(ENFREINTE);
    assertThat(second("INT-11", before.sansTables(), garden(after(), "P-9")))
        .isEqualTo(INDETERMINE);
    assertThat(second("INT-11", before(), after().sansTables())).isEqualTo(RESPECTEE);
    assertThat(second("INT-11", before().sansTables(), after())).isEqualTo(RESPECTEE);
  }

  @Test
  void int11StandsAtTheNumberHereThenAtTheOther() {
    Constat constat = found("INT-11", garden(before(), "P-1"), garden(after(), "P-9"));
    assertThat(places(constat)).containsExactly("Projets B2", "ALL-14-2019.xlsx Projets B2");
    assertThat(constat.faits())
        .containsEntry("numero", "P-9")
        .containsEntry("autreNumero", "P-1")
        .containsEntry("neq", NEQ)
        .containsEntry("titre", "Potager");
  }

  @Test
  void int12TellsEachValueThatDiffers() {
    Resumes before = garden(before(), "P-1");
    assertThat(second("INT-12", before, garden(after(), "P-1"))).isEqualTo(RESPECTEE);
    assertThat(second("INT-12", before, garden(after(), "P-1").dont("promoteur", "LES AMIS!")))
        .isEqualTo(RESPECTEE);
    assertThat(
            second("INT-12", before, garden(after(), "P-1").dont("aideAccordee", montant("20.01"))))
        .isEqualTo(ENFREINTE);
    assertThat(second("INT-12", before, garden(after(), "P-2").dont("promoteur", "B")))
        .isEqualTo(RESPECTEE);
    Resumes changed =
        garden(after(), "P-1")
            .dont("aideAccordee", montant("25"))
            .dont("promoteur", "Les Voisins")
            .dont("portee", Portee.REGIONALE);
    Constat constat = found("INT-12", before, changed);
    assertThat(places(constat))
        .containsExactly(
            "Projets B2",
            "Projets B2",
            "Projets B2",
            "ALL-14-2019.xlsx Projets B2",
            "ALL-14-2019.xlsx Projets B2",
            "ALL-14-2019.xlsx Projets B2");
    assertThat(constat.faits())
        .containsEntry("numero", "P-1")
        .containsEntry("champs", List.of("Aide FQIS accordée", "Organisme promoteur", "Portée"))
        .containsEntry("precedent", List.of(montant("20"), "Les Amis", Portee.LOCALE))
        .containsEntry("actuel", List.of(montant("25"), "Les Voisins", Portee.REGIONALE));
  }

  private static Montant montant(String dollars) {
    return Montant.de(dollars);
  }

  @Test
  void int12AChangeHoldsWhateverIsUnknown() {
    Resumes before = garden(before(), "P-1");
    assertThat(second("INT-12", before, garden(after(), "P-1").dont("portee", "?")))
        .isEqualTo(INDETERMINE);
    assertThat(
            second(
                "INT-12",
                before,
                garden(after(), "P-1").dont("portee", "?").dont("promoteur", "Les Voisins")))
        .isEqualTo(ENFREINTE);
    assertThat(second("INT-12", before, garden(after(), "?"))).as("the same").isEqualTo(RESPECTEE);
    assertThat(second("INT-12", before, garden(after(), "?").dont("promoteur", "B")))
        .isEqualTo(INDETERMINE);
    assertThat(second("INT-12", before(), garden(after(), "?"))).isEqualTo(RESPECTEE);
    assertThat(second("INT-12", before.sansTables(), garden(after(), "P-1")))
        .isEqualTo(INDETERMINE);
  }
}
