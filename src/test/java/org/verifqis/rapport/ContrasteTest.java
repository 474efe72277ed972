package org.verifqis.rapport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Colours of the HTML report: WCAG 2.1 AA wants 4.5 to 1 between text and what is behind it. */
class ContrasteTest {
  private static final double VOULU = 4.5;
  private static final Pattern COULEUR = Pattern.compile("--([a-z-]+): #([0-9a-f]{6});");

  @Test
  void everyPairIsLegible() throws IOException {
    String style =
        new String(
            RedacteurHtml.class.getResourceAsStream("rapport.css").readAllBytes(),
            StandardCharsets.UTF_8);
    String[] themes = style.split("prefers-color-scheme: dark", 2);
    Map<String, Integer> couleurs = new HashMap<>();
    for (String theme : themes) {
      Matcher matcher = COULEUR.matcher(theme);
      while (matcher.find()) {
        couleurs.put(matcher.group(1), Integer.parseInt(matcher.group(2), 16));
      }
      assertThat(couleurs.keySet()).contains("page-fond", "note-encre");
      couleurs.keySet().stream()
          .filter(nom -> nom.endsWith("-encre"))
          .forEach(
              nom -> assertThat(contraste(couleurs, nom)).as(nom).isGreaterThanOrEqualTo(VOULU));
    }
  }

  private static double contraste(Map<String, Integer> couleurs, String encre) {
    double une = luminance(couleurs.get(encre));
    double autre = luminance(couleurs.get(encre.replace("-encre", "-fond")));
    return (Math.max(une, autre) + 0.05) / (Math.min(une, autre) + 0.05);
  }

  private static double luminance(int couleur) {
    return 0.2126 * lineaire(couleur >> 16 & 0xFF)
        + 0.7152 * lineaire(couleur >> 8 & 0xFF)
        + 0.0722 * lineaire(couleur & 0xFF);
  }

  private static double lineaire(int composante) {
    double c = composante / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
