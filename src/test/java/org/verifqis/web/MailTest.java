package org.verifqis.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.fixtures.Patience;
import org.verifqis.fixtures.PortLibre;
import org.verifqis.regles.Registre;
import org.verifqis.service.depot.ComptesDuGreffe;
import org.verifqis.service.depot.Greffe;
import org.verifqis.service.depot.Role;

/** Messages, as a mail server gets them. */
class MailTest {
  private static final String NOT_SENT = "n’a pu être envoyé";

  @Test
  void whoIsConcernedIsToldInTheirLanguageWithoutAFinding(@TempDir Path folder) throws Exception {
    int port = PortLibre.un();
    GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    Files.writeString(
        folder.resolve("courriel.properties"),
        """
        verifqis.par-minute=1000
        verifqis.courriel.hote=127.0.0.1
        verifqis.courriel.port=%d
        verifqis.courriel.de=verifqis@ministere.exemple.ca
        verifqis.page=https://verifqis.exemple.ca/
        verifqis.courriel.cadence=200ms
        """
            .formatted(port));
    // Reminders fail: messages go all the same.
    String base = "jdbc:h2:file:" + folder.resolve("depots");
    noDay(base);
    try (Office office = Office.with(base, folder.resolve("courriel.properties"))) {
      ComptesDuGreffe.Lien marie = office.account("Marie Côté", Role.COORDINATION, "ALL-15");
      office.account("Anne", Role.COORDINATION, "ALL-14");
      ComptesDuGreffe.Lien jeanne = office.account("Jeanne Tremblay", Role.PERSONNEL);
      String place = "/depots/ALL-15/2022-2023";
      Office.file(Person.in(office.site, marie), place, Office.BROKEN, Map.of());
      assertThat(server.waitForIncomingEmail(Patience.MILLIS, 2)).isTrue();

      List<String> to = new ArrayList<>();
      for (MimeMessage message : server.getReceivedMessages()) {
        to.add(message.getAllRecipients()[0].toString());
        String text = message.getContent().toString();
        assertThat(message.getContentType()).startsWith("text/plain");
        assertThat(message.getSubject()).contains("ALL-15", "2022-2023");
        assertThat(text)
            .contains("https://verifqis.exemple.ca/depots/ALL-15/2022-2023")
            .doesNotContain("FIN-02")
            .doesNotContain("onforme")
            .doesNotContain("{");
        assertThat(message.getMessageID()).endsWith("@ministere.exemple.ca>");
        assertThat(message.getFrom()[0].toString()).isEqualTo("verifqis@ministere.exemple.ca");
      }
      assertThat(to)
          .containsExactlyInAnyOrder(marie.compte().courriel(), jeanne.compte().courriel());

      // A mail server has a message before the outbox knows that it was sent.
      assertThat(Patience.jusquA(() -> allAreSent(base))).isTrue();
      server.stop();
      Person staff = Person.in(office.site, jeanne);
      String page = staff.get(place).body();
      staff.post(
          place,
          place + "/corrections",
          Map.of("verrou", Person.field(page, "verrou"), "avant", "2023-09-20", "mot", "Merci"));
      assertThat(board(staff, board -> board.contains(NOT_SENT)))
          .contains(NOT_SENT, marie.compte().courriel());
      server.start();
      server.purgeEmailFromAllMailboxes();
      staff.post("/tableau", "/tableau/courriels", Map.of());
      assertThat(server.waitForIncomingEmail(Patience.MILLIS, 1)).isTrue();
      assertThat(server.getReceivedMessages()).hasSize(1);
      assertThat(board(staff, board -> !board.contains(NOT_SENT))).doesNotContain(NOT_SENT);
    } finally {
      server.stop();
    }
  }

  /** A day from which none can be counted, as no form takes it. */
  private static void noDay(String base) throws Exception {
    try (Greffe made = Greffe.ouvre(base, LecteurGabarit.charge(), Registre.charge(), Site.CLOCK);
        Connection connection = DriverManager.getConnection(base);
        PreparedStatement limit =
            connection.prepareStatement("insert into limite (exercice, jour) values (2001, ?)")) {
      assertThat(made.echeances().toutes()).isEmpty();
      limit.setObject(1, LocalDate.MAX);
      limit.execute();
    }
  }

  private static boolean allAreSent(String base) throws SQLException {
    try (Connection connection = DriverManager.getConnection(base);
        Statement statement = connection.createStatement();
        ResultSet waiting = statement.executeQuery("select 1 from courriel where envoye is null")) {
      return !waiting.next();
    }
  }

  /** The board once it is as awaited, or as it was at the last try. */
  private static String board(Person staff, Predicate<String> awaited) throws Exception {
    AtomicReference<String> board = new AtomicReference<>();
    Patience.jusquA(
        () -> {
          board.set(staff.get("/tableau").body());
          return awaited.test(board.get());
        });
    return board.get();
  }
}
