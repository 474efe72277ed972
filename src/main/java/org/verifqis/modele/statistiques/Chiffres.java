package org.verifqis.modele.statistiques;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.verifqis.modele.Part;
import org.verifqis.modele.statistiques.Rubrique.Groupe;

/**
 * The figures of some redditions. Those of several are the sums of those of each, so that each can
 * be traced.
 *
 * @param redditions how many
 * @param projets how many projects, by row of table 11; rows without a project are left out
 * @param exclus what is left out of them
 */
public record Chiffres(
    long redditions,
    SortedMap<Rubrique, Effectif> projets,
    Promoteurs promoteurs,
    AideAccordee aide,
    Levier levier,
    Personnes personnes,
    Exclus exclus) {
  /** Those of nothing. */
  public static final Chiffres AUCUN = avec(0, Collections.emptySortedMap());

  static Chiffres avec(long redditions, SortedMap<Rubrique, Effectif> projets) {
    return new Chiffres(
        redditions,
        projets,
        Promoteurs.AUCUN,
        AideAccordee.AUCUNE,
        Levier.AUCUN,
        Personnes.AUCUNE,
        Exclus.AUCUN);
  }

  Chiffres rejoint(Personnes autres) {
    return new Chiffres(redditions, projets, promoteurs, aide, levier, autres, exclus);
  }

  Chiffres exclut(Exclus autres) {
    return new Chiffres(redditions, projets, promoteurs, aide, levier, personnes, autres);
  }

  /** The sum of all of these. */
  public static Chiffres somme(Collection<Chiffres> tous) {
    return tous.stream().reduce(AUCUN, Chiffres::plus);
  }

  /** Sum. */
  public Chiffres plus(Chiffres autre) {
    SortedMap<Rubrique, Effectif> somme = new TreeMap<>(projets);
    autre.projets.forEach((rubrique, effectif) -> somme.merge(rubrique, effectif, Effectif::plus));
    return new Chiffres(
        redditions + autre.redditions,
        Collections.unmodifiableSortedMap(somme),
        promoteurs.plus(autre.promoteurs),
        aide.plus(autre.aide),
        levier.plus(autre.levier),
        personnes.plus(autre.personnes),
        exclus.plus(autre.exclus));
  }

  /** The projects of a row of table 11. */
  public Effectif effectif(Rubrique rubrique) {
    return projets.getOrDefault(rubrique, Effectif.AUCUN);
  }

  /** The projects of a part of table 11. */
  public Effectif effectif(Groupe groupe) {
    return projets.entrySet().stream()
        .filter(e -> e.getKey().groupe() == groupe)
        .map(Map.Entry::getValue)
        .reduce(Effectif.AUCUN, Effectif::plus);
  }

  /** All projects. */
  public Effectif effectif() {
    return projets.values().stream().reduce(Effectif.AUCUN, Effectif::plus);
  }

  /**
   * The share of projects that answer a regional priority, among those of which it is known; null
   * where there is none.
   */
  public Part partAlignee() {
    long alignes = effectif(Groupe.PRIORITES_REGIONALES).total();
    return Part.de(alignes, alignes + effectif(Groupe.AUTRES).total());
  }
}
