package org.verifqis.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.verifqis.audit.Dossier;
import org.verifqis.rapport.Changement;
import org.verifqis.rapport.Rapport;
import org.verifqis.rapport.RedacteurHtml;
import org.verifqis.rapport.RedacteurTableau;
import org.verifqis.rapport.Textes;
import org.verifqis.regles.Jugement;

/** The page of each reddition, to which the dashboard of an audit links. */
final class RedditionPages {
  private final Path output;
  private final Rapport report;
  private final Textes texts;
  private final RedacteurHtml writer;

  RedditionPages(Path output, Rapport report, Textes texts) {
    this.output = output;
    this.report = report;
    this.texts = texts;
    this.writer = new RedacteurHtml(texts);
  }

  /** Writes them; one that is there and says the same is left as it is. */
  void write(List<Dossier> judged) throws IOException {
    Set<String> changed =
        report.audit().changements().stream().map(Changement::fichier).collect(Collectors.toSet());
    try {
      judged.stream()
          .parallel()
          .filter(
              one ->
                  !one.reutilise()
                      || changed.contains(one.jugement().fichier().nom())
                      || !Files.exists(page(one.jugement())))
          .forEach(this::write);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private Path page(Jugement judgement) {
    return output.resolve(RedacteurTableau.page(judgement, texts.langue()));
  }

  private void write(Dossier one) {
    Rapport single =
        new Rapport(report.outil(), report.genereLe(), List.of(one.jugement()), List.of());
    try {
      WholeFile.write(page(one.jugement()), stream -> writer.ecris(single, stream));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
