package org.verifqis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PropertyResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verifqis.rapport.Langue;
import org.verifqis.rapport.Mots;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Each language has its own names of commands and options, in the help and in every message. */
class LanguageHelpTest {
  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*");
  private static final Pattern COMMAND = Pattern.compile("(?<!./)verifqis ([a-z]+)");

  private static Langue other(Langue language) {
    return language == Langue.FR ? Langue.EN : Langue.FR;
  }

  private static List<CommandLine> commands() {
    List<CommandLine> commands = new ArrayList<>();
    CommandLine top = Verifqis.line(null, Messages.of(Langue.FR));
    commands.add(top);
    for (CommandLine command : below(top)) {
      commands.add(command);
      commands.addAll(below(command));
    }
    return commands;
  }

  /** Those below a command, which stand under each of their names. */
  private static List<CommandLine> below(CommandLine command) {
    return command.getSubcommands().values().stream().distinct().toList();
  }

  private static Set<String> names(Langue language) {
    return commands().stream()
        .flatMap(command -> command.getCommandSpec().options().stream())
        .flatMap(option -> LanguageHelp.names(option, language).stream())
        .filter(name -> name.startsWith("--"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> commandNames(Langue language) {
    return commands().stream()
        .map(command -> LanguageHelp.name(command.getCommandSpec(), language))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String help(CommandLine command, Langue language) {
    List<Object> words = new ArrayList<>();
    for (CommandLine at = command; at.getParent() != null; at = at.getParent()) {
      words.add(0, at.getCommandName());
    }
    words.addAll(List.of("--help", "--lang", language.code()));
    return Run.of(words.toArray()).out();
  }

  @ParameterizedTest
  @EnumSource
  void theHelpTellsTheNamesOfItsLanguageOnly(Langue language) {
    Set<String> foreign = new TreeSet<>(names(other(language)));
    foreign.removeAll(names(language));
    for (CommandLine command : commands()) {
      String help = help(command, language);
      assertThat(help)
          .contains(LanguageHelp.qualifiedName(command.getCommandSpec(), language) + " ");
      for (OptionSpec option : command.getCommandSpec().options()) {
        assertThat(help).contains(LanguageHelp.names(option, language));
        if (!option.descriptionKey().isEmpty()) {
          String said = Messages.of(language).bundle().getString(option.descriptionKey());
          assertThat(help.replaceAll("\\s+", "")).contains(said.replaceAll("\\s+", ""));
        }
      }
      assertThat(words(OPTION, help))
          .as(command.getCommandName())
          .doesNotContainAnyElementsOf(foreign);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aMessageNamesWhatItsReaderCanType(Langue language) {
    Set<String> options = names(language);
    Set<String> commands = commandNames(language);
    List<String> texts = new ArrayList<>(texts(Messages.class, language));
    texts.addAll(texts(Mots.class, language));
    for (String text : texts) {
      assertThat(options).as(text).containsAll(words(OPTION, text));
      if (text.contains("%nExample") || text.contains("%nExemple")) {
        assertThat(commands).as(text).containsAll(words(COMMAND, text));
      }
    }
  }

  private static List<String> texts(Class<?> where, Langue language) {
    String name = "messages_" + language.code() + ".properties";
    try (InputStream stream = where.getResourceAsStream(name)) {
      PropertyResourceBundle bundle =
          new PropertyResourceBundle(new InputStreamReader(stream, StandardCharsets.UTF_8));
      return bundle.keySet().stream().map(bundle::getString).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> words(Pattern pattern, String text) {
    List<String> words = new ArrayList<>();
    for (Matcher found = pattern.matcher(text); found.find(); ) {
      words.add(found.group(found.groupCount()));
    }
    return words;
  }

  @ParameterizedTest
  @EnumSource
  void bothLanguagesAreUnderstoodWhateverTheOther(Langue language) {
    for (CommandLine command : commands()) {
      for (OptionSpec option : command.getCommandSpec().options()) {
        long longOnes = Arrays.stream(option.names()).filter(n -> n.startsWith("--")).count();
        assertThat(longOnes == 1 || longOnes % 2 == 0).as(option.toString()).isTrue();
        assertThat(option.names())
            .contains(LanguageHelp.names(option, language).toArray(String[]::new));
      }
    }
  }
}
