package org.verifqis.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.verifqis.classeur.FichierRefuse;
import org.verifqis.classeur.LecteurReddition;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Reddition;
import org.verifqis.rapport.RedacteurComparaison;
import org.verifqis.rapport.Textes;
import org.verifqis.regles.Moteur;
import org.verifqis.regles.Registre;
import org.verifqis.regles.comparaison.Comparaison;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verifqis comparer}: what changed between two filings of one agreement. */
@Command(name = "comparer", aliases = "compare", sortOptions = false)
final class ComparerCommand implements Callable<Integer> {
  /** Forms of the comparison. */
  enum Form {
    CONSOLE,
    JSON,
    HTML
  }

  private final Environment environment;
  private final Messages messages;

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "ANCIEN", descriptionKey = "comparer.ancien")
  private Path before;

  @Parameters(index = "1", paramLabel = "NOUVEAU", descriptionKey = "comparer.nouveau")
  private Path after;

  @Option(names = "--format", paramLabel = "console|json|html", descriptionKey = "comparer.format")
  private Form form = Form.CONSOLE;

  @Option(
      names = {"-o", "--sortie", "--output"},
      paramLabel = "FICHIER",
      descriptionKey = "comparer.sortie")
  private Path output;

  @Mixin private JudgeOptions options;

  ComparerCommand(Environment environment, Messages messages) {
    this.environment = environment;
    this.messages = messages;
  }

  @Override
  public Integer call() throws IOException {
    Gabarit gabarit = LecteurGabarit.charge();
    LecteurReddition reader = new LecteurReddition(gabarit, options.limits(messages));
    Moteur engine = new Moteur(Registre.charge(), options.parametres(messages));
    Reddition[] read = new Reddition[2];
    Path[] files = {before, after};
    for (int i = 0; i < files.length; i++) {
      if (output != null) {
        Overwriting.refuse(output, files[i], spec, messages);
      }
      try {
        read[i] = reader.lis(files[i]);
      } catch (FichierRefuse e) {
        environment.err().println(messages.refusal(files[i], e));
        return ExitStatus.NOT_READ.code();
      }
    }
    Comparaison comparison =
        Comparaison.de(read[0], engine.juge(read[0]), read[1], engine.juge(read[1]));
    if (comparison.ancienne().entente() != null
        && comparison.nouvelle().entente() != null
        && !comparison.ancienne().entente().equals(comparison.nouvelle().entente())) {
      throw options.wrongUse(
          messages,
          "usage.ententes",
          comparison.ancienne().entente().code(),
          comparison.nouvelle().entente().code());
    }
    RedacteurComparaison writer =
        new RedacteurComparaison(Textes.charge(messages.language(), gabarit));
    if (output == null) {
      write(writer, comparison, environment.out());
      environment.out().flush();
    } else {
      WholeFile.write(output, stream -> write(writer, comparison, stream));
    }
    return ExitStatus.CLEAN.code();
  }

  private void write(RedacteurComparaison writer, Comparaison comparison, OutputStream stream)
      throws IOException {
    switch (form) {
      case CONSOLE -> writer.console(comparison, stream);
      case JSON -> writer.json(comparison, stream);
      case HTML -> writer.html(comparison, stream);
    }
  }
}
