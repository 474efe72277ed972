package org.verifqis.web;

import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Whether the server lives, whether it is ready, and its figures: on a port of their own, which
 * only this machine reaches.
 */
@Controller
class Management implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
  private static final int THREADS_FOR_PAGES = 16;

  private final ServerSettings settings;
  private final AtomicBoolean ready = new AtomicBoolean();
  private final PrometheusMeterRegistry metrics =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private Connector connector;

  Management(ServerSettings settings) {
    this.settings = settings;
    new UptimeMetrics().bindTo(metrics);
    new ProcessorMetrics().bindTo(metrics);
    new JvmMemoryMetrics().bindTo(metrics);
  }

  @Override
  public void customize(TomcatServletWebServerFactory server) {
    connector = new Connector(TomcatServletWebServerFactory.DEFAULT_PROTOCOL);
    connector.setPort(settings.managementPort());
    if (connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
      protocol.setMaxThreads(2);
      protocol.setMinSpareThreads(1);
      try {
        protocol.setAddress(InetAddress.getByName("127.0.0.1"));
      } catch (UnknownHostException e) {
        throw new IllegalStateException(e);
      }
    }
    server.addAdditionalConnectors(connector);
    // Whoever waits for the antivirus or for a workbook holds a thread: others are for pages.
    int queues = settings.queue() + settings.accounts().queue();
    int waiting = 2 * (settings.workers() + queues) + 1 + settings.aside().queue();
    server.addConnectorCustomizers(
        pages -> {
          if (pages.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
            protocol.setMaxThreads(waiting + THREADS_FOR_PAGES);
          }
        });
  }

  /** The port that it listens to, once the server has started. */
  int port() {
    return connector.getLocalPort();
  }

  PrometheusMeterRegistry metrics() {
    return metrics;
  }

  /** From now on the rules are loaded and warm. */
  void announceReady() {
    ready.set(true);
  }

  @GetMapping("/sante")
  ResponseEntity<String> alive() {
    return ResponseEntity.ok("vivant\n");
  }

  @GetMapping("/sante/prete")
  ResponseEntity<String> ready() {
    return ready.get()
        ? ResponseEntity.ok("prêt\n")
        : ResponseEntity.status(503).body("pas encore prêt\n");
  }

  @GetMapping(path = "/metriques", produces = "text/plain;version=0.0.4;charset=utf-8")
  ResponseEntity<String> figures() {
    return ResponseEntity.ok(metrics.scrape());
  }
}
