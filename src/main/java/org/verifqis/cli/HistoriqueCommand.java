package org.verifqis.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.verifqis.audit.Transfert;
import org.verifqis.audit.Transfert.TransfertImpossible;
import org.verifqis.service.depot.BaseH2;
import org.verifqis.service.depot.Greffe;
import org.verifqis.service.depot.Sauvegarde;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code verifqis historique}: carries what is filed and the history of audits to another database.
 */
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
  public Integer call() throws IOException {
    try {
      boolean filings = Greffe.estA(BaseH2.existante(from));
      int status = filings ? filings() : ExitStatus.CLEAN.code();
      if (status != ExitStatus.CLEAN.code() || filings && !Transfert.aUnHistorique(from)) {
        return status;
      }
      Map<String, Long> copied = Transfert.copie(from, to);
      environment.out().println(messages.text("historique.copie"));
      SauvegardeCommand.tell(copied, messages, environment);
      return ExitStatus.CLEAN.code();
    } catch (TransfertImpossible e) {
      environment.err().println(messages.text("historique." + e.motif(), e.getMessage()));
      return ExitStatus.NOT_READ.code();
    }
  }

  /** What is filed goes by way of a backup, which nobody else may read and which ends here. */
  private int filings() throws IOException {
    Path passing = Files.createTempFile("verifqis", ".zip");
    try {
      try (Greffe old = StoreOption.existing(from, environment.clock());
          OutputStream stream = Files.newOutputStream(passing)) {
        Sauvegarde.ecris(old, stream);
      }
      Map<String, Long> copied = Sauvegarde.restaure(passing, to);
      environment.out().println(messages.text("historique.depots"));
      SauvegardeCommand.tell(copied, messages, environment);
      try (Greffe moved = StoreOption.existing(to, environment.clock())) {
        return SauvegardeCommand.journal(moved, messages, environment).code();
      }
    } catch (Sauvegarde.Refusee e) {
      environment.err().println(messages.text("historique.depots." + e.motif()));
      return ExitStatus.NOT_READ.code();
    } catch (Greffe.GreffeInutilisable e) {
      environment.err().println(StoreOption.complaint(messages, e));
      return ExitStatus.NOT_READ.code();
    } finally {
      Files.delete(passing);
    }
  }
}
