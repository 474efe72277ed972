package org.verifqis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verifqis.audit.PetiteReddition;

class HistoriqueCommandTest {
  @TempDir private Path temp;

  @Test
  void anAuditWithTheOtherDatabaseTakesOverWhatWasCarried() {
    Path folder = temp.resolve("redditions");
    PetiteReddition.de("ALL-14", 2019).ecris(folder.resolve("a.xlsx"));
    Path output = temp.resolve("audit");
    Run.of("auditer", folder, "-o", output);
    String from = "jdbc:h2:file:" + output.resolve("historique");
    String to = "jdbc:h2:file:" + temp.resolve("ailleurs");

    Run carried = Run.of("historique", "--de", from, "--vers", to);
    assertThat(carried.status()).isZero();
    assertThat(carried.out()).contains("  passage : 1\n").contains("  jugement : 1\n");
    assertThat(Run.of("auditer", folder, "-o", output, "--base", to).out())
        .contains("1 jugement repris");

    Run again = Run.of("history", "--lang", "en", "--from", from, "--to", to);
    assertThat(again.status()).isEqualTo(ExitStatus.NOT_READ.code());
    assertThat(again.err()).contains("already holds a history");
  }

  @Test
  void asksForBothDatabasesInTheLanguageOfTheUser() {
    assertThat(Run.of("historique").err()).contains("--de, --vers");
    assertThat(Run.of("historique", "--lang", "en").err()).contains("--from, --to");
    assertThat(Run.of("historique").status()).isEqualTo(ExitStatus.WRONG_USE.code());
  }
}
