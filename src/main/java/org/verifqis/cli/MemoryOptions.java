package org.verifqis.cli;

import java.nio.file.Path;
import java.util.Set;
import org.verifqis.audit.AuditDesDepots;
import org.verifqis.audit.Historique;
import picocli.CommandLine.Option;

/** Options of an audit: where it remembers those before it, and what it takes from them. */
final class MemoryOptions {
  @Option(
      names = {"--base", "--database"},
      paramLabel = "JDBC-URL",
      descriptionKey = "auditer.base")
  private String database;

  @Option(
      names = {"--reprendre", "--resume"},
      descriptionKey = "auditer.reprendre")
  private boolean resume;

  @Option(
      names = {"--sans-cache", "--no-cache"},
      descriptionKey = "auditer.sansCache")
  private boolean withoutCache;

  /**
   * What is wished for of an audit, with these.
   *
   * @param filings address of what is filed; null for a folder, as what is filed there is
   */
  AuditRun.Wish wish(
      Path output,
      Set<AuditFormat> formats,
      Overwriting overwriting,
      String filings,
      AuditDesDepots filed) {
    String history =
        database == null && filings != null ? Historique.urlDesDepots(filings) : database;
    return new AuditRun.Wish(output, formats, overwriting, history, resume, withoutCache, filed);
  }
}
