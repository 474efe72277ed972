package org.verifqis.web;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.verifqis.rapport.Rapport;
import org.verifqis.rapport.RedacteurCsv;
import org.verifqis.rapport.RedacteurHtml;
import org.verifqis.rapport.RedacteurJson;
import org.verifqis.rapport.RedacteurRapport;
import org.verifqis.rapport.Textes;

/** A form in which a report is downloaded: the same writers as the command line's. */
enum ReportFile {
  HTML("html", "text/html;charset=UTF-8", RedacteurHtml::new),
  CSV("csv", "text/csv;charset=UTF-8", RedacteurCsv::new),
  JSON("json", "application/json", RedacteurJson::new);

  private final String ending;
  private final MediaType type;
  private final Function<Textes, RedacteurRapport> writer;

  ReportFile(String ending, String type, Function<Textes, RedacteurRapport> writer) {
    this.ending = ending;
    this.type = MediaType.valueOf(type);
    this.writer = writer;
  }

  /**
   * The form that a request names by its ending.
   *
   * @throws Introuvable if there is none
   */
  static ReportFile of(String ending) {
    return Stream.of(values())
        .filter(form -> form.ending.equals(ending))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /** What a file of this form ends with. */
  String ending() {
    return ending;
  }

  MediaType type() {
    return type;
  }

  void write(Rapport report, Textes texts, OutputStream out) throws IOException {
    writer.apply(texts).ecris(report, out);
  }
}
