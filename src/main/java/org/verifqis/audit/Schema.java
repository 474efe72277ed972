package org.verifqis.audit;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.verifqis.service.depot.BaseH2;

/**
 * Brings the tables of a database up to date. PostgreSQL undoes what a killed process had begun of
 * a migration. H2 does not, and would be left with half of it: its file is made, or copied and
 * migrated, beside the real one, and takes its place whole.
 */
final class Schema {
  /** The newest migration. */
  static final String VERSION = "7";

  private static final Logger LOG = LoggerFactory.getLogger(Schema.class);
  private static final String MIGRATIONS = "classpath:org/verifqis/audit/migrations";

  /** Where Flyway notes them. */
  private static final String MIGREES = "flyway_schema_history";

  private static final String SUFFIXE = ".mv.db";

  /** What ends the name of one that is being made. */
  private static final String NEUF = ".neuf";

  /** Other kinds of H2 databases are no file of this machine: file:, then mem:, tcp: … */
  private static final Pattern SORTE = Pattern.compile("([a-zA-Z]{2,}):.*");

  /** The name that H2 gives to the copy of a table that it alters. */
  private static final Pattern COPIE = Pattern.compile("(.+)_COPY_\\d+_\\d+");

  private Schema() {}

  /**
   * A file of H2.
   *
   * @param chemin without what H2 adds to its name
   * @param options what the address asks for besides, with its semicolon
   */
  private record Fichier(Path chemin, String options) {
    static Optional<Fichier> de(String url) {
      if (!url.startsWith(BaseH2.ADRESSE)) {
        return Optional.empty();
      }
      int fin = url.indexOf(';');
      String chemin = url.substring(BaseH2.ADRESSE.length(), fin < 0 ? url.length() : fin);
      if (chemin.startsWith("file:")) {
        chemin = chemin.substring("file:".length());
      } else if (SORTE.matcher(chemin).matches()) {
        return Optional.empty();
      }
      if (chemin.startsWith("~/")) {
        chemin = System.getProperty("user.home") + chemin.substring(1);
      }
      return Optional.of(
          new Fichier(Path.of(chemin).toAbsolutePath(), fin < 0 ? "" : url.substring(fin)));
    }

    /** One that lies beside it. */
    Fichier voisin(String ajout) {
      return new Fichier(chemin.resolveSibling(chemin.getFileName() + ajout), options);
    }

    Path lieu() {
      return chemin.resolveSibling(chemin.getFileName() + SUFFIXE);
    }

    /** Whether there is none yet; where one must be there, the database complains by itself. */
    boolean aFaire() {
      return !Files.exists(lieu()) && !options.contains(BaseH2.SI_ELLE_Y_EST);
    }

    String url() {
      return BaseH2.ADRESSE + "file:" + chemin + options;
    }
  }

  /**
   * Opens a database of which the tables are then up to date.
   *
   * @throws Historique.BaseInutilisable if that can't be done
   */
  static Connection ouvre(String url) {
    try {
      Optional<Fichier> fichier = Fichier.de(url);
      if (fichier.isPresent() && fichier.get().aFaire()) {
        fais(fichier.get());
      }
      // Opened before it is migrated: one in memory lives as long as somebody is connected to it.
      Connection base = DriverManager.getConnection(url);
      if (estAJour(base)) {
        return base;
      }
      if (fichier.isEmpty()) {
        migre(url);
        return base;
      }
      base.close();
      fais(fichier.get());
      return DriverManager.getConnection(url);
    } catch (FlywayException | SQLException | IOException e) {
      throw new Historique.BaseInutilisable(e);
    }
  }

  /** Where the disk is full, H2 leaves what it had begun to write of a tidier file. */
  static void oublieCeQuiResteDuRangement(String url) {
    try {
      for (Path lieu : fichier(url).stream().toList()) {
        Files.deleteIfExists(lieu.resolveSibling(lieu.getFileName() + ".tempFile"));
      }
    } catch (IOException e) {
      LOG.warn("what was left of tidying the history stays", e);
    }
  }

  /** The file in which a database lies; empty where it is none. */
  static Optional<Path> fichier(String url) {
    return Fichier.de(url).map(Fichier::lieu);
  }

  /** The address of a file beside the one in which a database lies; empty where it is none. */
  static Optional<String> voisin(String url, String ajout) {
    return Fichier.de(url)
        .map(fichier -> fichier.voisin(ajout).url().replace(BaseH2.SI_ELLE_Y_EST, ""));
  }

  /** Makes or migrates a file, one process at a time. */
  private static void fais(Fichier fichier) throws SQLException, IOException {
    Path verrou = fichier.chemin().resolveSibling(fichier.chemin().getFileName() + ".verrou");
    try (FileChannel canal =
            FileChannel.open(verrou, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock seul = canal.tryLock()) {
      if (seul == null) {
        throw new OverlappingFileLockException();
      }
      try {
        // Another process may have done it meanwhile.
        if (fichier.aFaire() || !estAJour(fichier)) {
          remplace(fichier);
        }
      } finally {
        // Gone already where it was put in its place; else it would lie there, and fill the disk.
        Files.deleteIfExists(fichier.voisin(NEUF).lieu());
        Files.delete(verrou);
      }
    } catch (OverlappingFileLockException e) {
      throw new SQLException("another process is making it", null, BaseH2.DEJA_OUVERTE, e);
    }
  }

  private static boolean estAJour(Fichier fichier) throws SQLException {
    try (Connection base = DriverManager.getConnection(fichier.url())) {
      return estAJour(base);
    }
  }

  private static void remplace(Fichier fichier) throws SQLException, IOException {
    Fichier neuf = fichier.voisin(NEUF);
    // What a killed process left of it.
    Files.deleteIfExists(neuf.lieu());
    if (Files.exists(fichier.lieu())) {
      copie(fichier.lieu(), fichier.voisin(".avant-v" + VERSION).lieu());
      copie(fichier.lieu(), neuf.lieu());
      try {
        recolle(neuf);
        migre(neuf.url());
      } catch (FlywayException | SQLException e) {
        if (raconte(fichier)) {
          throw e;
        }
        LOG.warn("the history was broken before its first audit ended: a new one is begun", e);
        Files.delete(neuf.lieu());
        migre(neuf.url());
      }
    } else {
      migre(neuf.url());
    }
    try (FileChannel ecrit = FileChannel.open(neuf.lieu(), StandardOpenOption.WRITE)) {
      ecrit.force(true);
    }
    Files.move(neuf.lieu(), fichier.lieu(), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Whole or not at all. */
  private static void copie(Path de, Path vers) throws IOException {
    Path partie = vers.resolveSibling(vers.getFileName() + ".partie");
    try {
      Files.copy(de, partie, StandardCopyOption.REPLACE_EXISTING);
      Files.move(partie, vers, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(partie);
    }
  }

  /**
   * To alter a table, H2 copies it and puts the copy in its stead. Of a process that was killed, an
   * earlier program left the copy, with the table or without it.
   */
  private static void recolle(Fichier fichier) throws SQLException {
    try (Connection base = DriverManager.getConnection(fichier.url());
        Statement ordre = base.createStatement()) {
      Set<String> tables = tables(base);
      for (String table : tables) {
        Matcher copie = COPIE.matcher(table);
        if (!copie.matches()) {
          continue;
        }
        if (tables.contains(copie.group(1))) {
          ordre.execute("drop table \"" + table + "\" cascade");
        } else {
          ordre.execute("alter table \"" + table + "\" rename to \"" + copie.group(1) + "\"");
        }
      }
    }
  }

  /** Whether it knows of an audit that came to its end: nothing would be lost otherwise. */
  private static boolean raconte(Fichier fichier) throws SQLException {
    try (Connection base = DriverManager.getConnection(fichier.url());
        Statement ordre = base.createStatement()) {
      for (String table : tables(base)) {
        if (table.equals("PASSAGE") || table.equals("REDDITION")) {
          String fini = table.equals("PASSAGE") ? " where fin is not null" : "";
          try (ResultSet lignes = ordre.executeQuery("select 1 from " + table + fini)) {
            if (lignes.next()) {
              return true;
            }
          }
        }
      }
      return false;
    }
  }

  private static Set<String> tables(Connection base) throws SQLException {
    Set<String> noms = new TreeSet<>();
    try (ResultSet tables =
        base.getMetaData().getTables(null, base.getSchema(), "%", new String[] {"TABLE"})) {
      while (tables.next()) {
        noms.add(tables.getString("TABLE_NAME"));
      }
    }
    return noms;
  }

  static boolean aUnHistorique(Connection base) throws SQLException {
    return tables(base).contains(MIGREES);
  }

  private static void migre(String url) {
    // The registry of filings may lie in the same database: its tables are none of ours.
    Flyway flyway =
        Flyway.configure()
            .dataSource(url, null, null)
            .locations(MIGRATIONS)
            .baselineOnMigrate(true)
            .baselineVersion("0")
            .load();
    // What it noted of older texts of the same migrations does not stop it.
    flyway.repair();
    flyway.migrate();
  }

  /** Asked of the database itself: Flyway takes longer to find that it has nothing to do. */
  private static boolean estAJour(Connection base) throws SQLException {
    if (!tables(base).contains(MIGREES)) {
      return false;
    }
    try (Statement ordre = base.createStatement();
        ResultSet lignes =
            ordre.executeQuery(
                "select \"version\", \"success\" from \""
                    + MIGREES
                    + "\" order by \"installed_rank\" desc")) {
      return lignes.next() && VERSION.equals(lignes.getString(1)) && lignes.getBoolean(2);
    }
  }
}
