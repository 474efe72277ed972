package org.verifqis.rapport;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.verifqis.regles.Constat;
import org.verifqis.regles.Gravite;

/**
 * One cause, one message: of the findings of a sheet that a whole row accounts for, the first is
 * told, and it tells of the row; rows below each other that are alike are told together. What a
 * rule says of a value that can't be read waits until it can.
 */
final class Causes {
  private static final String LIGNE = "ligne";
  private static final String DEPLACE = "deplace";

  /** What they find at a cell, no other rule can know better: it can't be read. */
  private static final Set<String> ILLISIBLES = Set.of("LEC-03", "LEC-06");

  /** Cells that can't be read. */
  private final Set<String> illisibles;

  /** Rows that were told. */
  private final Set<Integer> dites = new HashSet<>();

  /** Of the findings of a sheet. */
  Causes(Collection<List<Constat>> constats) {
    illisibles =
        constats.stream()
            .flatMap(List::stream)
            .filter(constat -> ILLISIBLES.contains(constat.regle().id()) && !constat.estDeroge())
            .map(Causes::cellule)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
  }

  private static String cellule(Constat constat) {
    return constat.emplacements().get(0).reference();
  }

  private boolean attend(Constat constat) {
    return !constat.regle().estLecture()
        && constat.regle().gravite() != Gravite.BLOQUANTE
        && illisibles.contains(cellule(constat));
  }

  /** Those of the findings of a rule that are to be told, in their order. */
  List<Constat> unes(List<Constat> constats) {
    List<Constat> dits = new ArrayList<>();
    Map<Integer, Integer> dernieres = new HashMap<>();
    Set<Integer> totaux = new HashSet<>();
    for (Constat constat : constats) {
      if (attend(constat)) {
        continue;
      }
      Integer ligne = constat.faits().get(LIGNE) instanceof Integer i ? i : null;
      if (ligne == null) {
        dits.add(constat);
      } else if (constat.variante().equals(DEPLACE) ? totaux.add(ligne) : dites.add(ligne)) {
        ajoute(constat, ligne, dits, dernieres);
      }
    }
    return dits.stream().map(constat -> jusqua(constat, dernieres)).toList();
  }

  private static void ajoute(
      Constat constat, int ligne, List<Constat> dits, Map<Integer, Integer> dernieres) {
    Constat avant = dits.isEmpty() ? null : dits.get(dits.size() - 1);
    boolean suit =
        avant != null
            && constat.variante().equals(LIGNE)
            && avant.variante().equals(LIGNE)
            && derniere(avant, dernieres) + 1 == ligne
            && champ(avant).equals(champ(constat))
            && avant.estDeroge() == constat.estDeroge()
            && remplies(avant).equals(remplies(constat));
    if (suit) {
      dernieres.put((Integer) avant.faits().get(LIGNE), ligne);
    } else {
      dits.add(constat);
    }
  }

  private static int derniere(Constat constat, Map<Integer, Integer> dernieres) {
    Integer ligne = (Integer) constat.faits().get(LIGNE);
    return dernieres.getOrDefault(ligne, ligne);
  }

  private static Object champ(Constat constat) {
    return constat.faits().get("champ");
  }

  private static Object remplies(Constat constat) {
    return constat.faits().get("cellulesRemplies");
  }

  private static Constat jusqua(Constat constat, Map<Integer, Integer> dernieres) {
    Object ligne = constat.faits().get(LIGNE);
    if (!dernieres.containsKey(ligne)) {
      return constat;
    }
    Map<String, Object> faits = new LinkedHashMap<>(constat.faits());
    faits.put("derniereLigne", dernieres.get(ligne));
    return new Constat(
        constat.regle(),
        "lignes",
        constat.emplacements(),
        faits,
        constat.sujet(),
        constat.derogation());
  }
}
