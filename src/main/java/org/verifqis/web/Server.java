package org.verifqis.web;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The server: pages and the interface for programs, until it is closed. */
public final class Server implements AutoCloseable {
  /** Parts of a form that are no correction. */
  private static final int OTHER_PARTS = 10;

  private final ServletWebServerApplicationContext context;

  private Server(ServletWebServerApplicationContext context) {
    this.context = context;
  }

  /**
   * Starts; it listens, and is ready, once this returns.
   *
   * @throws CannotStart if its port is taken, or a setting is wrong
   * @param clock when a report is written, and in what zone
   */
  public static Server start(ServerOptions options, Clock clock) {
    // Boot would take hold of the process's logs, which slf4j's simple back end has already.
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    if (!SLF4JBridgeHandler.isInstalled()) {
      SLF4JBridgeHandler.removeHandlersForRootLogger();
      SLF4JBridgeHandler.install();
    }
    SpringApplication application = new SpringApplication(WebConfiguration.class);
    application.setWebApplicationType(WebApplicationType.SERVLET);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.setRegisterShutdownHook(true);
    StandardEnvironment environment = new StandardEnvironment();
    MutablePropertySources sources = environment.getPropertySources();
    // What the process's environment happens to hold is no setting of this server.
    sources.remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
    sources.addFirst(new MapPropertySource("demande", options.properties()));
    application.setEnvironment(environment);
    application.addInitializers(
        context -> context.getBeanFactory().registerSingleton("horloge", clock));
    application.setDefaultProperties(properties(options));
    ServletWebServerApplicationContext context;
    try {
      context = (ServletWebServerApplicationContext) application.run();
    } catch (RuntimeException e) {
      throw CannotStart.of(e, environment);
    }
    context.getBean(WarmUp.class).run();
    context.getBean(Management.class).announceReady();
    return new Server(context);
  }

  private static Map<String, Object> properties(ServerOptions options) {
    Map<String, Object> properties = new LinkedHashMap<>();
    // Without it Boot reads an application.properties of the folder it happens to start in.
    properties.put(
        "spring.config.location",
        options.configuration() == null
            ? "optional:classpath:/org/verifqis/web/aucun.properties"
            : options.configuration().toUri().toString());
    properties.put("server.address", "127.0.0.1");
    properties.put("server.port", 8080);
    properties.put("server.shutdown", "graceful");
    // Whoever waits for a large workbook is answered too.
    properties.put("spring.lifecycle.timeout-per-shutdown-phase", "200s");
    properties.put("server.forward-headers-strategy", "native");
    // Whoever is not on this machine could say anything of where it comes from.
    properties.put(
        "server.tomcat.remoteip.internal-proxies", "127(\\.\\d{1,3}){3}|0:0:0:0:0:0:0:1|::1");
    // Nor does anybody say under which name, and on which port, others see this server: no address
    // is made of what a request says of itself, and redirects bear none.
    properties.put("server.tomcat.remoteip.host-header", "");
    properties.put("server.tomcat.remoteip.port-header", "");
    properties.put("server.tomcat.use-relative-redirects", true);
    properties.put("server.server-header", "");
    properties.put("server.tomcat.threads.min-spare", 4);
    properties.put("server.tomcat.max-connections", 200);
    properties.put("server.tomcat.max-part-count", CorrectionForm.MOST_FIELDS + OTHER_PARTS);
    // A refusal would reach the browser as a broken connection otherwise.
    properties.put("server.tomcat.max-swallow-size", "64MB");
    properties.put("server.servlet.session.cookie.name", "verifqis");
    properties.put("server.servlet.session.cookie.http-only", true);
    properties.put("server.servlet.session.cookie.same-site", "lax");
    properties.put("server.servlet.session.tracking-modes", "cookie");
    properties.put("server.servlet.session.timeout", "30m");
    properties.put("spring.mvc.problemdetails.enabled", false);
    properties.put("spring.web.resources.add-mappings", false);
    return properties;
  }

  /** Where its pages are, for a browser on the same machine. */
  public String url() {
    String address = context.getEnvironment().getProperty("server.address");
    return "http://" + address + ":" + context.getWebServer().getPort() + "/";
  }

  /** The port of its health and figures, on 127.0.0.1. */
  public int managementPort() {
    return context.getBean(Management.class).port();
  }

  /** What is asked for and how, {@code GET /regles/{id}}, for tests that walk all of it. */
  List<String> routes() {
    return context
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .keySet()
        .stream()
        .flatMap(
            mapping ->
                mapping.getPatternValues().stream()
                    .flatMap(
                        path ->
                            mapping.getMethodsCondition().getMethods().stream()
                                .map(method -> method + " " + path)))
        .sorted()
        .toList();
  }

  @Override
  public void close() {
    context.close();
  }
}
