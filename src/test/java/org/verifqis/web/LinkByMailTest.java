package org.verifqis.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.verifqis.fixtures.Patience;
import org.verifqis.service.depot.Role;

/** Invitations and forgotten passwords, by the links of the messages that a mail server gets. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LinkByMailTest {
  private static final Pattern LINK =
      Pattern.compile("https://verifqis\\.exemple\\.ca((?:/en)?/lien/([\\w-]{43}))\\s");

  private static GreenMail server;
  private static Office office;
  private static Person admin;
  private static String base;

  @BeforeAll
  static void starts(@TempDir Path folder) throws Exception {
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    base = "jdbc:h2:file:" + folder.resolve("depots");
    office =
        Office.with(
            base,
            Files.write(
                folder.resolve("courriel.properties"),
                List.of(
                    "verifqis.page=https://verifqis.exemple.ca/",
                    "verifqis.courriel.hote=127.0.0.1",
                    "verifqis.courriel.port=" + server.getSmtp().getPort(),
                    "verifqis.courriel.de=verifqis@ministere.exemple.ca",
                    "verifqis.courriel.cadence=200ms")));
    admin = office.in("Alice Roy", Role.ADMIN);
  }

  @AfterAll
  static void stops() {
    office.close();
    server.stop();
  }

  private static MimeMessage received() throws Exception {
    assertThat(server.waitForIncomingEmail(Patience.MILLIS, 1)).isTrue();
    MimeMessage message = server.getReceivedMessages()[0];
    server.purgeEmailFromAllMailboxes();
    return message;
  }

  private static Matcher link(MimeMessage message) throws Exception {
    Matcher link = LINK.matcher(message.getContent().toString());
    assertThat(link.find()).as(message.getContent().toString()).isTrue();
    return link;
  }

  /** Everything that the database holds. */
  private static String kept() throws Exception {
    StringBuilder all = new StringBuilder();
    try (Connection connection = DriverManager.getConnection(base);
        Statement statement = connection.createStatement()) {
      for (String table : List.of("jeton", "courriel", "compte", "evenement")) {
        try (ResultSet rows = statement.executeQuery("select * from " + table)) {
          while (rows.next()) {
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
              all.append(rows.getString(i)).append('\n');
            }
          }
        }
      }
    }
    return all.toString();
  }

  @Test
  @Order(1)
  void whoIsInvitedComesInByTheLinkOfTheMessageOnce() throws Exception {
    assertThat(admin.get("/comptes").body()).contains("envoyer l’invitation");
    HttpResponse<String> made =
        admin.post(
            "/comptes",
            "/comptes",
            Map.of(
                "courriel", "marie@exemple.ca",
                "nom", "Marie Côté",
                "role", "COORDINATION",
                "langue", "EN",
                "entente", "ALL-02"));
    assertThat(made.uri().toString()).endsWith("/comptes?invite");
    assertThat(made.body()).contains("L’invitation part par courriel").doesNotContain("/lien/");

    MimeMessage message = received();
    assertThat(message.getSubject()).isEqualTo("Your verifqis account");
    assertThat(message.getAllRecipients()[0].toString()).isEqualTo("marie@exemple.ca");
    assertThat(message.getContent().toString()).contains("Hello Marie Côté", "September 8, 2023");
    Matcher link = link(message);
    assertThat(link.group(1)).startsWith("/en/lien/");
    assertThat(kept()).contains("LIEN_EMIS").doesNotContain(link.group(2));

    Person marie = new Person(office.site);
    HttpResponse<String> chosen =
        marie.post(link.group(1), link.group(1), Map.of("secret", Person.SECRET));
    assertThat(chosen.uri().getPath()).isEqualTo("/en/connexion");
    assertThat(marie.login("marie@exemple.ca", Person.SECRET).body()).contains("Marie Côté");

    Person thief = new Person(office.site);
    assertThat(thief.get(link.group(1)).statusCode()).isEqualTo(410);
    assertThat(
            thief
                .send(link.group(1), thief.csrf("/connexion"), Map.of("secret", "un autre secret"))
                .statusCode())
        .isEqualTo(410);
    assertThat(thief.login("marie@exemple.ca", "un autre secret").body())
        .contains("ne vont pas ensemble");
  }

  @Test
  @Order(2)
  void aForgottenPasswordIsAnsweredTheSameForEverybodyAndEndsEverySession() throws Exception {
    Person marie = new Person(office.site);
    marie.login("marie@exemple.ca", Person.SECRET);
    assertThat(marie.get("/depots").statusCode()).isEqualTo(200);

    Person somebody = new Person(office.site);
    assertThat(somebody.get("/connexion").body()).contains("href=\"/oubli\"");
    HttpResponse<String> unknown = asks(somebody, "personne@exemple.ca");
    HttpResponse<String> known = asks(somebody, "Marie@exemple.ca");
    assertThat(known.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(200);
    assertThat(known.body()).isEqualTo(unknown.body()).contains("Si un compte ouvert");

    MimeMessage message = received();
    assertThat(message.getAllRecipients()[0].toString()).isEqualTo("marie@exemple.ca");
    Matcher link = link(message);
    assertThat(kept()).doesNotContain(link.group(2));
    assertThat(marie.get("/depots").statusCode()).as("until she chooses").isEqualTo(200);
    String other = "cinq mots sans aucun rapport";
    somebody.post(link.group(1), link.group(1), Map.of("secret", other));
    assertThat(marie.get("/depots").headers().firstValue("Location").orElse(""))
        .endsWith("/connexion?fin");
    assertThat(somebody.login("marie@exemple.ca", Person.SECRET).body())
        .contains("ne vont pas ensemble");
    assertThat(somebody.login("marie@exemple.ca", other).body()).contains("Marie Côté");
    assertThat(new Person(office.site).get(link.group(1)).statusCode()).isEqualTo(410);
    assertThat(office.registry.journal().verifie().rompu()).isZero();
  }

  @Test
  @Order(3)
  void whoAsksTooOftenHasToWait() throws Exception {
    Person somebody = new Person(office.site);
    HttpResponse<String> last;
    int asked = 0;
    do {
      last = asks(somebody, "personne" + asked + "@exemple.org");
    } while (last.statusCode() == 200 && ++asked < 100);
    assertThat(last.statusCode()).isEqualTo(429);
    assertThat(last.body()).contains("Trop de demandes");
  }

  private static HttpResponse<String> asks(Person who, String address) throws Exception {
    return who.post("/oubli", "/oubli", Map.of("courriel", address));
  }

  @Test
  @Order(4)
  void anotherLinkIsSentToAnAccountAndLinksOnAPageLeadToTheSameAddress() throws Exception {
    long id = office.registry.comptes().parCourriel("marie@exemple.ca").orElseThrow().id();
    String page = "/comptes/" + id;
    HttpResponse<String> shown = admin.post(page, page + "/lien", Map.of());
    assertThat(shown.body()).contains("<code>https://verifqis.exemple.ca/en/lien/");
    HttpResponse<String> sent = admin.post(page, page + "/invitation", Map.of());
    assertThat(sent.uri().toString()).endsWith("/comptes?invite");
    Matcher link = link(received());
    assertThat(new Person(office.site).get(link.group(1)).statusCode()).isEqualTo(200);
    Matcher before =
        Pattern.compile("https://verifqis\\.exemple\\.ca(/en/lien/[\\w-]{43})")
            .matcher(shown.body());
    assertThat(before.find()).isTrue();
    assertThat(new Person(office.site).get(before.group(1)).statusCode()).isEqualTo(410);
    assertThat(admin.post("/comptes", "/comptes/99999/invitation", Map.of()).statusCode())
        .isEqualTo(404);
  }
}
