package org.verifqis.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import org.verifqis.classeur.Limites;
import org.verifqis.classeur.Source;
import org.verifqis.rapport.Rapport;
import org.verifqis.rapport.Textes;
import org.verifqis.regles.Profil;
import org.verifqis.regles.derogations.Derogations;
import org.verifqis.service.Guichet;
import org.verifqis.service.Reglages;
import org.verifqis.service.Socle;
import org.verifqis.service.Sources;
import org.verifqis.service.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verifqis verifier}: checks workbooks and reports on them. */
@Command(name = "verifier", aliases = "check", sortOptions = false)
final class VerifierCommand implements Callable<Integer> {
  /** From so many files on, a person is shown how far it has come. */
  private static final int MANY_FILES = 10;

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
    if (sources.isEmpty()) {
      throw options.wrongUse(messages, "usage.aucunFichier");
    }
    if (output != null) {
      List<Path> read = sources.stream().map(Source::chemin).toList();
      if (!ReportOutput.isFolder(output)) {
        overwriting.check(Path.of(output), format.kind(), read, messages);
      }
    }
    Derogations waivers = accepted.load(spec, messages, base);
    Textes texts = Textes.charge(messages.language(), base.gabarit());
    Guichet counter = new Guichet(base, Reglages.parDefaut().avec(limits));
    Verification checked = check(counter, sources, waivers);
    Rapport report = Rapport.de(checked, OffsetDateTime.now(environment.clock()).withNano(0));
    try {
      new ReportOutput(output, format, environment, texts, overwriting).write(checked, report);
    } catch (IOException e) {
      environment.err().println(messages.notWritten(e, output));
      return ExitStatus.NOT_READ.code();
    }
    if (profiled) {
      new ProfileTable(messages, texts, base.registre()).print(profile, environment.err());
    }
    return exit.of(report).code();
  }

  private Verification check(Guichet counter, List<Source> sources, Derogations waivers) {
    boolean many = sources.size() >= MANY_FILES;
    boolean shown = environment.terminal().interactive() && many;
    Stopwatch stopwatch = new Stopwatch();
    Verification checked;
    try (Progress progress = Progress.of(shown, sources.size(), messages, environment.err())) {
      checked =
          counter.verifie(sources, waivers, LocalDate.now(environment.clock()), progress::step);
    }
    if (many) {
      environment.err().println(stopwatch.throughput(messages, sources.size()));
    }
    return checked;
  }
}
