package org.verifqis.service.depot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.verifqis.service.depot.GreffeDEssai.ANNEE;
import static org.verifqis.service.depot.GreffeDEssai.MAURICIE;
import static org.verifqis.service.depot.GreffeDEssai.PROVENANCE;
import static org.verifqis.service.depot.GreffeDEssai.depot;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.verifqis.regles.Verdict;
import org.verifqis.service.depot.GesteRefuse.Motif;

/** What keeps the registry from whoever means it ill, in H2. */
class GardesTest extends SurUnGreffe {
  private static final String EMETTEUR = "https://identite.exemple.ca";

  /** PostgreSQL takes no NUL: it refused what H2 kept. */
  @Test
  void textThatADatabaseDoesNotTakeIsKeptAlikeInAll() {
    String mauvais = "a\u0000b\uD800c";
    String garde = "a\uFFFDb\uFFFDc";
    Gestes.Depot depot =
        new Gestes.Depot(
            mauvais,
            new byte[] {0, 1},
            Verdict.NON_CONFORME,
            PROVENANCE,
            List.of(new Commentaire("c".repeat(64), "VER-05", mauvais, "", mauvais)));
    g.greffe
        .brouillons()
        .garde(g.coordination, MAURICIE, ANNEE, new Brouillons.Brouillon(mauvais, new byte[1]));
    assertThat(g.greffe.brouillons().un(g.coordination, MAURICIE, ANNEE).orElseThrow().nom())
        .isEqualTo(garde);
    g.greffe.gestes().depose(g.coordination, g.vu(g.coordination), depot);
    DossierDepose vu = g.vu(g.personnel);
    assertThat(g.greffe.dossiers().versions(g.personnel, vu).get(0).nom()).isEqualTo(garde);
    assertThat(g.greffe.dossiers().explications(g.personnel, vu, 1))
        .containsExactly(new Commentaire("c".repeat(64), "VER-05", garde, "", garde));
    g.greffe.gestes().rouvre(g.personnel, adopte(vu), mauvais);
    g.greffe.comptes().inconnu(mauvais);
    g.greffe.comptes().oublie(mauvais);
    g.greffe.connexionsRefusees().note(mauvais, "10.0.0.1");
    assertThat(g.greffe.connexionsRefusees().attend(mauvais, "10.0.0.1", false)).isFalse();
    assertThat(g.greffe.comptes().acces(mauvais)).isEmpty();
    assertThat(g.greffe.comptes().parJeton(mauvais)).isEmpty();
    assertThat(g.greffe.journal().verifie().entier()).isTrue();
  }

  private DossierDepose adopte(DossierDepose vu) {
    g.greffe.gestes().adopte(g.personnel, vu, Verdict.NON_CONFORME, PROVENANCE);
    return g.vu(g.personnel);
  }

  @Test
  void aNameStandsOnOneLineAndHidesNothing() {
    for (String nom : List.of("A\nB", "A\rBcc: x", "A\u0000", "A\u202EB", "A\u2028B", "A\u200BB")) {
      ComptesDuGreffe.Demande demande =
          new ComptesDuGreffe.Demande("x@exemple.ca", nom, Role.ADMIN, "fr", Set.of());
      refuse(Motif.NOM, () -> g.greffe.comptes().cree("a", demande));
      refuse(
          Motif.NOM,
          () -> g.greffe.comptes().modifie("a", g.admin.id(), g.admin.verrou(), demande, true));
    }
    assertThat(g.greffe.comptes().parCourriel("x@exemple.ca")).isEmpty();
  }

  private static void refuse(
      Motif motif, org.assertj.core.api.ThrowableAssert.ThrowingCallable geste) {
    assertThatThrownBy(geste)
        .isInstanceOfSatisfying(
            GesteRefuse.class, refus -> assertThat(refus.motif()).isEqualTo(motif));
  }

  @Test
  void theJournalIsCheckedWhileSomebodyHoldsItsHead() throws Exception {
    long combien = g.greffe.journal().verifie().evenements();
    try (Connection autre = g.greffe.connexion();
        Statement ordre = autre.createStatement()) {
      autre.setAutoCommit(false);
      ordre.executeQuery("select numero from tete_journal for update");
      CompletableFuture<Journal.Controle> controle =
          CompletableFuture.supplyAsync(() -> g.greffe.journal().verifie());
      assertThat(controle.get(1, TimeUnit.MINUTES)).isEqualTo(new Journal.Controle(combien, 0));
      autre.rollback();
      autre.setAutoCommit(true);
    }
  }

  @Test
  void theJournalIsWholeAtEveryMomentWhileOthersWriteIt() throws Exception {
    CompletableFuture<?>[] autres =
        IntStream.range(0, 3)
            .mapToObj(
                i ->
                    CompletableFuture.runAsync(
                        () ->
                            IntStream.range(0, 40)
                                .forEach(n -> g.greffe.comptes().inconnu(i + "." + n))))
            .toArray(CompletableFuture[]::new);
    CompletableFuture<Void> toutes = CompletableFuture.allOf(autres);
    List<Long> vus = new ArrayList<>();
    do {
      Journal.Controle controle =
          vus.size() % 2 == 0 ? g.greffe.journal().suit() : g.greffe.journal().verifie();
      assertThat(controle.rompu()).isZero();
      vus.add(controle.evenements());
    } while (!toutes.isDone());
    toutes.get();
    assertThat(vus).isSorted();
    assertThat(g.greffe.journal().suit()).isEqualTo(g.greffe.journal().verifie());
  }

  /**
   * A page of the journal costs what is new; the command, and the page after an hour, all of it.
   */
  @Test
  void whatWasFoundWholeOfLateIsNotLookedAtAgain() throws Exception {
    long combien = g.greffe.journal().suit().evenements();
    try (Connection base = g.greffe.connexion();
        Statement ordre = base.createStatement()) {
      boolean h2 = base.getMetaData().getDatabaseProductName().equals("H2");
      ordre.execute("drop trigger evenement_ajout_seul" + (h2 ? "" : " on evenement"));
      ordre.execute("update evenement set acteur = 'x@exemple.ca' where numero = 2");
    }
    g.greffe.comptes().inconnu("y@exemple.ca");
    assertThat(g.greffe.journal().suit()).isEqualTo(new Journal.Controle(combien + 1, 0));
    assertThat(g.greffe.journal().verifie().rompu()).isEqualTo(2);
    g.montre.avance(Duration.ofHours(1));
    assertThat(g.greffe.journal().suit().rompu()).isEqualTo(2);
  }

  @Test
  void whoeverForgetsInSomebodysNameIsNotThatPerson() {
    g.greffe.comptes().oublie("jeanne@exemple.ca");
    Evenement dernier = g.greffe.journal().derniers(g.admin, 0, 1).get(0);
    assertThat(dernier.nature()).isEqualTo("LIEN_DEMANDE");
    assertThat(dernier.acteur()).isEqualTo(Journal.ANONYME);
    assertThat(dernier.details()).contains("jeanne@exemple.ca");
  }

  private boolean attend(String courriel, String origine) {
    return g.greffe.connexionsRefusees().attend(courriel, origine, false);
  }

  private void refuses(String courriel, String origine) {
    g.greffe.connexionsRefusees().note(courriel, origine);
  }

  @Test
  void whoTriesPasswordsHasToWait() {
    for (int essai = 0; essai < 5; essai++) {
      assertThat(attend("jeanne@exemple.ca", "10.0.0.1")).isFalse();
      refuses("Jeanne@exemple.ca", "10.0.0.1");
    }
    assertThat(attend(" JEANNE@exemple.ca", "10.0.0.1")).isTrue();
    assertThat(attend("jeanne@exemple.ca", "10.0.0.2")).as("her own place").isFalse();
    assertThat(attend("luc@exemple.ca", "10.0.0.1")).isFalse();
    for (int essai = 0; essai < 25; essai++) {
      refuses("essai" + essai + "@exemple.ca", "10.0.0.1");
    }
    assertThat(attend("luc@exemple.ca", "10.0.0.1")).as("many accounts").isTrue();
    assertThat(g.greffe.connexionsRefusees().attend("luc@exemple.ca", "appareil x", true))
        .isFalse();
    g.montre.avance(Duration.ofMinutes(16));
    assertThat(attend("jeanne@exemple.ca", "10.0.0.1")).isFalse();
  }

  @Test
  void whoIsTriedFromEverywhereIsSlowedAndNeverShutOut() {
    for (int essai = 0; essai < 60; essai++) {
      refuses("jeanne@exemple.ca", "10.0.1." + essai);
    }
    assertThat(attend("jeanne@exemple.ca", "10.0.0.9")).isTrue();
    assertThat(g.greffe.connexionsRefusees().attend("jeanne@exemple.ca", "appareil x", true))
        .as("where she logged in before")
        .isFalse();
    assertThat(attend("luc@exemple.ca", "10.0.0.9")).isFalse();
    g.montre.avance(Duration.ofSeconds(31));
    assertThat(attend("jeanne@exemple.ca", "10.0.0.9")).as("one try in a while").isFalse();
    refuses("jeanne@exemple.ca", "10.0.0.9");
    assertThat(attend("jeanne@exemple.ca", "10.0.0.8")).isTrue();
  }

  @Test
  void anIdentityIsTiedToAnAccountAtItsFirstLogin() {
    IdentitesLiees identites = g.greffe.identites();
    assertThat(identites.compte(EMETTEUR, "jeanne")).isEmpty();
    assertThat(identites.lie(EMETTEUR, "jeanne", " Jeanne@exemple.ca ")).isEqualTo(g.personnel);
    assertThat(identites.compte(EMETTEUR, "jeanne")).hasValue(g.personnel);
    assertThat(identites.compte("https://ailleurs.exemple.ca", "jeanne")).isEmpty();
    // The address changed hands: it opens nothing.
    refuse(Motif.INTROUVABLE, () -> identites.lie(EMETTEUR, "autre", "jeanne@exemple.ca"));
    refuse(Motif.INTROUVABLE, () -> identites.lie(EMETTEUR, "zoe", "zoe@exemple.ca"));
    assertThat(identites.liees()).containsExactly(g.personnel.id());

    identites.delie("admin@exemple.ca", g.personnel.id());
    assertThat(identites.compte(EMETTEUR, "jeanne")).isEmpty();
    assertThat(identites.lie(EMETTEUR, "autre", "jeanne@exemple.ca").verrou())
        .isGreaterThan(g.personnel.verrou());
    refuse(Motif.INTROUVABLE, () -> identites.delie("a", g.admin.id()));
    assertThat(g.greffe.journal().derniers(g.admin, 0, 3))
        .extracting(Evenement::nature)
        .containsExactly("IDENTITE_LIEE", "IDENTITE_DELIEE", "IDENTITE_LIEE");
    assertThat(g.greffe.journal().verifie().entier()).isTrue();
    g.greffe.gestes().depose(g.coordination, g.vu(g.coordination), depot("un"));
  }
}
