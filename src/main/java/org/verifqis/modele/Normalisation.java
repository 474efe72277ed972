package org.verifqis.modele;

import java.text.Normalizer;
import java.util.Locale;

/**
 * How names, labels, headers, codes and keys are compared (lecture.md, "Finding sheets and
 * columns").
 */
public final class Normalisation {
  private Normalisation() {}

  /**
   * Lower case, without accents, {@code œ} as {@code oe}, {@code °} and {@code º} as {@code o},
   * anything that is neither letter nor digit as one blank, ends trimmed.
   */
  public static String normalise(String texte) {
    String minuscules = texte.toLowerCase(Locale.ROOT);
    String decompose =
        simple(minuscules) ? minuscules : Normalizer.normalize(minuscules, Normalizer.Form.NFD);
    StringBuilder resultat = new StringBuilder(decompose.length());
    boolean blanc = false;
    for (int i = 0; i < decompose.length(); ) {
      int c = decompose.codePointAt(i);
      i += Character.charCount(c);
      if (estAccent(c)) {
        continue;
      }
      String lettres = lettres(c);
      if (lettres == null) {
        blanc = true;
        continue;
      }
      if (blanc && !resultat.isEmpty()) {
        resultat.append(' ');
      }
      blanc = false;
      resultat.append(lettres);
    }
    return resultat.toString();
  }

  private static boolean simple(String texte) {
    return texte.chars().allMatch(c -> c < 0x80);
  }

  private static boolean estAccent(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  private static String lettres(int c) {
    return switch (c) {
      case 'œ' -> "oe";
      case '°', 'º' -> "o";
      default -> Character.isLetterOrDigit(c) ? Character.toString(c) : null;
    };
  }
}
