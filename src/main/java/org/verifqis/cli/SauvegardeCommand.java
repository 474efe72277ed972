package org.verifqis.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.verifqis.service.depot.Greffe;
import org.verifqis.service.depot.Journal;
import org.verifqis.service.depot.Sauvegarde;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code verifqis sauvegarde}: writes all that is filed and decided into one file. */
@Command(name = "sauvegarde", aliases = "backup", sortOptions = false)
final class SauvegardeCommand implements Callable<Integer> {
  private final Environment environment;
  private final Messages messages;

  @Mixin private StoreOption store;

  @Option(
      names = {"-o", "--sortie", "--output"},
      required = true,
      paramLabel = "FICHIER",
      descriptionKey = "sauvegarde.sortie")
  private Path output;

  @Mixin private Overwriting overwriting;

  SauvegardeCommand(Environment environment, Messages messages) {
    this.environment = environment;
    this.messages = messages;
  }

  @Override
  public Integer call() throws IOException {
    overwriting.check(output, Kind.BACKUP, List.of(), messages);
    try (Greffe registry = store.openExisting(environment.clock())) {
      Map<String, Long> rows = new TreeMap<>();
      WholeFile.writePrivate(output, stream -> rows.putAll(Sauvegarde.ecris(registry, stream)));
      environment.out().println(messages.text("sauvegarde.faite", output));
      tell(rows, messages, environment);
      return journal(registry, messages, environment).code();
    } catch (Greffe.GreffeInutilisable e) {
      environment.err().println(StoreOption.complaint(messages, e));
    } catch (IOException e) {
      environment.err().println(messages.notWritten(e, output));
    }
    return ExitStatus.NOT_READ.code();
  }

  static void tell(Map<String, Long> rows, Messages messages, Environment environment) {
    rows.forEach(
        (table, count) ->
            environment.out().println(messages.text("historique.table", table, count)));
  }

  /** Whether the journal of a registry is whole, which is told. */
  static ExitStatus journal(Greffe registry, Messages messages, Environment environment) {
    Journal.Controle checked = registry.journal().verifie();
    if (checked.entier()) {
      environment.out().println(messages.text("journal.entier", checked.evenements()));
      return ExitStatus.CLEAN;
    }
    environment.err().println(messages.text("journal.rompu", checked.rompu()));
    return ExitStatus.BREACH;
  }
}
