package org.verifqis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with the command is said before any server starts. */
class ServirCommandTest {
  @TempDir private Path temp;

  @Test
  void aPortThatIsNoneIsWrongUse() {
    for (String port : new String[] {"99999", "-1", "web"}) {
      Run run = Run.of("servir", "--port", port);
      assertThat(run.status()).isEqualTo(2);
      assertThat(run.err()).contains(port, "--port");
    }
  }

  @Test
  void settingsThatCannotBeReadAreWrongUse() {
    for (Path file : new Path[] {temp, temp.resolve("absent.properties")}) {
      Run run = Run.of("serve", "--port", "0", "--config", file, "--lang", "en");
      assertThat(run.status()).isEqualTo(2);
      assertThat(run.err()).contains("file of settings", file.toString());
    }
  }
}
