package org.verifqis.service.depot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.verifqis.service.depot.GreffeDEssai.ANNEE;
import static org.verifqis.service.depot.GreffeDEssai.AUTRE;
import static org.verifqis.service.depot.GreffeDEssai.MAURICIE;
import static org.verifqis.service.depot.GreffeDEssai.PROVENANCE;
import static org.verifqis.service.depot.GreffeDEssai.depot;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verifqis.classeur.Sha256;
import org.verifqis.modele.Exercice;
import org.verifqis.regles.Derogation;
import org.verifqis.regles.Regle;
import org.verifqis.regles.Verdict;
import org.verifqis.service.depot.GesteRefuse.Motif;

/** What is filed and decided, in H2; {@link GreffePostgresTest} does the same in PostgreSQL. */
class GreffeTest {
  private static final LocalDate ETE = LocalDate.of(2023, 7, 15);

  private static final Exercice AVANT = new Exercice(ANNEE.annee() - 1);

  @TempDir Path temp;
  private String url;
  private GreffeDEssai g;

  /** The address of a database in which there is nothing. */
  String vide() throws Exception {
    return "jdbc:h2:file:" + temp.resolve("greffe");
  }

  @BeforeEach
  void opens() throws Exception {
    url = vide();
    g = new GreffeDEssai(url).peuple();
  }

  @AfterEach
  void closes() {
    g.close();
  }

  private Gestes gestes() {
    return g.greffe.gestes();
  }

  private static void refuse(Motif motif, ThrowingCallable geste) {
    assertThatThrownBy(geste)
        .isInstanceOfSatisfying(
            GesteRefuse.class, refus -> assertThat(refus.motif()).isEqualTo(motif));
  }

  static Derogation derogation(String fiche) {
    Regle regle =
        GreffeDEssai.REGISTRE.regles().stream()
            .filter(r -> r.id().equals("VER-05"))
            .findFirst()
            .orElseThrow();
    return new Derogation(
        0,
        new Derogation.Vise(MAURICIE, ANNEE, regle, "Versements", fiche, 1, Set.of("Date")),
        "",
        "Décision du 14 juin",
        "Retard de la poste",
        LocalDate.of(2024, 3, 31));
  }

  @Test
  void aYearGoesFromFilingToAdoptionAndBack() {
    assertThat(gestes().depose(g.coordination, g.vu(g.coordination), depot("un"))).isEqualTo(1);
    g.montre.avance(Duration.ofDays(2));
    gestes()
        .demandeCorrections(
            g.personnel,
            g.vu(g.personnel),
            ETE,
            "Merci !",
            List.of(new Commentaire("c".repeat(64), "VER-05", "Versements!C4", "Trop tard", "?")));
    assertThat(g.vu(g.coordination).etat()).isEqualTo(EtatDossier.A_CORRIGER);

    g.montre.avance(Duration.ofDays(1));
    DossierDepose aCorriger = g.vu(g.coordination);
    assertThat(gestes().depose(g.coordination, aCorriger, depot("deux"))).isEqualTo(2);
    gestes().accepte(g.personnel, g.vu(g.personnel), derogation("7"), Verdict.CONFORME);
    assertThat(g.vu(g.personnel).verdict()).isEqualTo(Verdict.CONFORME);
    gestes().adopte(g.personnel, g.vu(g.personnel), Verdict.CONFORME, PROVENANCE);

    DossierDepose adopte = g.vu(g.coordination);
    assertThat(adopte.etat()).isEqualTo(EtatDossier.ADOPTE);
    refuse(Motif.ETAT, () -> gestes().depose(g.coordination, adopte, depot("trois")));
    Dossiers dossiers = g.greffe.dossiers();
    assertThat(dossiers.versions(g.coordination, adopte))
        .extracting(VersionDeposee::numero, VersionDeposee::par)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(2, "Marie Côté"),
            org.assertj.core.groups.Tuple.tuple(1, "Marie Côté"));
    assertThat(dossiers.classeur(g.personnel, adopte, 1))
        .hasValueSatisfying(
            octets -> assertThat(new String(octets, StandardCharsets.UTF_8)).isEqualTo("un"));
    assertThat(dossiers.explications(g.personnel, adopte, 2))
        .singleElement()
        .satisfies(e -> assertThat(e.texte()).isEqualTo("Reçu en retard."));
    assertThat(dossiers.demandes(g.coordination, adopte))
        .singleElement()
        .satisfies(
            demande -> {
              assertThat(demande.avant()).isEqualTo(ETE);
              assertThat(demande.version()).isEqualTo(1);
              assertThat(demande.corrections())
                  .extracting(Commentaire::message)
                  .containsExactly("Trop tard");
            });
    assertThat(dossiers.acceptations(g.coordination, adopte))
        .singleElement()
        .satisfies(
            a -> {
              assertThat(a.derogation().vise()).isEqualTo(derogation("7").vise());
              assertThat(a.derogation().par()).isEqualTo("Jeanne Tremblay");
            });
    assertThat(dossiers.adoptions(g.coordination, adopte))
        .singleElement()
        .satisfies(
            a -> {
              assertThat(a.sha256()).isEqualTo(Sha256.de("deux".getBytes(StandardCharsets.UTF_8)));
              assertThat(a.verdict()).isEqualTo(Verdict.CONFORME);
              assertThat(a.provenance()).isEqualTo(PROVENANCE);
              assertThat(a.par()).isEqualTo("Jeanne Tremblay");
            });

    gestes().rouvre(g.collegue, g.vu(g.collegue), "Erreur de montant");
    assertThat(g.vu(g.coordination).etat()).isEqualTo(EtatDossier.DEPOSE);
    assertThat(dossiers.adoptions(g.personnel, adopte)).hasSize(1);
    assertThat(dossiers.histoire(g.personnel, adopte))
        .extracting(Evenement::nature)
        .containsExactly(
            "ROUVRIR", "ADOPTER", "ACCEPTER_CONSTAT", "DEPOSER", "DEMANDER_CORRECTIONS", "DEPOSER");
    assertThat(g.greffe.journal().verifie().entier()).isTrue();
  }

  @Test
  void whatWasAcceptedIsWithdrawnOnce() {
    gestes().depose(g.coordination, g.vu(g.coordination), depot("un"));
    gestes().accepte(g.personnel, g.vu(g.personnel), derogation(null), Verdict.CONFORME);
    DossierDepose vu = g.vu(g.personnel);
    Dossiers.Acceptation une = g.greffe.dossiers().acceptations(g.personnel, vu).get(0);
    gestes().retireAcceptation(g.personnel, vu, une.id(), "Erreur", Verdict.NON_CONFORME);

    assertThat(g.vu(g.personnel).verdict()).isEqualTo(Verdict.NON_CONFORME);
    assertThat(g.greffe.dossiers().acceptations(g.personnel, vu)).isEmpty();
    DossierDepose apres = g.vu(g.personnel);
    refuse(
        Motif.INTROUVABLE,
        () -> gestes().retireAcceptation(g.personnel, apres, une.id(), "?", Verdict.CONFORME));
    assertThat(g.vu(g.personnel)).isEqualTo(apres);
  }

  @Test
  void theSecondOfTwoPeopleIsToldWhoWasFaster() {
    gestes().depose(g.coordination, g.vu(g.coordination), depot("un"));
    DossierDepose vu = g.vu(g.personnel);
    gestes().adopte(g.collegue, g.vu(g.collegue), Verdict.NON_CONFORME, PROVENANCE);

    assertThatThrownBy(() -> gestes().demandeCorrections(g.personnel, vu, ETE, "", List.of()))
        .isInstanceOfSatisfying(
            GesteRefuse.class,
            refus -> {
              assertThat(refus.motif()).isEqualTo(Motif.DEPASSE);
              assertThat(refus.details()).containsExactly("Luc Gagnon", "ADOPTER");
            });
    assertThat(g.greffe.dossiers().demandes(g.personnel, vu)).isEmpty();
  }

  @Test
  void ofManyAtOnceOneDoesIt() throws Exception {
    int combien = 8;
    CyclicBarrier ensemble = new CyclicBarrier(combien);
    ExecutorService fils = Executors.newFixedThreadPool(combien);
    DossierDepose rien = g.vu(g.coordination);
    List<Future<Motif>> issues = new ArrayList<>();
    for (int i = 0; i < combien; i++) {
      String contenu = "contenu " + i;
      issues.add(
          fils.submit(
              () -> {
                ensemble.await();
                try {
                  gestes().depose(g.coordination, rien, depot(contenu));
                  return null;
                } catch (GesteRefuse refus) {
                  return refus.motif();
                }
              }));
    }
    List<Motif> motifs = new ArrayList<>();
    for (Future<Motif> issue : issues) {
      motifs.add(issue.get());
    }
    fils.shutdown();
    assertThat(motifs).containsOnlyOnce((Motif) null);
    assertThat(motifs.stream().filter(m -> m != null)).containsOnly(Motif.DEPASSE);
    assertThat(g.greffe.dossiers().versions(g.personnel, g.vu(g.personnel))).hasSize(1);
    assertThat(g.greffe.journal().verifie().entier()).isTrue();
  }

  @Test
  void theSameBytesTwiceAreNotFiled() {
    gestes().depose(g.coordination, g.vu(g.coordination), depot("un"));
    gestes().depose(g.coordination, g.vu(g.coordination), depot("deux"));
    DossierDepose avant = g.vu(g.coordination);

    assertThatThrownBy(() -> gestes().depose(g.coordination, avant, depot("un")))
        .isInstanceOfSatisfying(
            GesteRefuse.class,
            refus -> {
              assertThat(refus.motif()).isEqualTo(Motif.DEJA_DEPOSE);
              assertThat(refus.details()).containsExactly("1");
            });
    assertThat(g.vu(g.coordination)).isEqualTo(avant);
  }

  @Test
  void whatCannotBeAssessedIsNotFiled() {
    refuse(
        Motif.IRRECEVABLE,
        () ->
            gestes()
                .depose(g.coordination, g.vu(g.coordination), depot("un", Verdict.IRRECEVABLE)));
    assertThat(g.greffe.dossiers().tous(g.personnel)).isEmpty();
  }

  @Test
  void nobodySeesOneAgreementTooMany() {
    gestes().depose(g.coordination, g.vu(g.coordination), depot("un"));
    DossierDepose vu = g.vu(g.personnel);
    gestes().demandeCorrections(g.personnel, vu, ETE, "", List.of());
    Dossiers dossiers = g.greffe.dossiers();

    assertThat(dossiers.tous(g.personnel)).hasSize(1);
    assertThat(dossiers.tous(g.coordination)).hasSize(1);
    for (Compte autre : List.of(g.voisine, g.admin)) {
      assertThat(dossiers.tous(autre)).isEmpty();
      assertThat(dossiers.un(autre, MAURICIE, ANNEE)).isEmpty();
      assertThat(dossiers.versions(autre, vu)).isEmpty();
      assertThat(dossiers.classeur(autre, vu, 1)).isEmpty();
      assertThat(dossiers.explications(autre, vu, 1)).isEmpty();
      assertThat(dossiers.demandes(autre, vu)).isEmpty();
      assertThat(dossiers.acceptations(autre, vu)).isEmpty();
      assertThat(dossiers.adoptions(autre, vu)).isEmpty();
      assertThat(dossiers.histoire(autre, vu)).isEmpty();
    }
    refuse(Motif.INTROUVABLE, () -> gestes().depose(g.voisine, g.vu(g.personnel), depot("deux")));
    refuse(
        Motif.INTROUVABLE,
        () -> gestes().depose(g.coordination, DossierDepose.attendu(AUTRE, ANNEE), depot("x")));
    refuse(
        Motif.INTROUVABLE,
        () ->
            g.greffe
                .brouillons()
                .garde(g.voisine, MAURICIE, ANNEE, new Brouillons.Brouillon("a", new byte[1])));
    for (Compte autre : List.of(g.coordination, g.voisine, g.admin)) {
      DossierDepose sien = g.vu(g.personnel);
      refuse(Motif.ROLE, () -> gestes().adopte(autre, sien, Verdict.CONFORME, PROVENANCE));
      refuse(Motif.ROLE, () -> gestes().rouvre(autre, sien, "?"));
      refuse(Motif.ROLE, () -> gestes().accepte(autre, sien, derogation("7"), Verdict.CONFORME));
      refuse(Motif.ROLE, () -> gestes().demandeCorrections(autre, sien, ETE, "", List.of()));
      assertThat(g.greffe.journal().derniers(g.personnel, 0, 10)).isEmpty();
      assertThat(g.greffe.comptes().tous(g.personnel)).isEmpty();
    }
    refuse(Motif.ROLE, () -> gestes().depose(g.personnel, g.vu(g.personnel), depot("deux")));
    assertThat(g.greffe.journal().derniers(g.admin, 0, 10)).isNotEmpty();
    assertThat(g.greffe.comptes().tous(g.admin)).hasSize(5);
  }

  @Test
  void figuresAreOfTheLastVersionsOfTheYearsAskedFor() {
    gestes().depose(g.coordination, g.vu(g.coordination), depot("un"));
    gestes().depose(g.coordination, g.vu(g.coordination), depot("deux"));
    gestes().depose(g.voisine, DossierDepose.attendu(AUTRE, AVANT), depot("trois"));
    Dossiers dossiers = g.greffe.dossiers();
    assertThat(dossiers.dernieres(g.personnel, ANNEE, ANNEE))
        .singleElement()
        .satisfies(
            d -> {
              assertThat(d.octets()).isEqualTo("deux".getBytes(StandardCharsets.UTF_8));
              assertThat(d.nom()).isEqualTo("reddition.xlsx");
              assertThat(d.dossier().version()).isEqualTo(2);
            });
    assertThat(dossiers.dernieres(g.personnel, AVANT, ANNEE))
        .extracting(d -> d.dossier().entente())
        .containsExactly(MAURICIE, AUTRE);
    for (Compte qui : List.of(g.coordination, g.voisine, g.admin)) {
      assertThat(dossiers.dernieres(qui, AVANT, ANNEE)).isEmpty();
    }
  }

  /** A role that is taken away is gone at once, whatever a page still believes. */
  @Test
  void whoLosesARoleSeesNothingAnyMore() {
    gestes().depose(g.coordination, g.vu(g.coordination), depot("un"));
    DossierDepose vu = g.vu(g.coordination);
    g.greffe
        .comptes()
        .modifie(
            "admin@exemple.ca",
            g.coordination.id(),
            g.coordination.verrou(),
            new ComptesDuGreffe.Demande("", "Marie", Role.COORDINATION, "fr", Set.of("ALL-14")),
            true);
    assertThat(g.greffe.dossiers().tous(g.coordination)).isEmpty();
    refuse(Motif.INTROUVABLE, () -> gestes().depose(g.coordination, vu, depot("deux")));

    g.greffe
        .comptes()
        .modifie(
            "admin@exemple.ca",
            g.personnel.id(),
            g.personnel.verrou(),
            new ComptesDuGreffe.Demande("", "Jeanne", Role.PERSONNEL, "fr", Set.of()),
            false);
    assertThat(g.greffe.dossiers().tous(g.personnel)).isEmpty();
    refuse(Motif.ROLE, () -> gestes().adopte(g.personnel, vu, Verdict.CONFORME, PROVENANCE));
  }

  @Test
  void everyGestureIsDoneFromItsStatesAndNoOther() {
    for (EtatDossier etat : EtatDossier.values()) {
      for (Geste geste : Geste.values()) {
        for (Role role : Role.values()) {
          assertThat(geste.permis(role, etat))
              .isEqualTo(role == geste.role() && geste.depuis(etat).isPresent());
        }
      }
    }
    gestes().depose(g.coordination, g.vu(g.coordination), depot("un"));
    DossierDepose depose = g.vu(g.personnel);
    refuse(Motif.ETAT, () -> gestes().rouvre(g.personnel, depose, "?"));
    gestes().demandeCorrections(g.personnel, depose, ETE, "", List.of());
    DossierDepose aCorriger = g.vu(g.personnel);
    refuse(Motif.ETAT, () -> gestes().adopte(g.personnel, aCorriger, Verdict.CONFORME, PROVENANCE));
    refuse(Motif.ETAT, () -> gestes().rouvre(g.personnel, aCorriger, "?"));
    assertThat(g.vu(g.personnel)).isEqualTo(aCorriger);
  }

  @Test
  void aJournalThatWasTouchedIsFound() throws Exception {
    gestes().depose(g.coordination, g.vu(g.coordination), depot("un"));
    gestes().adopte(g.personnel, g.vu(g.personnel), Verdict.CONFORME, PROVENANCE);
    Journal.Controle avant = g.greffe.journal().verifie();
    assertThat(avant.entier()).isTrue();
    long combien = avant.evenements();

    touche("update evenement set acteur = 'x@exemple.ca' where numero = 3");
    assertThat(g.greffe.journal().verifie().rompu()).isEqualTo(3);
    touche("update evenement set acteur = 'console' where numero = 3");
    assertThat(g.greffe.journal().verifie().entier()).isTrue();
    touche("update evenement set quand = quand + interval '1' second where numero = 2");
    assertThat(g.greffe.journal().verifie().rompu()).isEqualTo(2);
    touche("update evenement set quand = quand - interval '1' second where numero = 2");
    touche("delete from evenement where numero = " + combien);
    assertThat(g.greffe.journal().verifie().rompu()).isEqualTo(combien);
    touche("delete from evenement where numero = 4");
    assertThat(g.greffe.journal().verifie().rompu()).isEqualTo(4);
  }

  @Test
  void theDatabaseItselfRefusesToChangeTheJournal() throws Exception {
    Compte elle = g.coordination;
    gestes().depose(elle, g.vu(elle), depot("un"));
    long combien = g.greffe.journal().verifie().evenements();
    List<String> ordres =
        new ArrayList<>(
            List.of(
                "update evenement set acteur = 'x@exemple.ca' where numero = 3",
                "delete from evenement where numero = " + combien,
                "delete from evenement"));
    if (!surH2()) {
      ordres.add("truncate evenement cascade");
    }
    for (String ordre : ordres) {
      assertThatThrownBy(() -> execute(ordre)).as(ordre).hasStackTraceContaining(AjoutSeul.REFUS);
    }
    assertThatThrownBy(() -> execute("truncate table evenement"))
        .as("another table refers to it")
        .isInstanceOf(SQLException.class);
    assertThat(g.greffe.journal().verifie()).isEqualTo(new Journal.Controle(combien, 0));
    gestes().depose(elle, g.vu(elle), depot("deux"));
    assertThat(g.greffe.journal().verifie()).isEqualTo(new Journal.Controle(combien + 1, 0));
  }

  private boolean surH2() {
    return url.startsWith("jdbc:h2:");
  }

  /** As somebody who owns the database, and first takes away what refuses it. */
  private void touche(String ordre) throws Exception {
    execute(
        "drop trigger if exists evenement_ajout_seul" + (surH2() ? "" : " on evenement"), ordre);
  }

  private void execute(String... ordres) throws Exception {
    if (surH2()) {
      g.close();
    }
    try (Connection base = DriverManager.getConnection(url);
        Statement statement = base.createStatement()) {
      for (String ordre : ordres) {
        statement.execute(ordre);
      }
    } finally {
      if (surH2()) {
        g = new GreffeDEssai(url);
      }
    }
  }

  @Test
  void whatWasFiledIsThereAfterwards() {
    gestes().depose(g.coordination, g.vu(g.coordination), depot("un"));
    DossierDepose vu = g.vu(g.personnel);
    Compte elle = g.personnel;
    g.close();
    g = new GreffeDEssai(url);
    assertThat(g.vu(elle)).isEqualTo(vu);
    assertThat(g.greffe.comptes().acces("jeanne@exemple.ca")).isEmpty();
    assertThat(g.greffe.comptes().aucun()).isFalse();
  }

  @Test
  void whoeverForgetsInSomebodysNameLeavesTheInvitationGood() {
    ComptesDuGreffe comptes = g.greffe.comptes();
    ComptesDuGreffe.Lien invitation =
        comptes.emets("admin@exemple.ca", g.personnel.id(), ComptesDuGreffe.INVITATION);
    ComptesDuGreffe.Lien oubli =
        comptes.emets("jeanne@exemple.ca", g.personnel.id(), ComptesDuGreffe.OUBLI);
    assertThat(comptes.parJeton(invitation.jeton())).hasValue(g.personnel);
    assertThat(comptes.parJeton(oubli.jeton())).hasValue(g.personnel);

    comptes.choisit(invitation.jeton(), "secret");
    refuse(Motif.LIEN, () -> comptes.choisit(oubli.jeton(), "autre"));
  }

  @Test
  void aLinkIsGoodOnceAndForAWhile() {
    ComptesDuGreffe comptes = g.greffe.comptes();
    ComptesDuGreffe.Lien premier =
        comptes.emets("admin@exemple.ca", g.personnel.id(), ComptesDuGreffe.OUBLI);
    ComptesDuGreffe.Lien second =
        comptes.emets("admin@exemple.ca", g.personnel.id(), ComptesDuGreffe.OUBLI);
    assertThat(comptes.parJeton(premier.jeton())).isEmpty();
    refuse(Motif.LIEN, () -> comptes.choisit(premier.jeton(), "s"));
    assertThat(comptes.parJeton(second.jeton())).hasValue(g.personnel);

    Compte pret = comptes.choisit(second.jeton(), "secret");
    assertThat(pret.pret()).isTrue();
    assertThat(pret.verrou()).isGreaterThan(g.personnel.verrou());
    refuse(Motif.LIEN, () -> comptes.choisit(second.jeton(), "autre"));
    assertThat(comptes.acces(" Jeanne@Exemple.ca "))
        .hasValueSatisfying(a -> assertThat(a.secret()).isEqualTo("secret"));

    ComptesDuGreffe.Lien tard =
        comptes.emets("admin@exemple.ca", g.personnel.id(), ComptesDuGreffe.OUBLI);
    g.montre.avance(ComptesDuGreffe.OUBLI);
    refuse(Motif.LIEN, () -> comptes.choisit(tard.jeton(), "autre"));
  }

  @Test
  void whatIsNoAccountIsNotMade() {
    ComptesDuGreffe comptes = g.greffe.comptes();
    refuse(Motif.COMPTE_EXISTANT, () -> comptes.cree("a", demande("MARIE@exemple.ca", Role.ADMIN)));
    for (String faux : List.of("", "marie", "marie@", "a b@exemple.ca", "a@b\n.ca", "a@exemple")) {
      refuse(Motif.COURRIEL, () -> comptes.cree("a", demande(faux, Role.ADMIN)));
    }
    refuse(Motif.ENTENTES, () -> comptes.cree("a", demande("x@exemple.ca", Role.COORDINATION)));
    refuse(
        Motif.ENTENTES,
        () -> comptes.cree("a", demande("x@exemple.ca", Role.COORDINATION, "ALL-99")));
    refuse(
        Motif.DERNIER_ADMIN,
        () ->
            comptes.modifie(
                "a", g.admin.id(), g.admin.verrou(), demande("", Role.PERSONNEL), true));
    refuse(
        Motif.DERNIER_ADMIN,
        () -> comptes.modifie("a", g.admin.id(), g.admin.verrou(), demande("", Role.ADMIN), false));
    assertThat(comptes.parId(g.admin.id())).hasValue(g.admin);
    assertThat(g.greffe.journal().verifie().entier()).isTrue();
  }

  private static ComptesDuGreffe.Demande demande(String courriel, Role role, String... ententes) {
    return new ComptesDuGreffe.Demande(courriel, "Quelqu’un", role, "fr", Set.of(ententes));
  }

  @Test
  void aWorkbookThatIsNotFiledEndsAfterADay() {
    Brouillons brouillons = g.greffe.brouillons();
    byte[] octets = {1, 2, 3};
    brouillons.garde(g.coordination, MAURICIE, ANNEE, new Brouillons.Brouillon("a.xlsx", octets));
    brouillons.garde(g.coordination, MAURICIE, ANNEE, new Brouillons.Brouillon("b.xlsx", octets));
    assertThat(brouillons.un(g.coordination, MAURICIE, ANNEE))
        .hasValueSatisfying(b -> assertThat(b.nom()).isEqualTo("b.xlsx"));
    assertThat(brouillons.un(g.voisine, MAURICIE, ANNEE)).isEmpty();
    gestes().depose(g.coordination, g.vu(g.coordination), depot("un"));
    assertThat(brouillons.un(g.coordination, MAURICIE, ANNEE)).isEmpty();

    brouillons.garde(g.coordination, MAURICIE, ANNEE, new Brouillons.Brouillon("c.xlsx", octets));
    g.montre.avance(Brouillons.GARDE.plusSeconds(1));
    assertThat(brouillons.un(g.coordination, MAURICIE, ANNEE)).isEmpty();
    brouillons.vide();
  }

  @Test
  void aFigureIsProposedByOneAndPublishedByAnother() {
    ChiffresSaisis chiffres = g.greffe.chiffres();
    ChiffreSaisi.Demande dix = chiffre("0.10", "2017-2024");
    refuse(Motif.ROLE, () -> chiffres.propose(g.coordination, dix));
    long un = chiffres.propose(g.personnel, dix);
    refuse(Motif.MEME_PERSONNE, () -> chiffres.publie(g.personnel, un));
    refuse(Motif.ROLE, () -> chiffres.publie(g.coordination, un));
    assertThat(chiffres.enVigueur()).isEmpty();
    assertThat(chiffres.tous(g.coordination)).isEmpty();
    g.montre.avance(Duration.ofHours(1));
    chiffres.publie(g.admin, un);
    refuse(Motif.DEPASSE, () -> chiffres.publie(g.collegue, un));
    refuse(Motif.DEPASSE, () -> chiffres.ecarte(g.collegue, un, "Non."));

    long autreEdition = chiffres.propose(g.admin, chiffre("0.20", "2024-2029"));
    chiffres.publie(g.personnel, autreEdition);
    long deux = chiffres.propose(g.admin, chiffre("0.15", "2017-2024"));
    g.montre.avance(Duration.ofHours(1));
    chiffres.publie(g.personnel, deux);
    assertThat(chiffres.enVigueur().stream().map(ChiffreSaisi::id))
        .containsExactly(autreEdition, deux);
    ChiffreSaisi avant = chiffres.un(g.collegue, un).orElseThrow();
    assertThat(avant.fin()).isEqualTo(g.greffe.maintenant());
    assertThat(avant.demande()).isEqualTo(dix);
    assertThat(avant.par() + ", " + avant.decideur()).isEqualTo("Jeanne Tremblay, Alice Roy");

    long trois = chiffres.propose(g.personnel, chiffre("", "2017-2024"));
    chiffres.ecarte(g.personnel, trois, "Faute de frappe.");
    long quatre = chiffres.propose(g.personnel, chiffre("0.30", "2017-2024"));
    chiffres.ecarte(g.collegue, quatre, "Sans source.");
    assertThat(chiffres.tous(g.admin).stream().map(ChiffreSaisi::etat))
        .containsExactly(
            ChiffreSaisi.Etat.REFUSE,
            ChiffreSaisi.Etat.RETIRE,
            ChiffreSaisi.Etat.PUBLIE,
            ChiffreSaisi.Etat.PUBLIE,
            ChiffreSaisi.Etat.PUBLIE);
    assertThat(chiffres.un(g.admin, quatre).orElseThrow().motif()).isEqualTo("Sans source.");
    assertThat(g.greffe.journal().derniers(g.admin, 0, 9).stream().map(Evenement::nature))
        .contains("CHIFFRE_PROPOSE", "CHIFFRE_PUBLIE", "CHIFFRE_REFUSE", "CHIFFRE_RETIRE");
    assertThat(g.greffe.journal().verifie().entier()).isTrue();
  }

  private static ChiffreSaisi.Demande chiffre(String valeur, String edition) {
    return new ChiffreSaisi.Demande(
        "administration.plafond",
        null,
        edition,
        null,
        valeur.isEmpty() ? List.of() : List.of(valeur),
        "Normes 2017, page 12");
  }
}
