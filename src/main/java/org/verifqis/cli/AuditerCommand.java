package org.verifqis.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.verifqis.audit.Audit;
import org.verifqis.audit.Demande;
import org.verifqis.audit.Dossier;
import org.verifqis.audit.Durees;
import org.verifqis.audit.Empreintes;
import org.verifqis.audit.Historique;
import org.verifqis.audit.Identites;
import org.verifqis.audit.Memoire;
import org.verifqis.audit.Phase;
import org.verifqis.audit.Resultat;
import org.verifqis.classeur.Source;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Erreur;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Gabarit;
import org.verifqis.rapport.PartieAudit;
import org.verifqis.rapport.Rapport;
import org.verifqis.rapport.RedacteurTableau;
import org.verifqis.rapport.Textes;
import org.verifqis.regles.comparaison.Changement;
import org.verifqis.regles.derogations.Derogations;
import org.verifqis.service.Guichet;
import org.verifqis.service.Reglages;
import org.verifqis.service.Socle;
import org.verifqis.service.Sources;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verifqis auditer}: judges every reddition of a folder, each and all together. */
@Command(name = "auditer", aliases = "audit", sortOptions = false)
final class AuditerCommand implements Callable<Integer> {
  private final Environment environment;
  private final Messages messages;

  @Spec private CommandSpec spec;

  @Parameters(arity = "1", paramLabel = "DOSSIER", descriptionKey = "auditer.dossier")
  private Path folder;

  @Option(names = "--date", paramLabel = "AAAA-MM-JJ", descriptionKey = "auditer.date")
  private String date;

  @Option(
      names = {"--exercices", "--years"},
      paramLabel = "2018-2019..2022-2023",
      descriptionKey = "auditer.exercices")
  private String years;

  @Option(
      names = {"-o", "--sortie", "--output"},
      paramLabel = "DOSSIER",
      descriptionKey = "auditer.sortie")
  private Path output;

  @Option(
      names = "--format",
      split = ",",
      paramLabel = "console|json|csv|html",
      descriptionKey = "auditer.format")
  private Set<AuditFormat> formats;

  @Mixin private PaceOptions pace;

  @Option(
      names = {"--base", "--database"},
      paramLabel = "JDBC-URL",
      descriptionKey = "auditer.base")
  private String database;

  @Option(
      names = {"--reprendre", "--resume"},
      descriptionKey = "auditer.reprendre")
  private boolean resume;

  @Option(
      names = {"--sans-cache", "--no-cache"},
      descriptionKey = "auditer.sansCache")
  private boolean withoutCache;

  @Option(names = "--strict", descriptionKey = "verifier.strict")
  private boolean strict;

  @Mixin private DerogationsOption accepted;

  @Mixin private JudgeOptions options;

  private boolean forgotten;

  AuditerCommand(Environment environment, Messages messages) {
    this.environment = environment;
    this.messages = messages;
  }

  @Override
  public Integer call() throws Exception {
    checkUse();
    Durees stages = new Durees();
    Stopwatch stopwatch = new Stopwatch();
    List<Path> files = Sources.sous(List.of(folder)).stream().map(Source::chemin).toList();
    Reglages bounds = pace.bounds(options.limits(messages), this::wrongUse);
    Identites identities =
        Identites.commence(files, bounds.limites(), bounds.ouvriers(), bounds.delai(), stages);
    Socle base = options.loaded(messages);
    Gabarit gabarit = base.gabarit();
    CompletableFuture<Textes> texts =
        CompletableFuture.supplyAsync(() -> Textes.charge(messages.language(), gabarit));
    Derogations waivers = accepted.load(spec, messages, base);
    Demande request =
        new Demande(folder, files, day(), asked(), waivers, bounds.ouvriers(), bounds.delai());
    Rapport.Outil tool = Rapport.Outil.courant();
    CompletableFuture<Empreintes> fingerprints =
        CompletableFuture.supplyAsync(
            () -> Empreintes.de(tool.version(), base.parametres(), request.texteDesDerogations()));
    Rapport report = null;
    Historique history;
    try {
      history = stages.mesure(Phase.BASE, () -> Historique.ouvre(url(), gabarit, base.registre()));
    } catch (Historique.BaseInutilisable e) {
      forgotten(e);
      return ExitStatus.NOT_READ.code();
    } catch (IOException e) {
      environment.err().println(messages.text("erreur.ecriture", output));
      return ExitStatus.NOT_READ.code();
    }
    Empreintes prints = fingerprints.join();
    boolean written = false;
    // Open until the reports are written: they may ask it for what was found the night before.
    try (history) {
      Memoire memory =
          stages.mesure(
              Phase.BASE, () -> new Memoire(history, request, prints, now(), resume, withoutCache));
      Resultat result;
      try (AuditProgress progress =
          new AuditProgress(
              environment.terminal().interactive(),
              request.fichiers().size(),
              messages,
              environment.err())) {
        result =
            new Audit(new Guichet(base, bounds), memory, stages)
                .fais(request, identities, progress::step);
      }
      List<Changement> changes = stages.mesure(Phase.BASE, () -> changes(memory, result));
      List<Entente> agreements = List.copyOf(gabarit.ententes().values());
      report = report(request, agreements, result, changes);
      written = isWritten(report, result, prints, texts.join(), stages);
      if (written && !forgotten) {
        // Not before: what changed would never be told if the reports are not written.
        stages.mesure(Phase.BASE, () -> ended(memory, result));
      }
    } catch (Historique.BaseInutilisable e) {
      forgotten(e);
    }
    if (!written) {
      return ExitStatus.NOT_READ.code();
    }
    environment.err().println(stopwatch.throughput(messages, request.fichiers().size()));
    environment.err().println(shares(stages));
    return (forgotten ? ExitStatus.NOT_READ : ExitStatus.of(report, strict)).code();
  }

  private boolean isWritten(
      Rapport report, Resultat judged, Empreintes prints, Textes texts, Durees stages)
      throws Exception {
    try {
      stages.mesure(Phase.RAPPORT, () -> write(report, judged, prints, texts));
      return true;
    } catch (IOException e) {
      environment.err().println(messages.text("erreur.ecriture", output));
      return false;
    }
  }

  /** What changed; a history that can't be read costs no report, only its exit status. */
  private List<Changement> changes(Memoire memory, Resultat result) {
    try {
      return memory.changements(result);
    } catch (Historique.BaseInutilisable e) {
      forgotten(e);
      return List.of();
    }
  }

  private Void ended(Memoire memory, Resultat result) {
    memory.termine(result, now());
    return null;
  }

  private void forgotten(Historique.BaseInutilisable cause) {
    if (!forgotten) {
      String key = cause.occupee() ? "auditer.baseOccupee" : "auditer.baseInutilisable";
      environment.err().println(messages.text(key, cause.getMessage()));
      forgotten = true;
    }
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(environment.clock()).withNano(0);
  }

  /** Without a folder and a database to keep it in, the history ends with the process. */
  private String url() throws IOException {
    if (database != null) {
      return database;
    }
    if (output == null) {
      return "jdbc:h2:mem:" + UUID.randomUUID();
    }
    Files.createDirectories(output);
    return Historique.url(output);
  }

  private void checkUse() {
    if (!Files.isDirectory(folder)) {
      throw wrongUse("auditer.pasUnDossier", folder);
    }
    if (output != null && Files.exists(output) && !Files.isDirectory(output)) {
      throw wrongUse("auditer.sortiePasUnDossier", output);
    }
  }

  private List<Exercice> asked() {
    return years == null ? List.of() : Years.parse(years, this::wrongUse);
  }

  private LocalDate day() {
    try {
      return date == null ? LocalDate.now(environment.clock()) : LocalDate.parse(date);
    } catch (DateTimeParseException e) {
      throw wrongUse("usage.valeur", date, "--date");
    }
  }

  private ParameterException wrongUse(String key, Object... values) {
    return new ParameterException(spec.commandLine(), messages.text(key, values));
  }

  private Rapport report(
      Demande request, List<Entente> agreements, Resultat result, List<Changement> changes) {
    List<PartieAudit.Ecarte> setAside =
        result.ensemble().ecartees().stream()
            .map(
                e ->
                    new PartieAudit.Ecarte(
                        e.reddition().fichier().nom(),
                        e.reddition().fichier().sha256(),
                        e.retenue().fichier().nom()))
            .toList();
    List<Exercice> looked = result.ensemble().exercices();
    int reused = (int) result.dossiers().stream().filter(Dossier::reutilise).count();
    return new Rapport(
        Rapport.Outil.courant(),
        now(),
        result.dossiers().stream().map(Dossier::jugement).toList(),
        result.echecs().stream().map(this::error).toList(),
        result.derogations(),
        new PartieAudit(
            request.date(),
            agreements,
            looked,
            result.ensemble().constats(),
            setAside,
            reused,
            changes));
  }

  private Erreur error(Resultat.Echec failure) {
    return new Erreur(Sources.nom(folder, failure.fichier()), failure.refus());
  }

  private Void write(Rapport report, Resultat judged, Empreintes prints, Textes texts)
      throws IOException {
    Set<AuditFormat> wanted = formats == null ? AuditFormat.byDefault(output != null) : formats;
    if (output != null) {
      WholeFile.sweep(output, environment.clock().instant());
      WholeFile.sweep(output.resolve(RedacteurTableau.PAGES), environment.clock().instant());
      Set<AuditFormat> files = EnumSet.copyOf(wanted);
      files.remove(AuditFormat.CONSOLE);
      Resultat.Cles keys = withoutCache ? null : judged.cles();
      new AuditReports(output, texts, environment.terminal(), prints, keys, report)
          .write(report, judged.dossiers(), files);
    }
    for (AuditFormat format : wanted) {
      if (output == null || format == AuditFormat.CONSOLE) {
        format.writer(texts, environment.terminal()).ecris(report, environment.out());
        environment.out().flush();
      }
    }
    return null;
  }

  private String shares(Durees stages) {
    return messages.text(
        "auditer.etapes",
        stages.part(Phase.LECTURE),
        stages.part(Phase.REGLES),
        stages.part(Phase.BASE),
        stages.part(Phase.RAPPORT));
  }
}
