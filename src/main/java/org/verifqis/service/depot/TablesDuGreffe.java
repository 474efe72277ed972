package org.verifqis.service.depot;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The tables of the registry as its migrations make them: those of a database that holds others too
 * are told apart by it, and each comes after those that it refers to.
 */
final class TablesDuGreffe {
  /**
   * A table.
   *
   * @param nom its name
   * @param colonnes its columns, by their names, and the JDBC type of each
   * @param cle the columns by which its rows are told apart
   * @param numerotee the column that the database numbers; null for none
   */
  record Table(String nom, Map<String, Integer> colonnes, List<String> cle, String numerotee) {}

  private TablesDuGreffe() {}

  /** Those of an H2 database that holds nothing else, save where migrations are noted. */
  static List<Table> de(Connection modele, String sauf) throws SQLException {
    DatabaseMetaData connu = modele.getMetaData();
    Map<String, Set<String>> attendent = new TreeMap<>();
    try (ResultSet tables =
        connu.getTables(null, modele.getSchema(), "%", new String[] {"TABLE"})) {
      while (tables.next()) {
        String nom = tables.getString("TABLE_NAME");
        if (!nom.equalsIgnoreCase(sauf)) {
          attendent.put(nom, references(connu, modele.getSchema(), nom));
        }
      }
    }
    List<Table> rangees = new ArrayList<>();
    while (!attendent.isEmpty()) {
      String prete =
          attendent.entrySet().stream()
              .filter(une -> une.getValue().stream().noneMatch(attendent::containsKey))
              .map(Map.Entry::getKey)
              .findFirst()
              .orElseThrow();
      attendent.remove(prete);
      rangees.add(table(connu, modele.getSchema(), prete));
    }
    return List.copyOf(rangees);
  }

  private static Set<String> references(DatabaseMetaData connu, String schema, String table)
      throws SQLException {
    Set<String> vers = new TreeSet<>();
    try (ResultSet cles = connu.getImportedKeys(null, schema, table)) {
      while (cles.next()) {
        vers.add(cles.getString("PKTABLE_NAME"));
      }
    }
    return vers;
  }

  private static Table table(DatabaseMetaData connu, String schema, String nom)
      throws SQLException {
    Map<String, Integer> colonnes = new LinkedHashMap<>();
    String numerotee = null;
    try (ResultSet lignes = connu.getColumns(null, schema, nom, "%")) {
      while (lignes.next()) {
        String colonne = lignes.getString("COLUMN_NAME").toLowerCase(Locale.ROOT);
        colonnes.put(colonne, lignes.getInt("DATA_TYPE"));
        if (lignes.getString("IS_AUTOINCREMENT").equals("YES")) {
          numerotee = colonne;
        }
      }
    }
    Map<Integer, String> cle = new TreeMap<>();
    try (ResultSet lignes = connu.getPrimaryKeys(null, schema, nom)) {
      while (lignes.next()) {
        cle.put(lignes.getInt("KEY_SEQ"), lignes.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
      }
    }
    return new Table(nom.toLowerCase(Locale.ROOT), colonnes, List.copyOf(cle.values()), numerotee);
  }
}
