package org.verifqis.service.depot;

import java.sql.SQLException;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.Update;

/** Rows that are added, as every database answers to them. */
final class Ajouts {
  private static final String DEJA_LA = "23505";

  private Ajouts() {}

  /** Adds a row; the number that the database gave it. */
  static long numero(Update ajout) {
    return ajout
        .executeAndReturnGeneratedKeys("id")
        .map((ligne, contexte) -> ligne.getLong("id"))
        .one();
  }

  /** Whether a row was not added as there is one of its key already: another one was faster. */
  static boolean dejaLa(JdbiException e) {
    return e.getCause() instanceof SQLException dite && DEJA_LA.equals(dite.getSQLState());
  }
}
