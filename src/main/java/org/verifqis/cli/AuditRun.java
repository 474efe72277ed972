package org.verifqis.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.verifqis.audit.Audit;
import org.verifqis.audit.AuditDesDepots;
import org.verifqis.audit.Demande;
import org.verifqis.audit.Durees;
import org.verifqis.audit.Empreintes;
import org.verifqis.audit.Historique;
import org.verifqis.audit.Identites;
import org.verifqis.audit.Memoire;
import org.verifqis.audit.Phase;
import org.verifqis.audit.Resultat;
import org.verifqis.modele.Entente;
import org.verifqis.rapport.Langue;
import org.verifqis.rapport.PiecesAudit;
import org.verifqis.rapport.Rapport;
import org.verifqis.rapport.RedacteurTableau;
import org.verifqis.rapport.Textes;
import org.verifqis.regles.comparaison.Changement;
import org.verifqis.service.Guichet;
import org.verifqis.service.Socle;

/**
 * An audit from its files to its reports, with the history that it asks and leaves something to.
 */
final class AuditRun {
  /**
   * What is wished for.
   *
   * @param output folder of the reports; null for none
   * @param formats of the reports
   * @param overwriting over what they may be written
   * @param database where the history is; null for beside the reports
   * @param resume whether the last audit is taken up where it was stopped
   * @param withoutCache whether everything is judged, whatever earlier audits judged
   * @param filed what is filed, where that is audited; null for a folder
   */
  record Wish(
      Path output,
      Set<AuditFormat> formats,
      Overwriting overwriting,
      String database,
      boolean resume,
      boolean withoutCache,
      AuditDesDepots filed) {}

  private final Environment environment;
  private final Messages messages;
  private final Guichet counter;
  private final Wish wish;
  private final Durees stages;
  private boolean forgotten;

  AuditRun(Environment environment, Messages messages, Guichet counter, Wish wish, Durees stages) {
    this.environment = environment;
    this.messages = messages;
    this.counter = counter;
    this.wish = wish;
    this.stages = stages;
  }

  /** Runs it, and tells how it ended; by these options. */
  ExitStatus of(
      Demande request,
      Identites identities,
      CompletableFuture<Textes> texts,
      Stopwatch stopwatch,
      ExitOptions exit)
      throws Exception {
    Socle base = counter.socle();
    CompletableFuture<Empreintes> fingerprints =
        CompletableFuture.supplyAsync(
            () ->
                Empreintes.de(
                    Rapport.Outil.courant().version(), counter, request.texteDesDerogations()));
    Optional<Historique> opened = history(base);
    if (opened.isEmpty()) {
      return ExitStatus.NOT_READ;
    }
    Empreintes prints = fingerprints.join();
    Rapport report = null;
    boolean written = false;
    // Open until the reports are written: they may ask it for what was found the night before.
    try (Historique history = opened.get()) {
      Memoire memory =
          stages.mesure(
              Phase.BASE,
              () -> new Memoire(history, request, prints, now(), wish.resume, wish.withoutCache));
      Resultat result = judged(request, identities, memory);
      List<Changement> changes = stages.mesure(Phase.BASE, () -> changes(memory, result));
      List<Entente> agreements = List.copyOf(base.gabarit().ententes().values());
      report =
          Rapport.de(request, agreements, result, changes, base.parametres().superposees(), now());
      written = isWritten(report, texts.join()) && isLeft(report, result, changes);
      if (written && !forgotten) {
        // Not before: what changed would never be told if the reports are not written.
        stages.mesure(Phase.BASE, () -> ended(memory, result));
      }
    } catch (Historique.BaseInutilisable e) {
      forgotten(e);
    }
    if (!written) {
      return ExitStatus.NOT_READ;
    }
    environment.err().println(stopwatch.throughput(messages, request.fichiers().size()));
    environment.err().println(shares());
    return forgotten ? ExitStatus.NOT_READ : exit.of(report);
  }

  /** The history; empty where nothing can be done without it, which is then told. */
  private Optional<Historique> history(Socle base) throws Exception {
    try {
      return Optional.of(
          stages.mesure(
              Phase.BASE, () -> Historique.ouvre(url(), base.gabarit(), base.registre())));
    } catch (Historique.BaseInutilisable e) {
      forgotten(e);
      if (wish.database == null || e.occupee()) {
        return Optional.empty();
      }
      // A server that is down costs the night its history, and not its report.
      return Optional.of(Historique.ouvre(passing(), base.gabarit(), base.registre()));
    } catch (IOException e) {
      environment.err().println(messages.notWritten(e, wish.output));
      return Optional.empty();
    }
  }

  private Resultat judged(Demande request, Identites identities, Memoire memory) {
    try (AuditProgress progress =
        new AuditProgress(
            environment.terminal().interactive(),
            request.fichiers().size(),
            messages,
            environment.err())) {
      return new Audit(counter, memory, stages)
          .fais(
              request,
              identities,
              () -> {
                progress.step();
                if (wish.filed != null) {
                  wish.filed.vit();
                }
              });
    }
  }

  private boolean isWritten(Rapport report, Textes texts) {
    try {
      stages.mesure(Phase.RAPPORT, () -> write(report, texts));
      return true;
    } catch (IOException e) {
      environment.err().println(messages.notWritten(e, wish.output));
      return false;
    }
  }

  /** What is filed has what was found of it beside it, for its staff. */
  private boolean isLeft(Rapport report, Resultat result, List<Changement> changes) {
    if (wish.filed == null) {
      return true;
    }
    if (forgotten) {
      // What changed is not known.
      wish.filed.echoue(messages.text("auditer.depots.echec"));
      return true;
    }
    List<Textes> texts =
        Stream.of(Langue.values())
            .map(language -> Textes.charge(language, counter.socle().gabarit()))
            .toList();
    try {
      wish.filed.termine(result, changes, pieces -> PiecesAudit.ecris(report, texts, pieces));
      return true;
    } catch (IOException | RuntimeException e) {
      environment.err().println(messages.text("greffe.inutilisable", e.getMessage()));
      wish.filed.echoue(e.toString());
      return false;
    }
  }

  private Void write(Rapport report, Textes texts) throws IOException {
    Path output = wish.output;
    if (output != null) {
      WholeFile.sweep(output, environment.clock().instant());
      WholeFile.sweep(output.resolve(RedacteurTableau.PAGES), environment.clock().instant());
      Set<AuditFormat> files = EnumSet.copyOf(wish.formats);
      files.remove(AuditFormat.CONSOLE);
      new AuditReports(output, wish.overwriting, texts, environment.terminal())
          .write(report, files);
    }
    for (AuditFormat format : wish.formats) {
      if (output == null || format == AuditFormat.CONSOLE) {
        format.writer(texts, environment.terminal()).ecris(report, environment.out());
        environment.out().flush();
      }
    }
    return null;
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
      environment.err().println(why(cause));
      forgotten = true;
    }
  }

  private String why(Historique.BaseInutilisable cause) {
    if (cause.occupee()) {
      return messages.text("auditer.baseOccupee");
    }
    Path file =
        wish.database == null && wish.output != null
            ? Historique.fichier(Historique.url(wish.output)).orElseThrow()
            : Optional.ofNullable(wish.database).flatMap(Historique::fichier).orElse(null);
    String reason = file == null ? "" : WholeFile.reason(file, cause);
    return reason.isEmpty()
        ? messages.text("auditer.baseInutilisable", cause.getMessage())
        : messages.text("auditer.base" + reason, file.getParent());
  }

  /** Without a folder and a database to keep it in, the history ends with the process. */
  private String url() throws IOException {
    if (wish.database != null) {
      return wish.database;
    }
    if (wish.output == null) {
      return passing();
    }
    try {
      Files.createDirectories(wish.output);
    } catch (IOException e) {
      throw new WholeFile.NotWritten(wish.output, e);
    }
    return Historique.url(wish.output);
  }

  private static String passing() {
    return "jdbc:h2:mem:" + UUID.randomUUID();
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(environment.clock()).withNano(0);
  }

  private String shares() {
    return messages.text(
        "auditer.etapes",
        stages.part(Phase.LECTURE),
        stages.part(Phase.REGLES),
        stages.part(Phase.BASE),
        stages.part(Phase.RAPPORT));
  }
}
