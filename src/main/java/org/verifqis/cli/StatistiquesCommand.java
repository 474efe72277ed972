package org.verifqis.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.verifqis.audit.Compilateur;
import org.verifqis.audit.Compilateur.Compilation;
import org.verifqis.audit.Resultat;
import org.verifqis.classeur.LecteurReddition;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.ecriture.RedacteurTableaux;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Resume;
import org.verifqis.modele.statistiques.Statistiques.Compilee;
import org.verifqis.rapport.BilanStatistique;
import org.verifqis.rapport.BilanStatistique.Laissee;
import org.verifqis.rapport.BilanStatistique.Motif;
import org.verifqis.rapport.Rapport;
import org.verifqis.rapport.RedacteurStatistiques;
import org.verifqis.rapport.Textes;
import org.verifqis.regles.Ensemble;
import org.verifqis.regles.Moteur;
import org.verifqis.regles.Registre;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code verifqis statistiques}: compiles what is compiled by hand from the redditions of years.
 */
@Command(name = "statistiques", aliases = "statistics", sortOptions = false)
final class StatistiquesCommand implements Callable<Integer> {
  /** Forms of the statistics. */
  enum Form {
    CONSOLE,
    JSON,
    CSV,
    XLSX,
    HTML
  }

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
  private Form form = Form.CONSOLE;

  @Option(
      names = {"-o", "--sortie", "--output"},
      paramLabel = "FICHIER",
      descriptionKey = "statistiques.sortie")
  private Path output;

  @Option(names = "--detail", descriptionKey = "statistiques.detail")
  private boolean detail;

  @Option(
      names = {"--workers", "--ouvriers"},
      paramLabel = "N",
      descriptionKey = "auditer.workers")
  private int workers = Workers.most();

  @Option(
      names = {"--delai", "--timeout"},
      paramLabel = "SECONDES",
      descriptionKey = "auditer.delai")
  private int seconds = 120;

  @Mixin private JudgeOptions options;

  StatistiquesCommand(Environment environment, Messages messages) {
    this.environment = environment;
    this.messages = messages;
  }

  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(folder)) {
      throw wrongUse("auditer.pasUnDossier", folder);
    }
    if (workers < 1 || seconds < 1) {
      throw wrongUse("auditer.nombres");
    }
    if (form == Form.XLSX && output == null) {
      throw wrongUse("usage.sortie");
    }
    List<Exercice> asked = Years.parse(years, this::wrongUse);
    List<Path> files = InputFiles.of(List.of(folder));
    if (output != null) {
      for (Path file : files) {
        Overwriting.refuse(output, file, spec, messages);
      }
    }
    Gabarit gabarit = LecteurGabarit.charge();
    Compilation compiled;
    try (AuditProgress progress =
        new AuditProgress(
            environment.terminal().interactive(), files.size(), messages, environment.err())) {
      compiled =
          new Compilateur(
                  new LecteurReddition(gabarit, options.limits(messages)),
                  new Moteur(Registre.charge(), options.parametres(messages)),
                  workers,
                  Duration.ofSeconds(seconds))
              .compile(files, asked, gabarit.ententes().values(), progress::step);
    }
    BilanStatistique statistics =
        new BilanStatistique(
            new Rapport.Outil(Tool.NAME, Tool.version()),
            OffsetDateTime.now(environment.clock()).withNano(0),
            compiled.statistiques(),
            leftOut(compiled),
            compiled.autresExercices(),
            detail);
    try {
      write(new RedacteurStatistiques(Textes.charge(messages.language(), gabarit)), statistics);
    } catch (IOException e) {
      environment.err().println(messages.text("erreur.ecriture", output));
      return ExitStatus.NOT_READ.code();
    }
    return (compiled.echecs().isEmpty() ? ExitStatus.CLEAN : ExitStatus.NOT_READ).code();
  }

  private List<Laissee> leftOut(Compilation compiled) {
    List<Laissee> left = new ArrayList<>();
    for (Resultat.Echec failure : compiled.echecs()) {
      left.add(
          new Laissee(
              failure.fichier().getFileName().toString(),
              Motif.ILLISIBLE,
              Failures.cause(failure.cause(), seconds, messages)));
    }
    for (Resume reddition : compiled.irrecevables()) {
      left.add(new Laissee(reddition.fichier().nom(), Motif.IRRECEVABLE, null));
    }
    for (Ensemble.Ecartee one : compiled.ecartees()) {
      left.add(
          new Laissee(
              one.reddition().fichier().nom(), Motif.REMPLACEE, one.retenue().fichier().nom()));
    }
    for (Compilee one : compiled.statistiques().redditions()) {
      if (!one.apport().projetsLus()) {
        left.add(new Laissee(one.apport().fichier().nom(), Motif.SANS_PROJETS, null));
      }
    }
    return left;
  }

  private void write(RedacteurStatistiques writer, BilanStatistique statistics) throws IOException {
    if (output == null) {
      write(writer, statistics, environment.out());
      environment.out().flush();
    } else {
      WholeFile.write(output, stream -> write(writer, statistics, stream));
    }
  }

  private void write(RedacteurStatistiques writer, BilanStatistique statistics, OutputStream stream)
      throws IOException {
    switch (form) {
      case CONSOLE ->
          writer.console(
              statistics,
              environment.terminal().width(),
              output == null ? environment.terminal().charset() : UTF_8,
              stream);
      case JSON -> writer.json(statistics, stream);
      case CSV -> writer.csv(statistics, stream);
      case HTML -> writer.html(statistics, stream);
      case XLSX ->
          RedacteurTableaux.ecris(
              writer.titre(statistics),
              writer.tableaux(statistics, true),
              statistics.genereLe().toInstant(),
              stream);
    }
  }

  private ParameterException wrongUse(String key, Object... values) {
    return new ParameterException(spec.commandLine(), messages.text(key, values));
  }
}
