package org.verifqis.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.verifqis.classeur.Source;
import org.verifqis.modele.Erreur;
import org.verifqis.rapport.Rapport;
import org.verifqis.regles.Verdict;
import org.verifqis.regles.derogations.Derogations;
import org.verifqis.service.Guichet;
import org.verifqis.service.Verification;

/** A check of workbooks and the report on it. */
final class CheckRun {
  /** From so many files on, a person is shown how far it has come. */
  private static final int MANY_FILES = 10;

  private final Environment environment;
  private final Messages messages;
  private final Guichet counter;
  private final ExitOptions exit;

  CheckRun(Environment environment, Messages messages, Guichet counter, ExitOptions exit) {
    this.environment = environment;
    this.messages = messages;
    this.counter = counter;
    this.exit = exit;
  }

  /**
   * Checks and reports, and tells how it ended.
   *
   * @param waivers findings that staff accept; null for none
   */
  ExitStatus of(List<Source> sources, Derogations waivers, ReportOutput output) throws IOException {
    return waivers == null && output.isContinuous()
        ? writeEach(sources, output)
        : writeAll(sources, waivers, output);
  }

  /** One after another: however many there are, few are held. */
  private ExitStatus writeEach(List<Source> sources, ReportOutput output) throws IOException {
    AtomicReference<Verdict> worst = new AtomicReference<>(Verdict.CONFORME);
    AtomicBoolean failed = new AtomicBoolean();
    output.write(
        Rapport.vide(now(), counter.socle().parametres().superposees()),
        taker -> {
          List<Erreur> errors =
              checked(
                  sources,
                  step ->
                      counter.verifie(
                          sources,
                          step,
                          (source, judged) -> {
                            worst.accumulateAndGet(judged.verdict(), CheckRun::worse);
                            taker.prend(source, judged);
                          }));
          failed.set(!errors.isEmpty());
          return errors;
        });
    return exit.of(failed.get(), worst.get());
  }

  private static Verdict worse(Verdict one, Verdict other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** All at once: a dérogation may look at several of them, and a page links them. */
  private ExitStatus writeAll(List<Source> sources, Derogations waivers, ReportOutput output)
      throws IOException {
    LocalDate today = LocalDate.now(environment.clock());
    Verification checked = checked(sources, step -> counter.verifie(sources, waivers, today, step));
    Rapport report = Rapport.de(checked, now());
    output.write(checked, report);
    return exit.of(report);
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(environment.clock()).withNano(0);
  }

  private interface Checking<R> {
    R check(Runnable step) throws IOException;
  }

  private <R> R checked(List<Source> sources, Checking<R> checking) throws IOException {
    boolean many = sources.size() >= MANY_FILES;
    boolean shown = environment.terminal().interactive() && many;
    Stopwatch stopwatch = new Stopwatch();
    R checked;
    try (Progress progress = Progress.of(shown, sources.size(), messages, environment.err())) {
      checked = checking.check(progress::step);
    }
    if (many) {
      environment.err().println(stopwatch.throughput(messages, sources.size()));
    }
    return checked;
  }
}
