package org.verifqis.cli;

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
  private final Messages messages;

  WrongUse(Messages messages) {
    this.messages = messages;
  }

  @Override
  public int handleParseException(ParameterException thrown, String[] args) {
    CommandLine command = thrown.getCommandLine();
    command.getErr().println(complaint(thrown));
    command.getErr().println(messages.text("usage.aide", command.getCommandSpec().qualifiedName()));
    return ExitStatus.WRONG_USE.code();
  }

  private String complaint(ParameterException thrown) {
    if (thrown instanceof UnmatchedArgumentException unmatched) {
      return messages.text("usage.inconnu", String.join(" ", unmatched.getUnmatched()));
    }
    if (thrown instanceof MissingParameterException missing) {
      String names =
          missing.getMissing().stream().map(WrongUse::name).collect(Collectors.joining(", "));
      return messages.text("usage.manquant", names);
    }
    if (thrown.getArgSpec() != null && thrown.getValue() != null) {
      return messages.text("usage.valeur", thrown.getValue(), name(thrown.getArgSpec()));
    }
    return thrown.getMessage();
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
