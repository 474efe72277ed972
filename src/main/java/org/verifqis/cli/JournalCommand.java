package org.verifqis.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.verifqis.service.depot.Greffe;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code verifqis journal}: what concerns the journal of filings. */
@Command(
    name = "journal",
    sortOptions = false,
    synopsisSubcommandLabel = "${bundle:label.COMMANDE}")
final class JournalCommand implements Runnable, Several {
  private final Environment environment;
  private final Messages messages;

  @Spec private CommandSpec spec;

  JournalCommand(Environment environment, Messages messages) {
    this.environment = environment;
    this.messages = messages;
  }

  @Override
  public List<Object> commands() {
    return List.of(new Check(environment, messages));
  }

  @Override
  public void run() {
    throw messages.wrongUse(spec, "journal.commande");
  }

  /** {@code verifqis journal verifier}: whether the journal is as it was written. */
  @Command(name = "verifier", aliases = "check", sortOptions = false)
  static final class Check implements Callable<Integer> {
    private final Environment environment;
    private final Messages messages;

    @Mixin private StoreOption store;

    Check(Environment environment, Messages messages) {
      this.environment = environment;
      this.messages = messages;
    }

    @Override
    public Integer call() {
      try (Greffe registry = store.openExisting(environment.clock())) {
        return SauvegardeCommand.journal(registry, messages, environment).code();
      } catch (Greffe.GreffeInutilisable e) {
        environment.err().println(StoreOption.complaint(messages, e));
        return ExitStatus.NOT_READ.code();
      }
    }
  }
}
