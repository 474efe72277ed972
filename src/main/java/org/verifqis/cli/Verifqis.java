package org.verifqis.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.verifqis.rapport.Langue;
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
    synopsisSubcommandLabel = "COMMANDE",
    versionProvider = Verifqis.Version.class,
    subcommands = {
      VerifierCommand.class,
      AuditerCommand.class,
      AnnoterCommand.class,
      GabaritCommand.class,
      ExpliquerCommand.class,
      ComparerCommand.class,
      SimulerCommand.class,
      ReglesCommand.class
    })
public final class Verifqis implements Runnable {
  /** Québec's clock: reports are dated there, wherever the machine is. */
  private static final ZoneId ZONE = ZoneId.of("America/Toronto");

  @Spec private CommandSpec spec;

  @Option(names = "--lang", paramLabel = "fr|en", scope = ScopeType.INHERIT)
  private Langue lang = Langue.FR;

  @Option(
      names = {"-h", "--help", "--aide"},
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
    Environment environment =
        new Environment(
            System.out, System.err, Clock.system(ZONE), Terminal.ofProcess(System.getenv()));
    System.exit(run(environment, args));
  }

  /** Runs a command and returns its exit status. */
  static int run(Environment environment, String... args) {
    Messages messages = Messages.of(language(args));
    Verifqis root = new Verifqis(environment);
    CommandLine line = new CommandLine(root, new Factory(environment, messages));
    Charset charset = environment.terminal().charset();
    line.setResourceBundle(messages.bundle());
    line.setOut(new PrintWriter(environment.out(), true, charset));
    line.setErr(new PrintWriter(environment.err(), true, charset));
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(environment.terminal().colours() ? Ansi.ON : Ansi.OFF));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(new WrongUse(messages));
    line.setExecutionExceptionHandler(
        (thrown, command, parsed) -> {
          command.getErr().println(messages.text("erreur.interne", thrown.toString()));
          return ExitStatus.NOT_READ.code();
        });
    return line.execute(args);
  }

  /**
   * The language asked for, which the help and the complaints about the command line itself need
   * beforehand.
   */
  private static Langue language(String... args) {
    List<String> words = Arrays.asList(args);
    int option = words.indexOf("--lang");
    boolean english =
        words.contains("--lang=en")
            || option >= 0 && option + 1 < args.length && args[option + 1].equals("en");
    return english ? Langue.EN : Langue.FR;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), Messages.of(lang).text("usage.commande"));
  }

  /** Gives commands what they need of the process, so that tests can give them something else. */
  private record Factory(Environment environment, Messages messages)
      implements CommandLine.IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
      if (type == VerifierCommand.class) {
        return type.cast(new VerifierCommand(environment, messages));
      }
      if (type == AuditerCommand.class) {
        return type.cast(new AuditerCommand(environment, messages));
      }
      if (type == ReglesCommand.class) {
        return type.cast(new ReglesCommand(environment, messages));
      }
      if (type == GabaritCommand.class) {
        return type.cast(new GabaritCommand(environment, messages));
      }
      if (type == AnnoterCommand.class) {
        return type.cast(new AnnoterCommand(environment, messages));
      }
      if (type == ExpliquerCommand.class) {
        return type.cast(new ExpliquerCommand(environment, messages));
      }
      if (type == ComparerCommand.class) {
        return type.cast(new ComparerCommand(environment, messages));
      }
      if (type == SimulerCommand.class) {
        return type.cast(new SimulerCommand(environment, messages));
      }
      return CommandLine.defaultFactory().create(type);
    }
  }

  /** The version of the program, which the build writes into the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {Tool.NAME + " " + Tool.version()};
    }
  }
}
