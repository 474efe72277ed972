package org.verifqis.audit;

import java.sql.SQLException;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * How statements are put to a database; what it says against them is told.
 *
 * @param jdbi to the database
 */
record Base(Jdbi jdbi) {
  /** Asks something. */
  <T> T demande(HandleCallback<T, RuntimeException> question) {
    try {
      return jdbi.withHandle(question);
    } catch (JdbiException e) {
      throw inutilisable(e);
    }
  }

  /** Does all of it or nothing. */
  <X extends Exception> void enTransaction(HandleConsumer<X> ordres) throws X {
    try {
      jdbi.useTransaction(ordres);
    } catch (JdbiException e) {
      throw inutilisable(e);
    }
  }

  private static Historique.BaseInutilisable inutilisable(JdbiException e) {
    return new Historique.BaseInutilisable(e.getCause() instanceof SQLException dite ? dite : e);
  }
}
