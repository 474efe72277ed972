package org.verifqis.modele;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The territory's plan: its priorities, and which of them the active projects answer. */
public final class Plan {
  private final boolean prioritesLues;
  private final boolean projetsLus;
  private final Map<String, List<Priorite>> parCode = new HashMap<>();
  private final Map<String, Map<Palier, Verite>> paliersParCode = new HashMap<>();
  private final Map<Palier, Verite> codeInconnu = new EnumMap<>(Palier.class);
  private final Set<Palier> paliersPossibles = EnumSet.noneOf(Palier.class);
  private final Map<String, Verite> emplois = new HashMap<>();
  private boolean emploiInconnu;

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
    projets.forEach(this::emploie);
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
   * Whether what a project gives as its priority is the code of a priority of this level. Where a
   * code stands twice, either row will do.
   */
  public Verite contient(Valeur<String> code, Palier palier) {
    if (!prioritesLues) {
      return Verite.INCONNU;
    }
    if (!code.estConnue()) {
      return paliersPossibles.contains(palier) ? Verite.INCONNU : Verite.FAUX;
    }
    Verite duCode =
        paliersParCode
            .getOrDefault(Normalisation.normalise(code.contenu()), Map.of())
            .getOrDefault(palier, Verite.FAUX);
    return codeInconnu.getOrDefault(palier, Verite.FAUX).ou(duCode);
  }

  /** The first priority of a code; null if there is none. */
  public Priorite priorite(Valeur<String> code) {
    List<Priorite> trouvees =
        code.estConnue() ? parCode.get(Normalisation.normalise(code.contenu())) : null;
    return trouvees == null ? null : trouvees.get(0);
  }

  /** The first priority of a code that is known to be of a level; null if there is none. */
  public Priorite priorite(Valeur<String> code, Palier palier) {
    return code.estConnue()
        ? parCode.getOrDefault(Normalisation.normalise(code.contenu()), List.of()).stream()
            .filter(p -> p.palier().est(palier).isVrai())
            .findFirst()
            .orElse(null)
        : null;
  }

  /** The level of the first priority of a code; null if there is none. */
  public Valeur<Palier> palier(Valeur<String> code) {
    Priorite priorite = priorite(code);
    return priorite == null ? null : priorite.palier();
  }

  /** Whether the priority is the regional priority of an active project. */
  public Verite emploie(Priorite priorite) {
    if (!projetsLus) {
      return Verite.INCONNU;
    }
    if (!priorite.code().estConnue()) {
      return emploiInconnu || !emplois.isEmpty() ? Verite.INCONNU : Verite.FAUX;
    }
    Verite parUnCodeLu =
        emplois.getOrDefault(Normalisation.normalise(priorite.code().contenu()), Verite.FAUX);
    return emploiInconnu ? parUnCodeLu.ou(Verite.INCONNU) : parUnCodeLu;
  }

  private void classe(Priorite priorite) {
    String cle =
        priorite.code().estConnue() ? Normalisation.normalise(priorite.code().contenu()) : null;
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
        codeInconnu.put(palier, Verite.INCONNU);
      } else {
        paliersParCode
            .computeIfAbsent(cle, c -> new EnumMap<>(Palier.class))
            .merge(palier, deCePalier, Verite::ou);
      }
    }
  }

  private void emploie(Projet projet) {
    Verite actif = projet.actif();
    if (!actif.isPossible()) {
      return;
    }
    if (projet.prioriteRegionale().estConnue()) {
      String cle = Normalisation.normalise(projet.prioriteRegionale().contenu());
      emplois.merge(cle, actif, Verite::ou);
    } else {
      emploiInconnu |= projet.prioriteRegionale().estInconnue();
    }
  }
}
