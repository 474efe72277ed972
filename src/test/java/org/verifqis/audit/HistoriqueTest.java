package org.verifqis.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verifqis.classeur.LecteurReddition;
import org.verifqis.classeur.Limites;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Reddition;
import org.verifqis.regles.Moteur;
import org.verifqis.regles.Parametres;
import org.verifqis.regles.Registre;
import org.verifqis.regles.comparaison.Changement;
import org.verifqis.regles.comparaison.Changement.Cause;
import org.verifqis.regles.comparaison.Changement.Genre;
import org.verifqis.service.Compilation;

class HistoriqueTest {
  private static final OffsetDateTime QUAND = OffsetDateTime.parse("2022-09-01T02:00:00-04:00");
  private static final Gabarit GABARIT = LecteurGabarit.charge();
  private static final Registre REGISTRE = Registre.charge();
  private static final Parametres PARAMETRES = Parametres.charge();
  private static final Moteur MOTEUR = new Moteur(REGISTRE, PARAMETRES);

  @TempDir private Path temp;

  record Soir(Resultat resultat, List<Changement> changements, List<String> constats) {
    long repris() {
      return resultat.dossiers().stream().filter(Dossier::reutilise).count();
    }
  }

  @Test
  void remembersInH2() throws IOException {
    remembers(Historique.url(temp));
  }

  /** Where memory runs out, such a thread would die and what it had to write with it. */
  @Test
  void noThreadOfH2WritesLater() {
    String url = "jdbc:h2:file:" + temp.resolve("seule");
    try (Historique historique = Historique.ouvre(url, GABARIT, REGISTRE)) {
      assertThat(historique.tailles()).isNotEmpty();
      assertThat(Thread.getAllStackTraces().keySet())
          .extracting(Thread::getName)
          .noneMatch(name -> name.startsWith("MVStore") && name.contains("seule"));
    }
  }

  @Test
  void remembersInPostgresql() throws IOException, InterruptedException, SQLException {
    Optional<Path> programmes = PostgresDEssai.programmes();
    assumeTrue(programmes.isPresent(), "PostgreSQL is not installed: not tested on it");
    try (PostgresDEssai postgres = PostgresDEssai.demarre(programmes.get())) {
      opensAgain(postgres.url());
      remembers(postgres.url());
      comparesWithAnOlderProgram(postgres.url());
    }
  }

  @Test
  void whatAnOlderProgramFoundIsNotNew() throws IOException, SQLException {
    comparesWithAnOlderProgram(Historique.url(temp));
  }

  /** Up to version 5 findings were kept otherwise, up to 4 those across redditions with the run. */
  private void comparesWithAnOlderProgram(String url) throws IOException, SQLException {
    Path dossier = temp.resolve("anciennes");
    PetiteReddition.de("ALL-14", 2019).ecris(dossier.resolve("a.xlsx"));
    Empreintes empreintes = Empreintes.de("1.0.0", PARAMETRES, "");
    assertThat(audite(url, dossier, empreintes, false).resultat().ensemble().constats())
        .isNotEmpty();
    try (Connection base = Historique.connecte(url);
        Statement ordre = base.createStatement()) {
      ordre.execute(
          "update resultat set constats = '{\"constats\":[[\"INT-01\"]],\"feuilles\":[]}'");
      ordre.execute("update reddition set resultat = (select min(empreinte) from resultat)");
      ordre.execute("update passage set ensemble = '{\"constats\":[],\"feuilles\":[]}'");
      ordre.execute("delete from \"flyway_schema_history\" where \"version\" in ('5', '6', '7')");
    }
    PetiteReddition.de("ALL-14", 2020).ecris(dossier.resolve("b.xlsx"));
    Soir soir = audite(url, dossier, empreintes, false);
    assertThat(soir.repris()).isZero();
    assertThat(soir.changements())
        .as("a file was filed; of the others nothing can be told")
        .extracting(Changement::genre)
        .containsExactly(Genre.DEPOSEE);
    Files.delete(dossier.resolve("b.xlsx"));
    assertThat(audite(url, dossier, empreintes, false).changements())
        .extracting(Changement::genre)
        .contains(Genre.RETIREE);
  }

  /** Flyway notes a migration after it has committed it: a process may be killed between. */
  @Test
  void aMigrationThatWasNotNotedIsRunAgain() throws SQLException {
    opensAgain("jdbc:h2:file:" + temp.resolve("interrompue"));
  }

  private static void opensAgain(String url) throws SQLException {
    for (int rang = 1; rang <= Integer.parseInt(Schema.VERSION); rang++) {
      try (Connection base = Historique.connecte(url);
          Statement ordre = base.createStatement()) {
        ordre.execute("delete from \"flyway_schema_history\" where \"installed_rank\" >= " + rang);
      }
      try (Historique historique = Historique.ouvre(url, GABARIT, REGISTRE)) {
        assertThat(historique.tailles()).isNotEmpty();
      }
    }
  }

  private void remembers(String url) throws IOException {
    Path dossier = temp.resolve("redditions");
    PetiteReddition.de("ALL-14", 2019).ecris(dossier.resolve("a.xlsx"));
    Path suivante = PetiteReddition.de("ALL-14", 2020).ecris(dossier.resolve("b.xlsx"));
    Files.writeString(dossier.resolve("brise.xlsx"), "?");
    Empreintes empreintes = Empreintes.de("1.0.0", PARAMETRES, "");

    Soir premier = audite(url, dossier, empreintes, false);
    assertThat(premier.repris()).isZero();
    assertThat(premier.changements()).isEmpty();

    Soir deuxieme = audite(url, dossier, empreintes, false);
    assertThat(deuxieme.repris()).isEqualTo(2);
    hasWhatStatisticsTake(url, suivante, empreintes);
    assertThat(deuxieme.changements()).isEmpty();
    assertThat(deuxieme.resultat().dossiers())
        .extracting(d -> d.jugement().resultats())
        .isEqualTo(
            premier.resultat().dossiers().stream().map(d -> d.jugement().resultats()).toList());
    assertThat(deuxieme.constats()).isEqualTo(premier.constats());

    assertThat(audite(url, dossier, empreintes, true).repris()).as("--sans-cache").isZero();

    PetiteReddition.de("ALL-14", 2020).avec("soldeOuverture", "90,00").ecris(suivante);
    PetiteReddition.de("ALL-CSSSPNQL", 2020).ecris(dossier.resolve("c.xlsx"));
    Soir troisieme = audite(url, dossier, empreintes, false);
    assertThat(troisieme.repris()).isEqualTo(1);
    assertThat(troisieme.changements())
        .extracting(Changement::genre)
        .containsExactly(Genre.REMPLACEE, Genre.DEPOSEE, Genre.ENSEMBLE);
    Changement remplacee = troisieme.changements().get(0);
    assertThat(remplacee.causes()).containsExactly(Cause.NOUVEAU_FICHIER);
    assertThat(remplacee.nouveaux()).extracting(c -> c.regle().id()).contains("INT-02");

    PetiteReddition.de("ALL-14", 2019)
        .avec("soldeCloture", "90,00")
        .ecris(dossier.resolve("a.xlsx"));
    Files.delete(dossier.resolve("c.xlsx"));
    Soir quatrieme = audite(url, dossier, empreintes, false);
    assertThat(quatrieme.changements())
        .extracting(Changement::genre)
        .contains(Genre.REMPLACEE, Genre.REJUGEE, Genre.RETIREE);
    Changement rejugee =
        quatrieme.changements().stream()
            .filter(c -> c.genre() == Genre.REJUGEE)
            .findFirst()
            .orElseThrow();
    assertThat(rejugee.causes()).containsExactly(Cause.AUTRES_REDDITIONS);
    assertThat(rejugee.disparus()).extracting(c -> c.regle().id()).containsExactly("INT-02");

    Empreintes autres =
        new Empreintes("1.0.0", "autres règles", empreintes.parametres(), empreintes.derogations());
    Soir cinquieme = audite(url, dossier, autres, false);
    assertThat(cinquieme.repris()).as("other rules").isZero();
    assertThat(cinquieme.changements()).as("which say the same").isEmpty();

    try (Historique historique = Historique.ouvre(url, GABARIT, REGISTRE)) {
      assertThat(historique.tailles())
          .containsEntry("passage", 6)
          .containsEntry("reddition", 2 + 3 + 2)
          .containsEntry("echec", 6);
    }
  }

  private static void hasWhatStatisticsTake(String url, Path fichier, Empreintes empreintes) {
    Reddition reddition = new LecteurReddition(GABARIT, Limites.parDefaut()).lis(fichier);
    Compilation.Lue lue = Compilation.Lue.de(reddition, MOTEUR.juge(reddition));
    assertThat(lue.apport()).isNotNull();
    Empreintes autres = new Empreintes("1.0.0", "autres", empreintes.parametres(), "");
    try (Historique historique = Historique.ouvre(url, GABARIT, REGISTRE)) {
      assertThat(new Jugees(historique, empreintes, QUAND).trouve(reddition.fichier()))
          .get()
          .usingRecursiveComparison()
          // What a cell shows is not kept where its content tells it.
          .ignoringFieldsMatchingRegexes(".*\\.brut")
          .isEqualTo(lue);
      assertThat(new Jugees(historique, autres, QUAND).trouve(reddition.fichier())).isEmpty();
    }
  }

  static Soir audite(String url, Path dossier, Empreintes empreintes, boolean sansCache)
      throws IOException {
    List<Path> fichiers;
    try (Stream<Path> tous = Files.list(dossier)) {
      fichiers = tous.sorted().toList();
    }
    Demande demande =
        new Demande(
            dossier,
            fichiers,
            LocalDate.of(2022, 9, 1),
            List.of(),
            null,
            2,
            Duration.ofSeconds(60));
    try (Historique historique = Historique.ouvre(url, GABARIT, REGISTRE)) {
      Memoire memoire = new Memoire(historique, demande, empreintes, QUAND, false, sansCache);
      Resultat resultat = AuditDEssai.fais(demande, MOTEUR, memoire);
      // While the history is open: it is asked for them.
      List<String> constats =
          resultat.dossiers().stream()
              .map(d -> List.copyOf(d.jugement().constats()).toString())
              .toList();
      List<Changement> changements = memoire.changements(resultat);
      memoire.termine(resultat, QUAND);
      return new Soir(resultat, changements, constats);
    }
  }
}
