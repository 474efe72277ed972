package org.verifqis.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What a command writes must not take the place of a reddition that it reads. */
final class Overwriting {
  private Overwriting() {}

  /** Throws unless the two are different files. */
  static void refuse(Path output, Path read, CommandSpec spec, Messages messages)
      throws IOException {
    if (Files.exists(output) && Files.exists(read) && Files.isSameFile(output, read)) {
      throw new ParameterException(spec.commandLine(), messages.text("usage.ecrase", output));
    }
  }
}
