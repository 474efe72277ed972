package org.verifqis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.verifqis.classeur.Sha256;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.regles.Registre;
import org.verifqis.service.depot.Geste;
import org.verifqis.service.depot.Greffe;

/** Whether a database of filings holds what people were answered, each thing whole and once. */
final class Whole {
  private static final List<Geste> DECISIONS =
      List.of(Geste.ADOPTER, Geste.DEMANDER_CORRECTIONS, Geste.ROUVRIR);

  private final String base;
  private final Set<String> seen = new HashSet<>();

  Whole(String base) {
    this.base = base;
  }

  /** Looks at all of it; nobody else has it meanwhile. */
  void check(WhileItLives work) throws Exception {
    try (Greffe registry =
            Greffe.ouvre(
                base, LecteurGabarit.charge(), Registre.charge(), Clock.systemDefaultZone());
        Connection connection = DriverManager.getConnection(base)) {
      assertThat(registry.journal().verifie().rompu()).as("the journal").isZero();
      Set<String> found = new HashSet<>();
      for (List<String> row :
          rows(connection, "select id, entente, version from dossier order by id")) {
        found.addAll(dossier(connection, Long.parseLong(row.get(0)), row.get(1), row.get(2), work));
      }
      assertThat(found).as("answered as filed").containsAll(work.filed());
      assertThat(work.asked()).as("nobody else files").containsAll(found);
      assertThat(found).as("what was there is there").containsAll(seen);
      seen.addAll(found);
    }
  }

  private Set<String> dossier(
      Connection connection, long id, String agreement, String version, WhileItLives work)
      throws SQLException {
    Set<String> found = new HashSet<>();
    List<List<String>> versions =
        rows(
            connection,
            "select numero, sha256, id from version_depot where dossier = ? order by numero",
            id);
    for (List<String> one : versions) {
      assertThat(one.get(0)).isEqualTo(String.valueOf(found.size() + 1));
      String filing = agreement + " " + one.get(1);
      assertThat(found.add(filing)).as("filed once: %s", filing).isTrue();
      if (!seen.contains(filing)) {
        assertThat(Sha256.de(workbook(connection, Long.parseLong(one.get(2)))))
            .isEqualTo(one.get(1));
      }
    }
    assertThat(version).isEqualTo(String.valueOf(versions.size()));
    Map<String, Integer> events = events(connection, id, agreement);
    assertThat(events.getOrDefault("DEPOSER", 0)).isEqualTo(versions.size());
    assertThat(events.getOrDefault("ADOPTER", 0))
        .isEqualTo(rows(connection, "select id from adoption where dossier = ?", id).size());
    assertThat(events.getOrDefault("DEMANDER_CORRECTIONS", 0))
        .isEqualTo(
            rows(connection, "select id from demande_correction where dossier = ?", id).size());
    for (Geste decision : DECISIONS) {
      assertThat(events.getOrDefault(decision.name(), 0))
          .as("%s %s", agreement, decision)
          .isBetween(work.decided(agreement, decision), work.tried(agreement, decision));
    }
    return found;
  }

  /** How many of each kind, each with the messages that it asks for. */
  private static Map<String, Integer> events(Connection connection, long id, String agreement)
      throws SQLException {
    Map<String, Integer> messages = new HashMap<>();
    for (List<String> row :
        rows(connection, "select cle from courriel where cle like ?", "%:" + id + ":%:%")) {
      messages.merge(row.get(0).replaceAll(":[^:]*$", ""), 1, Integer::sum);
    }
    int coordinators = (int) WhileItLives.COORDINATORS.stream().filter(agreement::equals).count();
    Map<String, Integer> events = new HashMap<>();
    for (List<String> row :
        rows(connection, "select numero, nature from evenement where dossier = ?", id)) {
      String nature = row.get(1);
      events.merge(nature, 1, Integer::sum);
      assertThat(messages.remove(nature + ":" + id + ":" + row.get(0)))
          .as("messages of event %s", row)
          .isEqualTo(coordinators + (nature.equals("DEPOSER") ? WhileItLives.STAFF : 0));
    }
    assertThat(messages).as("messages of what was not done").isEmpty();
    return events;
  }

  private static byte[] workbook(Connection connection, long version) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select contenu from classeur where version = ?")) {
      query.setLong(1, version);
      try (ResultSet row = query.executeQuery()) {
        assertThat(row.next()).isTrue();
        return row.getBytes(1);
      }
    }
  }

  private static List<List<String>> rows(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        query.setObject(i + 1, values[i]);
      }
      try (ResultSet found = query.executeQuery()) {
        List<List<String>> rows = new ArrayList<>();
        while (found.next()) {
          List<String> row = new ArrayList<>();
          for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
            row.add(found.getString(i));
          }
          rows.add(row);
        }
        return rows;
      }
    }
  }

  /** The numbers of all messages. */
  Set<Long> messages() throws SQLException {
    try (Connection connection = DriverManager.getConnection(base)) {
      Set<Long> ids = new HashSet<>();
      for (List<String> row : rows(connection, "select id from courriel")) {
        ids.add(Long.valueOf(row.get(0)));
      }
      return ids;
    }
  }

  /** How many were not sent. */
  long unsent() throws SQLException {
    try (Connection connection = DriverManager.getConnection(base);
        Statement query = connection.createStatement();
        ResultSet count =
            query.executeQuery("select count(*) from courriel where envoye is null")) {
      count.next();
      return count.getLong(1);
    }
  }
}
