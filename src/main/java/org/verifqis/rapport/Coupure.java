package org.verifqis.rapport;

import java.util.regex.Pattern;

/** Breaks text into lines for a terminal; colours take no place. */
final class Coupure {
  private static final Pattern COULEURS = Pattern.compile("\u001B\\[[\\d;]*m");

  private Coupure() {}

  /**
   * The text, a line being broken at a blank before it is longer than the width; {@code marge}
   * begins the next one.
   */
  static String coupe(String texte, int largeur, String marge) {
    StringBuilder resultat = new StringBuilder(texte.length());
    int colonne = 0;
    for (String mot : texte.split(" ", -1)) {
      int place = COULEURS.matcher(mot).replaceAll("").length();
      if (colonne > 0 && colonne + 1 + place > largeur) {
        resultat.append('\n').append(marge);
        colonne = marge.length();
      } else if (!resultat.isEmpty()) {
        resultat.append(' ');
        colonne++;
      }
      resultat.append(mot);
      colonne += place;
    }
    return resultat.toString();
  }
}
