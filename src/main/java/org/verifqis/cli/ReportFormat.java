package org.verifqis.cli;

import java.nio.charset.StandardCharsets;
import org.verifqis.rapport.RedacteurConsole;
import org.verifqis.rapport.RedacteurCsv;
import org.verifqis.rapport.RedacteurHtml;
import org.verifqis.rapport.RedacteurJson;
import org.verifqis.rapport.RedacteurRapport;
import org.verifqis.rapport.Textes;

/** Formats of reports. */
enum ReportFormat {
  CONSOLE("txt", Kind.TEXT),
  JSON("json", Kind.JSON),
  CSV("csv", Kind.CSV),
  HTML("html", Kind.HTML);

  private final String extension;
  private final Kind kind;

  ReportFormat(String extension, Kind kind) {
    this.extension = extension;
    this.kind = kind;
  }

  /** What its files are. */
  Kind kind() {
    return kind;
  }

  /** Ending of its files. */
  String extension() {
    return extension;
  }

  /** What writes it; colours go to a terminal only, never to a file. */
  RedacteurRapport writer(Textes texts, Terminal terminal, boolean toFile) {
    return switch (this) {
      case CONSOLE ->
          new RedacteurConsole(
              texts,
              terminal.colours() && !toFile,
              terminal.width(),
              toFile ? StandardCharsets.UTF_8 : terminal.charset());
      case JSON -> new RedacteurJson(texts);
      case CSV -> new RedacteurCsv(texts);
      case HTML -> new RedacteurHtml(texts);
    };
  }
}
