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
  private final boolean stale;
  private final RedacteurHtml writer;

  /** Those of a report; stale: none of those that are there says the same any more. */
  RedditionPages(Path output, Rapport report, Textes texts, boolean stale) {
    this.output = output;
    this.report = report;
    this.texts = texts;
    this.stale = stale;
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
                  stale
                      || !one.reutilise()
                      || report.vise(one.jugement())
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
    Rapport single = report.seul(one.jugement());
    try {
      WholeFile.write(page(one.jugement()), stream -> writer.ecris(single, stream));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
