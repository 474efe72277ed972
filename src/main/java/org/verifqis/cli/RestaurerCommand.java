package org.verifqis.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.verifqis.service.depot.Greffe;
import org.verifqis.service.depot.Sauvegarde;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verifqis restaurer}: puts what a backup holds into a database that holds no filings. */
@Command(name = "restaurer", aliases = "restore", sortOptions = false)
final class RestaurerCommand implements Callable<Integer> {
  private final Environment environment;
  private final Messages messages;

  @Spec private CommandSpec spec;

  @Parameters(arity = "1", paramLabel = "FICHIER", descriptionKey = "restaurer.fichier")
  private Path file;

  @Mixin private StoreOption store;

  RestaurerCommand(Environment environment, Messages messages) {
    this.environment = environment;
    this.messages = messages;
  }

  @Override
  public Integer call() {
    if (!Files.isRegularFile(file)) {
      throw messages.wrongUse(spec, "restaurer.pasUnFichier", file);
    }
    try {
      SauvegardeCommand.tell(Sauvegarde.restaure(file, store.url()), messages, environment);
      try (Greffe registry = store.openExisting(environment.clock())) {
        environment.out().println(messages.text("restaurer.faite"));
        return SauvegardeCommand.journal(registry, messages, environment).code();
      }
    } catch (Sauvegarde.Refusee e) {
      environment.err().println(messages.text("restaurer." + e.motif(), file));
    } catch (Greffe.GreffeInutilisable e) {
      environment.err().println(StoreOption.complaint(messages, e));
    }
    return ExitStatus.NOT_READ.code();
  }
}
