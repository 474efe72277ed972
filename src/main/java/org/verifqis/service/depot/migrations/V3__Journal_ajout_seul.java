package org.verifqis.service.depot.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.verifqis.service.depot.AjoutSeul;

/**
 * The database itself refuses whatever changes the journal or takes something out of it. No two
 * kinds of databases say that by the same statements. It can be run again, as the others.
 */
public final class V3__Journal_ajout_seul extends BaseJavaMigration {
  private static final List<String> H2 =
      List.of(
          "create trigger if not exists evenement_ajout_seul before update, delete on evenement"
              + " for each row call '"
              + AjoutSeul.class.getName()
              + "'");

  private static final List<String> POSTGRESQL =
      List.of(
          "create or replace function evenement_ajout_seul() returns trigger language plpgsql as"
              + " $$ begin raise exception '"
              + AjoutSeul.REFUS
              + "'; end $$",
          "drop trigger if exists evenement_ajout_seul on evenement",
          "create trigger evenement_ajout_seul before update or delete on evenement"
              + " for each row execute function evenement_ajout_seul()",
          "drop trigger if exists evenement_pas_vide on evenement",
          "create trigger evenement_pas_vide before truncate on evenement"
              + " for each statement execute function evenement_ajout_seul()");

  @Override
  public void migrate(Context context) throws SQLException {
    Connection base = context.getConnection();
    String sorte = base.getMetaData().getDatabaseProductName();
    try (Statement ordre = base.createStatement()) {
      for (String un : sorte.equals("H2") ? H2 : POSTGRESQL) {
        ordre.execute(un);
      }
    }
  }
}
