package org.verifqis.cli;

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

  int code() {
    return code;
  }
}
