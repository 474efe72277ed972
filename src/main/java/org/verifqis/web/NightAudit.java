package org.verifqis.web;

import io.micrometer.core.instrument.Gauge;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.verifqis.audit.Audit;
import org.verifqis.audit.AuditDesDepots;
import org.verifqis.audit.Demande;
import org.verifqis.audit.Durees;
import org.verifqis.audit.Empreintes;
import org.verifqis.audit.Identites;
import org.verifqis.audit.Memoire;
import org.verifqis.audit.Resultat;
import org.verifqis.modele.Entente;
import org.verifqis.rapport.Langue;
import org.verifqis.rapport.PiecesAudit;
import org.verifqis.rapport.Rapport;
import org.verifqis.regles.comparaison.Changement;
import org.verifqis.service.Guichet;
import org.verifqis.service.Reglages;
import org.verifqis.service.Socle;
import org.verifqis.service.depot.DernierAudit;
import org.verifqis.service.depot.Greffe;
import org.verifqis.service.depot.Nuits;

/**
 * Audits all that is filed, once a night: one workbook at a time, and after those of people. One
 * that was missed is made up for when the server is there again; of several servers one does it.
 */
@Component
@ConditionalOnProperty("verifqis.audit.heure")
class NightAudit implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(NightAudit.class);

  /** How long a workbook of the night lets people go first, at most. */
  private static final int STEPS_ASIDE = 100;

  private static final long STEP_MILLIS = 100;
  private static final long PATIENCE_MILLIS = 20_000;

  private final LocalTime hour;
  private final ServerSettings settings;
  private final House house;
  private final NightHistory nights;
  private final Uploads uploads;
  private final Passage passage;
  private final Greffe registry;
  private final Figures figures;
  private final Clock clock;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread made = new Thread(task, "verifqis-nuit");
            made.setDaemon(true);
            made.setPriority(Thread.MIN_PRIORITY);
            return made;
          });
  private volatile boolean stopping;

  /** What the gauges tell: seconds since 1970, and whether something is wrong. */
  private volatile long lastDone;

  private volatile boolean failing;

  NightAudit(
      ServerSettings settings,
      House house,
      NightHistory nights,
      Uploads uploads,
      Passage passage,
      Greffe registry,
      Figures figures,
      Management management,
      Clock clock) {
    this.hour = settings.audit().time();
    this.settings = settings;
    this.house = house;
    this.nights = nights;
    this.uploads = uploads;
    this.passage = passage;
    this.registry = registry;
    this.figures = figures;
    this.clock = clock;
    Gauge.builder("verifqis.audit.reussi.seconds", this, night -> night.lastDone)
        .register(management.metrics());
    Gauge.builder("verifqis.audit.echec", this, night -> night.failing ? 1 : 0)
        .register(management.metrics());
  }

  /** Once the server answers; then again and again. */
  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    long pace = settings.audit().pace().toMillis();
    thread.scheduleWithFixedDelay(this::round, 0, pace, TimeUnit.MILLISECONDS);
  }

  /** Since when the next audit has been due. */
  static ZonedDateTime due(ZonedDateTime now, LocalTime hour) {
    ZonedDateTime today = now.toLocalDate().atTime(hour).atZone(now.getZone());
    return today.isAfter(now)
        ? now.toLocalDate().minusDays(1).atTime(hour).atZone(now.getZone())
        : today;
  }

  private void round() {
    try {
      registry
          .nuits()
          .prends(due(ZonedDateTime.now(clock), hour).toOffsetDateTime())
          .ifPresent(this::audit);
      DernierAudit.Etat state = registry.dernierAudit().etat();
      lastDone = state.reussi() == null ? 0 : state.reussi().toEpochSecond();
      failing = state.enEchec();
    } catch (RuntimeException e) {
      // The database may be back on the next round.
      failing = true;
      LOG.error("what is filed can't be audited: {}", e.toString());
    }
  }

  private void audit(Nuits.Bail lease) {
    OffsetDateTime begun = OffsetDateTime.now(clock).withNano(0);
    try (AuditDesDepots filed = AuditDesDepots.commence(registry, lease, begun, passage.folder())) {
      try {
        audit(filed, begun);
      } catch (IOException | RuntimeException | Error e) {
        filed.echoue(e.toString());
        throw e;
      }
    } catch (IOException | RuntimeException | Error e) {
      LOG.error("the audit of what is filed has not come to its end: {}", e.toString());
    }
  }

  private void audit(AuditDesDepots filed, OffsetDateTime begun) throws IOException {
    figures.refresh();
    Socle base = house.filingCounter().socle();
    Reglages bounds =
        new Reglages(house.filingLimits(), 1, settings.accounts().timeLimit(), passage.folder());
    Demande request = filed.demande(begun.toLocalDate(), List.of(), bounds);
    Durees stages = new Durees();
    Identites identities =
        Identites.commence(request.fichiers(), bounds.limites(), 1, bounds.delai(), stages);
    Guichet counter = new Guichet(base, bounds);
    Empreintes prints =
        Empreintes.de(Rapport.Outil.courant().version(), counter, request.texteDesDerogations());
    try (NightHistory.Use history = nights.use()) {
      Memoire memory = new Memoire(history.history(), request, prints, begun, true, false);
      Resultat result =
          new Audit(counter, memory, stages).fais(request, identities, () -> goOn(filed));
      if (stopping) {
        filed.abandonne();
        return;
      }
      List<Changement> changes = memory.changements(result);
      List<Entente> agreements = List.copyOf(base.gabarit().ententes().values());
      Rapport report =
          Rapport.de(
              request,
              agreements,
              result,
              changes,
              base.parametres().superposees(),
              OffsetDateTime.now(clock).withNano(0));
      filed.termine(
          result,
          changes,
          pieces ->
              PiecesAudit.ecris(
                  report, Stream.of(Langue.values()).map(house::texts).toList(), pieces));
      // Not before: what changed would never be told if the report is not kept.
      memory.termine(result, OffsetDateTime.now(clock).withNano(0));
    }
  }

  /** One more is done: people go first before the next. */
  private void goOn(AuditDesDepots filed) {
    filed.vit();
    try {
      for (int step = 0; step < STEPS_ASIDE && !stopping && !uploads.idle(); step++) {
        Thread.sleep(STEP_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void destroy() throws InterruptedException {
    stopping = true;
    // Not interrupted: H2 would lose its file over it.
    thread.shutdown();
    thread.awaitTermination(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
  }
}
