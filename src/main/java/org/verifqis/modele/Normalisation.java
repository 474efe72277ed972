package org.verifqis.modele;

import java.text.Normalizer;
import java.util.Locale;

/**
 * How names, labels, headers, codes and keys are compared (lecture.md, "Finding sheets and
 * columns").
 */
public final class Normalisation {
  private static final char BLANC = ' ';
  private static final char RIEN = '\0';
  private static final char INCONNUE = '\uFFFF';

  private static final String LATIN = latin();

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
    StringBuilder resultat = new StringBuilder(texte.length() + 1);
    boolean blanc = false;
    for (int i = 0; i < texte.length(); i++) {
      char c = texte.charAt(i);
      char lettre = c < LATIN.length() ? LATIN.charAt(c) : autre(c);
      if (lettre == INCONNUE) {
        return toute(texte);
      }
      if (lettre == BLANC) {
        blanc = true;
      } else if (lettre != RIEN) {
        if (blanc && !resultat.isEmpty()) {
          resultat.append(BLANC);
        }
        blanc = false;
        resultat.append(lettre);
        if (c == 'œ' || c == 'Œ') {
          resultat.append('e');
        }
      }
    }
    return resultat.toString();
  }

  /** What common characters of French beyond Latin-1 become. */
  private static char autre(char c) {
    return switch (c) {
      case 'œ', 'Œ' -> 'o';
      case '\u2013', '\u2014', '\u2018', '\u2019' -> BLANC;
      default -> INCONNUE;
    };
  }

  /** What each character of Latin-1 becomes, by what the whole way makes of it. */
  private static String latin() {
    StringBuilder latin = new StringBuilder();
    for (char c = 0; c <= 0xFF; c++) {
      String entre = toute("a" + c + "a");
      switch (entre.length()) {
        case 2 -> latin.append(RIEN);
        case 3 -> latin.append(entre.charAt(1));
        default -> latin.append(INCONNUE);
      }
    }
    return latin.toString();
  }

  private static String toute(String texte) {
    String decompose =
        Normalizer.normalize(nette(texte).toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
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
        resultat.append(BLANC);
      }
      blanc = false;
      resultat.append(lettres);
    }
    return resultat.toString();
  }

  /** Whether nothing in it is invisible or has another form. */
  private static boolean simple(String texte) {
    for (int i = 0; i < texte.length(); i++) {
      char c = texte.charAt(i);
      boolean compose = c >= 'À' && c <= 'ÿ' || c == 'œ' || c == 'Œ' || c == '\u2019';
      if (c >= 0x80 && !compose) {
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
