package org.verifqis.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.verifqis.rapport.Langue;
import org.verifqis.rapport.Rapport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The command line. Its words stand in {@code messages_fr.properties} and {@code
 * messages_en.properties}.
 */
@Command(
    name = "verifqis",
    synopsisSubcommandLabel = "${bundle:label.COMMANDE}",
    versionProvider = Verifqis.Version.class)
public final class Verifqis implements Runnable {
  /** Québec's clock: reports are dated there, wherever the machine is. */
  private static final ZoneId ZONE = ZoneId.of("America/Toronto");

  /** The commands by their French names, in the order in which the help lists them. */
  private static final Map<String, BiFunction<Environment, Messages, Object>> COMMANDS = commands();

  /** Alone they are answered without any command. */
  private static final Set<String> VERSION = Set.of("-V", "--version");

  @Spec private CommandSpec spec;

  @Option(names = "--lang", paramLabel = "fr|en", scope = ScopeType.INHERIT)
  private Langue lang = Langue.FR;

  @Option(
      names = {"-h", "--aide", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT)
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      scope = ScopeType.INHERIT)
  private boolean version;

  private final Environment environment;

  Verifqis(Environment environment) {
    this.environment = environment;
  }

  /**
   * Runs a command and ends the process with its exit status (rapport.md).
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    Terminal terminal = Terminal.ofProcess(System.getenv());
    // Java's own would write question marks for accents wherever cron leaves the language unset.
    Written report = new Written(new FileOutputStream(FileDescriptor.out));
    System.setOut(stream(report, terminal));
    System.setErr(stream(new FileOutputStream(FileDescriptor.err), terminal));
    int status = run(new Environment(System.out, System.err, Clock.system(ZONE), terminal), args);
    System.exit(whole(report, status, args));
  }

  private static PrintStream stream(OutputStream to, Terminal terminal) {
    return new PrintStream(new BufferedOutputStream(to), true, terminal.charset());
  }

  /** The exit status; where not all of the report was written, that is told. */
  private static int whole(Written report, int status, String... args) {
    System.out.flush();
    if (!report.isCut()) {
      return status;
    }
    System.err.println(Messages.of(language(args)).text("erreur.sortie"));
    return ExitStatus.NOT_READ.code();
  }

  /** Runs a command and returns its exit status. */
  static int run(Environment environment, String... args) {
    Messages messages = Messages.of(language(args));
    CommandLine line = line(environment, messages, args);
    Charset charset = environment.terminal().charset();
    line.setResourceBundle(messages.bundle());
    line.setOut(new PrintWriter(environment.out(), true, charset));
    line.setErr(new PrintWriter(environment.err(), true, charset));
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(environment.terminal().colours() ? Ansi.ON : Ansi.OFF));
    line.setHelpFactory((command, colours) -> new LanguageHelp(command, colours, messages));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(new WrongUse(messages));
    line.setExecutionExceptionHandler(
        (thrown, command, parsed) -> {
          for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof WholeFile.Kept kept) {
              command.getErr().println(messages.text("usage.garde", kept.file()));
              return ExitStatus.WRONG_USE.code();
            }
            if (cause instanceof WholeFile.NotWritten failed) {
              command.getErr().println(messages.notWritten(failed, null));
              return ExitStatus.NOT_READ.code();
            }
          }
          command.getErr().println(messages.text("erreur.interne", thrown.toString()));
          return ExitStatus.NOT_READ.code();
        });
    try {
      return line.execute(args);
    } catch (OutOfMemoryError e) {
      // Left alone it would end the process with the status of a breach.
      line.getErr().println(messages.text("erreur.memoire"));
    } catch (StackOverflowError | LinkageError e) {
      line.getErr().println(messages.text("erreur.interne", e));
    }
    return ExitStatus.NOT_READ.code();
  }

  /** The command line with the command that is called, or all of them. */
  static CommandLine line(Environment environment, Messages messages, String... args) {
    CommandLine line = new CommandLine(new Verifqis(environment));
    commands(args)
        .forEach(
            (name, command) -> line.addSubcommand(name, built(command, environment, messages)));
    return line;
  }

  private static Object built(
      BiFunction<Environment, Messages, Object> command,
      Environment environment,
      Messages messages) {
    Object made = command.apply(environment, messages);
    if (!(made instanceof Several several)) {
      return made;
    }
    CommandLine line = new CommandLine(made);
    several.commands().forEach(line::addSubcommand);
    return line;
  }

  /** The command that is called, where it is told from the first word; else all of them. */
  private static Map<String, BiFunction<Environment, Messages, Object>> commands(String... args) {
    if (args.length == 1 && VERSION.contains(args[0])) {
      return Map.of();
    }
    BiFunction<Environment, Messages, Object> called =
        args.length == 0 ? null : COMMANDS.get(args[0]);
    return called == null ? COMMANDS : Map.of(args[0], called);
  }

  private static Map<String, BiFunction<Environment, Messages, Object>> commands() {
    Map<String, BiFunction<Environment, Messages, Object>> commands = new LinkedHashMap<>();
    commands.put("verifier", VerifierCommand::new);
    commands.put("auditer", AuditerCommand::new);
    commands.put("historique", HistoriqueCommand::new);
    commands.put("statistiques", StatistiquesCommand::new);
    commands.put("annoter", AnnoterCommand::new);
    commands.put("correspondance", CorrespondanceCommand::new);
    commands.put("convertir", ConvertirCommand::new);
    commands.put("gabarit", GabaritCommand::new);
    commands.put("expliquer", ExpliquerCommand::new);
    commands.put("comparer", ComparerCommand::new);
    commands.put("simuler", SimulerCommand::new);
    commands.put("servir", ServirCommand::new);
    commands.put("compte", CompteCommand::new);
    commands.put("journal", JournalCommand::new);
    commands.put("sauvegarde", SauvegardeCommand::new);
    commands.put("restaurer", RestaurerCommand::new);
    commands.put("conservation", ConservationCommand::new);
    commands.put("regles", ReglesCommand::new);
    return Collections.unmodifiableMap(commands);
  }

  /**
   * The language asked for, which the help and the complaints about the command line itself need
   * beforehand.
   */
  private static Langue language(String... args) {
    List<String> words = Arrays.asList(args);
    int option = words.indexOf("--lang");
    if (option >= 0 && option + 1 < args.length) {
      return Langue.de(args[option + 1]);
    }
    return words.stream()
        .filter(word -> word.startsWith("--lang="))
        .map(word -> Langue.de(word.substring("--lang=".length())))
        .findFirst()
        .orElse(Langue.FR);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), Messages.of(lang).text("usage.commande"));
  }

  /** The version of the program, which the build writes into the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      Rapport.Outil tool = Rapport.Outil.courant();
      return new String[] {tool.nom() + " " + tool.version()};
    }
  }
}
