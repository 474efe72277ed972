package org.verifqis.cli;

import org.verifqis.rapport.Rapport;
import picocli.CommandLine.Option;

/** What a report's verdicts do to the exit status of a command. */
final class ExitOptions {
  @Option(names = "--strict", descriptionKey = "verifier.strict")
  private boolean strict;

  @Option(
      names = {"--etat-zero", "--exit-zero"},
      descriptionKey = "verifier.etatZero")
  private boolean zero;

  /** The exit status after a report: a JVM that does not start ends with that of a breach. */
  ExitStatus of(Rapport report) {
    ExitStatus status = ExitStatus.of(report, strict);
    return zero && status == ExitStatus.BREACH ? ExitStatus.CLEAN : status;
  }
}
