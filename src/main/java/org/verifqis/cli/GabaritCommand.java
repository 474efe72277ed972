package org.verifqis.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.verifqis.classeur.FichierRefuse;
import org.verifqis.classeur.LecteurReddition;
import org.verifqis.classeur.Limites;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.ecriture.RedacteurGabarit;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Identification;
import org.verifqis.modele.Preremplissage;
import org.verifqis.modele.Reddition;
import org.verifqis.regles.Registre;
import picocli.CommandLine.Command;
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

  GabaritCommand(Environment environment, Messages messages) {
    this.environment = environment;
    this.messages = messages;
  }

  @Override
  public Integer call() throws IOException {
    Gabarit gabarit = LecteurGabarit.charge();
    Entente entente = ententeCode == null ? null : entente(gabarit);
    Exercice exercice = exerciceName == null ? null : exercice();
    if (!output.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
      throw wrongUse("usage.xlsx", output);
    }
    Preremplissage content = new Preremplissage();
    if (previous != null) {
      Overwriting.refuse(output, previous, spec, messages);
      try {
        Reddition reddition = new LecteurReddition(gabarit, Limites.parDefaut()).lis(previous);
        content.apres(reddition, gabarit);
        exercice = next(reddition.identification(), exercice);
        sameAgreement(reddition.identification(), entente);
      } catch (FichierRefuse e) {
        environment.err().println(messages.refusal(previous, e));
        return ExitStatus.NOT_READ.code();
      }
    }
    Optional.ofNullable(entente).ifPresent(content::pour);
    Optional.ofNullable(exercice).ifPresent(content::pour);
    WholeFile.write(
        output,
        stream ->
            new RedacteurGabarit(gabarit)
                .ecris(content.contenu(), environment.clock().instant(), stream));
    environment.err().println(messages.text("gabarit.ecrit", output));
    return ExitStatus.CLEAN.code();
  }

  private Entente entente(Gabarit gabarit) {
    Entente found = gabarit.ententes().get(ententeCode.toUpperCase(Locale.ROOT));
    if (found == null) {
      throw wrongUse("usage.entente", ententeCode, String.join(", ", gabarit.ententes().keySet()));
    }
    return found;
  }

  private Exercice exercice() {
    Matcher matcher = EXERCICE.matcher(exerciceName);
    boolean consecutive =
        matcher.matches()
            && Integer.parseInt(matcher.group(2)) == Integer.parseInt(matcher.group(1)) + 1;
    Exercice found = consecutive ? new Exercice(Integer.parseInt(matcher.group(1))) : null;
    if (found == null || Registre.charge().edition(found).isEmpty()) {
      throw wrongUse("usage.exercice", exerciceName);
    }
    return found;
  }

  /** The year asked for, or the one after the last; last year's reddition must be of the last. */
  private Exercice next(Identification last, Exercice asked) {
    if (!last.exerciceDebut().estConnue()) {
      return asked;
    }
    Exercice next = new Exercice(Exercice.contenant(last.exerciceDebut().contenu()).annee() + 1);
    if (asked != null && !asked.equals(next)) {
      throw wrongUse("usage.precedente.exercice", previous, next.nom());
    }
    return next;
  }

  private void sameAgreement(Identification last, Entente asked) {
    if (asked != null
        && last.codeEntente().estConnue()
        && !last.codeEntente().contenu().equals(asked)) {
      throw wrongUse("usage.precedente.entente", previous, last.codeEntente().contenu().code());
    }
  }

  private ParameterException wrongUse(String key, Object... values) {
    return new ParameterException(spec.commandLine(), messages.text(key, values));
  }
}
