package org.verifqis.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.verifqis.audit.PostgresDEssai;

/** The same year in PostgreSQL, where it is installed. */
class FilingBrowserPostgresTest extends FilingBrowserTest {
  private static PostgresDEssai postgres;
  private static int bases;

  @BeforeAll
  static void startsPostgres() throws Exception {
    Optional<Path> programs = PostgresDEssai.programmes();
    assumeTrue(programs.isPresent(), "PostgreSQL is not installed: no year was played in it");
    postgres = PostgresDEssai.demarre(programs.get());
  }

  @AfterAll
  static void stopsPostgres() throws Exception {
    if (postgres != null) {
      postgres.close();
    }
  }

  @Override
  String empty() throws Exception {
    return postgres.baseNeuve("annee" + ++bases);
  }

  /** The pages are the same: they were looked at there. */
  @Override
  void usable(Page page, String name) {
    assertThat(page.locator("h1").count()).as(name).isEqualTo(1);
  }
}
