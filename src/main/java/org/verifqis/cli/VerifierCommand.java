package org.verifqis.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.verifqis.classeur.FichierRefuse;
import org.verifqis.classeur.GabaritYaml;
import org.verifqis.classeur.LecteurReddition;
import org.verifqis.classeur.Limites;
import org.verifqis.modele.Gabarit;
import org.verifqis.rapport.Erreur;
import org.verifqis.rapport.Rapport;
import org.verifqis.rapport.RedacteurRapport;
import org.verifqis.rapport.Textes;
import org.verifqis.regles.Jugement;
import org.verifqis.regles.Moteur;
import org.verifqis.regles.Parametres;
import org.verifqis.regles.Parametres.ParametresInvalides;
import org.verifqis.regles.Registre;
import org.verifqis.regles.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
  private Format format = Format.CONSOLE;

  @Option(
      names = {"-o", "--sortie", "--output"},
      paramLabel = "FICHIER|DOSSIER",
      descriptionKey = "verifier.sortie")
  private String output;

  @Option(
      names = {"--parametres", "--parameters"},
      paramLabel = "FICHIER",
      descriptionKey = "verifier.parametres")
  private Path parameters;

  @Option(names = "--strict", descriptionKey = "verifier.strict")
  private boolean strict;

  @Option(
      names = {"--limite-taille", "--size-limit"},
      paramLabel = "MO",
      descriptionKey = "verifier.taille")
  private Long megabytes;

  VerifierCommand(Environment environment, Messages messages) {
    this.environment = environment;
    this.messages = messages;
  }

  @Override
  public Integer call() throws IOException {
    Limites limits = limits();
    Parametres values = parametres();
    List<Path> files = InputFiles.of(named);
    if (files.isEmpty()) {
      throw wrongUse("usage.aucunFichier");
    }
    refuseToOverwrite(files);
    Gabarit gabarit = GabaritYaml.charge();
    Textes texts = Textes.charge(messages.language(), gabarit);
    Checks checks =
        check(files, new LecteurReddition(gabarit, limits), new Moteur(Registre.charge(), values));
    try {
      write(checks, texts);
    } catch (IOException e) {
      environment.err().println(messages.text("erreur.ecriture", output));
      return ExitStatus.NOT_READ.code();
    }
    return checks.status(strict).code();
  }

  private Limites limits() {
    if (megabytes == null) {
      return Limites.parDefaut();
    }
    if (megabytes < 1) {
      throw wrongUse("usage.taille");
    }
    return Limites.parDefaut().avecTaille(megabytes);
  }

  private Parametres parametres() {
    Parametres own = Parametres.charge();
    try {
      return parameters == null ? own : own.avec(parameters);
    } catch (ParametresInvalides e) {
      throw wrongUse("parametres." + e.motif(), parameters, e.cle());
    }
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

  /** What checking the files gave, in their order. */
  private record Checks(List<Path> read, List<Jugement> judged, List<Erreur> errors) {
    ExitStatus status(boolean strict) {
      if (!errors.isEmpty()) {
        return ExitStatus.NOT_READ;
      }
      Verdict tolerated = strict ? Verdict.CONFORME : Verdict.INDETERMINE;
      boolean breach = judged.stream().anyMatch(j -> j.verdict().compareTo(tolerated) < 0);
      return breach ? ExitStatus.BREACH : ExitStatus.CLEAN;
    }
  }

  private Checks check(List<Path> files, LecteurReddition reader, Moteur engine) {
    Checks checks = new Checks(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    boolean shown = environment.terminal().interactive() && files.size() >= MANY_FILES;
    try (Progress progress = Progress.of(shown, files.size(), messages, environment.err())) {
      for (Path file : files) {
        try {
          checks.judged.add(engine.juge(reader.lis(file)));
          checks.read.add(file);
        } catch (FichierRefuse e) {
          checks.errors.add(new Erreur(file.getFileName().toString(), refusal(e)));
        }
        progress.step();
      }
    }
    return checks;
  }

  private String refusal(FichierRefuse refused) {
    return messages.text("fichier." + refused.motif(), refused.detail());
  }

  private void write(Checks checks, Textes texts) throws IOException {
    Rapport.Outil tool = new Rapport.Outil(Tool.NAME, Tool.version());
    OffsetDateTime now = OffsetDateTime.now(environment.clock()).withNano(0);
    RedacteurRapport writer = format.writer(texts, environment.terminal(), output != null);
    Rapport whole = new Rapport(tool, now, checks.judged, checks.errors);
    if (output == null) {
      writer.ecris(whole, environment.out());
      environment.out().flush();
      return;
    }
    if (isFolder(output)) {
      writeEach(checks, tool, now, writer);
    } else {
      WholeFile.write(Path.of(output), stream -> writer.ecris(whole, stream));
    }
    checks.errors.forEach(
        error -> environment.err().println(error.fichier() + " : " + error.cause()));
  }

  /**
   * A path that exists says what it is; another is a folder when it ends with a slash, which a Path
   * would lose.
   */
  private static boolean isFolder(String path) {
    return Files.isDirectory(Path.of(path)) || path.endsWith("/") || path.endsWith("\\");
  }

  /** One report a reddition, named like its file; files of one name get a number. */
  private void writeEach(
      Checks checks, Rapport.Outil tool, OffsetDateTime now, RedacteurRapport writer)
      throws IOException {
    List<String> taken = new ArrayList<>();
    for (int i = 0; i < checks.judged.size(); i++) {
      Rapport one = new Rapport(tool, now, List.of(checks.judged.get(i)), List.of());
      String name = checks.read.get(i).getFileName().toString().replaceFirst("\\.[^.]*$", "");
      String free = name;
      for (int n = 2; taken.contains(free); n++) {
        free = name + "-" + n;
      }
      taken.add(free);
      WholeFile.write(
          Path.of(output).resolve(free + "." + format.extension()),
          stream -> writer.ecris(one, stream));
    }
  }
}
