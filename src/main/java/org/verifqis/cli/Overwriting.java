package org.verifqis.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * What a command may write over: its own work of the same kind, and whatever else only where that
 * is asked for; never what it reads.
 */
final class Overwriting {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = {"--remplacer", "--overwrite"},
      descriptionKey = "remplacer")
  private boolean replace;

  /** Before anything is done: throws unless the file may be written. */
  void check(Path output, Kind kind, List<Path> read, Messages messages) throws IOException {
    for (Path one : read) {
      if (Files.exists(output) && Files.exists(one) && Files.isSameFile(output, one)) {
        throw messages.wrongUse(spec, "usage.ecrase", output);
      }
    }
    if (!kind.fits(output)) {
      throw messages.wrongUse(spec, "usage.terminaison", output, "." + kind.endings().get(0));
    }
    if (keeps(output, kind)) {
      throw messages.wrongUse(spec, "usage.garde", output);
    }
  }

  /** Whether a file is to be kept: one that is there and is not ours. */
  boolean keeps(Path output, Kind kind) {
    return !replace && Files.exists(output) && !kind.made(output);
  }
}
