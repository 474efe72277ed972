package org.verifqis.regles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.verifqis.modele.Anomalie;
import org.verifqis.modele.Releve;
import org.verifqis.modele.Releve.Nature;
import org.verifqis.modele.Verite;

/** What is counted of the cases of a rule, and which of them are kept. */
class ConstatsTest {
  private static final Regle REGLE = Registre.charge().regle("LEC-02");

  private static List<Object> told(Constats constats) {
    return constats.constats(REGLE, Sujets.aucuns()).stream()
        .map(constat -> constat.faits().get("n"))
        .toList();
  }

  @Test
  void findingsBeyondTheMostAreCountedOnly() {
    Constats constats = new Constats();
    for (int n = 1; n <= Constats.PLAFOND + 2; n++) {
      constats.cas(Verite.VRAI).avec("n", n);
    }
    constats.cas(Verite.INCONNU).avec("n", 0);
    constats.cas(Verite.FAUX).avec("n", 0);
    assertThat(constats.resultat(REGLE))
        .isEqualTo(
            new ResultatRegle(
                REGLE, StatutRegle.ENFREINTE, Constats.PLAFOND + 4, Constats.PLAFOND + 2, 1, null));
    assertThat(told(constats)).hasSize(Constats.PLAFOND).endsWith(Constats.PLAFOND);
  }

  @Test
  void whatReadingCountedOnlyIsCounted() {
    Constats constats = new Constats();
    List<Anomalie> told =
        List.of(
            new Anomalie("", List.of(), Map.of("n", 1)),
            new Anomalie("x", List.of(), Map.of("n", 2)));
    constats.releve(new Releve(Nature.VALEUR_ABSENTE, 9, told, 5));
    constats.releve(new Releve(Nature.VALEUR_ABSENTE, 9, List.of(), 1));
    assertThat(constats.resultat(REGLE))
        .isEqualTo(new ResultatRegle(REGLE, StatutRegle.ENFREINTE, 9, 6, 0, null));
    assertThat(told(constats)).containsExactly(1, 2);
    assertThat(constats.constats(REGLE, Sujets.aucuns()))
        .extracting(Constat::variante)
        .containsExactly("", "x");
  }

  @Test
  void allCasesAreKeptToBeExplained() {
    Constats constats = new Constats(true);
    for (Verite verite : Verite.values()) {
      constats.cas(verite).avec("n", verite);
    }
    assertThat(constats.expliques(REGLE, Sujets.aucuns()))
        .hasSize(Verite.values().length)
        .allSatisfy(cas -> assertThat(cas.vu().faits()).containsEntry("n", cas.enfreint()));
    assertThat(told(constats)).containsExactly(Verite.VRAI);
  }

  @Test
  void aRuleWithoutObjectDoesNotApplyWhateverItsCases() {
    Constats constats = new Constats();
    assertThat(constats.resultat(REGLE).statut()).isEqualTo(StatutRegle.RESPECTEE);
    constats.cas(Verite.INCONNU);
    assertThat(constats.resultat(REGLE).statut()).isEqualTo(StatutRegle.INDETERMINE);
    constats.cas(Verite.VRAI);
    assertThat(constats.resultat(REGLE).statut()).isEqualTo(StatutRegle.ENFREINTE);
    constats.sansObjet();
    assertThat(constats.resultat(REGLE).statut()).isEqualTo(StatutRegle.NON_APPLICABLE);
  }

  private static ResultatRegle broken(String regle, int findings) {
    return new ResultatRegle(
        Registre.charge().regle(regle), StatutRegle.ENFREINTE, findings, findings, 0, null);
  }

  @Test
  void aJudgementCountsTheFindingsThatWereNotKept() {
    Constats kept = new Constats();
    kept.cas(Verite.VRAI);
    kept.cas(Verite.VRAI);
    Jugement jugement =
        new Jugement(
            null,
            0,
            null,
            null,
            null,
            Verdict.NON_CONFORME,
            null,
            List.of(
                broken("LEC-02", Constats.PLAFOND + 3),
                broken("LEC-03", Constats.PLAFOND),
                broken("PRO-01", Constats.PLAFOND + 1)),
            kept.constats(REGLE, Sujets.aucuns()),
            List.of());
    assertThat(jugement.constats(Gravite.NON_CONFORMITE)).isEqualTo(3 + 2);
    assertThat(jugement.constats(Gravite.AVERTISSEMENT)).isEqualTo(1);
    assertThat(jugement.constats(Gravite.BLOQUANTE)).isZero();
    assertThat(jugement.recevable()).isTrue();
    assertThat(jugement.avec(Verdict.IRRECEVABLE, List.of(), List.of()).recevable()).isFalse();
  }
}
