package org.verifqis.classeur;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.verifqis.modele.Code;
import org.verifqis.modele.Codes;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Normalisation;
import org.verifqis.modele.Sosies;

/** The code lists of the gabarit, found by any of the forms in which a code may be written. */
final class CodeLists {
  private static final String REGIONS = "regions";
  private static final String ENTENTES = "ententes";

  /** A code is near when fewer than one letter in four has to change. */
  private static final int LETTERS_PER_MISTAKE = 4;

  private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();

  private final Gabarit gabarit;
  private final Map<String, Map<String, String>> labels;
  private final Map<String, Map<String, String>> codesByForm = new HashMap<>();
  private final Map<String, Function<String, Object>> contents = new HashMap<>();

  /** What the template offers, as it stands there: most cells hold just that. */
  private final Map<String, Map<String, String>> codesByOffer = new HashMap<>();

  CodeLists(Gabarit gabarit) {
    this.gabarit = gabarit;
    labels = gabarit.listes();
    gabarit
        .listes()
        .forEach(
            (list, labels) -> {
              Map<String, String> codes = new TreeMap<>();
              labels.forEach(
                  (code, label) -> {
                    codes.putIfAbsent(Normalisation.normalise(code), code);
                    codes.putIfAbsent(Normalisation.normalise(label), code);
                    if (list.equals(REGIONS)) {
                      String number = Integer.toString(Integer.parseInt(code));
                      codes.put(number, code);
                      codes.put("region " + code, code);
                      codes.put("region " + number, code);
                    }
                  });
              gabarit
                  .aussi()
                  .get(list)
                  .forEach(
                      (code, others) ->
                          others.forEach(o -> codes.putIfAbsent(Normalisation.normalise(o), code)));
              codesByForm.put(list, codes);
              Map<String, String> offers = new HashMap<>();
              for (String code : labels.keySet()) {
                String offer = gabarit.offert(list, code);
                offers.put(offer, codes.get(Normalisation.normalise(offer)));
              }
              codesByOffer.put(list, offers);
            });
    contents.put(REGIONS, gabarit.regions()::get);
    contents.put(ENTENTES, gabarit.ententes()::get);
    for (Class<? extends Code> codes : Codes.CLASSES) {
      Map<String, Object> byName = new HashMap<>();
      for (Code code : codes.getEnumConstants()) {
        byName.put(code.name(), code);
      }
      contents.put(codes.getEnumConstants()[0].liste(), byName::get);
    }
  }

  /** The content of a code written in any of its forms; null if it is in none of the list. */
  Object find(String list, String text) {
    String code = codesByOffer.get(list).get(text);
    if (code == null) {
      code = codesByForm.get(list).get(Normalisation.normalise(text));
    }
    return code == null ? null : contents.get(list).apply(code);
  }

  /** The label of a code of the list. */
  String label(String list, String code) {
    return labels.get(list).get(code);
  }

  /** What the template offers for a code of the list. */
  String offered(String list, String code) {
    return gabarit.offert(list, code);
  }

  /** What the template offers for the codes that are most like a text, the nearest first. */
  List<String> mostAlike(String list, String text, int most) {
    String normalised = Normalisation.normalise(Sosies.latin(text));
    Map<String, Double> likeness = new HashMap<>();
    codesByForm
        .get(list)
        .forEach(
            (form, code) -> likeness.merge(code, SIMILARITY.apply(normalised, form), Math::max));
    return labels.get(list).keySet().stream()
        .sorted(Comparator.comparing((String code) -> -likeness.get(code)))
        .limit(most)
        .map(code -> gabarit.offert(list, code))
        .toList();
  }

  /** How many codes a list has. */
  int size(String list) {
    return labels.get(list).size();
  }

  /** The code of the list whose form is nearest to the text; null if none is near. */
  String nearest(String list, String text) {
    String normalised = Normalisation.normalise(Sosies.latin(text));
    String nearest = null;
    int smallest = Integer.MAX_VALUE;
    for (Map.Entry<String, String> form : codesByForm.get(list).entrySet()) {
      int tolerated =
          Math.max(1, Math.min(form.getKey().length(), normalised.length()) / LETTERS_PER_MISTAKE);
      int distance = new LevenshteinDistance(tolerated).apply(normalised, form.getKey());
      if (distance >= 0 && distance < smallest) {
        smallest = distance;
        nearest = form.getValue();
      }
    }
    return nearest;
  }
}
