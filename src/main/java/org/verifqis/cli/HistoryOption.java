package org.verifqis.cli;

import java.time.OffsetDateTime;
import org.verifqis.audit.Empreintes;
import org.verifqis.audit.Historique;
import org.verifqis.audit.Jugees;
import org.verifqis.rapport.Rapport;
import org.verifqis.service.Guichet;
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

  /** What it keeps, as a counter judges; null without a history. */
  Jugees kept(Historique history, Guichet counter, OffsetDateTime now) {
    if (history == null) {
      return null;
    }
    Empreintes prints = Empreintes.de(Rapport.Outil.courant().version(), counter, "");
    return new Jugees(history, prints, now);
  }
}
