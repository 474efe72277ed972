package org.verifqis.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.rapport.CatalogueRegles;
import org.verifqis.rapport.Textes;
import org.verifqis.regles.Edition;
import org.verifqis.regles.Parametres;
import org.verifqis.regles.Registre;
import org.verifqis.regles.Regle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verifqis regles}: the catalogue of rules, or one of them whole. */
@Command(name = "regles", aliases = "rules", sortOptions = false)
final class ReglesCommand implements Callable<Integer> {
  private final Environment environment;
  private final Messages messages;

  @Spec private CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "ID", descriptionKey = "regles.id")
  private String id;

  @Option(names = "--edition", paramLabel = "2017-2024", descriptionKey = "regles.edition")
  private String edition;

  @Option(names = "--format", paramLabel = "console|json|md", descriptionKey = "regles.format")
  private CatalogueRegles.FormatCatalogue format = CatalogueRegles.FormatCatalogue.CONSOLE;

  ReglesCommand(Environment environment, Messages messages) {
    this.environment = environment;
    this.messages = messages;
  }

  @Override
  public Integer call() throws IOException {
    Registre register = Registre.charge();
    List<Regle> rules = chosen(register);
    Textes texts = Textes.charge(messages.language(), LecteurGabarit.charge());
    new CatalogueRegles(texts, Parametres.charge())
        .ecris(rules, id != null, format, environment.out());
    environment.out().flush();
    return ExitStatus.CLEAN.code();
  }

  private List<Regle> chosen(Registre register) {
    List<String> editions = register.editions().stream().map(Edition::nom).toList();
    if (edition != null && !editions.contains(edition)) {
      throw messages.wrongUse(spec, "usage.edition", edition, String.join(", ", editions));
    }
    List<Regle> rules =
        register.regles().stream()
            .filter(rule -> id == null || rule.id().equals(id.toUpperCase(Locale.ROOT)))
            .filter(rule -> edition == null || rule.editions().contains(edition))
            .toList();
    if (rules.isEmpty()) {
      throw messages.wrongUse(spec, "usage.regle", id);
    }
    return rules;
  }
}
