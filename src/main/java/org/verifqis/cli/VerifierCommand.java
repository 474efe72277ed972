package org.verifqis.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.verifqis.classeur.Limites;
import org.verifqis.classeur.Source;
import org.verifqis.rapport.Textes;
import org.verifqis.regles.Profil;
import org.verifqis.regles.derogations.Derogations;
import org.verifqis.service.Guichet;
import org.verifqis.service.Reglages;
import org.verifqis.service.Socle;
import org.verifqis.service.Sources;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verifqis verifier}: checks workbooks and reports on them. */
@Command(name = "verifier", aliases = "check", sortOptions = false)
final class VerifierCommand implements Callable<Integer> {
  private final Environment environment;
  private final Messages messages;

  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FICHIER|DOSSIER", descriptionKey = "verifier.fichiers")
  private List<Path> named;

  @Option(
      names = "--format",
      paramLabel = "console|json|csv|html",
      descriptionKey = "verifier.format")
  private ReportFormat format = ReportFormat.CONSOLE;

  @Option(
      names = {"-o", "--sortie", "--output"},
      paramLabel = "FICHIER|DOSSIER",
      descriptionKey = "verifier.sortie")
  private String output;

  @Mixin private ExitOptions exit;

  @Option(
      names = {"--profil", "--profile"},
      descriptionKey = "verifier.profil")
  private boolean profiled;

  @Mixin private Overwriting overwriting;

  @Mixin private DerogationsOption accepted;

  @Mixin private CorrespondanceOption mapping;

  @Mixin private JudgeOptions options;

  VerifierCommand(Environment environment, Messages messages) {
    this.environment = environment;
    this.messages = messages;
  }

  @Override
  public Integer call() throws IOException {
    Limites limits = options.limits(messages);
    Profil profile = new Profil();
    Socle prepared = options.prepared(messages);
    Socle base = profiled ? prepared.avec(prepared.moteur().profile(profile)) : prepared;
    List<Source> sources = Sources.sous(named);
    if (output != null) {
      List<Path> read = sources.stream().map(Source::chemin).toList();
      if (!ReportOutput.isFolder(output)) {
        overwriting.check(Path.of(output), format.kind(), read, messages);
      }
    }
    Derogations waivers = accepted.load(spec, messages, base);
    Textes texts = Textes.charge(messages.language(), base.gabarit());
    Guichet counter =
        new Guichet(
            base, Reglages.parDefaut().avec(limits), mapping.load(messages, base.gabarit()));
    ReportOutput report = new ReportOutput(output, format, environment, texts, overwriting);
    ExitStatus status;
    try {
      status = new CheckRun(environment, messages, counter, exit).of(sources, waivers, report);
    } catch (IOException e) {
      environment.err().println(messages.notWritten(e, output));
      return ExitStatus.NOT_READ.code();
    }
    if (profiled) {
      new ProfileTable(messages, texts, base.registre()).print(profile, environment.err());
    }
    return status.code();
  }
}
