package org.verifqis.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * How statements are put to a database.
 *
 * @param connexion to the database
 */
record Base(Connection connexion) {
  interface Travail<T> {
    T fais() throws SQLException;
  }

  interface Ordres {
    void fais() throws SQLException;
  }

  /** Does something; what the database says against it is told. */
  static <T> T essaie(Travail<T> travail) {
    try {
      return travail.fais();
    } catch (SQLException e) {
      throw new Historique.BaseInutilisable(e);
    }
  }

  /** Does all of it or nothing. */
  void enTransaction(Ordres ordres) {
    essaie(
        () -> {
          connexion.setAutoCommit(false);
          try {
            ordres.fais();
            connexion.commit();
          } catch (SQLException | RuntimeException e) {
            connexion.rollback();
            throw e;
          } finally {
            connexion.setAutoCommit(true);
          }
          return null;
        });
  }

  void execute(String sql, Object... valeurs) throws SQLException {
    try (PreparedStatement ordre = connexion.prepareStatement(sql)) {
      remplis(ordre, valeurs);
      ordre.executeUpdate();
    }
  }

  static void remplis(PreparedStatement ordre, Object... valeurs) throws SQLException {
    for (int i = 0; i < valeurs.length; i++) {
      ordre.setObject(i + 1, valeurs[i]);
    }
  }
}
