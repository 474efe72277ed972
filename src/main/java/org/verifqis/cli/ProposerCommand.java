package org.verifqis.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.verifqis.classeur.Limites;
import org.verifqis.classeur.Source;
import org.verifqis.classeur.correspondance.proposition.MemoireProfils;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.proposition.Proposition;
import org.verifqis.rapport.RedacteurProposition;
import org.verifqis.rapport.Textes;
import org.verifqis.service.Guichet;
import org.verifqis.service.Issue;
import org.verifqis.service.Reglages;
import org.verifqis.service.Socle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code verifqis correspondance proposer}: how a workbook may be read, to be confirmed. */
@Command(name = "proposer", aliases = "propose", sortOptions = false)
final class ProposerCommand implements Callable<Integer> {
  private static final String YAML = ".yaml";
  private static final String HTML = ".html";

  private final Environment environment;
  private final Messages messages;

  /** What it writes beside the profile. */
  enum Form {
    CONSOLE,
    HTML
  }

  @Parameters(arity = "1", paramLabel = "CLASSEUR", descriptionKey = "convertir.classeur")
  private Path file;

  @Option(
      names = {"-o", "--sortie", "--output"},
      paramLabel = "PROFIL",
      descriptionKey = "proposer.sortie")
  private Path output;

  @Mixin private ProfileMemoryOption memory;

  @Option(
      names = {"--exercice", "--year"},
      paramLabel = "2021-2022",
      descriptionKey = "proposer.exercice")
  private String year;

  @Option(names = "--format", paramLabel = "console|html", descriptionKey = "proposer.format")
  private Form form = Form.CONSOLE;

  @Mixin private Overwriting overwriting;

  @Mixin private JudgeOptions options;

  ProposerCommand(Environment environment, Messages messages) {
    this.environment = environment;
    this.messages = messages;
  }

  @Override
  public Integer call() throws IOException {
    Limites limits = options.limits(messages);
    Exercice told = year == null ? null : year();
    if (form == Form.HTML && output == null) {
      throw options.wrongUse(messages, "usage.sortie");
    }
    Path profile = output == null ? null : profile();
    Path page = form == Form.HTML ? page() : null;
    if (profile != null) {
      overwriting.check(profile, Kind.PROFILE, List.of(file), messages);
    }
    if (page != null) {
      overwriting.check(page, Kind.HTML, List.of(file), messages);
    }
    Socle base = options.loaded(messages);
    MemoireProfils known = memory.load(base.gabarit(), environment, messages);
    Issue<Proposition> proposed =
        new Guichet(base, Reglages.parDefaut().avec(limits)).propose(Source.de(file), known, told);
    if (!proposed.reussie()) {
      environment.err().println(messages.refusals().ligne(proposed.erreur()));
      return ExitStatus.NOT_READ.code();
    }
    Textes texts = Textes.charge(messages.language(), base.gabarit());
    RedacteurProposition writer = new RedacteurProposition(texts, base.gabarit());
    Proposition proposal = proposed.valeur();
    writer.console(proposal, environment.terminal().charset(), environment.out());
    environment.out().flush();
    if (proposal.blocs().isEmpty()) {
      return ExitStatus.NOT_READ.code();
    }
    return write(writer, proposal, profile, page);
  }

  private Integer write(
      RedacteurProposition writer, Proposition proposal, Path profile, Path page) {
    Path written = profile;
    try {
      if (profile != null) {
        WholeFile.write(
            profile, Kind.PROFILE, overwriting, stream -> writer.yaml(proposal, stream));
        environment.err().println(messages.text("proposer.ecrit", profile));
      }
      if (page != null) {
        written = page;
        WholeFile.write(page, Kind.HTML, overwriting, stream -> writer.html(proposal, stream));
        environment.err().println(messages.text("proposer.page", page));
      }
    } catch (IOException e) {
      environment.err().println(messages.notWritten(e, written));
      return ExitStatus.NOT_READ.code();
    }
    return ExitStatus.CLEAN.code();
  }

  private Exercice year() {
    List<Exercice> years =
        Years.parse(year, (key, values) -> options.wrongUse(messages, key, values));
    if (years.size() != 1) {
      throw options.wrongUse(messages, "proposer.unExercice", year);
    }
    return years.get(0);
  }

  private boolean isPage() {
    return output.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(HTML);
  }

  private Path profile() {
    return isPage() && form == Form.HTML ? beside(YAML) : output;
  }

  private Path page() {
    return isPage() ? output : beside(HTML);
  }

  private Path beside(String ending) {
    String name = output.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    return output.resolveSibling(name + ending);
  }
}
