package org.verifqis.service.depot;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.verifqis.audit.PostgresNeuf;

/** The same in PostgreSQL, where it is installed: each test in a database of its own. */
class CourrielsPostgresTest extends CourrielsTest {
  @RegisterExtension static final PostgresNeuf POSTGRES = new PostgresNeuf();

  @Override
  String vide() throws Exception {
    return POSTGRES.base();
  }
}
