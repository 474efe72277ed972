package org.verifqis.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.verifqis.rapport.Langue;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The help of a command by the names of one language. Commands and options have a name in each, all
 * of which are understood; picocli would tell the shortest one.
 */
final class LanguageHelp extends Help {
  private static final Pattern WORD = Pattern.compile("\\p{Lu}{2,}");
  private static final String LABEL = "label.";

  /** Picocli ends lines after an apostrophe. */
  private static final Pattern CUT = Pattern.compile("\\h*(\\S*’)\\R(\\h*)");

  private final Messages messages;
  private final Langue language;

  LanguageHelp(CommandSpec command, ColorScheme colours, Messages messages) {
    super(command, colours);
    this.messages = messages;
    this.language = messages.language();
  }

  /**
   * The names of an option in a language: the short ones, and of the long ones the first half in
   * French, the other half in English. One alone is of both.
   */
  static List<String> names(OptionSpec option, Langue language) {
    List<String> names = new ArrayList<>();
    List<String> longOnes = new ArrayList<>();
    for (String name : option.names()) {
      (name.startsWith("--") ? longOnes : names).add(name);
    }
    int half = longOnes.size() / 2;
    if (half == 0) {
      names.addAll(longOnes);
    } else {
      boolean french = language == Langue.FR;
      names.addAll(french ? longOnes.subList(0, half) : longOnes.subList(half, longOnes.size()));
    }
    return names;
  }

  /** The name of a command in a language: the English one is its alias, if it has any. */
  static String name(CommandSpec command, Langue language) {
    String[] aliases = command.aliases();
    return language == Langue.FR || aliases.length == 0 ? command.name() : aliases[0];
  }

  /** The same after the commands that it belongs to. */
  static String qualifiedName(CommandSpec command, Langue language) {
    String name = name(command, language);
    return command.parent() == null ? name : qualifiedName(command.parent(), language) + " " + name;
  }

  /** What stands for the value of an option or of a parameter: its words in a language. */
  static String label(ArgSpec argument, Messages messages) {
    return WORD.matcher(argument.paramLabel())
        .replaceAll(
            word -> {
              String key = LABEL + word.group();
              boolean known = messages.bundle().containsKey(key);
              return Matcher.quoteReplacement(known ? messages.text(key) : word.group());
            });
  }

  private OptionSpec own(OptionSpec option) {
    return OptionSpec.builder(option)
        .names(names(option, language).toArray(String[]::new))
        .description(option.description())
        .paramLabel(label(option, messages))
        .build();
  }

  @Override
  public IParamLabelRenderer parameterLabelRenderer() {
    IParamLabelRenderer renderer = super.parameterLabelRenderer();
    return new IParamLabelRenderer() {
      @Override
      public Text renderParameterLabel(ArgSpec argument, Ansi ansi, List<IStyle> styles) {
        ArgSpec shown =
            argument instanceof PositionalParamSpec parameter
                ? PositionalParamSpec.builder(parameter)
                    .paramLabel(label(parameter, messages))
                    .build()
                : argument;
        return renderer.renderParameterLabel(shown, ansi, styles);
      }

      @Override
      public String separator() {
        return renderer.separator();
      }
    };
  }

  @Override
  public IOptionRenderer createDefaultOptionRenderer() {
    IOptionRenderer renderer = super.createDefaultOptionRenderer();
    return (option, label, colours) -> renderer.render(own(option), label, colours);
  }

  @Override
  protected Text createDetailedSynopsisOptionsText(
      Collection<ArgSpec> done,
      List<OptionSpec> options,
      Comparator<OptionSpec> order,
      boolean clustered) {
    return super.createDetailedSynopsisOptionsText(
        done, options.stream().map(this::own).toList(), order, clustered);
  }

  /** Picocli asks the commands themselves, which are told by their French names everywhere else. */
  @Override
  protected String insertSynopsisCommandName(int heading, Text details) {
    List<CommandSpec> commands = new ArrayList<>();
    for (CommandSpec at = commandSpec(); at != null; at = at.parent()) {
      commands.add(at);
    }
    List<String> names = commands.stream().map(CommandSpec::name).toList();
    commands.forEach(command -> command.name(name(command, language)));
    try {
      return super.insertSynopsisCommandName(heading, details);
    } finally {
      for (int i = 0; i < commands.size(); i++) {
        commands.get(i).name(names.get(i));
      }
    }
  }

  private static String whole(String text) {
    return CUT.matcher(text).replaceAll("\n$2$1");
  }

  @Override
  public String header(Object... values) {
    return whole(super.header(values));
  }

  @Override
  public String optionList() {
    return whole(super.optionList());
  }

  @Override
  public String parameterList() {
    return whole(super.parameterList());
  }

  @Override
  public String commandList() {
    return whole(super.commandList());
  }

  @Override
  public Text commandNamesText(String separator) {
    return colorScheme().commandText(name(commandSpec(), language));
  }
}
