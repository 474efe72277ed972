package org.verifqis.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;

/** What a command line gave: its exit status and what it wrote. */
record Run(int status, String out, String err) {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2022-07-02T06:15:00Z"), ZoneId.of("America/Toronto"));

  /** Runs a command line, its words given as they come. */
  static Run of(Object... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Environment environment =
        new Environment(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            CLOCK,
            new Terminal(false, false, 100, StandardCharsets.UTF_8));
    String[] args = Arrays.stream(words).map(Object::toString).toArray(String[]::new);
    int status = Verifqis.run(environment, args);
    return new Run(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
