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
   * A text without the characters that nobody sees, its compatibility forms (ligatures, full-width
   * digits) folded and its accents composed.
   */
  public static String nette(String texte) {
    if (simple(texte)) {
      return texte;
    }
    StringBuilder visible = new StringBuilder(texte.length());
    texte.codePoints().filter(c -> !estInvisible(c)).forEach(visible::appendCodePoint);
    return plie(visible.toString(), Normalizer.Form.NFKC);
  }

  /** Whether it is one of the characters that nobody sees: joiners, direction marks, hyphens. */
  public static boolean estInvisible(int c) {
    return Character.getType(c) == Character.FORMAT;
  }

  /** Folds all but fractions, circled and raised digits: {@code 12²} is not {@code 122}. */
  private static String plie(String texte, Normalizer.Form forme) {
    StringBuilder plie = new StringBuilder(texte.length());
    int debut = 0;
    for (int i = 0; i < texte.length(); i += Character.charCount(texte.codePointAt(i))) {
      int c = texte.codePointAt(i);
      if (Character.getType(c) == Character.OTHER_NUMBER) {
        plie.append(Normalizer.normalize(texte.substring(debut, i), forme)).appendCodePoint(c);
        debut = i + Character.charCount(c);
      }
    }
    return plie.append(Normalizer.normalize(texte.substring(debut), forme)).toString();
  }

  /**
   * Lower case, without accents, {@code œ} as {@code oe}, {@code °} and {@code º} as {@code o},
   * anything that is neither letter nor digit as one blank, ends trimmed; what nobody sees dropped
   * before.
   */
  public static String normalise(String texte) {
    String decompose =
        simple(texte)
            ? texte.toLowerCase(Locale.ROOT)
            : Normalizer.normalize(nette(texte).toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
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
    for (int i = 0; i < texte.length(); i++) {
      if (texte.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
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
