package org.verifqis.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.verifqis.modele.Exercice;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options of an audit: as of which day, and for which years. */
final class SpanOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(names = "--date", paramLabel = "AAAA-MM-JJ", descriptionKey = "auditer.date")
  private String date;

  @Option(
      names = {"--exercices", "--years"},
      paramLabel = "2018-2019..2022-2023",
      descriptionKey = "auditer.exercices")
  private String years;

  /** The years asked for; none where all that are found are. */
  List<Exercice> asked(Messages messages) {
    return years == null
        ? List.of()
        : Years.parse(years, (key, values) -> messages.wrongUse(spec, key, values));
  }

  /** As of which day things are judged. */
  LocalDate day(Environment environment, Messages messages) {
    try {
      return date == null ? LocalDate.now(environment.clock()) : LocalDate.parse(date);
    } catch (DateTimeParseException e) {
      throw messages.wrongUse(spec, "usage.valeur", date, "--date");
    }
  }
}
