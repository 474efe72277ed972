package org.verifqis.cli;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.verifqis.regles.derogations.Derogations;
import org.verifqis.regles.derogations.DerogationsInvalides;
import org.verifqis.regles.derogations.DerogationsInvalides.Defaut;
import org.verifqis.regles.derogations.DerogationsInvalides.Motif;
import org.verifqis.service.Socle;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The option of the commands that judge redditions with what staff accept. */
final class DerogationsOption {
  /** Beyond so many faults a file is most likely another one. */
  private static final int SHOWN = 20;

  @Option(
      names = {"--derogations", "--waivers"},
      paramLabel = "FICHIER",
      descriptionKey = "verifier.derogations")
  private Path file;

  /** The dérogations of the file; null without one. */
  Derogations load(CommandSpec spec, Messages messages, Socle base) {
    if (file == null) {
      return null;
    }
    try {
      return Derogations.charge(file, base.registre(), base.gabarit());
    } catch (DerogationsInvalides e) {
      String faults =
          e.defauts().stream()
              .limit(SHOWN)
              .map(fault -> "\n  " + fault(messages, fault))
              .collect(Collectors.joining());
      int more = e.defauts().size() - SHOWN;
      throw new ParameterException(
          spec.commandLine(),
          messages.text("derogations.invalides", file)
              + faults
              + (more > 0 ? "\n  " + messages.text("derogations.autres", more) : ""));
    }
  }

  private static String fault(Messages messages, Defaut fault) {
    Object[] details = fault.details().toArray();
    String what =
        fault.motif() == Motif.FORME
            ? messages.text(
                "derogations.FORME", details[0], details[1], form(messages, fault.details().get(1)))
            : messages.text("derogations." + fault.motif(), details);
    if (fault.ligne() == 0) {
      return what;
    }
    return fault.numero() == 0
        ? messages.text("derogations.ligne", fault.ligne(), what)
        : messages.text("derogations.entree", fault.ligne(), fault.numero(), what);
  }

  /** How a value of that key is written. */
  private static String form(Messages messages, String key) {
    String own = "derogations.forme." + key;
    return messages.text(messages.bundle().containsKey(own) ? own : "derogations.forme");
  }
}
