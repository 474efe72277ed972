package org.verifqis.modele;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Characters that people take for others: letters of other alphabets that look like ours, letters
 * that look like digits, and what nobody sees and yet is read. They tell why two texts that look
 * the same are not.
 */
public final class Sosies {
  private static final String AUTRES =
      "АВЕЅІЈКМНОРСТУХаеорсухіјѕԁһкӀӏԚԛԜԝԌҮ"
          + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοικνρυαϹϲϳ"
          + "ՕՍՏԼօսոհցզյᎪᏴᏟᎠᎬᎻᎫᏦᏞᎷᏢᎡᏚᎢᏙᏔᏃıɑɡǀ";
  private static final String NOTRES =
      "ABESIJKMHOPCTYXaeopcyxijsdhkIlQqWwGY"
          + "ABEZHIKMNOPTYXoikvpuaCcj"
          + "OUSLounhgqjABCDEHJKLMPRSTVWZiagl";

  /** Letters of ours that look alike, and last the digit that looks like them. */
  private static final List<String> SEMBLABLES = List.of("Oo0", "I|l1", "S5", "B8", "Z2", "G6");

  private static final Set<Character.UnicodeScript> ALPHABETS =
      Set.of(
          Character.UnicodeScript.CYRILLIC,
          Character.UnicodeScript.GREEK,
          Character.UnicodeScript.ARMENIAN,
          Character.UnicodeScript.CHEROKEE);

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

    /** The alphabet that it is of. */
    public Character.UnicodeScript ecriture() {
      return Character.UnicodeScript.of(caractere);
    }
  }

  /**
   * Where two texts that look the same first differ.
   *
   * @param un one of them
   * @param rang the place, from 1, in the characters that people see
   * @param caractere what stands there
   * @param autre the other text
   * @param autreCaractere what stands there in it
   */
  public record Paire(String un, int rang, int caractere, String autre, int autreCaractere) {}

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

  /**
   * The first two of these texts that look the same and are compared as different; null if none.
   */
  public static Paire paire(Collection<String> textes) {
    if (textes.size() < 2) {
      return null;
    }
    Map<String, String> parAspect = new HashMap<>();
    for (String texte : textes) {
      String autre = parAspect.putIfAbsent(aspect(texte), texte);
      if (autre != null && !Normalisation.normalise(texte).equals(Normalisation.normalise(autre))) {
        Paire paire = difference(autre, texte);
        if (paire != null) {
          return paire;
        }
      }
    }
    return null;
  }

  /**
   * The first letter of a text that was typed for a digit; null unless the text is nothing but a
   * number or a date once such letters are digits.
   */
  public static Paire lettreDansUnNombre(String texte) {
    String chiffres = Normalisation.nette(texte);
    int premiere = -1;
    boolean nombre = false;
    for (int i = 0; i < chiffres.length(); i++) {
      char c = chiffres.charAt(i);
      char chiffre = representant(c);
      if (Character.isDigit(c)) {
        nombre = true;
      } else if (Character.isDigit(chiffre)) {
        premiere = premiere < 0 ? i : premiere;
      } else if (Character.isLetter(c)) {
        return null;
      }
    }
    return !nombre || premiere < 0
        ? null
        : new Paire(
            texte,
            premiere + 1,
            chiffres.charAt(premiere),
            "",
            representant(chiffres.charAt(premiere)));
  }

  /** Texts that look the same have the same; it is written for nobody. */
  private static String aspect(String texte) {
    String latin = latin(Normalisation.nette(texte));
    StringBuilder aspect = new StringBuilder(latin.length());
    for (int i = 0; i < latin.length(); i++) {
      aspect.append(representant(latin.charAt(i)));
    }
    return Normalisation.normalise(aspect.toString()).replace("rn", "m").replace("vv", "w");
  }

  /** What stands for a letter or a digit and all those that look like it. */
  private static char representant(char c) {
    for (String semblables : SEMBLABLES) {
      if (semblables.indexOf(c) >= 0) {
        return semblables.charAt(semblables.length() - 1);
      }
    }
    return c;
  }

  private static Paire difference(String un, String autre) {
    int[] a = Normalisation.nette(un).codePoints().toArray();
    int[] b = Normalisation.nette(autre).codePoints().toArray();
    for (int i = 0; i < Math.min(a.length, b.length); i++) {
      String ici = Normalisation.normalise(Character.toString(a[i]));
      String la = Normalisation.normalise(Character.toString(b[i]));
      if (!ici.equals(la)) {
        return new Paire(un, i + 1, a[i], autre, b[i]);
      }
    }
    return null;
  }

  private static boolean estEtranger(int c) {
    return Character.isLetter(c) && ALPHABETS.contains(Character.UnicodeScript.of(c));
  }

  private static boolean estInvisible(int c) {
    boolean variante = c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0100 && c <= 0xE01EF;
    return variante || REMPLISSAGES.contains(c);
  }
}
