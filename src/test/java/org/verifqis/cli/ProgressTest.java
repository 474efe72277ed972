package org.verifqis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.verifqis.rapport.Langue;

class ProgressTest {
  @Test
  void onATerminalTellsFilesDoneTheirRateAndTheTimeLeft() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Progress bar =
        Progress.of(
            true,
            67,
            Messages.of(Langue.FR),
            new PrintStream(bytes, true, StandardCharsets.UTF_8))) {
      bar.step();
      bar.step();
    }
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .containsPattern("Vérification.* 2/67 \\(\\d+:\\d\\d:\\d\\d / .*\\) [^ ]+/s");
  }
}
