package org.verifqis.rapport;

import java.util.regex.Pattern;
import org.apache.commons.text.StringSubstitutor;
import org.apache.commons.text.lookup.StringLookup;

/** How a sentence is made of a text and of what stands in its braces. */
final class Phrase {
  private static final Pattern ESPACES_A_LIER = Pattern.compile(" (?=[:;!?%$»])|(?<=«) ");

  /** Before a brace that is one. */
  static final char LITTERAL = '\0';

  private Phrase() {}

  /** Ties French punctuation to its word, so that texts can be typed with plain blanks. */
  static String liee(Langue langue, String texte) {
    return langue == Langue.FR ? ESPACES_A_LIER.matcher(texte).replaceAll("\u00A0") : texte;
  }

  /**
   * Replaces each {@code {name}} by its value. Values come from workbooks: nothing in them is
   * replaced in turn.
   */
  static String remplie(String texte, StringLookup valeurs) {
    if (texte.indexOf('{') < 0) {
      return texte;
    }
    return new StringSubstitutor(valeurs, "{", "}", LITTERAL)
        .setDisableSubstitutionInValues(true)
        .setValueDelimiter("")
        .replace(texte);
  }
}
