package org.verifqis.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verifqis.audit.PetiteReddition;
import org.verifqis.audit.PostgresDEssai;
import org.verifqis.classeur.Source;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Gabarit;
import org.verifqis.regles.Constat;
import org.verifqis.regles.Derogation;
import org.verifqis.regles.Jugement;
import org.verifqis.regles.Registre;
import org.verifqis.regles.Verdict;
import org.verifqis.regles.derogations.Derogations;
import org.verifqis.service.Guichet;
import org.verifqis.service.Reglages;
import org.verifqis.service.Socle;
import org.verifqis.service.Suivi;
import org.verifqis.service.depot.ChiffreSaisi;
import org.verifqis.service.depot.Compte;
import org.verifqis.service.depot.ComptesDuGreffe;
import org.verifqis.service.depot.DernierAudit;
import org.verifqis.service.depot.DossierDepose;
import org.verifqis.service.depot.Gestes;
import org.verifqis.service.depot.Greffe;
import org.verifqis.service.depot.Journal;
import org.verifqis.service.depot.Nuits;
import org.verifqis.service.depot.Provenance;
import org.verifqis.service.depot.Role;

/** {@code auditer --depots}: what is filed, in H2, and in PostgreSQL where it is installed. */
class FilingsAuditTest {
  private static final Gabarit TEMPLATE = LecteurGabarit.charge();
  private static final Path CLEAN = Path.of("fixtures/exemples/conforme.xlsx");
  private static final Instant NIGHT = Instant.parse("2022-07-02T06:15:00Z");
  private static final ZoneId ZONE = ZoneId.of("America/Toronto");
  private static final LocalDate DAY = LocalDate.of(2022, 7, 2);
  private static final Provenance PROVENANCE = new Provenance("1", "r".repeat(64), "p".repeat(64));

  @TempDir private Path temp;

  private static PostgresDEssai postgres;
  private static int bases;
  private String base;
  private Greffe registry;
  private Compte marie;
  private Compte jeanne;

  @AfterAll
  static void stops() throws Exception {
    if (postgres != null) {
      postgres.close();
    }
  }

  private void open(String database) throws Exception {
    base = database.equals("H2") ? "jdbc:h2:file:" + temp.resolve("depots") : postgres();
    registry = registry(NIGHT);
    marie = account("marie@exemple.ca", Role.COORDINATION, "ALL-02");
    jeanne = account("jeanne@exemple.ca", Role.PERSONNEL);
  }

  private static String postgres() throws Exception {
    if (postgres == null) {
      Optional<Path> programs = PostgresDEssai.programmes();
      assumeTrue(programs.isPresent(), "PostgreSQL is not installed: it was not tried");
      postgres = PostgresDEssai.demarre(programs.get());
    }
    return postgres.baseNeuve("nuit" + ++bases);
  }

  private Greffe registry(Instant when) {
    return Greffe.ouvre(base, TEMPLATE, Registre.charge(), Clock.fixed(when, ZONE));
  }

  private Compte account(String address, Role role, String... agreements) {
    return registry
        .comptes()
        .cree(
            Journal.CONSOLE,
            new ComptesDuGreffe.Demande(address, "Quelqu’un", role, "fr", Set.of(agreements)))
        .compte();
  }

  private DossierDepose seen(int year) {
    return registry
        .dossiers()
        .un(jeanne, TEMPLATE.ententes().get("ALL-02"), new Exercice(year))
        .orElseGet(
            () -> DossierDepose.attendu(TEMPLATE.ententes().get("ALL-02"), new Exercice(year)));
  }

  private void file(int year, byte[] bytes) {
    registry
        .gestes()
        .depose(
            marie,
            seen(year),
            new Gestes.Depot(
                "Ma réd. finale (2).XLSX", bytes, Verdict.CONFORME, PROVENANCE, List.of()));
  }

  private byte[] workbook(int year, String closing) throws IOException {
    Path file = temp.resolve("classeur.xlsx");
    PetiteReddition.de("ALL-02", year).avec("soldeCloture", closing).ecris(file);
    return Files.readAllBytes(file);
  }

  private Run audit(String... more) {
    String[] words = new String[more.length + 3];
    words[0] = "auditer";
    words[1] = "--depots";
    words[2] = base;
    System.arraycopy(more, 0, words, 3, more.length);
    return Run.of((Object[]) words);
  }

  private DernierAudit.Audite last() {
    return registry.dernierAudit().reussi(jeanne).orElseThrow();
  }

  private List<String> changes() {
    return last().changements().stream()
        .map(DernierAudit.Change::changement)
        .map(c -> c.genre() + " " + c.exercice() + " " + c.causes())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"H2", "PostgreSQL"})
  void whatIsFiledIsAuditedAsAFolderAndTheBoardIsTold(String database) throws Exception {
    open(database);
    try {
      assertThat(audit().status()).as("nothing is filed").isEqualTo(3);
      file(2021, Files.readAllBytes(CLEAN));
      Path output = temp.resolve("audit");
      Run first = audit("-o", output.toString());
      assertThat(first.err()).doesNotContain("base de");
      assertThat(first.status()).isLessThan(2);
      JsonNode report =
          JsonMapper.builder().build().readTree(output.resolve("audit.json").toFile());
      assertThat(
              StreamSupport.stream(report.get("redditions").spliterator(), false)
                  .map(one -> one.at("/fichier/nom").asText()))
          .containsExactly("ALL-02 2021-2022.xlsx");
      assertThat(output.resolve("audit.html")).content().contains("redditions/");
      assertThat(last().premier()).isTrue();
      assertThat(last().redditions()).isEqualTo(1);
      for (String piece : List.of("audit.html", "audit.en.html", "audit.csv", "audit.en.json")) {
        assertThat(registry.dernierAudit().piece(jeanne, piece)).as(piece).isPresent();
        assertThat(registry.dernierAudit().piece(marie, piece)).as(piece).isEmpty();
      }
      assertThat(registry.dernierAudit().reussi(marie)).isEmpty();
      assertThat(registry.dernierAudit().autrement(marie)).isEmpty();

      assertThat(registry.dernierAudit().autrement(jeanne)).isEmpty();
      registry.gestes().adopte(jeanne, seen(2021), Verdict.CONFORME, PROVENANCE);
      file(2020, workbook(2020, "0,01"));
      assertThat(audit().status()).isLessThan(2);
      assertThat(last().premier()).isFalse();
      assertThat(changes())
          .contains("DEPOSEE 2020-2021 [NOUVEAU_FICHIER]", "REJUGEE 2021-2022 [AUTRES_REDDITIONS]");
      assertThat(registry.dernierAudit().autrement(jeanne))
          .containsEntry(seen(2021).id(), Verdict.NON_CONFORME);
      assertThat(seen(2021).verdict()).isEqualTo(Verdict.CONFORME);
      assertThat(registry.dossiers().adoptions(jeanne, seen(2021)).get(0).verdict())
          .isEqualTo(Verdict.CONFORME);

      acceptedCountsAsOnThePage();
    } finally {
      registry.close();
    }
  }

  /** What the page of the reddition says of it with the finding accepted, the audit says too. */
  private void acceptedCountsAsOnThePage() throws Exception {
    registry.gestes().rouvre(jeanne, seen(2021), "Solde d’ouverture à revoir.");
    Guichet counter = new Guichet(Socle.prepare(null), Reglages.parDefaut());
    Source own = Source.de(CLEAN);
    List<Source> earlier = List.of(Source.de("avant.xlsx", workbook(2020, "0,01")));
    Jugement page = Suivi.de(counter, own, earlier, null, DAY).verification().jugements().get(0);
    Constat opening =
        page.constats().stream()
            .filter(finding -> finding.regle().id().equals("INT-02"))
            .findFirst()
            .orElseThrow();
    Derogation one =
        new Derogation(
            0,
            new Derogation.Vise(
                seen(2021).entente(),
                seen(2021).exercice(),
                opening.regle(),
                opening.identite().feuille(),
                opening.sujet().fiche(),
                opening.sujet().rang(),
                opening.sujet().champ() == null ? Set.of() : Set.of(opening.sujet().champ())),
            "Jeanne",
            "Direction",
            "Erreur reconnue",
            DAY.plusYears(1));
    Verdict accepted =
        Suivi.de(counter, own, earlier, new Derogations(List.of(one)), DAY)
            .verification()
            .jugements()
            .get(0)
            .verdict();
    registry.gestes().accepte(jeanne, seen(2021), one, accepted);
    assertThat(audit().status()).isLessThan(2);
    assertThat(changes()).containsExactly("REJUGEE 2021-2022 [NOUVELLES_DEROGATIONS]");
    assertThat(registry.dernierAudit().autrement(jeanne)).doesNotContainKey(seen(2021).id());
    assertThat(accepted).isNotEqualTo(page.verdict());

    Compte alice = account("alice@exemple.ca", Role.ADMIN);
    ChiffreSaisi.Demande ceiling =
        new ChiffreSaisi.Demande(
            "administration.plafond", null, "2017-2024", null, List.of("0.0001"), "Normes, p. 12");
    registry.chiffres().publie(alice, registry.chiffres().propose(jeanne, ceiling));
    assertThat(audit().status()).isLessThan(2);
    assertThat(changes()).contains("REJUGEE 2021-2022 [NOUVEAUX_PARAMETRES]");
  }

  @Test
  void oneBadWorkbookStopsNothing() throws Exception {
    open("H2");
    try {
      file(2019, "PK?".getBytes(StandardCharsets.UTF_8));
      file(2020, workbook(2020, "100,00"));
      Run run = audit("--format", "console");
      assertThat(run.status()).isEqualTo(3);
      assertThat(run.out()).contains("ALL-02 2019-2020.xlsx");
      assertThat(last().redditions()).isEqualTo(1);
      assertThat(last().illisibles()).isEqualTo(1);
      assertThat(registry.dernierAudit().etat().enEchec()).isFalse();
    } finally {
      registry.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"H2", "PostgreSQL"})
  void oneProgramAtATimeDoesIt(String database) throws Exception {
    open(database);
    file(2020, workbook(2020, "100,00"));
    OffsetDateTime due = OffsetDateTime.ofInstant(NIGHT, ZONE);
    Nuits nights = registry.nuits();
    assertThat(nights.prends(due)).isPresent();
    Run refused = audit();
    assertThat(refused.status()).isEqualTo(3);
    assertThat(refused.err()).contains("autre programme");
    try (Greffe later = registry(NIGHT.plus(Duration.ofMinutes(16)))) {
      Nuits.Bail second = later.nuits().prends(due).orElseThrow();
      assertThat(nights.prends(due)).as("it went on without a sign, and was taken over").isEmpty();
      later.nuits().lache(second);
      assertThat(nights.prends(due.plusSeconds(1))).isPresent();
    }
    try (Greffe tomorrow = registry(NIGHT.plus(Duration.ofDays(1)))) {
      Nuits.Bail third = tomorrow.nuits().prends(due.plusHours(20)).orElseThrow();
      tomorrow.nuits().echoue(third, due.plusHours(20), "disque plein");
      assertThat(tomorrow.nuits().prends(due.plusHours(20))).as("not twice a night").isEmpty();
      assertThat(tomorrow.dernierAudit().etat().enEchec()).isTrue();
      assertThat(tomorrow.dernierAudit().echoue(jeanne).orElseThrow().echec())
          .isEqualTo("disque plein");
      assertThat(tomorrow.nuits().prends(due.plusHours(25))).isPresent();
    }
    registry.close();
  }

  /** An audit that is under way while a figure is published judged by the one before. */
  @Test
  void anAuditThatJudgedByOtherFiguresIsGivenUp() throws Exception {
    open("H2");
    file(2020, workbook(2020, "100,00"));
    Nuits nights = registry.nuits();
    OffsetDateTime begun = OffsetDateTime.ofInstant(NIGHT, ZONE);
    Nuits.Bail old = nights.prends(begun).orElseThrow();
    Compte alice = account("alice@exemple.ca", Role.ADMIN);
    ChiffreSaisi.Demande figure =
        new ChiffreSaisi.Demande(
            "cumul.plafond", null, "2017-2024", null, List.of("0.8"), "Normes, p. 14");
    registry.chiffres().publie(alice, registry.chiffres().propose(jeanne, figure));
    Nuits.Bilan found = new Nuits.Bilan(begun, List.of(), 0, List.of());
    assertThatThrownBy(() -> nights.termine(old, found, pieces -> {}))
        .isInstanceOf(IllegalStateException.class);
    nights.echoue(old, begun, "taken over");
    assertThat(registry.dernierAudit().etat().enEchec()).isFalse();
    assertThat(nights.prends(begun)).isPresent();
    registry.close();
  }

  @Test
  void whatIsAskedIsOneOrTheOther() throws Exception {
    Path waivers = Files.writeString(temp.resolve("d.yaml"), "[]");
    assertThat(Run.of("auditer").err()).contains("--depots");
    assertThat(Run.of("auditer").status()).isEqualTo(2);
    assertThat(Run.of("audit", temp, "--filings", "jdbc:h2:mem:x", "--lang", "en").err())
        .contains("--filings", "one or the other");
    assertThat(Run.of("auditer", "--depots=jdbc:h2:mem:x", "--derogations", waivers).status())
        .isEqualTo(2);
    assertThat(Run.of("auditer", "--depots=jdbc:h2:file:" + temp.resolve("aucune")).err())
        .contains("Il n’y a pas de base des dépôts");
  }

  /** A typing error is told, leaves nothing on the board, and the audit can be done. */
  @Test
  void whatIsMistypedIsNoAuditThatFailed() throws Exception {
    open("H2");
    try {
      file(2020, workbook(2020, "100,00"));
      assertThat(audit("--date", "hier").status()).isEqualTo(2);
      assertThat(registry.dernierAudit().etat().enEchec()).isFalse();
      assertThat(audit().status()).isLessThan(2);
      Path place = Files.writeString(temp.resolve("depots-audit.mv.db"), "");
      Files.delete(place);
      Files.createDirectory(place);
      assertThat(audit().status()).isEqualTo(3);
      assertThat(registry.dernierAudit().etat().enEchec()).isTrue();
    } finally {
      registry.close();
    }
  }
}
