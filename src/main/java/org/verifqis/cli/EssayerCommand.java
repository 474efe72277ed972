package org.verifqis.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.verifqis.classeur.Limites;
import org.verifqis.classeur.Source;
import org.verifqis.classeur.correspondance.Correspondance;
import org.verifqis.classeur.correspondance.LecteurProfil;
import org.verifqis.modele.Essai;
import org.verifqis.rapport.Mots;
import org.verifqis.rapport.RedacteurEssai;
import org.verifqis.service.Guichet;
import org.verifqis.service.Issue;
import org.verifqis.service.Reglages;
import org.verifqis.service.Socle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verifqis correspondance essayer}: what a profile finds in a workbook. */
@Command(name = "essayer", aliases = "try", sortOptions = false)
final class EssayerCommand implements Callable<Integer> {
  private final Environment environment;
  private final Messages messages;

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "PROFIL", descriptionKey = "correspondance.profil")
  private Path profile;

  @Parameters(index = "1", paramLabel = "CLASSEUR", descriptionKey = "convertir.classeur")
  private Path file;

  @Mixin private JudgeOptions options;

  EssayerCommand(Environment environment, Messages messages) {
    this.environment = environment;
    this.messages = messages;
  }

  @Override
  public Integer call() throws IOException {
    Limites limits = options.limits(messages);
    Socle base = options.loaded(messages);
    List<Correspondance> profiles =
        CorrespondanceOption.load(profile, spec, messages, LecteurProfil.aEssayer(base.gabarit()));
    Guichet counter = new Guichet(base, Reglages.parDefaut().avec(limits));
    RedacteurEssai writer = new RedacteurEssai(Mots.de(messages.language()));
    boolean read = true;
    for (Correspondance own : profiles) {
      Issue<Essai> tried = counter.essaie(Source.de(file), own);
      if (tried.reussie()) {
        writer.console(
            tried.valeur(),
            file.getFileName().toString(),
            environment.terminal().charset(),
            environment.out());
        read &= !tried.valeur().blocs().isEmpty();
      } else {
        environment.err().println(messages.refusals().ligne(tried.erreur()));
        read = false;
      }
    }
    environment.out().flush();
    return (read ? ExitStatus.CLEAN : ExitStatus.NOT_READ).code();
  }
}
