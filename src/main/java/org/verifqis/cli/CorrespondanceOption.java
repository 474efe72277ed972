package org.verifqis.cli;

import java.nio.file.Path;
import java.util.List;
import org.verifqis.classeur.correspondance.Correspondance;
import org.verifqis.classeur.correspondance.CorrespondanceInvalide;
import org.verifqis.classeur.correspondance.LecteurProfil;
import org.verifqis.modele.Gabarit;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option of the commands that read workbooks which are not the template. */
final class CorrespondanceOption {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = {"--correspondance", "--mapping"},
      paramLabel = "PROFIL|DOSSIER",
      descriptionKey = "verifier.correspondance")
  private Path path;

  /** The correspondances; none without the option. */
  List<Correspondance> load(Messages messages, Gabarit template) {
    return path == null ? List.of() : load(path, spec, messages, template);
  }

  /** Those of a file or a folder. */
  static List<Correspondance> load(
      Path path, CommandSpec spec, Messages messages, Gabarit template) {
    return load(path, spec, messages, new LecteurProfil(template));
  }

  /** The same, as a reader takes them. */
  static List<Correspondance> load(
      Path path, CommandSpec spec, Messages messages, LecteurProfil reader) {
    try {
      return reader.lis(path);
    } catch (CorrespondanceInvalide e) {
      throw new ParameterException(spec.commandLine(), messages.faults(e));
    }
  }
}
