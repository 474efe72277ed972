package org.verifqis.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.verifqis.classeur.Source;
import org.verifqis.classeur.correspondance.Correspondance;
import org.verifqis.ecriture.RedacteurConversion;
import org.verifqis.modele.Reddition;
import org.verifqis.rapport.Mots;
import org.verifqis.service.Guichet;
import org.verifqis.service.Issue;
import org.verifqis.service.Reglages;
import org.verifqis.service.Socle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verifqis convertir}: fills in the official workbook from somebody's own. */
@Command(name = "convertir", aliases = "convert", sortOptions = false)
final class ConvertirCommand implements Callable<Integer> {
  private final Environment environment;
  private final Messages messages;

  @Spec private CommandSpec spec;

  @Parameters(arity = "1", paramLabel = "CLASSEUR", descriptionKey = "convertir.classeur")
  private Path file;

  @Option(
      names = {"--correspondance", "--mapping"},
      required = true,
      paramLabel = "PROFIL|DOSSIER",
      descriptionKey = "verifier.correspondance")
  private Path mapping;

  @Option(
      names = {"-o", "--sortie", "--output"},
      required = true,
      paramLabel = "FICHIER",
      descriptionKey = "convertir.sortie")
  private Path output;

  @Option(
      names = {"--complet", "--whole"},
      descriptionKey = "convertir.complet")
  private boolean whole;

  @Mixin private Overwriting overwriting;

  ConvertirCommand(Environment environment, Messages messages) {
    this.environment = environment;
    this.messages = messages;
  }

  @Override
  public Integer call() throws IOException {
    if (!output.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
      throw messages.wrongUse(spec, "usage.xlsx", output);
    }
    Socle base = Socle.charge(null);
    List<Correspondance> profiles =
        CorrespondanceOption.load(mapping, spec, messages, base.gabarit());
    overwriting.check(output, Kind.TEMPLATE, List.of(file), messages);
    Issue<Reddition> read = new Guichet(base, Reglages.parDefaut(), profiles).lis(Source.de(file));
    if (!read.reussie()) {
      environment.err().println(messages.refusals().ligne(read.erreur()));
      return ExitStatus.NOT_READ.code();
    }
    RedacteurConversion writer =
        new RedacteurConversion(base.gabarit(), Mots.de(messages.language()), whole);
    WholeFile.write(
        output,
        Kind.TEMPLATE,
        overwriting,
        stream -> writer.ecris(read.valeur(), environment.clock().instant(), stream));
    environment.err().println(messages.text("convertir.ecrit", output));
    for (Map.Entry<String, List<String>> missing : writer.manquants(read.valeur()).entrySet()) {
      String fields = String.join(", ", missing.getValue());
      environment
          .err()
          .println(
              fields.isEmpty()
                  ? messages.text("convertir.feuille", missing.getKey())
                  : messages.text("convertir.manque", missing.getKey(), fields));
    }
    return ExitStatus.CLEAN.code();
  }
}
