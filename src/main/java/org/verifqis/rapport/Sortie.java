package org.verifqis.rapport;

import java.io.BufferedWriter;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Where reports go. */
final class Sortie {
  private static final byte[] REMPLACEMENT = "\uFFFD".getBytes(StandardCharsets.UTF_8);

  private Sortie() {}

  /** UTF-8, half a character becoming U+FFFD: a workbook may hold one, no encoding does. */
  static Writer utf8(OutputStream sortie) {
    return new BufferedWriter(
        new OutputStreamWriter(
            sortie,
            StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .replaceWith(REMPLACEMENT)));
  }
}
