package org.verifqis.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.verifqis.classeur.FichierRefuse;
import org.verifqis.classeur.FichierRefuse.Motif;
import org.verifqis.classeur.LecteurReddition;
import org.verifqis.classeur.Limites;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Reddition;
import org.verifqis.rapport.Erreur;
import org.verifqis.rapport.Rapport;
import org.verifqis.rapport.RedacteurRapport;
import org.verifqis.rapport.Textes;
import org.verifqis.regles.Jugement;
import org.verifqis.regles.Moteur;
import org.verifqis.regles.Parametres;
import org.verifqis.regles.Profil;
import org.verifqis.regles.Registre;
import org.verifqis.regles.ReglesCompilees;
import org.verifqis.regles.Verdict;
import org.verifqis.regles.derogations.Derogations;
import org.verifqis.regles.derogations.UsageDerogation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verifqis verifier}: checks workbooks and reports on them. */
@Command(name = "verifier", aliases = "check", sortOptions = false)
final class VerifierCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(VerifierCommand.class);

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
  private Format format = Format.CONSOLE;

  @Option(
      names = {"-o", "--sortie", "--output"},
      paramLabel = "FICHIER|DOSSIER",
      descriptionKey = "verifier.sortie")
  private String output;

  @Option(names = "--strict", descriptionKey = "verifier.strict")
  private boolean strict;

  @Option(
      names = {"--profil", "--profile"},
      descriptionKey = "verifier.profil")
  private boolean profiled;

  @Mixin private DerogationsOption accepted;

  @Mixin private JudgeOptions options;

  VerifierCommand(Environment environment, Messages messages) {
    this.environment = environment;
    this.messages = messages;
  }

  @Override
  public Integer call() throws IOException {
    // Prepared while the first workbook is read: for one workbook that is most of the wait.
    CompletableFuture<ReglesCompilees> rules =
        CompletableFuture.supplyAsync(ReglesCompilees::charge);
    Limites limits = options.limits(messages);
    Parametres values = options.parametres(messages);
    List<Path> files = InputFiles.of(named);
    if (files.isEmpty()) {
      throw wrongUse("usage.aucunFichier");
    }
    refuseToOverwrite(files);
    Gabarit gabarit = LecteurGabarit.charge();
    Registre register = Registre.charge();
    Derogations waivers = accepted.load(spec, messages, register, gabarit);
    Profil profile = new Profil();
    CompletableFuture<Moteur> engine =
        rules
            .thenApply(ready -> new Moteur(register, values, ready))
            .thenApply(ready -> profiled ? ready.profile(profile) : ready);
    Textes texts = Textes.charge(messages.language(), gabarit);
    Checks checks =
        check(files, new LecteurReddition(gabarit, limits), engine)
            .with(waivers, LocalDate.now(environment.clock()));
    try {
      write(checks, texts);
    } catch (IOException e) {
      environment.err().println(messages.text("erreur.ecriture", output));
      return ExitStatus.NOT_READ.code();
    }
    if (profiled) {
      new ProfileTable(messages, texts, register).print(profile, environment.err());
    }
    return checks.status(strict).code();
  }

  /** A report must not take the place of a reddition. */
  private void refuseToOverwrite(List<Path> files) throws IOException {
    if (output == null || !Files.exists(Path.of(output)) || Files.isDirectory(Path.of(output))) {
      return;
    }
    for (Path file : files) {
      if (Files.exists(file) && Files.isSameFile(file, Path.of(output))) {
        throw wrongUse("usage.ecrase", output);
      }
    }
  }

  private ParameterException wrongUse(String key, Object... values) {
    return new ParameterException(spec.commandLine(), messages.text(key, values));
  }

  /** What checking one file gave: a judgement, or an error, maybe for want of memory. */
  private record Checked(Path file, Jugement judged, Erreur error, boolean memory) {}

  /** What checking the files gave, in their order. */
  private record Checks(
      List<Path> read, List<Jugement> judged, List<Erreur> errors, List<UsageDerogation> waivers) {
    void add(Checked one) {
      if (one.error != null) {
        errors.add(one.error);
      } else {
        read.add(one.file);
        judged.add(one.judged);
      }
    }

    Checks with(Derogations accepted, LocalDate day) {
      if (accepted == null) {
        return this;
      }
      Derogations.Effet effect = accepted.applique(judged, null, day);
      return new Checks(read, effect.jugements(), errors, effect.usages());
    }

    ExitStatus status(boolean strict) {
      if (!errors.isEmpty()) {
        return ExitStatus.NOT_READ;
      }
      Verdict tolerated = strict ? Verdict.CONFORME : Verdict.INDETERMINE;
      boolean breach = judged.stream().anyMatch(j -> j.verdict().compareTo(tolerated) < 0);
      return breach ? ExitStatus.BREACH : ExitStatus.CLEAN;
    }
  }

  private Checks check(
      List<Path> files, LecteurReddition reader, CompletableFuture<Moteur> engine) {
    boolean many = files.size() >= MANY_FILES;
    boolean shown = environment.terminal().interactive() && many;
    Stopwatch stopwatch = new Stopwatch();
    List<Checked> all;
    try (Progress progress = Progress.of(shown, files.size(), messages, environment.err())) {
      // As many workbooks in memory as there are cores; the order stays that of the files.
      all =
          streamOf(files)
              .map(
                  file -> {
                    Checked checked = checkOne(file, reader, engine);
                    progress.step();
                    return checked;
                  })
              .toList();
    }
    if (many) {
      environment.err().println(stopwatch.throughput(messages, files.size()));
    }
    Checks checks = new Checks(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), null);
    // Alone it may have the memory that another file took from it.
    all.forEach(one -> checks.add(one.memory ? checkOne(one.file, reader, engine) : one));
    return checks;
  }

  /** Side by side where each thread may have the memory that a large workbook takes. */
  private static Stream<Path> streamOf(List<Path> files) {
    return Workers.most() < Runtime.getRuntime().availableProcessors()
        ? files.stream()
        : files.parallelStream();
  }

  private Checked checkOne(Path file, LecteurReddition reader, CompletableFuture<Moteur> engine) {
    try {
      Reddition reddition = reader.lis(file);
      return new Checked(file, engine.join().juge(reddition), null, false);
    } catch (FichierRefuse e) {
      return failed(file, messages.refusal(e), e.motif() == Motif.MEMOIRE);
    } catch (OutOfMemoryError e) {
      return failed(file, messages.text("fichier." + Motif.MEMOIRE), true);
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      // A fault of ours is no reason to leave the other files unchecked.
      LOG.error("{} can't be checked", file, e);
      return failed(file, messages.text("erreur.interne", e), false);
    }
  }

  private static Checked failed(Path file, String cause, boolean memory) {
    return new Checked(file, null, new Erreur(file.getFileName().toString(), cause), memory);
  }

  private void write(Checks checks, Textes texts) throws IOException {
    Rapport.Outil tool = new Rapport.Outil(Tool.NAME, Tool.version());
    OffsetDateTime now = OffsetDateTime.now(environment.clock()).withNano(0);
    RedacteurRapport writer = format.writer(texts, environment.terminal(), output != null);
    Rapport whole = new Rapport(tool, now, checks.judged, checks.errors, checks.waivers, null);
    if (output == null) {
      writer.ecris(whole, environment.out());
      environment.out().flush();
      return;
    }
    if (isFolder(output)) {
      writeEach(checks, whole, writer);
    } else {
      WholeFile.write(Path.of(output), stream -> writer.ecris(whole, stream));
    }
    checks.errors.forEach(
        error -> environment.err().println(Messages.line(error.fichier(), error.cause())));
  }

  /**
   * A path that exists says what it is; another is a folder when it ends with a slash, which a Path
   * would lose.
   */
  private static boolean isFolder(String path) {
    return Files.isDirectory(Path.of(path)) || path.endsWith("/") || path.endsWith("\\");
  }

  /** One report a reddition, named like its file; files of one name get a number. */
  private void writeEach(Checks checks, Rapport whole, RedacteurRapport writer) throws IOException {
    List<String> taken = new ArrayList<>();
    for (int i = 0; i < checks.judged.size(); i++) {
      Rapport one = whole.seul(checks.judged.get(i));
      String name = checks.read.get(i).getFileName().toString().replaceFirst("\\.[^.]*$", "");
      String start = WholeFile.startOfName(name);
      String free = start;
      for (int n = 2; taken.contains(free); n++) {
        free = start + "-" + n;
      }
      taken.add(free);
      WholeFile.write(
          Path.of(output).resolve(free + "." + format.extension()),
          stream -> writer.ecris(one, stream));
    }
  }
}
