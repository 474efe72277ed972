package org.verifqis.audit;

import java.sql.Clob;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import org.jdbi.v3.core.Jdbi;
import org.verifqis.service.depot.BaseH2;

/** Carries a whole history from one database to another one, which has none: H2 or PostgreSQL. */
public final class Transfert {
  /** The tables, each after those that it refers to, with the order in which rows may refer. */
  static final Map<String, String> TABLES = tables();

  private static final int LOT = 100;

  /** Why a history can't be carried. */
  public static final class TransfertImpossible extends RuntimeException {
    /** Reasons; each has a message in each language. */
    public enum Motif {
      DEPART_INUTILISABLE,
      ARRIVEE_INUTILISABLE,
      DEPART_VIDE,
      ARRIVEE_OCCUPEE,
      ECHEC
    }

    private final Motif motif;

    TransfertImpossible(Motif motif, Exception cause) {
      super(cause == null ? null : cause.getMessage(), cause);
      this.motif = motif;
    }

    /** Why. */
    public Motif motif() {
      return motif;
    }
  }

  private Transfert() {}

  private static Map<String, String> tables() {
    Map<String, String> tables = new LinkedHashMap<>();
    tables.put("passage", "id");
    tables.put("jugement", "sha256, cle");
    tables.put("resultat", "empreinte");
    tables.put("reddition", "passage, chemin");
    tables.put("echec", "passage, chemin");
    return Collections.unmodifiableMap(tables);
  }

  /**
   * Copies everything or nothing; the rows copied of each table.
   *
   * @throws TransfertImpossible if that can't be done; the old database is as it was
   */
  public static Map<String, Long> copie(String de, String vers) {
    try (Connection depart =
        ouvre(BaseH2.existante(de), TransfertImpossible.Motif.DEPART_INUTILISABLE)) {
      if (estVide(depart)) {
        throw new TransfertImpossible(TransfertImpossible.Motif.DEPART_VIDE, null);
      }
      try (Connection arrivee = ouvre(vers, TransfertImpossible.Motif.ARRIVEE_INUTILISABLE)) {
        if (!estVide(arrivee)) {
          throw new TransfertImpossible(TransfertImpossible.Motif.ARRIVEE_OCCUPEE, null);
        }
        return copie(depart, new Base(Jdbi.create(arrivee)));
      }
    } catch (SQLException | Historique.BaseInutilisable e) {
      throw new TransfertImpossible(TransfertImpossible.Motif.ECHEC, e);
    }
  }

  /** Whether a database has the tables of a history; not where it can't be asked. */
  public static boolean aUnHistorique(String url) {
    try (Connection base = DriverManager.getConnection(BaseH2.existante(url))) {
      return Schema.aUnHistorique(base);
    } catch (SQLException e) {
      return false;
    }
  }

  private static Connection ouvre(String url, TransfertImpossible.Motif sinon) {
    try {
      return Historique.connecte(url);
    } catch (Historique.BaseInutilisable e) {
      throw new TransfertImpossible(sinon, e);
    }
  }

  private static boolean estVide(Connection base) throws SQLException {
    for (String table : TABLES.keySet()) {
      if (nombre(base, "select count(*) from " + table) > 0) {
        return false;
      }
    }
    return true;
  }

  private static long nombre(Connection base, String question) throws SQLException {
    try (Statement ordre = base.createStatement();
        ResultSet lignes = ordre.executeQuery(question)) {
      lignes.next();
      return lignes.getLong(1);
    }
  }

  private static Map<String, Long> copie(Connection depart, Base arrivee) throws SQLException {
    BaseH2.lisAuFilDeLEau(depart, true);
    Map<String, Long> copiees = new LinkedHashMap<>();
    long suivant = nombre(depart, "select max(id) from passage") + 1;
    arrivee.enTransaction(
        h -> {
          // First, as H2 would commit the rows with it.
          h.execute("alter table passage alter column id restart with " + suivant);
          for (Map.Entry<String, String> table : TABLES.entrySet()) {
            copiees.put(
                table.getKey(), copie(depart, h.getConnection(), table.getKey(), table.getValue()));
          }
        });
    return copiees;
  }

  private static long copie(
      Connection depart, Connection arrivee, String table, String ordreDesLignes)
      throws SQLException {
    try (Statement question = depart.createStatement()) {
      question.setFetchSize(LOT);
      try (ResultSet lignes =
          question.executeQuery("select * from " + table + " order by " + ordreDesLignes)) {
        return copie(lignes, arrivee, table);
      }
    }
  }

  private static long copie(ResultSet lignes, Connection arrivee, String table)
      throws SQLException {
    int colonnes = lignes.getMetaData().getColumnCount();
    StringJoiner noms = new StringJoiner(", ");
    for (int i = 1; i <= colonnes; i++) {
      noms.add(lignes.getMetaData().getColumnName(i));
    }
    String places = String.join(", ", Collections.nCopies(colonnes, "?"));
    long nombre = 0;
    try (PreparedStatement ajout =
        arrivee.prepareStatement(
            "insert into " + table + " (" + noms + ") values (" + places + ")")) {
      while (lignes.next()) {
        for (int i = 1; i <= colonnes; i++) {
          ajout.setObject(i, valeur(lignes, i));
        }
        ajout.addBatch();
        nombre++;
        if (nombre % LOT == 0) {
          ajout.executeBatch();
        }
      }
      ajout.executeBatch();
    }
    return nombre;
  }

  /** A value in a form that both take. */
  private static Object valeur(ResultSet lignes, int colonne) throws SQLException {
    Object valeur = lignes.getObject(colonne);
    if (valeur instanceof Clob) {
      return lignes.getString(colonne);
    }
    return valeur instanceof Timestamp ? lignes.getObject(colonne, OffsetDateTime.class) : valeur;
  }
}
