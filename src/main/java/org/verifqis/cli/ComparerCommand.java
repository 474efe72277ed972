package org.verifqis.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.verifqis.classeur.Source;
import org.verifqis.modele.Erreur;
import org.verifqis.modele.Refus;
import org.verifqis.rapport.RedacteurComparaison;
import org.verifqis.rapport.Textes;
import org.verifqis.regles.comparaison.Comparaison;
import org.verifqis.service.Guichet;
import org.verifqis.service.Issue;
import org.verifqis.service.Reglages;
import org.verifqis.service.Socle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verifqis comparer}: what changed between two filings of one agreement. */
@Command(name = "comparer", aliases = "compare", sortOptions = false)
final class ComparerCommand implements Callable<Integer> {
  /** Forms of the comparison. */
  enum Form {
    CONSOLE(Kind.TEXT),
    JSON(Kind.JSON),
    HTML(Kind.HTML);

    private final Kind kind;

    Form(Kind kind) {
      this.kind = kind;
    }
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

  @Mixin private Overwriting overwriting;

  @Mixin private CorrespondanceOption mapping;

  @Mixin private JudgeOptions options;

  ComparerCommand(Environment environment, Messages messages) {
    this.environment = environment;
    this.messages = messages;
  }

  @Override
  public Integer call() throws IOException {
    Reglages bounds = Reglages.parDefaut().avec(options.limits(messages));
    Socle base = options.prepared(messages);
    if (output != null) {
      overwriting.check(output, form.kind, List.of(before, after), messages);
    }
    Issue<Comparaison> compared =
        new Guichet(base, bounds, mapping.load(messages, base.gabarit()))
            .compare(Source.de(before), Source.de(after));
    if (!compared.reussie()) {
      return refused(compared.erreur());
    }
    RedacteurComparaison writer =
        new RedacteurComparaison(Textes.charge(messages.language(), base.gabarit()));
    if (output == null) {
      write(writer, compared.valeur(), environment.out());
      environment.out().flush();
    } else {
      WholeFile.write(
          output, form.kind, overwriting, stream -> write(writer, compared.valeur(), stream));
    }
    return ExitStatus.CLEAN.code();
  }

  private int refused(Erreur error) {
    if (error.refus().motif() == Refus.Motif.DEUX_ENTENTES) {
      throw new ParameterException(spec.commandLine(), messages.refusals().cause(error.refus()));
    }
    environment.err().println(messages.refusals().ligne(error));
    return ExitStatus.NOT_READ.code();
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
