package org.verifqis.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.verifqis.classeur.Source;
import org.verifqis.ecriture.RedacteurGabarit;
import org.verifqis.modele.Contenu;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Erreur;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Refus;
import org.verifqis.rapport.Langue;
import org.verifqis.rapport.Mots;
import org.verifqis.rapport.PhrasesReprise;
import org.verifqis.rapport.PhrasesReprise.Notice;
import org.verifqis.service.Guichet;
import org.verifqis.service.Issue;
import org.verifqis.service.Preparation;
import org.verifqis.service.Reglages;
import org.verifqis.service.Socle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code verifqis gabarit}: makes the official workbook, to be filled in. */
@Command(name = "gabarit", aliases = "template", sortOptions = false)
final class GabaritCommand implements Callable<Integer> {
  private static final Pattern EXERCICE = Pattern.compile("(\\d{4})-(\\d{4})");

  private final Environment environment;
  private final Messages messages;

  @Spec private CommandSpec spec;

  @Option(
      names = {"-o", "--sortie", "--output"},
      required = true,
      paramLabel = "FICHIER",
      descriptionKey = "gabarit.sortie")
  private Path output;

  @Option(
      names = {"--entente", "--agreement"},
      paramLabel = "ALL-14",
      descriptionKey = "gabarit.entente")
  private String ententeCode;

  @Option(
      names = {"--exercice", "--year"},
      paramLabel = "2022-2023",
      descriptionKey = "gabarit.exercice")
  private String exerciceName;

  @Option(
      names = {"--precedente", "--previous"},
      paramLabel = "FICHIER",
      descriptionKey = "gabarit.precedente")
  private Path previous;

  @Mixin private Overwriting overwriting;

  GabaritCommand(Environment environment, Messages messages) {
    this.environment = environment;
    this.messages = messages;
  }

  @Override
  public Integer call() throws IOException {
    Socle base = Socle.charge(null);
    Entente entente = ententeCode == null ? null : entente(base);
    Exercice exercice = exerciceName == null ? null : exercice(base);
    if (!output.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
      throw messages.wrongUse(spec, "usage.xlsx", output);
    }
    List<Path> read = previous == null ? List.of() : List.of(previous);
    overwriting.check(output, Kind.TEMPLATE, read, messages);
    Issue<Preparation> prepared =
        new Guichet(base, Reglages.parDefaut())
            .prepare(entente, exercice, previous == null ? null : Source.de(previous));
    if (!prepared.reussie()) {
      return refused(prepared.erreur());
    }
    Contenu content = prepared.valeur().preremplissage().contenu();
    Notice inTheWorkbook = notice(prepared.valeur(), Langue.FR, base);
    WholeFile.write(
        output,
        Kind.TEMPLATE,
        overwriting,
        stream ->
            new RedacteurGabarit(base.gabarit())
                .ecris(content, inTheWorkbook, environment.clock().instant(), stream));
    environment.err().println(messages.text("gabarit.ecrit", output));
    Notice said = notice(prepared.valeur(), messages.language(), base);
    if (said != null) {
      environment.err().println(said.titre());
      said.lignes().forEach(line -> environment.err().println("  " + line));
    }
    return ExitStatus.CLEAN.code();
  }

  /** What the workbook took over of last year's; the workbook itself says it in French. */
  private static Notice notice(Preparation prepared, Langue language, Socle base) {
    return new PhrasesReprise(Mots.de(language), base.gabarit()).notice(prepared);
  }

  private int refused(Erreur error) {
    Refus.Motif reason = error.refus().motif();
    if (reason == Refus.Motif.AUTRE_EXERCICE || reason == Refus.Motif.AUTRE_ENTENTE) {
      throw new ParameterException(spec.commandLine(), messages.refusals().cause(error.refus()));
    }
    environment.err().println(messages.refusals().ligne(error));
    return ExitStatus.NOT_READ.code();
  }

  private Entente entente(Socle base) {
    Entente found = base.gabarit().ententes().get(ententeCode.toUpperCase(Locale.ROOT));
    if (found == null) {
      String codes = String.join(", ", base.gabarit().ententes().keySet());
      throw messages.wrongUse(spec, "usage.entente", ententeCode, codes);
    }
    return found;
  }

  private Exercice exercice(Socle base) {
    Matcher matcher = EXERCICE.matcher(exerciceName);
    boolean consecutive =
        matcher.matches()
            && Integer.parseInt(matcher.group(2)) == Integer.parseInt(matcher.group(1)) + 1;
    Exercice found = consecutive ? new Exercice(Integer.parseInt(matcher.group(1))) : null;
    if (found == null || base.registre().edition(found).isEmpty()) {
      throw messages.wrongUse(spec, "usage.exercice", exerciceName);
    }
    return found;
  }
}
