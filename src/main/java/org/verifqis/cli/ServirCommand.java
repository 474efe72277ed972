package org.verifqis.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.verifqis.service.depot.Greffe;
import org.verifqis.web.CannotStart;
import org.verifqis.web.Server;
import org.verifqis.web.ServerOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code verifqis servir}: the pages, until it is stopped. */
@Command(name = "servir", aliases = "serve", sortOptions = false)
final class ServirCommand implements Callable<Integer> {
  private static final int LAST_PORT = 65_535;

  private final Environment environment;
  private final Messages messages;

  @Spec private CommandSpec spec;

  @Option(names = "--port", paramLabel = "8080", descriptionKey = "servir.port")
  private Integer port;

  @Option(
      names = {"--adresse", "--address"},
      paramLabel = "127.0.0.1",
      descriptionKey = "servir.adresse")
  private String address;

  @Option(names = "--config", paramLabel = "FICHIER", descriptionKey = "servir.config")
  private Path config;

  @Option(names = "--clamd", paramLabel = "HOTE:PORT", descriptionKey = "servir.clamd")
  private String clamd;

  @Option(
      names = {"--base", "--database"},
      paramLabel = "JDBC-URL",
      arity = "0..1",
      fallbackValue = Greffe.ICI,
      descriptionKey = "servir.base")
  private String base;

  @Option(
      names = {"--ouvrir", "--open"},
      descriptionKey = "servir.ouvrir")
  private boolean open;

  ServirCommand(Environment environment, Messages messages) {
    this.environment = environment;
    this.messages = messages;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (port != null && (port < 0 || port > LAST_PORT)) {
      throw messages.wrongUse(spec, "usage.valeur", port.toString(), "--port");
    }
    if (config != null && !(Files.isRegularFile(config) && Files.isReadable(config))) {
      throw messages.wrongUse(spec, "servir.sansConfig", config);
    }
    ServerOptions settings = new ServerOptions(address, port, null, clamd, base, config);
    try (Server server = Server.start(settings, environment.clock())) {
      environment.out().println(messages.text("servir.pret", server.url()));
      environment.out().flush();
      if (open) {
        open(server.url());
      }
      new CountDownLatch(1).await();
    } catch (CannotStart e) {
      environment.err().println(complaint(e));
      return ExitStatus.NOT_READ.code();
    }
    return ExitStatus.CLEAN.code();
  }

  /** In the browser of whoever sits at this machine. */
  private void open(String url) {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    List<String> command =
        system.startsWith("windows")
            ? List.of("rundll32", "url.dll,FileProtocolHandler", url)
            : List.of(system.startsWith("mac") ? "open" : "xdg-open", url);
    try {
      new ProcessBuilder(command)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      environment.err().println(messages.text("servir.sansNavigateur", url));
    }
  }

  private String complaint(CannotStart thrown) {
    return thrown.getCause() instanceof Greffe.GreffeInutilisable unusable
        ? StoreOption.complaint(messages, unusable)
        : messages.text("servir." + thrown.reason(), thrown.details().toArray());
  }
}
