package org.verifqis.service.depot;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.verifqis.audit.PostgresDEssai;

/** The same in PostgreSQL, where it is installed: each test in a database of its own. */
class ConservationPostgresTest extends ConservationTest {
  private static PostgresDEssai postgres;
  private static int bases;

  @BeforeAll
  static void starts() throws Exception {
    Optional<Path> programmes = PostgresDEssai.programmes();
    assumeTrue(programmes.isPresent(), "PostgreSQL is not installed: it was not tried");
    postgres = PostgresDEssai.demarre(programmes.get());
  }

  @AfterAll
  static void stops() throws Exception {
    if (postgres != null) {
      postgres.close();
    }
  }

  @Override
  String vide() throws Exception {
    return postgres.baseNeuve("conservation" + ++bases);
  }
}
