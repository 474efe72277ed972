package org.verifqis.cli;

import org.verifqis.audit.Historique;
import org.verifqis.service.Socle;
import picocli.CommandLine.Option;

/** The option of a command that need not read anew what an audit has read. */
final class HistoryOption {
  @Option(
      names = {"--base", "--database"},
      paramLabel = "JDBC-URL",
      descriptionKey = "statistiques.base")
  private String database;

  /** The history; null where none is asked for, or where it can't be used, which is then told. */
  Historique open(Socle base, Environment environment, Messages messages) {
    if (database == null) {
      return null;
    }
    try {
      return Historique.ouvre(database, base.gabarit(), base.registre());
    } catch (Historique.BaseInutilisable e) {
      String key = e.occupee() ? "statistiques.baseOccupee" : "statistiques.baseInutilisable";
      environment.err().println(messages.text(key, e.getMessage()));
      return null;
    }
  }
}
