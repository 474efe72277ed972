package org.verifqis.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.verifqis.classeur.FichierRefuse;
import org.verifqis.classeur.LecteurReddition;
import org.verifqis.classeur.Limites;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.ecriture.Annotateur;
import org.verifqis.modele.Gabarit;
import org.verifqis.rapport.Annotation;
import org.verifqis.rapport.Annotations;
import org.verifqis.rapport.Textes;
import org.verifqis.regles.Jugement;
import org.verifqis.regles.Moteur;
import org.verifqis.regles.Parametres;
import org.verifqis.regles.Registre;
import org.verifqis.regles.Verdict;
import org.verifqis.regles.derogations.Derogations;
import org.verifqis.regles.derogations.UsageDerogation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verifqis annoter}: checks a workbook and marks its findings in a copy of it. */
@Command(name = "annoter", aliases = "annotate", sortOptions = false)
final class AnnoterCommand implements Callable<Integer> {
  private final Environment environment;
  private final Messages messages;

  @Spec private CommandSpec spec;

  @Parameters(arity = "1", paramLabel = "FICHIER", descriptionKey = "annoter.fichier")
  private Path file;

  @Option(
      names = {"-o", "--sortie", "--output"},
      required = true,
      paramLabel = "COPIE",
      descriptionKey = "annoter.sortie")
  private Path output;

  @Mixin private DerogationsOption accepted;

  @Mixin private JudgeOptions options;

  AnnoterCommand(Environment environment, Messages messages) {
    this.environment = environment;
    this.messages = messages;
  }

  @Override
  public Integer call() throws IOException {
    Limites limits = options.limits(messages);
    Parametres values = options.parametres(messages);
    // Excel refuses a workbook with macros that is called .xlsx, and one without that is not.
    if (!ending(file).equals(ending(output))) {
      throw options.wrongUse(messages, "usage.fin", output, ending(file));
    }
    Overwriting.refuse(output, file, spec, messages);
    Gabarit gabarit = LecteurGabarit.charge();
    Textes texts = Textes.charge(messages.language(), gabarit);
    Registre register = Registre.charge();
    Derogations waivers = accepted.load(spec, messages, register, gabarit);
    Jugement judged;
    try {
      judged = new Moteur(register, values).juge(new LecteurReddition(gabarit, limits).lis(file));
      List<UsageDerogation> usages = List.of();
      if (waivers != null) {
        Derogations.Effet effect =
            waivers.applique(List.of(judged), null, LocalDate.now(environment.clock()));
        judged = effect.jugements().get(0);
        usages = effect.usages();
      }
      Annotation annotation = new Annotations(texts).de(judged, usages);
      WholeFile.write(output, stream -> new Annotateur(limits).annote(file, annotation, stream));
    } catch (FichierRefuse e) {
      environment.err().println(messages.refusal(file, e));
      return ExitStatus.NOT_READ.code();
    }
    environment
        .err()
        .println(
            messages.text(
                "annoter.ecrit",
                output,
                texts.verdict(judged.verdict()),
                texts.mots().compte("constats", judged.constats().size())));
    boolean breach = judged.verdict().compareTo(Verdict.INDETERMINE) < 0;
    return (breach ? ExitStatus.BREACH : ExitStatus.CLEAN).code();
  }

  private static String ending(Path path) {
    String name = path.getFileName().toString();
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
