package org.verifqis.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code verifqis correspondance}: what concerns the profiles by which workbooks are read. */
@Command(
    name = "correspondance",
    aliases = "mapping",
    sortOptions = false,
    synopsisSubcommandLabel = "${bundle:label.COMMANDE}")
final class CorrespondanceCommand implements Runnable, Several {
  private final Environment environment;
  private final Messages messages;

  @Spec private CommandSpec spec;

  CorrespondanceCommand(Environment environment, Messages messages) {
    this.environment = environment;
    this.messages = messages;
  }

  @Override
  public List<Object> commands() {
    return List.of(
        new ProposerCommand(environment, messages), new EssayerCommand(environment, messages));
  }

  @Override
  public void run() {
    throw messages.wrongUse(spec, "correspondance.commande");
  }
}
