package org.verifqis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verifqis.audit.PetiteReddition;

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
  void aBackupIsRestoredAndKeptFromOthers() throws Exception {
    create();
    Path file = temp.resolve("sauvegarde.zip");
    Run made = Run.of("sauvegarde", "--base", base(), "-o", file);
    assertThat(made.err()).isEmpty();
    assertThat(made.status()).isZero();
    assertThat(made.out()).contains("  compte : 1\n", "Le journal est entier");
    assertThat(Files.getPosixFilePermissions(file))
        .containsOnly(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    byte[] before = Files.readAllBytes(file);
    Run kept = Run.of("backup", "--base", base(), "-o", file, "--lang", "en");
    assertThat(kept.status()).isEqualTo(2);
    assertThat(Files.readAllBytes(file)).isEqualTo(before);

    String other = "jdbc:h2:file:" + temp.resolve("ailleurs");
    Run restored = Run.of("restaurer", file, "--base", other);
    assertThat(restored.err()).isEmpty();
    assertThat(restored.status()).isZero();
    assertThat(restored.out()).contains("  compte : 1\n", "restaurée", "Le journal est entier");
    Run again = Run.of("restore", file, "--base", other, "--lang", "en");
    assertThat(again.status()).isEqualTo(3);
    assertThat(again.err()).contains("already holds accounts or filings");
    Run broken = Run.of("restaurer", Path.of("pom.xml"), "--base", other);
    assertThat(broken.status()).isEqualTo(3);
    assertThat(broken.err()).contains("pom.xml", "n’est pas une sauvegarde");
    assertThat(Run.of("restaurer", temp, "--base", other).status()).isEqualTo(2);
    assertThat(Run.of("sauvegarde", "--base", base() + "2", "-o", temp.resolve("b.zip")).status())
        .isEqualTo(3);
  }

  @Test
  void whatIsPastItsTermIsToldAndDeletedWhenAskedFor() throws Exception {
    create();
    try (Connection base = DriverManager.getConnection(base());
        Statement statement = base.createStatement()) {
      statement.execute(
          "insert into connexion_refusee (courriel, adresse, quand)"
              + " values ('x@exemple.ca', '10.0.0.1', timestamp with time zone"
              + " '2020-02-01 12:00:00+00')");
    }
    Run told = Run.of("conservation", "--base", base());
    assertThat(told.err()).isEmpty();
    assertThat(told.status()).isZero();
    assertThat(told.out())
        .contains("Connexions refusées (terme : 30 jours) : 1 au-delà", "1er février 2020")
        .contains("Courriels envoyés ou abandonnés (terme : 1 an) : rien d’échu")
        .contains("leurs décisions : sans terme", "Rien n’a été supprimé")
        .doesNotContain("{");
    Run noTerm = Run.of("conservation", "--base", base(), "--supprimer", "refus,dossiers");
    assertThat(noTerm.status()).isEqualTo(2);
    assertThat(noTerm.err()).contains("verifqis.conservation.dossiers=7 ans");

    Path settings =
        Files.writeString(temp.resolve("s.properties"), "verifqis.conservation.dossiers=7 ans\n");
    Object[] delete = {
      "retention",
      "--base",
      base(),
      "--config",
      settings,
      "--delete",
      "refus,dossiers",
      "--lang",
      "en"
    };
    Run deleted = Run.of(delete);
    assertThat(deleted.status()).isZero();
    assertThat(deleted.out())
        .contains("(term: 7 years): nothing past it", "Deleted. Refused logins: 1");
    assertThat(Run.of("conservation", "--base", base()).out()).contains("30 jours) : rien d’échu");
    assertThat(Run.of("journal", "verifier", "--base", base()).status()).isZero();

    Files.writeString(settings, "verifqis.conservation.dossiers=toujours\n");
    Run wrong = Run.of("conservation", "--base", base(), "--config", settings);
    assertThat(wrong.status()).isEqualTo(2);
    assertThat(wrong.err()).contains("dossiers=toujours");
    assertThat(Run.of("conservation", "--base", base(), "--avant", "hier").status()).isEqualTo(2);
    assertThat(Run.of("conservation", "--base", base() + "2").status()).isEqualTo(3);
  }

  @Test
  void whatIsFiledMovesWithTheHistoryOfAudits() {
    create();
    Path folder = temp.resolve("redditions");
    PetiteReddition.de("ALL-14", 2019).ecris(folder.resolve("a.xlsx"));
    Run audited = Run.of("auditer", folder, "-o", temp.resolve("audit"), "--base", base());
    assertThat(audited.err()).doesNotContain("base de l’historique");
    assertThat(Run.of("journal", "verifier", "--base", base()).status()).isZero();

    String other = "jdbc:h2:file:" + temp.resolve("ailleurs");
    Run moved = Run.of("historique", "--de", base(), "--vers", other);
    assertThat(moved.err()).isEmpty();
    assertThat(moved.status()).isZero();
    assertThat(moved.out()).contains("  compte : 1\n", "Le journal est entier", "  passage : 1\n");
    assertThat(Run.of("journal", "verifier", "--base", other).out()).contains("Événements : 2");
    Run again = Run.of("history", "--from", base(), "--to", other, "--lang", "en");
    assertThat(again.status()).isEqualTo(3);
    assertThat(again.err()).contains("already holds accounts or filings");
  }

  @Test
  void theJournalIsCheckedAgainstItsHashes() throws Exception {
    create();
    Run whole = Run.of("journal", "verifier", "--base", base());
    assertThat(whole.status()).isZero();
    assertThat(whole.out()).contains("entier", "2");

    try (Connection connection = DriverManager.getConnection(base());
        Statement statement = connection.createStatement()) {
      statement.execute("drop trigger evenement_ajout_seul");
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
