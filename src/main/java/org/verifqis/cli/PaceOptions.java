package org.verifqis.cli;

import java.time.Duration;
import java.util.function.BiFunction;
import org.verifqis.classeur.Limites;
import org.verifqis.service.Reglages;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Options of the commands that go through a folder: how many files at once, and how long each. */
final class PaceOptions {
  @Option(
      names = {"--ouvriers", "--workers"},
      paramLabel = "N",
      descriptionKey = "auditer.workers")
  private int workers = Reglages.ouvriersParDefaut();

  @Option(
      names = {"--delai", "--timeout"},
      paramLabel = "SECONDES",
      descriptionKey = "auditer.delai")
  private int seconds = 120;

  /** Within what bounds the command works; complains of figures that are none. */
  Reglages bounds(Limites limits, BiFunction<String, Object[], ParameterException> complaint) {
    if (workers < 1 || seconds < 1) {
      throw complaint.apply("auditer.nombres", new Object[0]);
    }
    return new Reglages(limits, workers, Duration.ofSeconds(seconds));
  }
}
