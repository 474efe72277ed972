package org.verifqis.service.depot;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;

/**
 * What H2 calls before an event is changed or taken out: neither is done. Databases bear its name,
 * so that it stays where it is.
 */
public final class AjoutSeul implements Trigger {
  /** What whoever tries is told. */
  public static final String REFUS = "evenement: rows are added, never changed nor taken out";

  @Override
  public void fire(Connection base, Object[] avant, Object[] apres) throws SQLException {
    throw new SQLException(REFUS);
  }
}
