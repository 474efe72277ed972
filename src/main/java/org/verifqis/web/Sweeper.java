package org.verifqis.web;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.verifqis.service.depot.Greffe;

/** Ends every hour what people were told ends by itself: old drafts, old refused logins. */
@Component
class Sweeper implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

  private final Greffe registry;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread made = new Thread(task, "verifqis-menage");
            made.setDaemon(true);
            return made;
          });

  Sweeper(Greffe registry) {
    this.registry = registry;
  }

  /** Once the server answers; then again and again. */
  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    thread.scheduleWithFixedDelay(this::sweep, 0, 1, TimeUnit.HOURS);
  }

  private void sweep() {
    try {
      registry.brouillons().vide();
      registry.connexionsRefusees().vide();
    } catch (RuntimeException e) {
      // The database may be back in an hour.
      LOG.error("what is too old can't be ended: {}", e.toString());
    }
  }

  @Override
  public void destroy() throws InterruptedException {
    thread.shutdown();
    thread.awaitTermination(10, TimeUnit.SECONDS);
  }
}
