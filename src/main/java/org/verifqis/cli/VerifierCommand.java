package org.verifqis.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.verifqis.classeur.Limites;
import org.verifqis.classeur.Source;
import org.verifqis.modele.Erreur;
import org.verifqis.rapport.Rapport;
import org.verifqis.rapport.Textes;
import org.verifqis.regles.Profil;
import org.verifqis.regles.Verdict;
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
      status =
          waivers == null && report.isContinuous()
              ? writeEach(counter, sources, report)
              : writeAll(counter, sources, waivers, report);
    } catch (IOException e) {
      environment.err().println(messages.notWritten(e, output));
      return ExitStatus.NOT_READ.code();
    }
    if (profiled) {
      new ProfileTable(messages, texts, base.registre()).print(profile, environment.err());
    }
    return status.code();
  }

  /** One after another: however many there are, few are held. */
  private ExitStatus writeEach(Guichet counter, List<Source> sources, ReportOutput output)
      throws IOException {
    AtomicReference<Verdict> worst = new AtomicReference<>(Verdict.CONFORME);
    AtomicBoolean failed = new AtomicBoolean();
    output.write(
        Rapport.vide(now(), counter.socle().parametres().superposees()),
        taker -> {
          List<Erreur> errors =
              checked(
                  sources,
                  step ->
                      counter.verifie(
                          sources,
                          step,
                          (source, judged) -> {
                            worst.accumulateAndGet(judged.verdict(), VerifierCommand::worse);
                            taker.prend(source, judged);
                          }));
          failed.set(!errors.isEmpty());
          return errors;
        });
    return exit.of(failed.get(), worst.get());
  }

  private static Verdict worse(Verdict one, Verdict other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** All at once: a dérogation may look at several of them, and a page links them. */
  private ExitStatus writeAll(
      Guichet counter, List<Source> sources, Derogations waivers, ReportOutput output)
      throws IOException {
    LocalDate today = LocalDate.now(environment.clock());
    Verification checked = checked(sources, step -> counter.verifie(sources, waivers, today, step));
    Rapport report = Rapport.de(checked, now());
    output.write(checked, report);
    return exit.of(report);
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(environment.clock()).withNano(0);
  }

  private interface Checking<R> {
    R check(Runnable step) throws IOException;
  }

  private <R> R checked(List<Source> sources, Checking<R> checking) throws IOException {
    boolean many = sources.size() >= MANY_FILES;
    boolean shown = environment.terminal().interactive() && many;
    Stopwatch stopwatch = new Stopwatch();
    R checked;
    try (Progress progress = Progress.of(shown, sources.size(), messages, environment.err())) {
      checked = checking.check(progress::step);
    }
    if (many) {
      environment.err().println(stopwatch.throughput(messages, sources.size()));
    }
    return checked;
  }
}
