package org.verifqis.classeur.correspondance;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.verifqis.modele.Contenu;
import org.verifqis.modele.Montant;
import org.verifqis.modele.Onglet;
import org.verifqis.modele.Reddition;
import org.verifqis.modele.Valeur;

/** What was read of a workbook, as texts that a test shows. */
final class Facts {
  private Facts() {}

  /** The records of a sheet: the fields asked, with the cells where that is asked too (key@). */
  static List<String> facts(Reddition read, Onglet onglet, String... keys) {
    return read.fiches().get(onglet).stream()
        .map(
            record -> {
              Map<String, Valeur<?>> values = Contenu.valeurs(record);
              return List.of(keys).stream()
                  .map(
                      key ->
                          key.endsWith("@")
                              ? places(values.get(key.substring(0, key.length() - 1)))
                              : text(values.get(key).contenu()))
                  .collect(Collectors.joining(" | "));
            })
        .toList();
  }

  private static String places(Valeur<?> value) {
    return value.emplacements().stream()
        .map(e -> e.feuille().nom() + (e.ligne() == 0 ? "" : "!" + e.reference()))
        .collect(Collectors.joining("+"));
  }

  static String text(Object content) {
    if (content instanceof Montant amount) {
      return amount.dollars().toPlainString();
    }
    if (content instanceof Collection<?> several) {
      return several.stream().map(Facts::text).collect(Collectors.joining(";"));
    }
    return String.valueOf(content);
  }

  static LocalDate day(int year, int month, int day) {
    return LocalDate.of(year, month, day);
  }
}
