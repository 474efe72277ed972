package org.verifqis.web;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.verifqis.audit.PostgresDEssai;

/**
 * The same in PostgreSQL, where it is installed; every other time the database is cut off too,
 * under the server that goes on.
 */
class KilledServerPostgresTest extends KilledServerTest {
  private static PostgresDEssai postgres;

  @BeforeAll
  static void starts() throws Exception {
    Optional<Path> programs = PostgresDEssai.programmes();
    assumeTrue(programs.isPresent(), "PostgreSQL is not installed: nothing was killed over it");
    postgres = PostgresDEssai.demarre(programs.get());
  }

  @AfterAll
  static void stops() throws Exception {
    if (postgres != null) {
      postgres.close();
    }
  }

  @Override
  String empty() throws Exception {
    return postgres.baseNeuve("arrets");
  }

  @Override
  int alsoFails(int round) throws Exception {
    if (round % 2 == 0) {
      return 0;
    }
    postgres.tue();
    postgres.redemarre();
    return 1;
  }
}
