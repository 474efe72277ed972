package org.verifqis.modele;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What common characters become by the short way is what the contract says of all of them. */
class NormalisationTest {
  private static final int SEED = 24;
  private static final String COMMON =
      "abcXYZ019 .,;:'’-–—/()«»°ºª²½µéÉèêëàâçÇîïôöùûüÿœŒæßøñ\u00A0\u00AD\u0301\u200B\uFF21ﬁΣİ";

  @Test
  void everyCharacterIsComparedAsTheContractSays() {
    for (int c = 0; c <= 0xFFFF; c++) {
      if (!Character.isSurrogate((char) c)) {
        String text = "a" + (char) c + "b";
        assertEquals(said(text), Normalisation.normalise(text), "U+" + Integer.toHexString(c));
      }
    }
  }

  @Test
  void anyOfThemBesideAnyOtherToo() {
    Random random = new Random(SEED);
    for (int i = 0; i < 100_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(8); length > 0; length--) {
        text.append(COMMON.charAt(random.nextInt(COMMON.length())));
      }
      assertEquals(said(text.toString()), Normalisation.normalise(text.toString()), "of " + text);
    }
  }

  @Test
  void accentsLigaturesAndPunctuationAreFolded() {
    assertEquals("no de projet", Normalisation.normalise("  N° de projet "));
    assertEquals("oeuvre d ete", Normalisation.normalise("Œuvre d’été"));
    assertEquals("oeuvre d ete", Normalisation.normalise("Œuvre d’e\u0301te\u0301"));
    assertEquals("cote nord", Normalisation.normalise("Côte\u2011Nord"));
    assertEquals("montreal", Normalisation.normalise("Mont\u00ADréal"));
  }

  /** lecture.md, word for word and without haste. */
  private static String said(String text) {
    String lower = Normalisation.nette(text).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(lower, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replace("œ", "oe")
        .replace("°", "o")
        .replace("º", "o")
        .replaceAll("[^\\p{IsL}\\p{IsNd}]+", " ")
        .trim();
  }
}
