package org.verifqis.rapport;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.verifqis.modele.Feuille;
import org.verifqis.regles.Constat;
import org.verifqis.regles.Gravite;

/**
 * The findings of one sheet.
 *
 * @param feuille the sheet of the place to correct
 * @param regles its findings by rule, gravest first; never empty
 * @param total how many of them people are told, one a cause
 */
record GroupeFeuille(Feuille feuille, List<GroupeRegle> regles, int total) {

  /**
   * Findings by sheet, those with the gravest ones first, otherwise in the contract's order of
   * sheets.
   */
  static List<GroupeFeuille> de(List<Constat> constats) {
    Map<Feuille, Map<String, List<Constat>>> parFeuille = new LinkedHashMap<>();
    Map<Object, Feuille> premieres = new HashMap<>();
    for (Constat constat : constats) {
      Feuille feuille = constat.emplacements().get(0).feuille();
      premieres.putIfAbsent(cle(feuille), feuille);
      parFeuille
          .computeIfAbsent(premieres.get(cle(feuille)), f -> new LinkedHashMap<>())
          .computeIfAbsent(constat.regle().id(), r -> new ArrayList<>())
          .add(constat);
    }
    List<GroupeFeuille> groupes = new ArrayList<>();
    parFeuille.forEach((feuille, parRegle) -> groupes.add(groupe(feuille, parRegle)));
    groupes.sort(
        Comparator.comparing(GroupeFeuille::pire).thenComparing(groupe -> groupe.feuille.rang()));
    return groupes;
  }

  /** A sheet of another layout may say what several of ours ask: it is one to who reads of it. */
  private static Object cle(Feuille feuille) {
    return switch (feuille.etat()) {
      case LUE, SANS_ENTETE -> feuille.nom();
      default -> feuille;
    };
  }

  private static GroupeFeuille groupe(Feuille feuille, Map<String, List<Constat>> parRegle) {
    List<GroupeRegle> regles = new ArrayList<>();
    Causes causes = new Causes(parRegle.values());
    parRegle.forEach(
        (id, constats) -> {
          List<Constat> dits = causes.unes(constats);
          if (!dits.isEmpty()) {
            regles.add(new GroupeRegle(constats.get(0).regle(), constats, dits));
          }
        });
    regles.sort(Comparator.comparing(groupe -> groupe.regle().gravite()));
    int total = regles.stream().mapToInt(groupe -> groupe.dits().size()).sum();
    return new GroupeFeuille(feuille, regles, total);
  }

  private Gravite pire() {
    return regles.get(0).regle().gravite();
  }
}
