package org.verifqis.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.verifqis.classeur.correspondance.proposition.MemoireProfils;
import org.verifqis.modele.Gabarit;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option by which proposals learn from profiles that were confirmed. */
final class ProfileMemoryOption {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = {"--memoire", "--memory"},
      paramLabel = "DOSSIER",
      descriptionKey = "proposer.memoire")
  private Path memory;

  /** What confirmed profiles say; those that can't be used are told and left out. */
  MemoireProfils load(Gabarit template, Environment environment, Messages messages) {
    if (memory == null) {
      return MemoireProfils.vide();
    }
    if (!Files.isDirectory(memory)) {
      throw messages.wrongUse(spec, "auditer.pasUnDossier", memory);
    }
    try {
      MemoireProfils known = MemoireProfils.lis(memory, template);
      List<String> faults = new ArrayList<>();
      known.inutilisables().forEach(f -> faults.add(messages.faults(f)));
      faults.forEach(
          f -> environment.err().println(messages.text("proposer.memoireEcartee") + " " + f));
      return known;
    } catch (IOException e) {
      throw messages.wrongUse(spec, "proposer.memoireIllisible", memory);
    }
  }
}
