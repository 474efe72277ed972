package org.verifqis.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.verifqis.classeur.FichierRefuse;
import org.verifqis.classeur.LecteurReddition;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Reddition;
import org.verifqis.rapport.CatalogueRegles;
import org.verifqis.rapport.RedacteurExplication;
import org.verifqis.rapport.Textes;
import org.verifqis.regles.Explication;
import org.verifqis.regles.Moteur;
import org.verifqis.regles.Parametres;
import org.verifqis.regles.Registre;
import org.verifqis.regles.Regle;
import org.verifqis.regles.remedes.Remedes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code verifqis expliquer}: a rule, and how it came to its status for a workbook. */
@Command(name = "expliquer", aliases = "explain", sortOptions = false)
final class ExpliquerCommand implements Callable<Integer> {
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

  @Mixin private JudgeOptions options;

  ExpliquerCommand(Environment environment, Messages messages) {
    this.environment = environment;
    this.messages = messages;
  }

  @Override
  public Integer call() throws IOException {
    Parametres values = options.parametres(messages);
    Registre register = Registre.charge();
    Regle rule =
        register.regles().stream()
            .filter(r -> r.id().equals(id.toUpperCase(Locale.ROOT)))
            .findFirst()
            .orElseThrow(() -> options.wrongUse(messages, "usage.regle", id));
    Gabarit gabarit = LecteurGabarit.charge();
    Textes texts = Textes.charge(messages.language(), gabarit);
    Reddition reddition = null;
    try {
      if (file != null) {
        reddition = new LecteurReddition(gabarit, options.limits(messages)).lis(file);
      }
    } catch (FichierRefuse e) {
      environment.err().println(messages.refusal(file, e));
      return ExitStatus.NOT_READ.code();
    }
    new CatalogueRegles(texts, values)
        .ecris(List.of(rule), true, CatalogueRegles.FormatCatalogue.CONSOLE, environment.out());
    if (reddition != null) {
      Moteur engine = new Moteur(register, values);
      Explication explanation = engine.explique(reddition, rule.id());
      PrintWriter writer =
          new PrintWriter(
              new OutputStreamWriter(environment.out(), environment.terminal().charset()));
      new RedacteurExplication(texts)
          .ecris(
              reddition.fichier(),
              explanation,
              new Remedes(engine, reddition, explanation)::de,
              writer);
    }
    environment.out().flush();
    return ExitStatus.CLEAN.code();
  }
}
