package org.verifqis.regles.derogations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Feuille;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Reddition;
import org.verifqis.regles.Constat;
import org.verifqis.regles.Derogation;
import org.verifqis.regles.Ensemble;
import org.verifqis.regles.Jugement;
import org.verifqis.regles.Registre;
import org.verifqis.regles.Regle;
import org.verifqis.regles.ResultatRegle;
import org.verifqis.regles.StatutRegle;
import org.verifqis.regles.Sujet;
import org.verifqis.regles.Verdict;
import org.verifqis.regles.derogations.UsageDerogation.Raison;
import org.verifqis.regles.derogations.UsageDerogation.Statut;

class DerogationsTest {
  private static final Registre REGISTRE = Registre.charge();
  private static final Gabarit GABARIT = LecteurGabarit.charge();
  private static final Feuille PROJETS = new Feuille("Projets", "Projets", 3, Feuille.Etat.LUE);
  private static final LocalDate JOUR = LocalDate.of(2023, 7, 1);
  private static final Exercice ANNEE = new Exercice(2022);

  private static Entente entente(String code) {
    return GABARIT.ententes().get(code);
  }

  private static Constat constat(String regle, String fiche, int ligne, String champ) {
    Emplacement lieu =
        ligne == 0
            ? Emplacement.feuille(PROJETS)
            : Emplacement.cellule(PROJETS, ligne, champ.length(), "x");
    Sujet sujet = new Sujet(fiche, fiche == null ? 0 : 1, champ);
    return new Constat(REGISTRE.regle(regle), "", List.of(lieu), Map.of(), sujet, null);
  }

  /** A judgement of ALL-14; rules that have no finding are respected, those named are unknown. */
  private static Jugement jugement(Set<String> inconnues, Constat... constats) {
    List<ResultatRegle> resultats = new ArrayList<>();
    for (Regle regle : REGISTRE.regles()) {
      int siens = (int) List.of(constats).stream().filter(c -> c.regle() == regle).count();
      StatutRegle statut = siens > 0 ? StatutRegle.ENFREINTE : StatutRegle.RESPECTEE;
      int inconnus = inconnues.contains(regle.id()) ? 1 : 0;
      resultats.add(new ResultatRegle(regle, statut, 10, siens, inconnus, null));
    }
    return new Jugement(
        new Reddition.Fichier("a.xlsx", "0".repeat(64), 1),
        10,
        "2017-2024",
        ANNEE,
        entente("ALL-14"),
        Verdict.de(resultats),
        null,
        resultats,
        List.of(constats),
        List.of());
  }

  private static Derogation derogation(String regle, String fiche, String... champs) {
    return derogation("ALL-14", regle, fiche, LocalDate.of(2023, 7, 1), champs);
  }

  private static Derogation derogation(
      String entente, String regle, String fiche, LocalDate jusquAu, String... champs) {
    Derogation.Vise vise =
        new Derogation.Vise(
            entente(entente), ANNEE, REGISTRE.regle(regle), null, fiche, 0, Set.of(champs));
    return new Derogation(1, vise, "J. T.", "décision 12", "motif", jusquAu);
  }

  private static Derogations.Effet effet(Jugement jugement, Derogation... derogations) {
    return new Derogations(List.of(derogations)).applique(List.of(jugement), null, JOUR);
  }

  private static List<Boolean> deroges(Jugement jugement) {
    return jugement.constats().stream().map(Constat::estDeroge).toList();
  }

  @Test
  void aCoveredFindingStaysAndWeighsNoMore() {
    Jugement avant = jugement(Set.of(), constat("ORG-01", "P-009", 12, "NEQ"));
    assertThat(avant.verdict()).isEqualTo(Verdict.NON_CONFORME);
    Derogations.Effet effet = effet(avant, derogation("ORG-01", "p 009"));
    Jugement apres = effet.jugements().get(0);
    assertThat(apres.verdict()).isEqualTo(Verdict.CONFORME);
    assertThat(apres.verdictSansDerogation()).isEqualTo(Verdict.NON_CONFORME);
    assertThat(apres.resultats()).isEqualTo(avant.resultats());
    assertThat(deroges(apres)).containsExactly(true);
    assertThat(effet.usages().get(0).statut()).isEqualTo(Statut.UTILISEE);
    assertThat(effet.usages().get(0).constats()).isEqualTo(1);
  }

  @Test
  void oneFindingOfTwoCoveredIsNotEnough() {
    Jugement avant =
        jugement(
            Set.of(), constat("ORG-01", "P-009", 12, "NEQ"), constat("ORG-01", "P-010", 13, "NEQ"));
    Jugement apres = effet(avant, derogation("ORG-01", "P-009")).jugements().get(0);
    assertThat(deroges(apres)).containsExactly(true, false);
    assertThat(apres.verdict()).isEqualTo(Verdict.NON_CONFORME);
    Jugement tous =
        effet(avant, derogation("ORG-01", "P-009"), derogation("ORG-01", "P-010"))
            .jugements()
            .get(0);
    assertThat(tous.verdict()).isEqualTo(Verdict.CONFORME);
  }

  @Test
  void whatIsUnknownDoesNotBecomeRespected() {
    Jugement avant = jugement(Set.of("ORG-01"), constat("ORG-01", "P-009", 12, "NEQ"));
    Jugement apres = effet(avant, derogation("ORG-01", "P-009")).jugements().get(0);
    assertThat(apres.verdict()).isEqualTo(Verdict.INDETERMINE);
  }

  @Test
  void aDerogationCoversItsRecordAndFieldOnly() {
    Jugement avant =
        jugement(
            Set.of(),
            constat("LEC-03", "P-009", 12, "NEQ"),
            constat("LEC-03", "P-009", 12, "Statut"),
            constat("LEC-03", null, 0, null));
    assertThat(deroges(effet(avant, derogation("LEC-03", "P-009", "NEQ")).jugements().get(0)))
        .containsExactly(true, false, false);
    assertThat(deroges(effet(avant, derogation("LEC-03", null)).jugements().get(0)))
        .containsExactly(false, false, true);
    assertThat(deroges(effet(avant, derogation("LEC-03", "P-00")).jugements().get(0)))
        .containsExactly(false, false, false);
  }

  @Test
  void whatFitsTwoPlacesCoversNothing() {
    Jugement avant =
        jugement(
            Set.of(),
            constat("LEC-03", "P-009", 12, "NEQ"),
            constat("LEC-03", "P-009", 12, "Statut"));
    Derogations.Effet effet = effet(avant, derogation("LEC-03", "P-009"));
    assertThat(effet.jugements()).containsExactly(avant);
    assertThat(effet.usages().get(0).raison()).isEqualTo(Raison.AMBIGUE);
  }

  @Test
  void expiredOnTheDayAfterItsLast() {
    Jugement avant = jugement(Set.of(), constat("ORG-01", "P-009", 12, "NEQ"));
    Derogations derogations = new Derogations(List.of(derogation("ORG-01", "P-009")));
    assertThat(derogations.applique(List.of(avant), null, JOUR).jugements().get(0).verdict())
        .isEqualTo(Verdict.CONFORME);
    Derogations.Effet apres = derogations.applique(List.of(avant), null, JOUR.plusDays(1));
    assertThat(apres.jugements()).containsExactly(avant);
    assertThat(apres.usages().get(0).statut()).isEqualTo(Statut.ECHUE);
    assertThat(derogations.texte(JOUR)).isNotEqualTo(derogations.texte(JOUR.plusDays(1)));
  }

  @Test
  void saysWhyADerogationIsNotUsed() {
    Jugement avant = jugement(Set.of(), constat("DEP-00", null, 0, null));
    assertThat(avant.verdict()).isEqualTo(Verdict.IRRECEVABLE);
    Derogations.Effet effet =
        effet(
            avant,
            derogation("DEP-00", null),
            derogation("ORG-01", "P-009"),
            derogation("ALL-15", "ORG-01", "P-009", JOUR),
            derogation("INT-02", null));
    assertThat(effet.jugements()).containsExactly(avant);
    assertThat(effet.usages())
        .extracting(UsageDerogation::raison)
        .containsExactly(
            Raison.BLOQUANTE,
            Raison.SANS_CONSTAT,
            Raison.REDDITION_ABSENTE,
            Raison.AUDIT_SEULEMENT);
  }

  /** Two projects of two agreements look like one: each reddition is judged for itself. */
  @Test
  void aFindingBetweenTwoRedditionsIsAcceptedForEach() {
    Regle regle = REGISTRE.regle("INT-03");
    Map<String, Object> faits =
        Map.of(
            "entente",
            entente("ALL-14"),
            "numero",
            "P-1",
            "autreEntente",
            entente("ALL-15"),
            "autreNumero",
            "Q-2",
            "exercice",
            ANNEE);
    Constat partage =
        new Constat(
            regle,
            "",
            List.of(Emplacement.cellule(PROJETS, 2, 4, "x")),
            faits,
            new Sujet("P-1", 0, "NEQ"),
            null);
    Jugement seul = jugement(Set.of());
    List<ResultatRegle> resultats =
        seul.resultats().stream()
            .map(
                r ->
                    r.regle() == regle
                        ? new ResultatRegle(regle, StatutRegle.ENFREINTE, 1, 1, 0, null)
                        : r)
            .toList();
    Jugement jugement = seul.avec(Verdict.de(resultats), resultats, List.of());
    Ensemble ensemble =
        new Ensemble(
            List.of(ANNEE),
            List.of(partage),
            List.of(),
            List.of(new Ensemble.Suite(List.of(), List.of(), List.of(partage))));
    Derogations une = new Derogations(List.of(derogation("INT-03", "P-1")));
    Derogations.Effet effet = une.applique(List.of(jugement), ensemble, JOUR);
    assertThat(jugement.verdict()).isNotEqualTo(Verdict.CONFORME);
    assertThat(effet.jugements().get(0).verdict()).isEqualTo(Verdict.CONFORME);
    assertThat(effet.usages().get(0).statut()).isEqualTo(Statut.UTILISEE);
    assertThat(effet.ensemble().constats().get(0).estDeroge()).as("the other side").isFalse();
    Derogations deux =
        new Derogations(
            List.of(derogation("INT-03", "P-1"), derogation("ALL-15", "INT-03", "Q-2", JOUR)));
    assertThat(
            deux.applique(List.of(jugement), ensemble, JOUR)
                .ensemble()
                .constats()
                .get(0)
                .estDeroge())
        .isTrue();
  }
}
