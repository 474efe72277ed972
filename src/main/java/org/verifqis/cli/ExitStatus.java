package org.verifqis.cli;

import org.verifqis.rapport.Rapport;
import org.verifqis.regles.Verdict;

/** Exit statuses of the command line (rapport.md). */
enum ExitStatus {
  /** Every file was read and none is NON_CONFORME or IRRECEVABLE. */
  CLEAN(0),
  /** At least one reddition is not. */
  BREACH(1),
  /** Wrong use of the command. */
  WRONG_USE(2),
  /** At least one file could not be read, or an internal error. Wins over BREACH. */
  NOT_READ(3);

  private final int code;

  ExitStatus(int code) {
    this.code = code;
  }

  /** That of a report; strict: only CONFORME is clean. */
  static ExitStatus of(Rapport report, boolean strict) {
    if (!report.erreurs().isEmpty()) {
      return NOT_READ;
    }
    Verdict tolerated = strict ? Verdict.CONFORME : Verdict.INDETERMINE;
    boolean breach =
        report.jugements().stream().anyMatch(j -> j.verdict().compareTo(tolerated) < 0);
    return breach ? BREACH : CLEAN;
  }

  int code() {
    return code;
  }
}
