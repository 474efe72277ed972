package org.verifqis.modele;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.verifqis.modele.Projet.Choix;

/** The territory's plan: its priorities, and which of them the active projects answer. */
public final class Plan {
  private final boolean prioritesLues;
  private final boolean projetsLus;
  private final Map<String, List<Priorite>> parCode = new HashMap<>();

  /** Many projects give the same few codes, each of which is asked about several times. */
  private final Map<String, String> normalises = new HashMap<>();

  private final Map<String, Map<Palier, Verite>> paliersParCode = new HashMap<>();

  /** So many rows of each level may bear any code. */
  private final Map<Palier, Integer> codesInconnus = new EnumMap<>(Palier.class);

  private final Set<Palier> paliersPossibles = EnumSet.noneOf(Palier.class);
  private final Map<Palier, Emplois> emplois = new EnumMap<>(Palier.class);

  /**
   * Looks at the priorities and at the projects once; a sheet that was not read leaves what it
   * holds unknown.
   */
  public Plan(
      Feuille feuillePriorites,
      List<Priorite> priorites,
      Feuille feuilleProjets,
      List<Projet> projets) {
    prioritesLues = feuillePriorites.estLue();
    projetsLus = feuilleProjets.estLue();
    priorites.forEach(this::classe);
    for (Palier palier : Palier.values()) {
      emplois.put(palier, new Emplois());
    }
    projets.forEach(
        projet -> projet.choix().forEach(c -> emplois.get(c.palier()).ajoute(projet, c.codes())));
  }

  /** That of a reddition. */
  public static Plan de(Reddition reddition) {
    return new Plan(
        reddition.feuille(Onglet.PRIORITES),
        reddition.priorites(),
        reddition.feuille(Onglet.PROJETS),
        reddition.projets());
  }

  /**
   * Whether a code is that of a priority of this level; null stands for a code that can't be read.
   * Where a code stands twice, either row will do.
   */
  public Verite contient(String code, Palier palier) {
    if (!prioritesLues) {
      return Verite.INCONNU;
    }
    if (code == null) {
      return paliersPossibles.contains(palier) ? Verite.INCONNU : Verite.FAUX;
    }
    Verite duCode = inscrit(code, palier);
    return codesInconnus.containsKey(palier) ? duCode.ou(Verite.INCONNU) : duCode;
  }

  private String normalise(String code) {
    return normalises.computeIfAbsent(code, Normalisation::normalise);
  }

  /** Whether a row whose code can be read bears it at this level. */
  private Verite inscrit(String code, Palier palier) {
    Map<Palier, Verite> paliers = paliersParCode.get(normalise(code));
    return paliers == null ? Verite.FAUX : paliers.getOrDefault(palier, Verite.FAUX);
  }

  /** Whether one of the codes that a project gives is none of a priority of its level (PRI-02). */
  public Verite horsDuPlan(Choix choix) {
    if (!choix.codes().estConnue()) {
      return contient(null, choix.palier()).non();
    }
    Verite unHors = Verite.FAUX;
    for (String code : choix.codes().contenu()) {
      unHors = unHors.ou(contient(code, choix.palier()).non());
    }
    return unHors.isPossible() && !codesHorsDuPlan(choix).isEmpty() ? Verite.VRAI : unHors;
  }

  /**
   * The codes that a project gives and that are known to be none of a priority of its level. Where
   * more of them are in no row than there are rows whose code can't be read, one at least is none,
   * and all of them are named.
   */
  public List<String> codesHorsDuPlan(Choix choix) {
    if (!prioritesLues || !choix.codes().estConnue()) {
      return List.of();
    }
    List<String> absents = new ArrayList<>();
    Set<String> distincts = new HashSet<>();
    for (String code : choix.codes().contenu()) {
      if (inscrit(code, choix.palier()) == Verite.FAUX) {
        absents.add(code);
        distincts.add(normalise(code));
      }
    }
    return distincts.size() > codesInconnus.getOrDefault(choix.palier(), 0) ? absents : List.of();
  }

  /** The levels of the priorities that these codes are of; those that are in no row have none. */
  public List<Valeur<Palier>> paliersHorsDuPlan(Choix choix) {
    return codesHorsDuPlan(choix).stream()
        .map(this::priorite)
        .filter(Objects::nonNull)
        .map(Priorite::palier)
        .toList();
  }

  /** Whether all these codes are of priorities: of the other level, then. */
  public boolean connaitLesCodes(Choix choix) {
    return paliersHorsDuPlan(choix).size() == codesHorsDuPlan(choix).size();
  }

  /** The first priority of a code; null if there is none. */
  public Priorite priorite(String code) {
    List<Priorite> trouvees = code == null ? null : parCode.get(Normalisation.normalise(code));
    return trouvees == null ? null : trouvees.get(0);
  }

  /** The first priority of a code that is known to be of a level; null if there is none. */
  public Priorite priorite(String code, Palier palier) {
    return parCode.getOrDefault(Normalisation.normalise(code), List.of()).stream()
        .filter(p -> p.palier().est(palier).isVrai())
        .findFirst()
        .orElse(null);
  }

  /** Whether an active project gives the priority as one of those of a level (PRI-03, PRI-05). */
  public Verite emploie(Priorite priorite, Palier palier) {
    return projetsLus ? emplois.get(palier).emploie(cle(priorite)) : Verite.INCONNU;
  }

  /**
   * Whether active projects give the priority as one of theirs, and none of them is regional
   * (PRI-06).
   */
  public Verite sansProjetRegional(Priorite priorite) {
    return projetsLus
        ? emplois.get(Palier.REGIONAL).sansProjetRegional(cle(priorite))
        : Verite.INCONNU;
  }

  private static String cle(Priorite priorite) {
    Valeur<String> code = priorite.code();
    return code.estConnue() ? Normalisation.normalise(code.contenu()) : null;
  }

  private void classe(Priorite priorite) {
    String cle = cle(priorite);
    if (cle != null) {
      parCode.computeIfAbsent(cle, c -> new ArrayList<>()).add(priorite);
    }
    for (Palier palier : Palier.values()) {
      Verite deCePalier = priorite.palier().est(palier);
      if (!deCePalier.isPossible()) {
        continue;
      }
      paliersPossibles.add(palier);
      if (cle == null) {
        codesInconnus.merge(palier, 1, Integer::sum);
      } else {
        paliersParCode
            .computeIfAbsent(cle, c -> new EnumMap<>(Palier.class))
            .merge(palier, deCePalier, Verite::ou);
      }
    }
  }
}
