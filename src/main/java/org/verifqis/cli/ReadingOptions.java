package org.verifqis.cli;

import java.nio.file.Path;
import org.verifqis.classeur.Limites;
import org.verifqis.regles.Parametres;
import org.verifqis.regles.Parametres.ParametresInvalides;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Options of the commands that read a whole folder: what is read, and judged by what figures. */
final class ReadingOptions {
  @Option(
      names = {"--parametres", "--parameters"},
      paramLabel = "FICHIER",
      descriptionKey = "verifier.parametres")
  private Path parameters;

  @Option(
      names = {"--limite-taille", "--size-limit"},
      paramLabel = "MO",
      descriptionKey = "verifier.taille")
  private Long megabytes;

  Limites limits(CommandSpec spec, Messages messages) {
    if (megabytes == null) {
      return Limites.parDefaut();
    }
    if (megabytes < 1) {
      throw new ParameterException(spec.commandLine(), messages.text("usage.taille"));
    }
    return Limites.parDefaut().avecTaille(megabytes);
  }

  Parametres parameters(CommandSpec spec, Messages messages) {
    Parametres own = Parametres.charge();
    try {
      return parameters == null ? own : own.avec(parameters);
    } catch (ParametresInvalides e) {
      throw new ParameterException(
          spec.commandLine(), messages.text("parametres." + e.motif(), parameters, e.cle()));
    }
  }
}
