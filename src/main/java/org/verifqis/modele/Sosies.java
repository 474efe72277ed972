package org.verifqis.modele;

import java.util.Set;

/**
 * Characters that people take for others: letters of other alphabets that look like ours, and what
 * nobody sees and yet is read. They tell why two texts that look the same are not.
 */
public final class Sosies {
  private static final String AUTRES = "АВЕЅІЈКМНОРСТУХаеорсухіјѕԁһ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοικνρυα";
  private static final String NOTRES = "ABESIJKMHOPCTYXaeopcyxijsdh" + "ABEZHIKMNOPTYXoikvpua";

  /** Neither blanks nor joiners: fillers of other scripts, a pattern of no dots. */
  private static final Set<Integer> REMPLISSAGES =
      Set.of(0x034F, 0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0);

  /**
   * A character of a text that is taken for another.
   *
   * @param rang its place in the text, from 1, in characters
   * @param caractere what it is
   * @param notre the letter that it looks like; null where nobody sees it
   */
  public record Sosie(int rang, int caractere, String notre) {
    /** Its name in Unicode, {@code U+0410}. */
    public String code() {
      return "U+%04X".formatted(caractere);
    }

    /** Whether it is of the Greek alphabet; otherwise it is Cyrillic, or invisible. */
    public boolean grec() {
      return Character.UnicodeScript.of(caractere) == Character.UnicodeScript.GREEK;
    }
  }

  private Sosies() {}

  /**
   * The first such character of a text; null if it has none. A word that is truly of another
   * alphabet has letters that look like none of ours: it deceives nobody.
   */
  public static Sosie premier(String texte) {
    Sosie premier = null;
    int rang = 0;
    for (int i = 0; i < texte.length(); i += Character.charCount(texte.codePointAt(i))) {
      int c = texte.codePointAt(i);
      rang++;
      if (c < 0x80) {
        continue;
      }
      int place = AUTRES.indexOf(c);
      if (place < 0 && estEtranger(c)) {
        return null;
      }
      if (premier == null && (place >= 0 || estInvisible(c))) {
        premier = new Sosie(rang, c, place < 0 ? null : NOTRES.substring(place, place + 1));
      }
    }
    return premier;
  }

  /** A text whose letters that look like ours are ours. */
  public static String latin(String texte) {
    StringBuilder latin = new StringBuilder(texte);
    for (int i = 0; i < latin.length(); i++) {
      int place = latin.charAt(i) < 0x80 ? -1 : AUTRES.indexOf(latin.charAt(i));
      if (place >= 0) {
        latin.setCharAt(i, NOTRES.charAt(place));
      }
    }
    return latin.toString();
  }

  private static boolean estEtranger(int c) {
    Character.UnicodeScript ecriture = Character.UnicodeScript.of(c);
    return Character.isLetter(c)
        && (ecriture == Character.UnicodeScript.CYRILLIC
            || ecriture == Character.UnicodeScript.GREEK);
  }

  private static boolean estInvisible(int c) {
    boolean variante = c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0100 && c <= 0xE01EF;
    return variante || REMPLISSAGES.contains(c);
  }
}
