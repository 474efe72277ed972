package org.verifqis.rapport;

import java.io.BufferedWriter;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Where reports go. */
final class Sortie {
  private static final String REMPLACEMENT = "\uFFFD";
  private static final byte[] OCTETS = REMPLACEMENT.getBytes(StandardCharsets.UTF_8);

  private Sortie() {}

  /** UTF-8, half a character becoming U+FFFD: a workbook may hold one, no encoding does. */
  static Writer utf8(OutputStream sortie) {
    return new BufferedWriter(
        new OutputStreamWriter(
            sortie,
            StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .replaceWith(OCTETS)));
  }

  /** The text, half a character becoming U+FFFD. */
  static String sansDemiCaractere(String texte) {
    if (!aUneMoitie(texte)) {
      return texte;
    }
    StringBuilder entier = new StringBuilder(texte.length());
    texte
        .codePoints()
        .map(c -> Character.getType(c) == Character.SURROGATE ? REMPLACEMENT.charAt(0) : c)
        .forEach(entier::appendCodePoint);
    return entier.toString();
  }

  private static boolean aUneMoitie(String texte) {
    for (char c : texte.toCharArray()) {
      if (Character.isSurrogate(c)) {
        return true;
      }
    }
    return false;
  }
}
