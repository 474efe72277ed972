package org.verifqis.cli;

import java.time.Clock;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.regles.Registre;
import org.verifqis.service.depot.BaseH2;
import org.verifqis.service.depot.Greffe;
import picocli.CommandLine.Option;

/** The database of filings that a command works on. */
final class StoreOption {
  @Option(names = "--base", paramLabel = "JDBC-URL", descriptionKey = "greffe.base")
  private String url = Greffe.ICI;

  /** Its address. */
  String url() {
    return url;
  }

  /** It, made where there is none. */
  Greffe open(Clock clock) {
    return open(url, clock);
  }

  /** It, which is there. */
  Greffe openExisting(Clock clock) {
    return existing(url, clock);
  }

  /** That of an address, which is there. */
  static Greffe existing(String url, Clock clock) {
    return open(BaseH2.existante(url), clock);
  }

  private static Greffe open(String url, Clock clock) {
    return Greffe.ouvre(url, LecteurGabarit.charge(), Registre.charge(), clock);
  }

  /** Why it can't be opened, and what to do. */
  static String complaint(Messages messages, Greffe.GreffeInutilisable thrown) {
    if (thrown.absente()) {
      return messages.text("greffe.absente");
    }
    return messages.text(
        thrown.occupee() ? "greffe.occupee" : "greffe.inutilisable", thrown.getMessage());
  }
}
