package org.verifqis.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.verifqis.classeur.Source;
import org.verifqis.rapport.RedacteurSimulation;
import org.verifqis.rapport.Textes;
import org.verifqis.regles.Edition;
import org.verifqis.regles.Moteur;
import org.verifqis.regles.Parametres;
import org.verifqis.regles.Registre;
import org.verifqis.regles.simulation.DossierRegles;
import org.verifqis.service.Guichet;
import org.verifqis.service.Reglages;
import org.verifqis.service.Simulations;
import org.verifqis.service.Socle;
import org.verifqis.service.Sources;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code verifqis simuler}: what other figures, another edition or other rules would change. */
@Command(name = "simuler", aliases = "simulate", sortOptions = false)
final class SimulerCommand implements Callable<Integer> {
  /** Forms of the result. */
  enum Form {
    CONSOLE,
    JSON
  }

  private final Environment environment;
  private final Messages messages;

  @Parameters(arity = "1..*", paramLabel = "DOSSIER", descriptionKey = "simuler.dossier")
  private List<Path> named;

  @Option(names = "--edition", paramLabel = "2024-2029", descriptionKey = "simuler.edition")
  private String edition;

  @Option(
      names = {"--regles", "--rules"},
      paramLabel = "DOSSIER",
      descriptionKey = "simuler.regles")
  private Path rules;

  @Option(names = "--format", paramLabel = "console|json", descriptionKey = "simuler.format")
  private Form form = Form.CONSOLE;

  @Mixin private CorrespondanceOption mapping;

  @Mixin private JudgeOptions options;

  SimulerCommand(Environment environment, Messages messages) {
    this.environment = environment;
    this.messages = messages;
  }

  @Override
  public Integer call() throws IOException {
    if (!options.hasParameters() && edition == null && rules == null) {
      throw options.wrongUse(messages, "usage.simuler");
    }
    Reglages bounds = Reglages.parDefaut().avec(options.limits(messages));
    Socle base = Socle.prepare(null);
    Edition imposed = edition == null ? null : edition(base.registre());
    Moteur then =
        rules == null
            ? base.moteur().avec(options.parametres(messages, base.parametres()), imposed)
            : compiled(imposed);
    List<Source> sources = Sources.sous(named);
    Simulations simulated =
        new Guichet(base, bounds, mapping.load(messages, base.gabarit())).simule(sources, then);
    RedacteurSimulation writer = new RedacteurSimulation(texts(base));
    if (form == Form.JSON) {
      writer.json(simulated.simulations(), simulated.erreurs(), environment.out());
    } else {
      writer.console(simulated.simulations(), simulated.erreurs(), environment.out());
    }
    environment.out().flush();
    return (simulated.erreurs().isEmpty() ? ExitStatus.CLEAN : ExitStatus.NOT_READ).code();
  }

  /** The rules of the folder, under its own figures with those of the file laid over them. */
  private Moteur compiled(Edition imposed) {
    DossierRegles folder = new DossierRegles(rules);
    try {
      Parametres values = options.parametres(messages, folder.parametres());
      return folder.moteur(folder.registre(), values).avec(values, imposed);
    } catch (DossierRegles.DossierInvalide e) {
      throw options.wrongUse(messages, "regles." + e.motif(), rules, e.detail());
    }
  }

  private Textes texts(Socle base) {
    if (rules == null) {
      return Textes.charge(messages.language(), base.gabarit());
    }
    try {
      return Textes.charge(messages.language(), base.gabarit(), rules);
    } catch (IOException e) {
      String name = "textes." + messages.language().code() + ".yaml";
      throw options.wrongUse(messages, "regles.DONNEES", rules, name);
    }
  }

  private Edition edition(Registre register) {
    return register.editions().stream()
        .filter(e -> e.nom().equals(edition))
        .findFirst()
        .orElseThrow(
            () ->
                options.wrongUse(
                    messages,
                    "usage.edition",
                    edition,
                    String.join(", ", register.editions().stream().map(Edition::nom).toList())));
  }
}
