package org.verifqis.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.verifqis.classeur.LecteurReddition;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Reddition;
import org.verifqis.rapport.Erreur;
import org.verifqis.rapport.RedacteurSimulation;
import org.verifqis.rapport.Textes;
import org.verifqis.regles.Edition;
import org.verifqis.regles.Moteur;
import org.verifqis.regles.Parametres;
import org.verifqis.regles.Registre;
import org.verifqis.regles.simulation.DossierRegles;
import org.verifqis.regles.simulation.Simulation;
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
    Registre register = Registre.charge();
    Edition imposed = edition == null ? null : edition(register);
    Gabarit gabarit = LecteurGabarit.charge();
    LecteurReddition reader = new LecteurReddition(gabarit, options.limits(messages));
    Moteur now = new Moteur(register, Parametres.charge());
    Moteur then =
        rules == null
            ? now.avec(options.parametres(messages, Parametres.charge()), imposed)
            : compiled(imposed);
    List<Path> files = InputFiles.of(named);
    if (files.isEmpty()) {
      throw options.wrongUse(messages, "usage.aucunFichier");
    }
    List<Simulation> simulations = new ArrayList<>();
    List<Erreur> errors = new ArrayList<>();
    for (Path file : files) {
      try {
        Reddition reddition = reader.lis(file);
        simulations.add(new Simulation(now.juge(reddition), then.juge(reddition)));
      } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
        // What stops at one file says nothing of the others.
        errors.add(new Erreur(file.getFileName().toString(), Failures.cause(e, messages)));
      }
    }
    RedacteurSimulation writer = new RedacteurSimulation(texts(gabarit));
    if (form == Form.JSON) {
      writer.json(simulations, errors, environment.out());
    } else {
      writer.console(simulations, errors, environment.out());
    }
    environment.out().flush();
    return (errors.isEmpty() ? ExitStatus.CLEAN : ExitStatus.NOT_READ).code();
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

  private Textes texts(Gabarit gabarit) {
    if (rules == null) {
      return Textes.charge(messages.language(), gabarit);
    }
    try {
      return Textes.charge(messages.language(), gabarit, rules);
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
