package org.verifqis.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verifqis.audit.PetiteReddition;
import org.verifqis.fixtures.Patience;

/** Audits of the same folder, night after night, some of which go wrong. */
class AuditNightsTest {
  @TempDir private Path temp;
  private Path folder;
  private Path output;

  @BeforeEach
  void writeRedditions() {
    folder = temp.resolve("redditions");
    output = temp.resolve("audit");
    PetiteReddition.de("ALL-14", 2019).ecris(folder.resolve("a.xlsx"));
    PetiteReddition.de("ALL-14", 2020).ecris(folder.resolve("b.xlsx"));
  }

  private Run audit(String... more) {
    Object[] words = {"auditer", folder, "-o", output};
    Object[] all = Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return Run.of(all);
  }

  private JsonNode report() throws IOException {
    return JsonMapper.builder().build().readTree(Files.readString(output.resolve("audit.json")));
  }

  /** What changed, in few words. */
  private List<String> changes() throws IOException {
    return StreamSupport.stream(report().at("/audit/changements").spliterator(), false)
        .map(c -> c.get("genre").asText() + " " + c.get("fichier").asText())
        .toList();
  }

  /** What changed, and why. */
  private List<String> causes() throws IOException {
    return StreamSupport.stream(report().at("/audit/changements").spliterator(), false)
        .map(c -> c.get("genre").asText() + " " + c.get("fichier").asText() + " " + c.get("causes"))
        .toList();
  }

  @Test
  void aFileThatComesToCountIsNotNewAndOneThatIsSetAsideIsNotFiled() throws IOException {
    PetiteReddition.de("ALL-13", 2020).ecris(folder.resolve("premiere.xlsx"));
    audit();
    Path second = folder.resolve("seconde.xlsx");
    PetiteReddition.de("ALL-13", 2020).avec("dateDepot", "2021-06-20").ecris(second);
    audit();
    assertThat(causes())
        .containsExactly(
            "REMPLACEE seconde.xlsx [\"NOUVEAU_FICHIER\"]",
            "ENSEMBLE null [\"AUTRES_REDDITIONS\"]");
    Files.move(folder.resolve("premiere.xlsx"), folder.resolve("ecartee.xlsx"));
    audit();
    assertThat(causes())
        .as("INT-06 names the file")
        .containsExactly("ENSEMBLE null [\"AUTRES_REDDITIONS\"]");
    Files.delete(second);
    audit();
    assertThat(causes())
        .containsExactly(
            "REMPLACEE ecartee.xlsx [\"FICHIER_RETIRE\"]", "ENSEMBLE null [\"AUTRES_REDDITIONS\"]");
  }

  @Test
  void aFileThatCanNoLongerBeReadIsNotSaidToBeWithdrawn() throws IOException {
    audit();
    Files.writeString(folder.resolve("b.xlsx"), "?");
    audit();
    assertThat(causes()).contains("RETIREE b.xlsx [\"FICHIER_ILLISIBLE\"]");
    Files.delete(folder.resolve("a.xlsx"));
    Run run = audit();
    assertThat(causes()).contains("RETIREE a.xlsx [\"FICHIER_RETIRE\"]");
    assertThat(run.out()).contains("fichier retiré");
  }

  @Test
  void filesOfAFolderThatCannotBeLookedIntoAreNotWithdrawn() throws IOException {
    Path below = Files.createDirectory(folder.resolve("sous"));
    Files.move(folder.resolve("b.xlsx"), below.resolve("b.xlsx"));
    audit();
    Files.setPosixFilePermissions(below, Set.of());
    try {
      // The superuser looks into everything.
      assumeThat(Files.isReadable(below)).isFalse();
      audit();
      assertThat(causes()).contains("RETIREE b.xlsx [\"FICHIER_ILLISIBLE\"]");
    } finally {
      Files.setPosixFilePermissions(below, PosixFilePermissions.fromString("rwx------"));
    }
    audit();
    assertThat(causes()).contains("DEPOSEE b.xlsx [\"FICHIER_LISIBLE\"]");
  }

  /** A share that is not mounted is an empty folder, or one that can't be looked into. */
  @Test
  void anEmptyFolderForOneNightWithdrawsNothing() throws IOException {
    audit();
    Path away = Files.move(folder, temp.resolve("ailleurs"));
    Files.createDirectory(folder);
    Run run = audit();
    assertThat(run.status()).isEqualTo(3);
    assertThat(changes()).isEmpty();
    assertThat(Files.readString(output.resolve("audit.html")))
        .contains("rien n’est comparé au dernier audit", "partage réseau débranché");
    Files.delete(folder);
    Files.move(away, folder);
    Files.delete(folder.resolve("b.xlsx"));
    audit();
    assertThat(changes()).contains("RETIREE b.xlsx").doesNotContain("DEPOSEE a.xlsx");
    assertThat(report().at("/redditions")).hasSize(1);
  }

  @Test
  void aHistoryThatCannotBeMadeLeavesNothingBehindAndSaysWhy() throws IOException {
    Path kept = Files.createDirectory(temp.resolve("base"));
    String unwritable = "jdbc:h2:file:" + kept.resolve("historique") + ";ACCESS_MODE_DATA=r";
    Run run = audit("--base", unwritable);
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("l’historique ne peut être");
    assertThat(kept).isEmptyDirectory();
    assertThat(report().at("/redditions")).as("a report all the same").hasSize(2);
    Path file = Files.createFile(temp.resolve("fichier"));
    assertThat(Run.of("auditer", folder, "-o", file.resolve("sous")).err())
        .contains("fichier/sous")
        .doesNotContain("Erreur interne");
    IOException full = new IOException("x", new IOException("No space left on device"));
    Messages messages = Messages.of(org.verifqis.rapport.Langue.FR);
    assertThat(messages.text("auditer.base" + WholeFile.reason(output, full), output))
        .contains("le disque est plein");
    assertThat(messages.notWritten(new WholeFile.NotWritten(output, full), output))
        .contains("le disque est plein");
    IOException locked = new IOException("The database is read only");
    assertThat(messages.text("auditer.base" + WholeFile.reason(output, locked), output))
        .contains("le droit d’écrire");
    assertThat(WholeFile.reason(output, new IOException("autre"))).isEmpty();
  }

  /** What it says, however the lines are cut. */
  private static String words(Run run) {
    return run.out().replaceAll("\\s+", " ");
  }

  @Test
  void aFileThatWasUnreadableForOneNightIsNotFiledAnewWhenItReturns() throws IOException {
    audit();
    byte[] whole = Files.readAllBytes(folder.resolve("b.xlsx"));
    Files.writeString(folder.resolve("b.xlsx"), "?");
    assertThat(words(audit())).contains("ne peut plus être lue\u00A0: ALL-14, 2020-2021, b.xlsx");
    audit();
    assertThat(changes()).as("it is as unreadable as the night before").isEmpty();
    Files.write(folder.resolve("b.xlsx"), whole);
    Run run = audit();
    assertThat(causes()).contains("DEPOSEE b.xlsx [\"FICHIER_LISIBLE\"]");
    JsonNode back = report().at("/audit/changements/0");
    assertThat(back.get("avant")).isEqualTo(back.get("apres"));
    assertThat(back.get("nouveaux")).as("it was found two nights ago").isEmpty();
    assertThat(words(run)).contains("qui peut être lue à présent\u00A0: ALL-14, 2020-2021, b.xlsx");

    PetiteReddition.de("ALL-13", 2020).ecris(folder.resolve("c.xlsx"));
    Files.writeString(folder.resolve("d.xlsx"), "?");
    audit();
    PetiteReddition.de("ALL-15", 2020).ecris(folder.resolve("d.xlsx"));
    audit();
    assertThat(causes()).contains("DEPOSEE d.xlsx [\"FICHIER_LISIBLE\"]");
    assertThat(report().at("/audit/changements/0/avant").isNull()).as("never read").isTrue();
  }

  @Test
  void aDatabaseThatAnotherAuditHasIsSaidToBeSo() throws Exception {
    audit();
    // H2 locks its file for the process: another one has to hold it.
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.h2.tools.Shell",
                "-url",
                "jdbc:h2:file:" + output.resolve("historique"))
            .redirectErrorStream(true)
            .start();
    try {
      other.getInputStream().read();
      Run run = await(this::audit, r -> r.status() == ExitStatus.NOT_READ.code());
      assertThat(run.err()).contains("un autre audit");
    } finally {
      other.destroyForcibly().waitFor();
    }
  }

  /** Repeats until it is so, for a while. */
  private static Run await(Supplier<Run> action, Predicate<Run> wanted) throws Exception {
    AtomicReference<Run> run = new AtomicReference<>();
    Patience.jusquA(
        () -> {
          run.set(action.get());
          return wanted.test(run.get());
        });
    return run.get();
  }

  @Test
  void anOutputFolderThatCannotBeMadeIsSaidToBeSo() throws IOException {
    output = Files.writeString(temp.resolve("fichier"), "").resolve("sous");
    Run run = audit();
    assertThat(run.status()).isEqualTo(ExitStatus.NOT_READ.code());
    assertThat(run.err()).contains("n’a pu être écrit").doesNotContain("Exception");
  }

  @Test
  void aCopyIsNotTakenOverFromAnEarlierAuditOnTheFirstNight() throws IOException {
    for (int i = 0; i < 5; i++) {
      Files.copy(folder.resolve("a.xlsx"), folder.resolve("copie-" + i + ".xlsx"));
    }
    audit();
    assertThat(report().at("/audit/reutilisees").asInt()).isZero();
    audit();
    assertThat(report().at("/audit/reutilisees").asInt()).isEqualTo(7);
  }

  @Test
  void whatOnlyTheDateChangesIsSaidToBeSo() throws IOException {
    audit();
    audit("--date", "2021-05-01");
    assertThat(causes()).containsExactly("ENSEMBLE null [\"AUTRE_DATE\"]");
  }

  private List<String> pages() throws IOException {
    try (Stream<Path> pages = Files.list(output.resolve("redditions"))) {
      return pages
          .map(
              page -> {
                try {
                  return Files.readString(page);
                } catch (IOException e) {
                  throw new IllegalStateException(e);
                }
              })
          .toList();
    }
  }

  @Test
  void whatChangedIsToldAgainIfItsReportCouldNotBeWritten() throws IOException {
    audit();
    PetiteReddition.de("ALL-14", 2020).avec("enveloppe", "5,00").ecris(folder.resolve("b.xlsx"));
    Files.delete(output.resolve("audit.json"));
    Path inTheWay = output.resolve("audit.json/x");
    Files.createDirectories(inTheWay);
    Run broken = audit("--remplacer");
    assertThat(broken.status()).isEqualTo(ExitStatus.NOT_READ.code());
    assertThat(broken.err()).contains("n’a pu être écrit");

    Files.delete(inTheWay);
    Files.delete(inTheWay.getParent());
    audit();
    assertThat(changes()).containsExactly("REMPLACEE b.xlsx");
    audit();
    assertThat(changes()).isEmpty();
  }

  @Test
  void aPageFollowsTheNameOfItsFile() throws IOException {
    audit();
    Files.move(folder.resolve("a.xlsx"), folder.resolve("renommee.xlsx"));
    audit();
    assertThat(changes()).isEmpty();
    assertThat(pages()).anyMatch(page -> page.contains("renommee.xlsx"));
    assertThat(pages()).noneMatch(page -> page.contains("a.xlsx"));
  }

  /** An audit in English leaves the pages in French behind. */
  @Test
  void aPageTellsWhatIsFoundEvenIfAnotherAuditToldIt() throws IOException {
    audit();
    int before = Files.readString(page("b.xlsx", "")).split("INT-02", -1).length;
    PetiteReddition.de("ALL-14", 2019)
        .avec("soldeCloture", "90,00")
        .ecris(folder.resolve("a.xlsx"));
    audit("--lang", "en");
    audit();
    assertThat(Files.readString(page("b.xlsx", "")).split("INT-02", -1).length)
        .isGreaterThan(before);
  }

  private Path page(String file, String ending) throws IOException {
    for (JsonNode reddition : report().get("redditions")) {
      JsonNode read = reddition.get("fichier");
      if (read.get("nom").asText().equals(file)) {
        String name = read.get("sha256").asText().substring(0, 16) + ending + ".html";
        return output.resolve("redditions").resolve(name);
      }
    }
    throw new AssertionError(file);
  }

  @Test
  void anAuditOfFewerYearsIsNotTheLastOneOfAll() throws IOException {
    audit();
    audit("--exercices", "2020-2021");
    assertThat(changes()).isEmpty();
    audit();
    assertThat(changes()).as("the same as before").isEmpty();

    PetiteReddition.de("ALL-14", 2021).ecris(folder.resolve("c.xlsx"));
    audit("--exercices", "2020-2021");
    assertThat(changes()).containsExactly("DEPOSEE c.xlsx");
    audit();
    assertThat(changes()).as("new to this one too").contains("DEPOSEE c.xlsx");
  }

  @Test
  void namesThatCannotBeToldAreErrorsOfTheirOwn() throws Exception {
    for (String name : List.of("depot-\\351.xlsx", "depot-\\350.xlsx")) {
      String copy = "cp a.xlsx \"$(printf '" + name + "')\"";
      Process shell = new ProcessBuilder("sh", "-c", copy).directory(folder.toFile()).start();
      assumeThat(shell.waitFor()).as("whether files may bear names that are no UTF-8").isZero();
    }
    Run first = audit();
    assertThat(first.status()).isEqualTo(ExitStatus.NOT_READ.code());
    assertThat(report().get("erreurs"))
        .hasSize(2)
        .allMatch(error -> error.get("cause").asText().contains("LANG=C.UTF-8"));
    audit();
    assertThat(report().at("/audit/reutilisees").asInt()).as("the history was kept").isEqualTo(2);
  }

  @Test
  void whatAKilledAuditLeftHalfWrittenIsSwept() throws IOException {
    audit();
    Path old = Files.createFile(output.resolve("redditions/.verifqis-1.part"));
    Files.setLastModifiedTime(old, FileTime.from(Instant.parse("2022-07-02T05:00:00Z")));
    Path fresh = Files.createFile(output.resolve("redditions/.verifqis-2.part"));
    audit();
    assertThat(old).doesNotExist();
    assertThat(fresh).exists();
  }
}
