package org.verifqis.web;

import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.verifqis.modele.Entente;
import org.verifqis.rapport.Format;
import org.verifqis.rapport.Langue;
import org.verifqis.rapport.Mots;
import org.verifqis.service.depot.ComptesDuGreffe;
import org.verifqis.service.depot.Courriels;
import org.verifqis.service.depot.Courriels.Courriel;
import org.verifqis.service.depot.Greffe;

/**
 * Sends what the registry has to send, and writes the reminders of the day: text only, in the
 * language of whoever gets it, without a finding or a figure.
 */
@Component
@ConditionalOnProperty("verifqis.courriel.hote")
class Mailer implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(Mailer.class);

  /** Messages that bear a link by which a password is chosen, and for how long it may be used. */
  private static final Map<String, Duration> LINKS =
      Map.of(
          Courriels.INVITATION, ComptesDuGreffe.INVITATION,
          Courriels.OUBLI, ComptesDuGreffe.OUBLI);

  /** What is told instead where no password is kept here. */
  private static final String WELCOME = "BIENVENUE";

  private static final String PATIENCE_MILLIS = "20000";

  private final MailSettings settings;
  private final boolean localLogin;
  private final Pages pages;
  private final House house;
  private final Links links;
  private final Greffe registry;
  private final Clock clock;
  private final Session session;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread made = new Thread(task, "verifqis-courriel");
            made.setDaemon(true);
            return made;
          });
  private Instant reminded = Instant.MIN;

  Mailer(
      ServerSettings settings,
      Pages pages,
      House house,
      Links links,
      Greffe registry,
      Clock clock) {
    this.settings = settings.mail();
    this.localLogin = settings.localLogin();
    this.pages = pages;
    this.house = house;
    this.links = links;
    this.registry = registry;
    this.clock = clock;
    if (this.settings.from() == null || !links.known()) {
      throw new IllegalArgumentException(
          "verifqis.courriel.de, verifqis.page: both are needed to send messages");
    }
    this.session = session(this.settings);
  }

  private static Session session(MailSettings settings) {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", settings.host());
    properties.put("mail.smtp.port", Integer.toString(settings.port()));
    for (String limit : List.of("connectiontimeout", "timeout", "writetimeout")) {
      properties.put("mail.smtp." + limit, PATIENCE_MILLIS);
    }
    properties.put("mail.smtp.starttls.enable", Boolean.toString(settings.starttls()));
    properties.put("mail.smtp.starttls.required", Boolean.toString(settings.starttls()));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    if (settings.user() == null) {
      return Session.getInstance(properties);
    }
    properties.put("mail.smtp.auth", "true");
    return Session.getInstance(
        properties,
        new Authenticator() {
          @Override
          protected PasswordAuthentication getPasswordAuthentication() {
            return new PasswordAuthentication(settings.user(), settings.secret());
          }
        });
  }

  /** Once the server answers; then again and again. */
  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    long pace = settings.pace().toMillis();
    thread.scheduleWithFixedDelay(this::round, 0, pace, TimeUnit.MILLISECONDS);
  }

  private void round() {
    Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
    if (!hour.equals(reminded)) {
      reminded = tried("reminders can't be written", this::remind) ? hour : reminded;
    }
    tried("messages can't be sent", () -> registry.courriels().envoie(this::send));
  }

  /** Whether something went well: where it did not, the rest is done all the same. */
  private static boolean tried(String complaint, Runnable one) {
    try {
      one.run();
      return true;
    } catch (RuntimeException e) {
      // The database may be back on the next round.
      LOG.error("{}: {}", complaint, e.toString());
      return false;
    }
  }

  private void remind() {
    registry
        .courriels()
        .rappelle(LocalDate.now(clock), List.copyOf(house.base().gabarit().ententes().values()));
  }

  private void send(Courriel message) throws MessagingException {
    Transport.send(written(message));
  }

  private MimeMessage written(Courriel message) throws MessagingException {
    Langue language = Langue.de(message.compte().langue());
    Mots mots = pages.mots(language);
    boolean isLink = LINKS.containsKey(message.modele());
    Object[] values = isLink ? link(message, language) : reddition(message, language);
    MimeMessage written =
        new Numbered(
            session,
            identifier(
                message, isLink ? clock.millis() : message.cree().toInstant().toEpochMilli()));
    written.setFrom(new InternetAddress(settings.from()));
    written.setRecipient(
        Message.RecipientType.TO, new InternetAddress(message.compte().courriel()));
    written.setSentDate(Date.from(clock.instant()));
    String key = "courriel." + (isLink && !localLogin ? WELCOME : message.modele());
    written.setSubject(mots.mot(key + ".objet", values), "UTF-8");
    written.setText(
        mots.mot(key + ".texte", values) + "\n\n" + mots.mot("courriel.pied", values) + "\n",
        "UTF-8");
    written.setHeader("Auto-Submitted", "auto-generated");
    written.saveChanges();
    return written;
  }

  private Object[] reddition(Courriel message, Langue language) {
    String code = message.details().get("entente");
    Entente entente = house.base().gabarit().ententes().get(code);
    String year = message.details().get("exercice");
    String limit = message.details().get("limite");
    return new Object[] {
      message.compte().nom(),
      code,
      entente == null ? "" : entente.nom(),
      year,
      limit == null ? "" : new Format(language).date(LocalDate.parse(limit)),
      links.to(language, "/depots/" + code + "/" + year)
    };
  }

  /**
   * The link is made here, so that its secret is kept nowhere: sent again, the message bears
   * another one, and the one before is worth nothing any more.
   */
  private Object[] link(Courriel message, Langue language) {
    if (!localLogin) {
      return new Object[] {
        message.compte().nom(), "", "", "", "", links.to(language, "/connexion")
      };
    }
    ComptesDuGreffe.Lien link =
        registry
            .comptes()
            .emets(
                message.details().get(Courriels.ACTEUR),
                message.compte().id(),
                LINKS.get(message.modele()));
    OffsetDateTime until = link.expire().atZoneSameInstant(clock.getZone()).toOffsetDateTime();
    return new Object[] {
      message.compte().nom(),
      "",
      "",
      "",
      new Format(language).instant(until),
      links.to(language, "/lien/" + link.jeton())
    };
  }

  /**
   * Somebody forgot a password. That is looked at apart: how long it takes tells nobody anything.
   */
  void forgotten(String address) {
    thread.execute(
        () -> {
          tried(
              "a forgotten password can't be looked at", () -> registry.comptes().oublie(address));
          round();
        });
  }

  private String identifier(Courriel message, long written) {
    String domain = settings.from().substring(settings.from().indexOf('@') + 1);
    return "<verifqis." + message.id() + "." + written + "@" + domain + ">";
  }

  /** A message that keeps its identifier however often it is sent. */
  private static final class Numbered extends MimeMessage {
    private final String identifier;

    Numbered(Session session, String identifier) {
      super(session);
      this.identifier = identifier;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", identifier);
    }
  }

  @Override
  public void destroy() throws InterruptedException {
    thread.shutdown();
    thread.awaitTermination(Long.parseLong(PATIENCE_MILLIS), TimeUnit.MILLISECONDS);
  }
}
