package org.verifqis.service.depot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.verifqis.service.depot.GreffeDEssai.ANNEE;
import static org.verifqis.service.depot.GreffeDEssai.MAURICIE;
import static org.verifqis.service.depot.GreffeDEssai.PROVENANCE;
import static org.verifqis.service.depot.GreffeDEssai.depot;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.verifqis.modele.Exercice;
import org.verifqis.regles.Verdict;
import org.verifqis.service.depot.Conservation.Sorte;
import org.verifqis.service.depot.Conservation.Termes;

/** What is past its term is told, and deleted where that is asked for, in H2. */
class ConservationTest extends SurUnGreffe {
  private static final Termes TERMES =
      Termes.de(Map.of("versions", "2 ans", "dossiers", "7 ans", "liens", "6 mois"));

  private static final EnumSet<Sorte> TOUTES = EnumSet.allOf(Sorte.class);
  private static final Exercice AVANT = new Exercice(ANNEE.annee() - 1);

  private Map<Sorte, Long> supprime() {
    return g.greffe.conservation().supprime(TOUTES, TERMES, null);
  }

  private long echus(Sorte sorte) {
    return g.greffe.conservation().echus(TERMES, null).stream()
        .filter(echu -> echu.sorte() == sorte)
        .mapToLong(Conservation.Echu::combien)
        .sum();
  }

  /** Two versions, the second adopted, after all that may be said of a reddition. */
  private void adopteMauricie() {
    Gestes gestes = g.greffe.gestes();
    gestes.depose(g.coordination, g.vu(g.coordination), depot("un"));
    gestes.demandeCorrections(
        g.personnel,
        g.vu(g.personnel),
        LocalDate.of(2023, 7, 15),
        "Merci",
        List.of(new Commentaire("c".repeat(64), "VER-05", "Versements!C4", "Tard", "?")));
    gestes.depose(g.coordination, g.vu(g.coordination), depot("deux"));
    gestes.accepte(
        g.personnel, g.vu(g.personnel), GreffeTest.derogation("7"), Verdict.NON_CONFORME);
    gestes.adopte(g.personnel, g.vu(g.personnel), Verdict.NON_CONFORME, PROVENANCE);
  }

  @Test
  void nothingIsPastItsTermAtFirstAndNothingIsNoted() {
    adopteMauricie();
    Journal.Controle avant = g.greffe.journal().verifie();
    assertThat(g.greffe.conservation().echus(TERMES, null))
        .hasSize(TOUTES.size())
        .allSatisfy(echu -> assertThat(echu.combien()).isZero())
        .allSatisfy(echu -> assertThat(echu.ancien()).isNull());
    assertThat(supprime().values()).containsOnly(0L);
    assertThat(g.greffe.journal().verifie()).isEqualTo(avant);
  }

  @Test
  void whatPassesIsDeletedAtItsTermAndNotBefore() {
    g.greffe.connexionsRefusees().note("x@exemple.ca", "10.0.0.1");
    g.greffe
        .brouillons()
        .garde(g.voisine, GreffeDEssai.AUTRE, ANNEE, new Brouillons.Brouillon("a", new byte[1]));
    adopteMauricie();
    g.greffe.courriels().envoie(courriel -> {});
    g.montre.avance(Duration.ofDays(2));
    assertThat(echus(Sorte.BROUILLONS)).isEqualTo(1);
    assertThat(echus(Sorte.REFUS)).isZero();
    assertThat(supprime()).containsEntry(Sorte.BROUILLONS, 1L).containsEntry(Sorte.REFUS, 0L);
    g.montre.avance(Duration.ofDays(30));
    assertThat(supprime()).containsEntry(Sorte.REFUS, 1L).containsEntry(Sorte.LIENS, 0L);
    g.montre.avance(Duration.ofDays(200));
    assertThat(supprime()).containsEntry(Sorte.LIENS, 5L).containsEntry(Sorte.COURRIELS, 0L);
    g.montre.avance(Duration.ofDays(200));
    long courriels = echus(Sorte.COURRIELS);
    assertThat(courriels).isPositive();
    OffsetDateTime tot = OffsetDateTime.parse("2023-06-20T00:00:00Z");
    assertThat(g.greffe.conservation().supprime(TOUTES, TERMES, tot).values())
        .as("from before that day")
        .containsOnly(0L);
    assertThat(supprime()).containsEntry(Sorte.COURRIELS, courriels);
    assertThat(g.greffe.dossiers().versions(g.personnel, g.vu(g.personnel))).hasSize(2);
    assertThat(g.greffe.journal().verifie().entier()).isTrue();
  }

  @Test
  void aVersionThatWasReplacedGoesAndTheAdoptedOneStays() {
    adopteMauricie();
    g.greffe.gestes().rouvre(g.personnel, g.vu(g.personnel), "Erreur");
    g.greffe.gestes().depose(g.coordination, g.vu(g.coordination), depot("trois"));
    g.montre.avance(Duration.ofDays(3 * 365));
    assertThat(supprime()).containsEntry(Sorte.VERSIONS, 1L).containsEntry(Sorte.DOSSIERS, 0L);
    DossierDepose vu = g.vu(g.personnel);
    Dossiers dossiers = g.greffe.dossiers();
    assertThat(dossiers.versions(g.personnel, vu))
        .extracting(VersionDeposee::numero)
        .as("the last, and the one that was adopted")
        .containsExactly(3, 2);
    assertThat(dossiers.classeur(g.personnel, vu, 1)).isEmpty();
    assertThat(dossiers.classeur(g.personnel, vu, 2)).isPresent();
    assertThat(dossiers.explications(g.personnel, vu, 1)).isEmpty();
    assertThat(dossiers.demandes(g.personnel, vu)).hasSize(1);
  }

  @Test
  void anAdoptedRedditionGoesWholeAfterItsTermAndNoOtherDoes() throws Exception {
    adopteMauricie();
    g.greffe
        .gestes()
        .depose(g.coordination, DossierDepose.attendu(MAURICIE, AVANT), depot("autre"));
    g.montre.avance(Duration.ofDays(7 * 365));
    assertThat(supprime()).as("a day before").containsEntry(Sorte.DOSSIERS, 0L);
    g.montre.avance(Duration.ofDays(3));
    long evenements = g.greffe.journal().verifie().evenements();
    assertThat(supprime()).containsEntry(Sorte.DOSSIERS, 1L);

    assertThat(g.greffe.dossiers().tous(g.personnel))
        .extracting(DossierDepose::exercice)
        .as("what is not adopted is kept")
        .containsExactly(AVANT);
    Evenement dernier = g.greffe.journal().derniers(g.admin, 0, 1).get(0);
    assertThat(dernier.nature()).isEqualTo("CONSERVATION");
    assertThat(dernier.acteur()).isEqualTo(Journal.CONSOLE);
    assertThat(dernier.details())
        .contains("\"dossiers\":1", "\"redditions\":[\"ALL-04 2022-2023\"]");
    assertThat(g.greffe.journal().verifie()).isEqualTo(new Journal.Controle(evenements + 1, 0));
    // The agreement may file anew for that year.
    assertThat(g.greffe.gestes().depose(g.coordination, g.vu(g.coordination), depot("un")))
        .isEqualTo(1);
  }

  @Test
  void aTermIsReadAndWhatIsNoneIsRefused() {
    assertThat(TERMES.durees())
        .containsEntry(Sorte.DOSSIERS, new DureeDeGarde(7, DureeDeGarde.Unite.ANS))
        .containsEntry(Sorte.BROUILLONS, new DureeDeGarde(1, DureeDeGarde.Unite.JOURS))
        .containsEntry(Sorte.COURRIELS, new DureeDeGarde(1, DureeDeGarde.Unite.ANS));
    assertThat(Termes.de(Map.of()).durees()).doesNotContainKeys(Sorte.VERSIONS, Sorte.DOSSIERS);
    for (Map<String, String> faux :
        List.of(
            Map.of("dossiers", "0 ans"),
            Map.of("dossiers", "-1 an"),
            Map.of("dossiers", "sept ans"),
            Map.of("dossiers", ""),
            Map.of("dossiers", "99999 ans"),
            Map.of("refus", "2 jours"),
            Map.of("courriels", "29 jours"),
            Map.of("journal", "1 an"))) {
      assertThatThrownBy(() -> Termes.de(faux))
          .as(faux.toString())
          .isInstanceOf(Conservation.TermeInvalide.class);
    }
  }
}
