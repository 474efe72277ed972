package org.verifqis.cli;

import java.util.Comparator;
import org.verifqis.rapport.Rapport;
import org.verifqis.regles.Jugement;
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
    Verdict worst =
        report.jugements().stream()
            .map(Jugement::verdict)
            .min(Comparator.naturalOrder())
            .orElse(Verdict.CONFORME);
    return of(!report.erreurs().isEmpty(), worst, strict);
  }

  /** That of redditions of which one is the worst; failed: at least one file could not be read. */
  static ExitStatus of(boolean failed, Verdict worst, boolean strict) {
    if (failed) {
      return NOT_READ;
    }
    Verdict tolerated = strict ? Verdict.CONFORME : Verdict.INDETERMINE;
    return worst.compareTo(tolerated) < 0 ? BREACH : CLEAN;
  }

  int code() {
    return code;
  }
}
