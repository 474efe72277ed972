package org.verifqis.modele;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Values to be written into a workbook, by sheet of the gabarit: records by their place, values by
 * key. A form is one record.
 *
 * @param parFeuille the records of each sheet; a sheet without any may be missing
 */
public record Contenu(Map<String, List<Map<String, Object>>> parFeuille) {
  /** Nothing yet. */
  public static Contenu vide() {
    return new Contenu(new LinkedHashMap<>());
  }

  /** The records of a sheet. */
  public List<Map<String, Object>> fiches(String feuille) {
    return parFeuille.getOrDefault(feuille, List.of());
  }

  /** The record of a form; to be filled. */
  public Map<String, Object> formulaire(String feuille) {
    List<Map<String, Object>> fiches =
        parFeuille.computeIfAbsent(feuille, f -> new ArrayList<>(List.of(new LinkedHashMap<>())));
    return fiches.get(0);
  }

  /** Adds a record to a sheet. */
  public void ajoute(String feuille, Map<String, Object> fiche) {
    parFeuille.computeIfAbsent(feuille, f -> new ArrayList<>()).add(fiche);
  }

  /** The values of a record of a reddition, by key: its components are the keys of the gabarit. */
  public static Map<String, Valeur<?>> valeurs(Record fiche) {
    Map<String, Valeur<?>> valeurs = new LinkedHashMap<>();
    for (RecordComponent composant : fiche.getClass().getRecordComponents()) {
      try {
        if (composant.getAccessor().invoke(fiche) instanceof Valeur<?> valeur) {
          valeurs.put(composant.getName(), valeur);
        }
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
    return valeurs;
  }

  /** What is known of a record of a reddition, by key. */
  public static Map<String, Object> connu(Record fiche) {
    Map<String, Object> connu = new LinkedHashMap<>();
    valeurs(fiche)
        .forEach(
            (cle, valeur) -> {
              if (valeur.estConnue()) {
                connu.put(cle, valeur.contenu());
              }
            });
    return connu;
  }
}
