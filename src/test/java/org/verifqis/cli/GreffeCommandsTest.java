package org.verifqis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code compte creer} and {@code journal verifier}. */
class GreffeCommandsTest {
  @TempDir private Path temp;

  private String base() {
    return "jdbc:h2:file:" + temp.resolve("depots");
  }

  private Run create(String... more) {
    Object[] words = new Object[more.length + 8];
    Object[] first = {"compte", "creer", "--base", base(), "--courriel", "a@exemple.ca", "--nom"};
    System.arraycopy(first, 0, words, 0, first.length);
    words[first.length] = "Alice Roy";
    System.arraycopy(more, 0, words, first.length + 1, more.length);
    return Run.of(words);
  }

  @Test
  void theFirstAdministratorGetsALink() {
    Run made = create("--page", "https://verifqis.exemple.ca/");

    assertThat(made.err()).isEmpty();
    assertThat(made.status()).isZero();
    assertThat(made.out())
        .contains("a@exemple.ca", "9 juillet 2022")
        .containsPattern("https://verifqis\\.exemple\\.ca/lien/[A-Za-z0-9_-]{43}\n");
    Run again = create();
    assertThat(again.status()).isEqualTo(2);
    assertThat(again.err()).contains("déjà", "a@exemple.ca").doesNotContain("{");
  }

  @Test
  void whatIsWrongWithAnAccountIsSaid() {
    Run noAgreement = create("--role", "coordination");
    assertThat(noAgreement.status()).isEqualTo(2);
    assertThat(noAgreement.err()).contains("--entente", "ALL-14");
    assertThat(create("--role", "coordination", "--entente", "ALL-04,ALL-14").status()).isZero();
    Run noAddress = Run.of("account", "create", "--base", base(), "--lang", "en");
    assertThat(noAddress.status()).isEqualTo(2);
    assertThat(noAddress.err()).contains("--email");
    assertThat(Run.of("compte").err()).contains("creer");
    assertThat(Run.of("journal").err()).contains("verifier");
  }

  @Test
  void theJournalIsCheckedAgainstItsHashes() throws Exception {
    create();
    Run whole = Run.of("journal", "verifier", "--base", base());
    assertThat(whole.status()).isZero();
    assertThat(whole.out()).contains("entier", "2");

    try (Connection connection = DriverManager.getConnection(base());
        Statement statement = connection.createStatement()) {
      statement.execute("update evenement set acteur = 'b@exemple.ca' where numero = 1");
    }
    Run broken = Run.of("journal", "check", "--base", base(), "--lang", "en");
    assertThat(broken.status()).isEqualTo(1);
    assertThat(broken.err()).contains("event 1");
  }

  @Test
  void aDatabaseThatCannotBeUsedIsSaid() throws Exception {
    Run absent = Run.of("journal", "verifier", "--base", base());
    assertThat(absent.status()).isEqualTo(3);
    assertThat(absent.err()).contains("pas de base des dépôts à cette adresse");
    assertThat(temp).isEmptyDirectory();
    assertThat(Run.of("journal", "verifier", "--base", "postgres").status()).isEqualTo(3);
    create();
    // Another process is played by a lock on the file: in one process H2 lets everybody in.
    try (var channel =
            java.nio.channels.FileChannel.open(
                temp.resolve("depots.mv.db"), java.nio.file.StandardOpenOption.WRITE);
        var lock = channel.lock()) {
      Run busy = Run.of("journal", "verifier", "--base", base());
      assertThat(lock.isValid()).isTrue();
      assertThat(busy.status()).isEqualTo(3);
      assertThat(busy.err()).contains("ouverte par un autre programme");
    }
  }
}
