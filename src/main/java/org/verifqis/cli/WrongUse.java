package org.verifqis.cli;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Says what is wrong with a command line, in the user's language: picocli says it in English only.
 */
final class WrongUse implements IParameterExceptionHandler {
  /** What Java makes of a letter that the system's encoding does not have. */
  private static final char UNREADABLE = '\uFFFD';

  private final Messages messages;

  WrongUse(Messages messages) {
    this.messages = messages;
  }

  @Override
  public int handleParseException(ParameterException thrown, String[] args) {
    CommandLine command = thrown.getCommandLine();
    command.getErr().println(complaint(thrown));
    command.getErr().println(messages.text("usage.aide", qualifiedName(command)));
    return ExitStatus.WRONG_USE.code();
  }

  private String complaint(ParameterException thrown) {
    if (thrown instanceof UnmatchedArgumentException unmatched) {
      String unknown = messages.text("usage.inconnu", String.join(" ", unmatched.getUnmatched()));
      List<String> near = unmatched.getSuggestions();
      return near.isEmpty() || thrown.getCommandLine().getParent() != null
          ? unknown
          : unknown + "\n" + messages.text("usage.proche", String.join(", ", near));
    }
    if (thrown instanceof MissingParameterException missing) {
      // A word that was mistyped is why something seems to be missing.
      List<String> unknown = thrown.getCommandLine().getUnmatchedArguments();
      if (!unknown.isEmpty()) {
        return messages.text("usage.inconnu", String.join(" ", unknown));
      }
      String names =
          missing.getMissing().stream().map(this::name).collect(Collectors.joining(", "));
      return messages.text("usage.manquant", names);
    }
    if (thrown.getArgSpec() != null && thrown.getValue() != null) {
      if (thrown.getValue().indexOf(UNREADABLE) >= 0) {
        return messages.text("usage.encodage", thrown.getValue());
      }
      String wrong = messages.text("usage.valeur", thrown.getValue(), name(thrown.getArgSpec()));
      String label = thrown.getArgSpec().paramLabel();
      return label.indexOf('|') < 0
          ? wrong
          : wrong + " " + messages.text("usage.choix", label.replace("|", ", "));
    }
    return thrown.getMessage();
  }

  private String qualifiedName(CommandLine command) {
    return LanguageHelp.qualifiedName(command.getCommandSpec(), messages.language());
  }

  /** Of an option, the name in the user's language. */
  private String name(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option)) {
      return LanguageHelp.label(argument, messages);
    }
    return LanguageHelp.names(option, messages.language()).stream()
        .filter(name -> name.startsWith("--"))
        .findFirst()
        .orElseThrow();
  }
}
