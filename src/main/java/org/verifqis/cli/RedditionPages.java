package org.verifqis.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.verifqis.audit.Dossier;
import org.verifqis.audit.Empreintes;
import org.verifqis.modele.Reddition;
import org.verifqis.rapport.Rapport;
import org.verifqis.rapport.RedacteurHtml;
import org.verifqis.rapport.RedacteurTableau;
import org.verifqis.rapport.Textes;

/** The page of each reddition, to which the dashboard of an audit links. */
final class RedditionPages {
  private final Path output;
  private final Rapport report;
  private final Textes texts;
  private final String wording;
  private final ReportNotes notes;
  private final RedacteurHtml writer;

  /**
   * Those of a report.
   *
   * @param wording on what all of them depend; null where none is to be left as it is
   */
  RedditionPages(Path output, Rapport report, Textes texts, String wording, ReportNotes notes) {
    this.output = output;
    this.report = report;
    this.texts = texts;
    this.wording = wording;
    this.notes = notes;
    this.writer = new RedacteurHtml(texts);
  }

  /** Writes them; one that is there and says the same is left as it is. */
  void write(List<Dossier> judged) throws IOException {
    Map<String, Dossier> pages = new LinkedHashMap<>();
    for (Dossier one : judged) {
      // Copies of a file share a page.
      pages.putIfAbsent(RedacteurTableau.page(one.jugement(), texts.langue()), one);
    }
    try {
      List<Map.Entry<String, Dossier>> others =
          pages.entrySet().parallelStream().filter(page -> !isWritten(page)).toList();
      if (others.isEmpty()) {
        return;
      }
      // Should the process be killed, none of them is taken for what it was.
      others.forEach(page -> notes.forgetPage(page.getKey()));
      notes.keep();
      others.parallelStream().forEach(page -> write(page.getKey(), page.getValue()));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    notes.keep();
  }

  /** On what a page depends; null where it is not to be taken over. */
  private String key(Dossier one) {
    Reddition.Fichier file = one.jugement().fichier();
    return wording == null || report.vise(one.jugement())
        ? null
        : Empreintes.hache(wording + file.sha256() + one.trace() + file.nom());
  }

  private boolean isWritten(Map.Entry<String, Dossier> page) {
    try {
      return notes.hasPage(page.getKey(), key(page.getValue()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String page, Dossier one) {
    Rapport single = report.seul(one.jugement());
    try {
      WholeFile.write(output.resolve(page), stream -> writer.ecris(single, stream));
      notes.putPage(page, key(one));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
