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
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
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
  private static final String PATIENCE_MILLIS = "20000";

  private final MailSettings settings;
  private final Pages pages;
  private final House house;
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

  Mailer(ServerSettings settings, Pages pages, House house, Greffe registry, Clock clock) {
    this.settings = settings.mail();
    this.pages = pages;
    this.house = house;
    this.registry = registry;
    this.clock = clock;
    if (this.settings.from() == null || this.settings.page() == null) {
      throw new IllegalArgumentException(
          "verifqis.courriel.de, verifqis.courriel.page: both are needed to send messages");
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
    try {
      Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
      if (!hour.equals(reminded)) {
        registry
            .courriels()
            .rappelle(
                LocalDate.now(clock), List.copyOf(house.base().gabarit().ententes().values()));
        registry.brouillons().vide();
        reminded = hour;
      }
      registry.courriels().envoie(this::send);
    } catch (RuntimeException e) {
      // The database may be back on the next round.
      LOG.error("messages can't be sent: {}", e.toString());
    }
  }

  private void send(Courriel message) throws MessagingException {
    Transport.send(written(message));
  }

  private MimeMessage written(Courriel message) throws MessagingException {
    Langue language = message.compte().langue().equals(Langue.EN.code()) ? Langue.EN : Langue.FR;
    Mots mots = pages.mots(language);
    String code = message.details().get("entente");
    Entente entente = house.base().gabarit().ententes().get(code);
    String year = message.details().get("exercice");
    String limit = message.details().get("limite");
    Object[] values = {
      message.compte().nom(),
      code,
      entente == null ? "" : entente.nom(),
      year,
      limit == null ? "" : new Format(language).date(LocalDate.parse(limit)),
      settings.page().replaceFirst("/+$", "") + Frame.link(language, "/depots/" + code + "/" + year)
    };
    MimeMessage written = new Numbered(session, identifier(message));
    written.setFrom(new InternetAddress(settings.from()));
    written.setRecipient(
        Message.RecipientType.TO, new InternetAddress(message.compte().courriel()));
    written.setSentDate(Date.from(clock.instant()));
    String key = "courriel." + message.modele();
    written.setSubject(mots.mot(key + ".objet", values), "UTF-8");
    written.setText(
        mots.mot(key + ".texte", values) + "\n\n" + mots.mot("courriel.pied", values) + "\n",
        "UTF-8");
    written.setHeader("Auto-Submitted", "auto-generated");
    written.saveChanges();
    return written;
  }

  private String identifier(Courriel message) {
    String domain = settings.from().substring(settings.from().indexOf('@') + 1);
    long written = message.cree().toInstant().toEpochMilli();
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
