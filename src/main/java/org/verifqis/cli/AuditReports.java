package org.verifqis.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.verifqis.rapport.Rapport;
import org.verifqis.rapport.RedacteurHtml;
import org.verifqis.rapport.RedacteurRapport;
import org.verifqis.rapport.RedacteurTableau;
import org.verifqis.rapport.Textes;
import org.verifqis.regles.Jugement;

/** The reports of an audit in its folder, and the page of each reddition. */
final class AuditReports {
  private final Path output;
  private final Overwriting overwriting;
  private final Textes texts;
  private final Terminal terminal;

  AuditReports(Path output, Overwriting overwriting, Textes texts, Terminal terminal) {
    this.output = output;
    this.overwriting = overwriting;
    this.texts = texts;
    this.terminal = terminal;
  }

  /** Complains where a report would be written over what is not one, or what is read. */
  static void check(
      Path output,
      Set<AuditFormat> formats,
      Overwriting overwriting,
      List<Path> read,
      Messages messages)
      throws IOException {
    for (AuditFormat format : formats) {
      if (format != AuditFormat.CONSOLE) {
        overwriting.check(output.resolve(name(format)), format.kind(), read, messages);
      }
    }
  }

  private static String name(AuditFormat format) {
    return "audit." + format.extension();
  }

  /** Writes the pages to which the dashboard links, if there is one, then the reports. */
  void write(Rapport report, Set<AuditFormat> formats) throws IOException {
    try {
      if (formats.contains(AuditFormat.HTML)) {
        writePages(report);
      }
      formats.parallelStream()
          .forEach(
              format -> write(name(format), format.kind(), format.writer(texts, terminal), report));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void writePages(Rapport report) {
    Map<String, Jugement> pages = new LinkedHashMap<>();
    for (Jugement one : report.jugements()) {
      // Copies of a file share a page.
      pages.putIfAbsent(RedacteurTableau.page(one, texts.langue()), one);
    }
    RedacteurHtml writer = new RedacteurHtml(texts);
    pages.entrySet().parallelStream()
        .forEach(page -> write(page.getKey(), Kind.HTML, writer, report.seul(page.getValue())));
  }

  private void write(String name, Kind kind, RedacteurRapport writer, Rapport report) {
    try {
      WholeFile.write(
          output.resolve(name), kind, overwriting, stream -> writer.ecris(report, stream));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
