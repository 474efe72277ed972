package org.verifqis.cli;

import java.nio.file.Path;
import org.verifqis.regles.derogations.Derogations;
import org.verifqis.regles.derogations.DerogationsInvalides;
import org.verifqis.service.Socle;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The option of the commands that judge redditions with what staff accept. */
final class DerogationsOption {
  @Option(
      names = {"--derogations", "--waivers"},
      paramLabel = "FICHIER",
      descriptionKey = "verifier.derogations")
  private Path file;

  /** Whether a file of them was given. */
  boolean isGiven() {
    return file != null;
  }

  /** The dérogations of the file; null without one. */
  Derogations load(CommandSpec spec, Messages messages, Socle base) {
    if (file == null) {
      return null;
    }
    try {
      return Derogations.charge(file, base.registre(), base.gabarit());
    } catch (DerogationsInvalides e) {
      throw new ParameterException(spec.commandLine(), messages.refusals().cause(file, e));
    }
  }
}
