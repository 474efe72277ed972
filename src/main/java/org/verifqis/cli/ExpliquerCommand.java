package org.verifqis.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.verifqis.classeur.Source;
import org.verifqis.classeur.correspondance.Correspondance;
import org.verifqis.rapport.CatalogueRegles;
import org.verifqis.rapport.RedacteurExplication;
import org.verifqis.rapport.Textes;
import org.verifqis.regles.Regle;
import org.verifqis.service.Explique;
import org.verifqis.service.Guichet;
import org.verifqis.service.Issue;
import org.verifqis.service.Reglages;
import org.verifqis.service.Socle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code verifqis expliquer}: a rule, and how it came to its status for a workbook. */
@Command(name = "expliquer", aliases = "explain", sortOptions = false)
final class ExpliquerCommand implements Callable<Integer> {
  /** A person reads no more; what is broken comes first among them. */
  private static final int SHOWN = 100;

  private final Environment environment;
  private final Messages messages;

  @Parameters(index = "0", paramLabel = "REGLE", descriptionKey = "expliquer.regle")
  private String id;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FICHIER",
      descriptionKey = "expliquer.fichier")
  private Path file;

  @Option(
      names = {"--tous", "--all"},
      descriptionKey = "expliquer.tous")
  private boolean all;

  @Mixin private CorrespondanceOption mapping;

  @Mixin private JudgeOptions options;

  ExpliquerCommand(Environment environment, Messages messages) {
    this.environment = environment;
    this.messages = messages;
  }

  @Override
  public Integer call() throws IOException {
    Reglages bounds = Reglages.parDefaut().avec(options.limits(messages));
    Socle base = file == null ? options.loaded(messages) : options.prepared(messages);
    Regle rule =
        base.registre().regles().stream()
            .filter(r -> r.id().equals(id.toUpperCase(Locale.ROOT)))
            .findFirst()
            .orElseThrow(() -> options.wrongUse(messages, "usage.regle", id));
    Issue<Explique> explained = null;
    if (file != null) {
      List<Correspondance> profiles = mapping.load(messages, base.gabarit());
      explained = new Guichet(base, bounds, profiles).explique(Source.de(file), rule.id());
      if (!explained.reussie()) {
        environment.err().println(messages.refusals().ligne(explained.erreur()));
        return ExitStatus.NOT_READ.code();
      }
    }
    Textes texts = Textes.charge(messages.language(), base.gabarit());
    new CatalogueRegles(texts, base.parametres())
        .ecris(List.of(rule), true, CatalogueRegles.FormatCatalogue.CONSOLE, environment.out());
    if (explained != null) {
      Explique told = explained.valeur();
      PrintWriter writer =
          new PrintWriter(
              new OutputStreamWriter(environment.out(), environment.terminal().charset()));
      new RedacteurExplication(texts, all ? Integer.MAX_VALUE : SHOWN)
          .ecris(told.fichier(), told.explication(), told::remedes, writer);
    }
    environment.out().flush();
    return ExitStatus.CLEAN.code();
  }
}
