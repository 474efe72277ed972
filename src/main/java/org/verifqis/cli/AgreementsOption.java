package org.verifqis.cli;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.verifqis.modele.Entente;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option by which only some agreements are looked at. */
final class AgreementsOption {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = {"--ententes", "--agreements"},
      split = ",",
      paramLabel = "ALL-12,ALL-14",
      descriptionKey = "statistiques.ententes")
  private List<String> codes = List.of();

  /** The agreements asked for; all of them where none is. */
  List<Entente> wanted(Collection<Entente> all, Messages messages) {
    List<String> asked = codes.stream().map(code -> code.strip().toUpperCase(Locale.ROOT)).toList();
    for (String code : asked) {
      if (all.stream().noneMatch(e -> e.code().equals(code))) {
        throw messages.wrongUse(
            spec,
            "statistiques.ententeInconnue",
            code,
            all.stream().map(Entente::code).collect(Collectors.joining(", ")));
      }
    }
    return all.stream().filter(e -> asked.isEmpty() || asked.contains(e.code())).toList();
  }
}
