package org.verifqis.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever moment a process is killed at, the next one finds a history that it can use. */
class ArretDeMigrationTest {
  private static final int ARRETS = 6;

  @TempDir private Path temp;

  /** What is killed: it only opens the history. */
  public static final class Ouverture {
    private Ouverture() {}

    /** Opens that of an address, and says so. */
    public static void main(String[] mots) throws SQLException {
      Historique.connecte(mots[0]).close();
    }
  }

  private String url(Path dossier) {
    return Historique.url(dossier);
  }

  /** Kills it so long after there is something of a database to be seen. */
  private void tue(Path dossier, int apres) throws IOException, InterruptedException {
    long avant = taille(dossier);
    Process processus =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Ouverture.class.getName(),
                url(dossier))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    while (taille(dossier) == avant && processus.isAlive()) {
      processus.waitFor(1, TimeUnit.MILLISECONDS);
    }
    processus.waitFor(apres, TimeUnit.MILLISECONDS);
    processus.destroyForcibly().waitFor();
  }

  private static long taille(Path dossier) throws IOException {
    try (Stream<Path> fichiers = Files.list(dossier)) {
      return fichiers.map(Path::toFile).mapToLong(File::length).sum() + fichiers(dossier).size();
    }
  }

  private static List<String> fichiers(Path dossier) throws IOException {
    try (Stream<Path> fichiers = Files.list(dossier)) {
      return fichiers.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aHistoryThatWasBeingMadeIsMadeAnew() throws Exception {
    for (int i = 0; i < ARRETS; i++) {
      Path dossier = Files.createDirectory(temp.resolve("neuf" + i));
      tue(dossier, i * 50);
      tue(dossier, i * 80);
      opens(dossier, 0);
      assertThat(fichiers(dossier)).containsExactly("historique.mv.db");
    }
  }

  @Test
  void aHistoryThatWasBeingMigratedLosesNothing() throws Exception {
    Path modele = Files.createDirectory(temp.resolve("modele"));
    ancien(url(modele));
    for (int i = 0; i < ARRETS; i++) {
      Path dossier = Files.createDirectory(temp.resolve("ancien" + i));
      Files.copy(modele.resolve("historique.mv.db"), dossier.resolve("historique.mv.db"));
      tue(dossier, i * 50);
      tue(dossier, i * 80);
      opens(dossier, 1);
      assertThat(fichiers(dossier))
          .containsExactly("historique.avant-v" + Schema.VERSION + ".mv.db", "historique.mv.db");
    }
    String sauvegarde = "historique.avant-v" + Schema.VERSION;
    try (Connection base =
            DriverManager.getConnection(
                "jdbc:h2:file:" + temp.resolve("ancien0").resolve(sauvegarde));
        ResultSet tables = base.getMetaData().getTables(null, "PUBLIC", "LIGNE", null)) {
      assertThat(tables.next()).as("what the first version had not").isFalse();
    }
  }

  /** A history of the first version, with one audit. */
  private static void ancien(String url) throws SQLException {
    Flyway.configure()
        .dataSource(url, null, null)
        .locations("classpath:org/verifqis/audit/migrations")
        .target("1")
        .load()
        .migrate();
    ordonne(
        url,
        "insert into passage (dossier, date_audit, outil, regles, parametres, debut, fin,"
            + " ensemble) values ('/d', date '2022-09-01', 'o', 'r', 'p', timestamp '2022-09-01"
            + " 02:00:00', timestamp '2022-09-01 02:01:00', '{}')");
  }

  private static void ordonne(String url, String... ordres) throws SQLException {
    try (Connection base = DriverManager.getConnection(url);
        Statement ordre = base.createStatement()) {
      for (String texte : ordres) {
        ordre.execute(texte);
      }
    }
  }

  private void opens(Path dossier, int passages) throws SQLException {
    try (Connection base = Historique.connecte(url(dossier));
        Statement ordre = base.createStatement();
        ResultSet lignes = ordre.executeQuery("select count(exercices) from passage")) {
      lignes.next();
      assertThat(lignes.getInt(1)).isEqualTo(passages);
    }
  }

  /** As programs before this one left it, which altered tables in the file itself. */
  @Test
  void aHalfMadeCopyOfATableDoesNotStopTheNextAudit() throws SQLException {
    ancien(url(temp));
    ordonne(
        url(temp),
        "create table passage_copy_2_1 (id bigint primary key)",
        "create table reddition_copy_3_0 as select * from reddition",
        "drop table reddition");
    opens(temp, 1);
  }

  @Test
  void oneThatWasBrokenBeforeItsFirstAuditEndedIsBegunAnew() throws SQLException {
    ancien(url(temp));
    ordonne(url(temp), "delete from passage", "alter table jugement rename to j");
    ordonne(url(temp), "create view jugement as select 1 as un");
    opens(temp, 0);
  }

  /** What it knew would be lost without a word. */
  @Test
  void oneThatKnowsOfAnAuditIsNot() throws SQLException {
    ancien(url(temp));
    ordonne(url(temp), "alter table jugement rename to j");
    ordonne(url(temp), "create view jugement as select 1 as un");
    assertThatThrownBy(() -> Historique.connecte(url(temp)))
        .isInstanceOf(Historique.BaseInutilisable.class);
    assertThat(temp.resolve("historique.mv.db")).exists();
  }
}
