package org.verifqis.service.depot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.verifqis.service.depot.GreffeDEssai.ANNEE;
import static org.verifqis.service.depot.GreffeDEssai.GABARIT;
import static org.verifqis.service.depot.GreffeDEssai.depot;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.verifqis.modele.Entente;
import org.verifqis.regles.Verdict;
import org.verifqis.service.depot.Courriels.Courriel;

/** What is to be sent, in H2; {@link CourrielsPostgresTest} does the same in PostgreSQL. */
class CourrielsTest extends SurUnGreffe {
  private static final List<Entente> ENTENTES = List.copyOf(GABARIT.ententes().values());

  private final List<Courriel> recus = new ArrayList<>();

  private List<String> envoie() {
    recus.clear();
    g.greffe.courriels().envoie(recus::add);
    return recus.stream().map(c -> c.modele() + " " + c.compte().nom()).sorted().toList();
  }

  @Test
  void eachGestureIsToldOnceToThoseItConcerns() {
    g.greffe.gestes().depose(g.coordination, g.vu(g.coordination), depot("un"));
    assertThat(envoie())
        .containsExactly(
            "DEPOSER.COORDINATION Marie Côté",
            "DEPOSER.PERSONNEL Jeanne Tremblay",
            "DEPOSER.PERSONNEL Luc Gagnon");
    assertThat(recus.get(0).details()).containsEntry("entente", "ALL-04");
    assertThat(envoie()).isEmpty();

    DossierDepose vu = g.vu(g.personnel);
    g.greffe.gestes().demandeCorrections(g.personnel, vu, LocalDate.of(2023, 7, 15), "", List.of());
    assertThat(envoie()).containsExactly("DEMANDER_CORRECTIONS.COORDINATION Marie Côté");
    assertThatThrownBy(
            () ->
                g.greffe.gestes().adopte(g.collegue, vu, Verdict.CONFORME, GreffeDEssai.PROVENANCE))
        .isInstanceOf(GesteRefuse.class);
    assertThat(envoie()).as("what was not done is not told").isEmpty();
  }

  @Test
  void whatCannotBeSentIsTriedAgainThenShownToTheStaff() {
    g.greffe.gestes().depose(g.coordination, g.vu(g.coordination), depot("un"));
    int[] tries = {0};
    Courriels.Expediteur panne =
        courriel -> {
          tries[0]++;
          throw new IllegalStateException("le serveur de courriel ne répond pas");
        };
    assertThat(g.greffe.courriels().envoie(panne)).isZero();
    assertThat(tries[0]).isEqualTo(3);
    assertThat(g.greffe.courriels().envoie(panne)).isZero();
    assertThat(tries[0]).as("not before its time").isEqualTo(3);
    assertThat(g.greffe.courriels().enPanne(g.personnel))
        .hasSize(3)
        .allSatisfy(c -> assertThat(c.erreur()).contains("ne répond pas"));
    assertThat(g.greffe.courriels().enPanne(g.coordination)).isEmpty();

    for (int i = 0; i < 20; i++) {
      g.montre.avance(Duration.ofDays(1));
      g.greffe.courriels().envoie(panne);
    }
    assertThat(tries[0]).as("ten tries each").isEqualTo(30);
    assertThat(envoie()).as("given up").isEmpty();
    g.greffe.courriels().reprend(g.coordination);
    assertThat(envoie()).isEmpty();
    g.greffe.courriels().reprend(g.personnel);
    assertThat(envoie()).hasSize(3);
    assertThat(g.greffe.courriels().enPanne(g.personnel)).isEmpty();
  }

  @Test
  void twoThreadsSendNothingTwice() throws Exception {
    for (int i = 0; i < 10; i++) {
      g.greffe.gestes().depose(g.coordination, g.vu(g.coordination), depot("version " + i));
    }
    List<Long> sent = java.util.Collections.synchronizedList(new ArrayList<>());
    CyclicBarrier ensemble = new CyclicBarrier(4);
    ExecutorService fils = Executors.newFixedThreadPool(4);
    for (int i = 0; i < 4; i++) {
      fils.submit(
          () -> {
            ensemble.await();
            return g.greffe.courriels().envoie(courriel -> sent.add(courriel.id()));
          });
    }
    fils.shutdown();
    assertThat(fils.awaitTermination(5, TimeUnit.MINUTES)).isTrue();
    assertThat(sent).hasSize(30).doesNotHaveDuplicates();
  }

  @Test
  void whoHasNotFiledIsRemindedBeforeTheLimitAndAfter() {
    LocalDate limite = LocalDate.of(2023, 6, 30);
    g.greffe.echeances().fixe(g.personnel, ANNEE, null, limite);
    assertThat(g.greffe.echeances().toutes()).containsEntry(ANNEE, limite);
    Courriels courriels = g.greffe.courriels();
    courriels.rappelle(limite.minusDays(20), ENTENTES);
    assertThat(envoie()).isEmpty();
    courriels.rappelle(limite.minusDays(14), ENTENTES);
    courriels.rappelle(limite.minusDays(14), ENTENTES);
    assertThat(envoie()).containsExactly("RAPPEL_AVANT Anne Bouchard", "RAPPEL_AVANT Marie Côté");
    courriels.rappelle(limite.minusDays(13), ENTENTES);
    assertThat(envoie()).as("the day after makes up for it, once").isEmpty();

    g.greffe.gestes().depose(g.coordination, g.vu(g.coordination), depot("un"));
    envoie();
    courriels.rappelle(limite.minusDays(3), ENTENTES);
    assertThat(envoie()).containsExactly("RAPPEL_AVANT Anne Bouchard");
    g.greffe.gestes().demandeCorrections(g.personnel, g.vu(g.personnel), limite, "", List.of());
    envoie();
    courriels.rappelle(limite.plusDays(1), ENTENTES);
    assertThat(envoie()).containsExactly("RAPPEL_APRES Anne Bouchard", "RAPPEL_APRES Marie Côté");
    assertThat(recus.get(0).details()).containsEntry("limite", "2023-06-30");
  }

  @Test
  void aLimitIsSetByTheStaffAndNotOverAnother() {
    LocalDate jour = LocalDate.of(2023, 6, 30);
    for (Compte autre : List.of(g.coordination, g.admin)) {
      assertThatThrownBy(() -> g.greffe.echeances().fixe(autre, ANNEE, null, jour))
          .isInstanceOf(GesteRefuse.class);
    }
    g.greffe.echeances().fixe(g.personnel, ANNEE, null, jour);
    assertThatThrownBy(() -> g.greffe.echeances().fixe(g.collegue, ANNEE, null, jour.plusDays(1)))
        .isInstanceOf(GesteRefuse.class);
    g.greffe.echeances().fixe(g.collegue, ANNEE, jour, null);
    assertThat(g.greffe.echeances().toutes()).isEmpty();
    assertThat(g.greffe.journal().verifie().entier()).isTrue();
  }

  @Test
  void whatWasWrittenWhileNothingWasSentIsNoNewsAnyMore() {
    g.greffe.gestes().depose(g.coordination, g.vu(g.coordination), depot("un"));
    g.montre.avance(Duration.ofDays(8));
    g.greffe.gestes().depose(g.coordination, g.vu(g.coordination), depot("deux"));
    assertThat(envoie()).hasSize(3);
  }

  @Test
  void whoseAccountIsClosedGetsNothing() {
    g.greffe.gestes().depose(g.coordination, g.vu(g.coordination), depot("un"));
    g.greffe
        .comptes()
        .modifie(
            "a",
            g.personnel.id(),
            g.personnel.verrou(),
            new ComptesDuGreffe.Demande("", "J", Role.PERSONNEL, "fr", Set.of()),
            false);
    assertThat(envoie())
        .containsExactly("DEPOSER.COORDINATION Marie Côté", "DEPOSER.PERSONNEL Luc Gagnon");
  }

  @Test
  void aLinkIsMadeWhenItIsSentAndTheOneBeforeIsWorthNothing() {
    List<ComptesDuGreffe.Lien> liens = new ArrayList<>();
    g.greffe.comptes().oublie(" MARIE@exemple.ca ");
    Courriels.Expediteur enPanne =
        courriel -> {
          liens.add(lien(courriel));
          throw new IllegalStateException("no server");
        };
    assertThat(g.greffe.courriels().envoie(enPanne)).isZero();
    g.montre.avance(Duration.ofMinutes(2));
    assertThat(g.greffe.courriels().envoie(courriel -> liens.add(lien(courriel)))).isEqualTo(1);
    assertThat(liens).hasSize(2);
    assertThat(g.greffe.comptes().parJeton(liens.get(0).jeton())).isEmpty();
    assertThat(g.greffe.comptes().parJeton(liens.get(1).jeton()))
        .hasValueSatisfying(c -> assertThat(c.nom()).isEqualTo("Marie Côté"));
    g.montre.avance(ComptesDuGreffe.OUBLI);
    assertThat(g.greffe.comptes().parJeton(liens.get(1).jeton())).as("an hour later").isEmpty();
    assertThat(g.greffe.journal().verifie().rompu()).isZero();
  }

  @Test
  void whatOthersDoGoesOnWhileALinkIsBeingSent() {
    g.greffe.comptes().oublie("marie@exemple.ca");
    List<Long> notes = new ArrayList<>();
    Courriels.Expediteur lent =
        courriel -> {
          lien(courriel);
          notes.add(
              CompletableFuture.supplyAsync(
                      () -> g.greffe.comptes().emets("luc", g.admin.id(), ComptesDuGreffe.OUBLI))
                  .get()
                  .compte()
                  .id());
        };
    assertThat(g.greffe.courriels().envoie(lent)).isEqualTo(1);
    assertThat(notes).containsExactly(g.admin.id());
  }

  private ComptesDuGreffe.Lien lien(Courriel courriel) {
    return g.greffe
        .comptes()
        .emets(
            courriel.details().get(Courriels.ACTEUR),
            courriel.compte().id(),
            ComptesDuGreffe.OUBLI);
  }

  @Test
  void whoHasNoOpenAccountIsNotWrittenToAndNobodyIsOften() {
    Compte anne = g.greffe.comptes().parId(g.voisine.id()).orElseThrow();
    g.greffe
        .comptes()
        .modifie(
            g.admin.courriel(),
            anne.id(),
            anne.verrou(),
            new ComptesDuGreffe.Demande(
                anne.courriel(), anne.nom(), anne.role(), anne.langue(), anne.ententes()),
            false);
    g.greffe.comptes().oublie("anne@exemple.ca");
    g.greffe.comptes().oublie("personne@exemple.ca");
    g.greffe.comptes().oublie("");
    assertThat(envoie()).isEmpty();
    for (int fois = 0; fois < 5; fois++) {
      g.greffe.comptes().oublie("marie@exemple.ca");
    }
    assertThat(envoie()).hasSize(3).containsOnly("OUBLI Marie Côté");
    g.montre.avance(Duration.ofMinutes(61));
    g.greffe.comptes().oublie("marie@exemple.ca");
    assertThat(envoie()).containsExactly("OUBLI Marie Côté");
  }
}
