package org.verifqis.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.verifqis.audit.AuditDesDepots;
import org.verifqis.audit.Demande;
import org.verifqis.audit.Durees;
import org.verifqis.audit.Identites;
import org.verifqis.classeur.Source;
import org.verifqis.classeur.correspondance.Correspondance;
import org.verifqis.modele.Exercice;
import org.verifqis.rapport.Textes;
import org.verifqis.regles.derogations.Derogations;
import org.verifqis.service.Guichet;
import org.verifqis.service.Reglages;
import org.verifqis.service.Socle;
import org.verifqis.service.Sources;
import org.verifqis.service.depot.Greffe;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code verifqis auditer}: judges every reddition of a folder, or all that is filed, each and all
 * together.
 */
@Command(name = "auditer", aliases = "audit", sortOptions = false)
final class AuditerCommand implements Callable<Integer> {
  private final Environment environment;
  private final Messages messages;

  @Spec private CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "DOSSIER", descriptionKey = "auditer.dossier")
  private Path folder;

  @Option(
      names = {"--depots", "--filings"},
      arity = "0..1",
      paramLabel = "JDBC-URL",
      fallbackValue = Greffe.ICI,
      descriptionKey = "auditer.depots")
  private String filings;

  @Mixin private SpanOptions span;

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

  @Mixin private MemoryOptions memory;

  @Mixin private ExitOptions exit;

  @Mixin private Overwriting overwriting;

  @Mixin private DerogationsOption accepted;

  @Mixin private CorrespondanceOption mapping;

  @Mixin private JudgeOptions options;

  AuditerCommand(Environment environment, Messages messages) {
    this.environment = environment;
    this.messages = messages;
  }

  @Override
  public Integer call() throws Exception {
    checkUse();
    if (filings == null) {
      return audit(null).code();
    }
    return new FilingsAudit(environment, messages).of(filings, this::audit).code();
  }

  /** Audits the folder, or what is filed where that is given. */
  private ExitStatus audit(AuditDesDepots filed) throws Exception {
    Durees stages = new Durees();
    Stopwatch stopwatch = new Stopwatch();
    List<Path> files =
        filed == null
            ? Sources.sous(List.of(folder)).stream().map(Source::chemin).toList()
            : filed.fichiers();
    Set<AuditFormat> wanted = AuditFormat.wanted(formats, output);
    if (output != null) {
      AuditReports.check(output, wanted, overwriting, files, messages);
    }
    Reglages bounds =
        pace.bounds(
            options.limits(messages), (key, values) -> messages.wrongUse(spec, key, values));
    Identites identities =
        Identites.commence(files, bounds.limites(), bounds.ouvriers(), bounds.delai(), stages);
    Socle base = filed == null ? options.loaded(messages) : under(filed);
    CompletableFuture<Textes> texts =
        CompletableFuture.supplyAsync(() -> Textes.charge(messages.language(), base.gabarit()));
    Derogations waivers = accepted.load(spec, messages, base);
    LocalDate day = span.day(environment, messages);
    List<Exercice> asked = span.asked(messages);
    Demande request =
        filed == null
            ? new Demande(folder, files, day, asked, waivers, bounds.ouvriers(), bounds.delai())
            : filed.demande(day, asked, bounds);
    List<Correspondance> profiles = mapping.load(messages, base.gabarit());
    AuditRun.Wish wish = memory.wish(output, wanted, overwriting, filings, filed);
    AuditRun run =
        new AuditRun(environment, messages, new Guichet(base, bounds, profiles), wish, stages);
    return run.of(request, identities, texts, stopwatch, exit);
  }

  /** Under the figures that the staff published, and those of a file over them. */
  private Socle under(AuditDesDepots filed) {
    Socle own = Socle.charge(null);
    return own.avec(options.parametres(messages, filed.chiffres(own.parametres())));
  }

  private void checkUse() {
    if ((folder == null) == (filings == null)) {
      throw messages.wrongUse(spec, "auditer.quoi");
    }
    if (filings != null && accepted.isGiven()) {
      throw messages.wrongUse(spec, "auditer.depots.derogations");
    }
    if (folder != null && !Files.isDirectory(folder)) {
      throw messages.wrongUse(spec, "auditer.pasUnDossier", folder);
    }
    if (output != null && Files.exists(output) && !Files.isDirectory(output)) {
      throw messages.wrongUse(spec, "auditer.sortiePasUnDossier", output);
    }
  }
}
