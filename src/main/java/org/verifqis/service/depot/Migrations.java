package org.verifqis.service.depot;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Makes the tables of the registry and brings them up to date. */
final class Migrations {
  private static final String TEXTES = "classpath:org/verifqis/service/depot/migrations";

  /** Where Flyway notes them: the history of audits may lie in the same database. */
  private static final String NOTEES = "greffe_migrations";

  private static final String DERNIERE = "latest";

  private Migrations() {}

  private static FluentConfiguration reglages(String jusqua) {
    return Flyway.configure()
        .locations(TEXTES)
        .table(NOTEES)
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .target(jusqua);
  }

  /** Brings tables up to date. */
  static void fais(DataSource source) throws SQLException {
    fais(source, DERNIERE);
  }

  /** Brings tables up to a version. */
  static void fais(DataSource source, String jusqua) throws SQLException {
    // Held meanwhile: a database in memory lives as long as somebody is connected to it.
    Connection premiere = source.getConnection();
    try (premiere) {
      Flyway flyway = reglages(jusqua).dataSource(source).load();
      // A process that was killed over a migration left it noted as failed, or not at all.
      flyway.repair();
      flyway.migrate();
    }
  }

  /** The versions that this program knows, the oldest first. */
  static List<String> connues() {
    return Stream.of(
            reglages(DERNIERE)
                .dataSource("jdbc:h2:mem:" + UUID.randomUUID(), null, null)
                .load()
                .info()
                .all())
        .map(MigrationInfo::getVersion)
        .map(Object::toString)
        .toList();
  }

  /** The version of the tables of a database; null where it has none. */
  static String version(Connection base) throws SQLException {
    try (ResultSet la =
        base.getMetaData().getTables(null, base.getSchema(), NOTEES, new String[] {"TABLE"})) {
      if (!la.next()) {
        return null;
      }
    }
    try (Statement ordre = base.createStatement();
        ResultSet lignes =
            ordre.executeQuery(
                "select \"version\" from \""
                    + NOTEES
                    + "\" where \"success\" = true and \"version\" <> '0'"
                    + " order by \"installed_rank\" desc")) {
      return lignes.next() ? lignes.getString(1) : null;
    }
  }

  /** The tables of a version, each after those that it refers to. */
  static List<TablesDuGreffe.Table> tables(String version) {
    String url = "jdbc:h2:mem:" + UUID.randomUUID();
    try (Connection modele = DriverManager.getConnection(url);
        HikariDataSource source = new HikariDataSource()) {
      source.setJdbcUrl(url);
      fais(source, version);
      return TablesDuGreffe.de(modele, NOTEES);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
