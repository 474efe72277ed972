package org.verifqis.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.verifqis.classeur.Limites;
import org.verifqis.classeur.Source;
import org.verifqis.ecriture.Annotateur;
import org.verifqis.rapport.Annotation;
import org.verifqis.rapport.Annotations;
import org.verifqis.rapport.Rapport;
import org.verifqis.rapport.Textes;
import org.verifqis.regles.Jugement;
import org.verifqis.regles.derogations.Derogations;
import org.verifqis.service.Guichet;
import org.verifqis.service.Reglages;
import org.verifqis.service.Socle;
import org.verifqis.service.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verifqis annoter}: checks a workbook and marks its findings in a copy of it. */
@Command(name = "annoter", aliases = "annotate", sortOptions = false)
final class AnnoterCommand implements Callable<Integer> {
  /** Of workbooks that can be annotated; of others it is told why they can't. */
  private static final Set<String> ENDINGS = Set.of("xlsx", "xlsm");

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

  @Mixin private Overwriting overwriting;

  @Mixin private DerogationsOption accepted;

  @Mixin private CorrespondanceOption mapping;

  @Mixin private JudgeOptions options;

  AnnoterCommand(Environment environment, Messages messages) {
    this.environment = environment;
    this.messages = messages;
  }

  @Override
  public Integer call() throws IOException {
    OffsetDateTime now = OffsetDateTime.now(environment.clock());
    Limites limits = options.limits(messages);
    Socle base = options.prepared(messages);
    // Excel refuses a workbook with macros that is called .xlsx, and one without that is not.
    if (ENDINGS.contains(ending(file)) && !ending(file).equals(ending(output))) {
      throw options.wrongUse(messages, "usage.fin", output, ending(file));
    }
    overwriting.check(output, Kind.COPY, List.of(file), messages);
    Textes texts = Textes.charge(messages.language(), base.gabarit());
    Annotations annotations = new Annotations(texts);
    Annotateur annotator = new Annotateur(limits);
    Derogations waivers = accepted.load(spec, messages, base);
    AtomicInteger told = new AtomicInteger();
    AtomicReference<WholeFile.NotWritten> failed = new AtomicReference<>();
    Verification checked =
        new Guichet(base, Reglages.parDefaut().avec(limits), mapping.load(messages, base.gabarit()))
            .annote(
                Source.de(file),
                waivers,
                now.toLocalDate(),
                (source, judged, usages) -> {
                  Annotation annotation = annotations.de(judged, usages);
                  told.set(annotation.remarques().size());
                  try {
                    WholeFile.write(
                        output,
                        Kind.COPY,
                        overwriting,
                        stream -> annotator.annote(source, annotation, stream));
                  } catch (WholeFile.NotWritten e) {
                    failed.set(e);
                  }
                });
    if (failed.get() != null) {
      throw failed.get();
    }
    if (!checked.erreurs().isEmpty()) {
      environment.err().println(messages.refusals().ligne(checked.erreurs().get(0)));
      return ExitStatus.NOT_READ.code();
    }
    Jugement judged = checked.jugements().get(0);
    environment
        .err()
        .println(
            messages.text(
                "annoter.ecrit",
                output,
                texts.verdict(judged.verdict()),
                texts.mots().compte("constats", told.get())));
    return ExitStatus.of(Rapport.de(checked, now), false).code();
  }

  private static String ending(Path path) {
    String name = path.getFileName().toString();
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
