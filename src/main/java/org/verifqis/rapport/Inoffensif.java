package org.verifqis.rapport;

/**
 * Takes from the text of workbooks what would act on a terminal or a page instead of being shown.
 */
public final class Inoffensif {
  private static final char REMPLACEMENT = '\uFFFD';

  private Inoffensif() {}

  /** The text, its lines kept. */
  public static String texte(String texte) {
    if (estAnodin(texte)) {
      return texte;
    }
    StringBuilder resultat = new StringBuilder(texte.length());
    int precedent = 0;
    for (int i = 0; i < texte.length(); i += Character.charCount(precedent)) {
      int c = texte.codePointAt(i);
      if (c == '\r' || c == '\n' && precedent != '\r') {
        resultat.append('\n');
      } else if (c != '\n') {
        resultat.appendCodePoint(nuit(c) ? REMPLACEMENT : c);
      }
      precedent = c;
    }
    return resultat.toString();
  }

  /** Whether there is nothing to take, as almost always. */
  private static boolean estAnodin(String texte) {
    for (char c : texte.toCharArray()) {
      if (!estOrdinaire(c) && c != '\n' && nuit(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean estLigne(String texte) {
    for (char c : texte.toCharArray()) {
      if (!estOrdinaire(c) && (c < ' ' || nuit(c))) {
        return false;
      }
    }
    return true;
  }

  /** What nearly every character is, told without a call for each: pages have millions. */
  private static boolean estOrdinaire(char c) {
    return c >= ' ' && c < 0x7F;
  }

  /** The text on one line. */
  public static String ligne(String texte) {
    return estLigne(texte) ? texte : texte(texte).replace('\n', ' ').replace('\t', ' ');
  }

  /**
   * Controls, halves of a character, marks that turn the direction of the text round, and what is
   * no character.
   */
  private static boolean nuit(int c) {
    if (c < 0x7F) {
      return c < ' ' && c != '\t';
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      case Character.FORMAT -> c == 0x061C || c == 0xFEFF || c >= 0x200E && c <= 0x2069;
      default -> c == 0xFFFE || c == 0xFFFF;
    };
  }
}
