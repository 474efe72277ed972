package org.verifqis.service.depot;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** What H2 wants to be told, and PostgreSQL does not, whatever is kept in it. */
public final class BaseH2 {
  /** What its addresses begin with. */
  public static final String ADRESSE = "jdbc:h2:";

  /** By this in an address it makes no database where there is none. */
  public static final String SI_ELLE_Y_EST = ";IFEXISTS=TRUE";

  /** By this it says that another process has a file of it open. */
  public static final int DEJA_OUVERTE = 90020;

  /** By this it says that there is none at an address. */
  public static final int ABSENTE = 90146;

  /**
   * It would commit half a second later, by a thread of its own which dies where memory runs out:
   * what was told to somebody could be lost.
   */
  public static final String SANS_DELAI = "set write_delay 0";

  private BaseH2() {}

  /** Whether a database is one. */
  public static boolean est(Connection base) throws SQLException {
    return base.getMetaData().getDatabaseProductName().equals("H2");
  }

  /** An address by which it makes no database where there is none. */
  public static String existante(String url) {
    return url.startsWith(ADRESSE + "file:") ? url + SI_ELLE_Y_EST : url;
  }

  /**
   * From now on rows come as they are asked for, and as they stood at the beginning whatever is
   * written meanwhile; or no longer.
   */
  public static void lisAuFilDeLEau(Connection base, boolean oui) throws SQLException {
    base.setAutoCommit(!oui);
    base.setTransactionIsolation(
        oui ? Connection.TRANSACTION_REPEATABLE_READ : Connection.TRANSACTION_READ_COMMITTED);
    if (est(base)) {
      try (Statement ordre = base.createStatement()) {
        ordre.execute("set lazy_query_execution " + (oui ? 1 : 0));
      }
    }
  }
}
