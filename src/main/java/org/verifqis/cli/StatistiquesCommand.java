package org.verifqis.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import org.verifqis.audit.Historique;
import org.verifqis.classeur.Source;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Exercice;
import org.verifqis.rapport.BilanStatistique;
import org.verifqis.rapport.RedacteurStatistiques;
import org.verifqis.rapport.Textes;
import org.verifqis.service.Compilation;
import org.verifqis.service.Guichet;
import org.verifqis.service.Reglages;
import org.verifqis.service.Socle;
import org.verifqis.service.Sources;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code verifqis statistiques}: compiles what is compiled by hand from the redditions of years.
 */
@Command(name = "statistiques", aliases = "statistics", sortOptions = false)
final class StatistiquesCommand implements Callable<Integer> {
  private final Environment environment;
  private final Messages messages;

  @Spec private CommandSpec spec;

  @Parameters(arity = "1", paramLabel = "DOSSIER", descriptionKey = "statistiques.dossier")
  private Path folder;

  @Option(
      names = {"--exercices", "--exercice", "--years", "--year"},
      required = true,
      paramLabel = "2018-2019..2022-2023",
      descriptionKey = "statistiques.exercices")
  private String years;

  @Option(
      names = "--format",
      paramLabel = "console|json|csv|xlsx|html",
      descriptionKey = "statistiques.format")
  private StatisticsForm form = StatisticsForm.CONSOLE;

  @Option(
      names = {"-o", "--sortie", "--output"},
      paramLabel = "FICHIER",
      descriptionKey = "statistiques.sortie")
  private Path output;

  @Mixin private AgreementsOption agreements;

  @Option(
      names = {"--par-exercice", "--by-year"},
      descriptionKey = "statistiques.parExercice")
  private boolean byYear;

  @Option(names = "--detail", descriptionKey = "statistiques.detail")
  private boolean detail;

  @Mixin private Overwriting overwriting;

  @Mixin private PaceOptions pace;

  @Mixin private CorrespondanceOption mapping;

  @Mixin private HistoryOption history;

  @Mixin private JudgeOptions options;

  StatistiquesCommand(Environment environment, Messages messages) {
    this.environment = environment;
    this.messages = messages;
  }

  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(folder)) {
      throw options.wrongUse(messages, "auditer.pasUnDossier", folder);
    }
    if (form == StatisticsForm.XLSX && output == null) {
      throw options.wrongUse(messages, "usage.sortie");
    }
    Reglages bounds =
        pace.bounds(
            options.limits(messages), (key, values) -> options.wrongUse(messages, key, values));
    List<Exercice> asked =
        Years.parse(years, (key, values) -> options.wrongUse(messages, key, values));
    List<Source> sources = Sources.sous(List.of(folder));
    if (output != null) {
      List<Path> read = sources.stream().map(Source::chemin).toList();
      overwriting.check(output, form.kind(), read, messages);
    }
    Socle base = options.loaded(messages);
    List<Entente> wanted = agreements.wanted(base.gabarit().ententes().values(), messages);
    Guichet counter = new Guichet(base, bounds, mapping.load(messages, base.gabarit()));
    Compilation compiled;
    try (Historique known = history.open(base, environment, messages);
        AuditProgress progress =
            new AuditProgress(
                environment.terminal().interactive(),
                sources.size(),
                messages,
                environment.err())) {
      compiled =
          counter.compile(
              sources, asked, wanted, history.kept(known, counter, now()), progress::step);
    }
    BilanStatistique statistics = BilanStatistique.de(compiled, now(), byYear, detail);
    try {
      Textes texts = Textes.charge(messages.language(), base.gabarit());
      write(new RedacteurStatistiques(texts), statistics);
    } catch (IOException e) {
      environment.err().println(messages.notWritten(e, output));
      return ExitStatus.NOT_READ.code();
    }
    return (compiled.erreurs().isEmpty() ? ExitStatus.CLEAN : ExitStatus.NOT_READ).code();
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(environment.clock()).withNano(0);
  }

  private void write(RedacteurStatistiques writer, BilanStatistique statistics) throws IOException {
    Terminal terminal = environment.terminal();
    if (output == null) {
      form.write(writer, statistics, terminal, false, environment.out());
      environment.out().flush();
    } else {
      WholeFile.write(
          output,
          form.kind(),
          overwriting,
          stream -> form.write(writer, statistics, terminal, true, stream));
    }
  }
}
