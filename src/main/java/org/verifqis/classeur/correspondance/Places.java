package org.verifqis.classeur.correspondance;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.verifqis.modele.Essai;
import org.verifqis.modele.Onglet;
import org.verifqis.modele.Origine;

/** Where what the template asks was found: by our sheet and theirs, under which header. */
final class Places {
  private final Map<Onglet, Map<String, Map<String, String>>> headers = new EnumMap<>(Onglet.class);

  /** A field that was found; what is made of other tables stands in their columns. */
  void add(Onglet onglet, String sheet, Essai.Trouve found) {
    String label = found.champ().libelle();
    if (found.sources().isEmpty()) {
      put(onglet, sheet, label, found.entete());
    }
    for (Essai.Ailleurs source : found.sources()) {
      source.feuilles().forEach(other -> put(onglet, other, label, source.colonne()));
    }
  }

  private void put(Onglet onglet, String sheet, String label, String header) {
    headers
        .computeIfAbsent(onglet, o -> new LinkedHashMap<>())
        .computeIfAbsent(sheet, s -> new LinkedHashMap<>())
        .putIfAbsent(label, header);
  }

  /** All of them; sheets that say the same things under the same headers stand together. */
  List<Origine.Lieu> all() {
    List<Origine.Lieu> all = new ArrayList<>();
    headers.forEach(
        (onglet, sheets) -> {
          Map<Map<String, String>, List<String>> alike = new LinkedHashMap<>();
          sheets.forEach(
              (sheet, own) -> alike.computeIfAbsent(own, o -> new ArrayList<>()).add(sheet));
          alike.forEach((own, names) -> all.add(new Origine.Lieu(onglet.nom(), names, own)));
        });
    return all;
  }
}
