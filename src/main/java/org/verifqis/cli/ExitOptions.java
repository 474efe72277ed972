package org.verifqis.cli;

import org.verifqis.rapport.Rapport;
import org.verifqis.regles.Verdict;
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
    return of(ExitStatus.of(report, strict));
  }

  /** Likewise after redditions of which one is the worst; failed: one could not be read. */
  ExitStatus of(boolean failed, Verdict worst) {
    return of(ExitStatus.of(failed, worst, strict));
  }

  private ExitStatus of(ExitStatus status) {
    return zero && status == ExitStatus.BREACH ? ExitStatus.CLEAN : status;
  }
}
