package org.verifqis.cli;

import java.nio.file.Path;
import java.util.function.Function;
import org.verifqis.classeur.Limites;
import org.verifqis.regles.Parametres;
import org.verifqis.regles.ParametresInvalides;
import org.verifqis.service.Socle;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options of every command that reads redditions and judges them. */
final class JudgeOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

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

  Limites limits(Messages messages) {
    if (megabytes == null) {
      return Limites.parDefaut();
    }
    if (megabytes < 1) {
      throw wrongUse(messages, "usage.taille");
    }
    return Limites.parDefaut().avecTaille(megabytes);
  }

  /** These parameters, with those of the file laid over them where one is given. */
  Parametres parametres(Messages messages, Parametres own) {
    try {
      return parameters == null ? own : own.avec(parameters);
    } catch (ParametresInvalides e) {
      throw unusable(messages, e);
    }
  }

  /** What a command stands on, under these figures; the rules are prepared at once. */
  Socle prepared(Messages messages) {
    return under(messages, Socle::prepare);
  }

  /** What a command stands on, under these figures; the rules may not be needed. */
  Socle loaded(Messages messages) {
    return under(messages, Socle::charge);
  }

  private Socle under(Messages messages, Function<Path, Socle> load) {
    try {
      return load.apply(parameters);
    } catch (ParametresInvalides e) {
      throw unusable(messages, e);
    }
  }

  private ParameterException unusable(Messages messages, ParametresInvalides e) {
    return new ParameterException(spec.commandLine(), messages.refusals().cause(parameters, e));
  }

  /** Whether figures were given that are not the program's own. */
  boolean hasParameters() {
    return parameters != null;
  }

  ParameterException wrongUse(Messages messages, String key, Object... values) {
    return messages.wrongUse(spec, key, values);
  }
}
