package org.verifqis.audit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A PostgreSQL for a class of tests, which is passed over where none is installed. */
public final class PostgresNeuf implements BeforeAllCallback, AfterAllCallback {
  private PostgresDEssai postgres;
  private int bases;

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    Optional<Path> programmes = PostgresDEssai.programmes();
    assumeTrue(programmes.isPresent(), "PostgreSQL is not installed: it was not tried");
    postgres = PostgresDEssai.demarre(programmes.get());
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    if (postgres != null) {
      postgres.close();
    }
  }

  /** The address of one more database, in which there is nothing. */
  public String base() throws Exception {
    return postgres.baseNeuve("neuve" + ++bases);
  }
}
