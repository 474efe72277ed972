package org.verifqis.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.verifqis.ecriture.FormeStatistiques;
import org.verifqis.rapport.BilanStatistique;
import org.verifqis.rapport.RedacteurStatistiques;

/** Forms of the statistics. */
enum StatisticsForm {
  CONSOLE(Kind.TEXT),
  JSON(Kind.JSON),
  CSV(Kind.CSV),
  XLSX(Kind.TABLES),
  HTML(Kind.HTML);

  private final Kind kind;

  StatisticsForm(Kind kind) {
    this.kind = kind;
  }

  /** What its files are. */
  Kind kind() {
    return kind;
  }

  /** Writes statistics, to a file or to the terminal. */
  void write(
      RedacteurStatistiques writer,
      BilanStatistique statistics,
      Terminal terminal,
      boolean toFile,
      OutputStream stream)
      throws IOException {
    if (this == CONSOLE) {
      writer.console(
          statistics,
          terminal.width(),
          toFile ? StandardCharsets.UTF_8 : terminal.charset(),
          stream);
    } else {
      FormeStatistiques.valueOf(name()).ecris(writer, statistics, stream);
    }
  }
}
