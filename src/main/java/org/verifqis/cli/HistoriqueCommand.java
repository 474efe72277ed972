package org.verifqis.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.verifqis.audit.Transfert;
import org.verifqis.audit.Transfert.TransfertImpossible;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code verifqis historique}: carries the history of audits to another database. */
@Command(name = "historique", aliases = "history", sortOptions = false)
final class HistoriqueCommand implements Callable<Integer> {
  private final Environment environment;
  private final Messages messages;

  @Option(
      names = {"--de", "--from"},
      required = true,
      paramLabel = "JDBC-URL",
      descriptionKey = "historique.de")
  private String from;

  @Option(
      names = {"--vers", "--to"},
      required = true,
      paramLabel = "JDBC-URL",
      descriptionKey = "historique.vers")
  private String to;

  HistoriqueCommand(Environment environment, Messages messages) {
    this.environment = environment;
    this.messages = messages;
  }

  @Override
  public Integer call() {
    try {
      Map<String, Long> copied = Transfert.copie(from, to);
      environment.out().println(messages.text("historique.copie"));
      copied.forEach(
          (table, rows) ->
              environment.out().println(messages.text("historique.table", table, rows)));
      return ExitStatus.CLEAN.code();
    } catch (TransfertImpossible e) {
      environment.err().println(messages.text("historique." + e.motif(), e.getMessage()));
      return ExitStatus.NOT_READ.code();
    }
  }
}
