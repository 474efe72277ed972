package org.verifqis.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A figure as somebody types it.
 *
 * @param cle key of the parameter
 * @param entente code of the agreement; empty for any
 * @param edition its edition; empty for any
 * @param depuis from which day; empty for always
 * @param valeur its values, with semicolons between them; empty where it is not known
 * @param source where it comes from
 */
public record FigureForm(
    String cle, String entente, String edition, String depuis, String valeur, String source) {
  /** Nothing yet. */
  static final FigureForm NONE = new FigureForm("", "", "", "", "", "");

  private static final Set<String> NUMBERS = Set.of("MONTANT", "PART", "NOMBRE");

  /** The values, one by one; a number without what people here write in it. */
  List<String> values(String type) {
    return Stream.of(valeur.split("[;\n]"))
        .map(String::strip)
        .filter(one -> !one.isEmpty())
        .map(
            one ->
                NUMBERS.contains(type)
                    ? one.replaceAll("[\\s\u00A0\u202F$]", "").replace(',', '.')
                    : one)
        .toList();
  }
}
