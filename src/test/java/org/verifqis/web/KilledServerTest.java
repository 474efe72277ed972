package org.verifqis.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.fixtures.Patience;
import org.verifqis.regles.Registre;
import org.verifqis.service.depot.ComptesDuGreffe;
import org.verifqis.service.depot.Greffe;
import org.verifqis.service.depot.Journal;
import org.verifqis.service.depot.Role;

/**
 * The server, as a process of its own, is killed with SIGKILL at random moments while coordinators
 * file, staff decide and messages go. Whatever was answered as done is done, whole and once; each
 * message that it asks for comes, under one identifier however often. {@code -Dverifqis.arrets=100}
 * kills it that often, and leaves its figures in target/arrets.
 */
class KilledServerTest {
  private static final int KILLS = Integer.getInteger("verifqis.arrets", 2);
  private static final int SEED = 20261129;
  private static final int LONGEST_WORK_MILLIS = 1_500;
  private static final int TERMINATED = 143;

  @TempDir Path folder;

  private final List<ComptesDuGreffe.Lien> links = new ArrayList<>();

  /** The address of an empty database. */
  String empty() throws Exception {
    return "jdbc:h2:file:" + folder.resolve("depots") + ";TRACE_LEVEL_FILE=0";
  }

  /** What else goes wrong while they work, besides the kill. */
  int alsoFails(int round) throws Exception {
    return 0;
  }

  private void accounts(String base) {
    try (Greffe registry =
        Greffe.ouvre(base, LecteurGabarit.charge(), Registre.charge(), Clock.systemDefaultZone())) {
      for (int i = 0; i < WhileItLives.COORDINATORS.size(); i++) {
        links.add(account(registry, i, Role.COORDINATION, WhileItLives.COORDINATORS.get(i)));
      }
      for (int i = 0; i < WhileItLives.STAFF; i++) {
        links.add(account(registry, links.size(), Role.PERSONNEL));
      }
    }
  }

  private static ComptesDuGreffe.Lien account(
      Greffe registry, int number, Role role, String... agreements) {
    return registry
        .comptes()
        .cree(
            Journal.CONSOLE,
            new ComptesDuGreffe.Demande(
                "personne" + number + "@exemple.ca",
                "Personne " + number,
                role,
                "fr",
                Set.of(agreements)));
  }

  @Test
  void nothingThatWasAnsweredIsLostAndNothingIsDoneTwice() throws Exception {
    String base = empty();
    accounts(base);
    GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    String[] settings = {
      "verifqis.base=" + base,
      "verifqis.page=https://verifqis.exemple.ca",
      "verifqis.courriel.hote=127.0.0.1",
      "verifqis.courriel.port=" + mail.getSmtp().getPort(),
      "verifqis.courriel.de=verifqis@exemple.ca",
      "verifqis.courriel.cadence=50ms",
      "verifqis.par-minute=1000000",
      "verifqis.connectes.par-minute=1000000"
    };
    WhileItLives work = new WhileItLives(links, SEED);
    Whole whole = new Whole(base);
    Random chance = new Random(SEED);
    int failures = 0;
    try {
      for (int round = 0; round < KILLS; round++) {
        try (ServerProcess server = ServerProcess.start(folder, settings)) {
          int filed = work.filed().size();
          work.begin(server);
          // However slow the machine is, something is done before it is killed.
          assertThat(Patience.jusquA(() -> work.filed().size() > filed)).isTrue();
          Thread.sleep(chance.nextInt(LONGEST_WORK_MILLIS));
          failures += alsoFails(round);
          Thread.sleep(chance.nextInt(LONGEST_WORK_MILLIS));
          server.kill();
          failures++;
        }
        work.end();
        whole.check(work);
        tell("%s, %d kills and failures: %s".formatted(getClass().getSimpleName(), failures, work));
      }
      Set<Long> asked = whole.messages();
      try (ServerProcess last = ServerProcess.start(folder, settings)) {
        assertThat(Patience.jusquA(() -> ids(mail).containsAll(asked))).as("each comes").isTrue();
        assertThat(last.stop()).isEqualTo(TERMINATED);
      }
      assertThat(ids(mail)).isEqualTo(asked);
      assertThat(whole.unsent()).isZero();
      int twice = mail.getReceivedMessages().length - asked.size();
      tell("%d messages, %d came twice".formatted(asked.size(), twice));
      // One that was being sent at that very moment is sent again.
      assertThat(twice).isBetween(0, failures);
    } finally {
      mail.stop();
    }
  }

  /** The numbers of what came; under one number comes the same, to the same person. */
  private static Set<Long> ids(GreenMail mail) throws Exception {
    Map<String, String> seen = new HashMap<>();
    Set<Long> ids = new HashSet<>();
    for (MimeMessage message : mail.getReceivedMessages()) {
      String told = message.getAllRecipients()[0] + " " + message.getSubject();
      String before = seen.put(message.getMessageID(), told);
      assertThat(told).isEqualTo(before == null ? told : before);
      ids.add(Long.valueOf(message.getMessageID().split("\\.")[1]));
    }
    assertThat(seen).as("each under one identifier").hasSameSizeAs(ids);
    return ids;
  }

  private void tell(String figures) throws Exception {
    Path told = Files.createDirectories(Path.of("target/arrets"));
    Files.writeString(
        told.resolve(getClass().getSimpleName() + ".txt"),
        figures + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
