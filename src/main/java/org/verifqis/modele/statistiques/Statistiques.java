package org.verifqis.modele.statistiques;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Region;

/**
 * The statistics of some years.
 *
 * @param exercices the years, first to last
 * @param ententes the agreements that owe a reddition for each
 * @param redditions what each reddition brings, by agreement and year
 */
public record Statistiques(
    List<Exercice> exercices, List<Entente> ententes, List<Compilee> redditions) {

  /**
   * A reddition and its figures.
   *
   * @param apport what it says
   * @param chiffres what it adds to the totals
   */
  public record Compilee(Apport apport, Chiffres chiffres) {}

  /**
   * A column of table 11.
   *
   * @param region null for the agreements without one
   * @param chiffres its figures
   */
  public record Territoire(Region region, Chiffres chiffres) {}

  /** Compiles redditions, at most one for each agreement and year. */
  public static Statistiques de(
      List<Exercice> exercices, Collection<Entente> ententes, Collection<Apport> apports) {
    List<Entente> rangs = List.copyOf(ententes);
    List<Apport> ordre =
        apports.stream()
            .sorted(
                Comparator.comparingInt((Apport a) -> rangs.indexOf(a.entente()))
                    .thenComparing(Apport::exercice, Comparator.reverseOrder()))
            .toList();
    Map<Entente, Set<String>> comptes = new HashMap<>();
    List<Compilee> redditions = new ArrayList<>();
    for (Apport apport : ordre) {
      Set<String> deja = comptes.computeIfAbsent(apport.entente(), e -> new HashSet<>());
      redditions.add(new Compilee(apport, chiffres(apport, deja)));
      apport.projets().stream()
          .map(Apport.Ligne::numero)
          .filter(numero -> numero != null)
          .forEach(deja::add);
    }
    redditions.sort(
        Comparator.comparingInt((Compilee c) -> rangs.indexOf(c.apport().entente()))
            .thenComparing(c -> c.apport().exercice()));
    return new Statistiques(exercices, rangs, List.copyOf(redditions));
  }

  private static Chiffres chiffres(Apport apport, Set<String> deja) {
    Chiffres chiffres = Chiffres.avec(1, new TreeMap<>());
    for (Apport.Ligne ligne : apport.projets()) {
      chiffres = chiffres.plus(ligne.chiffres(deja.contains(ligne.numero())));
    }
    return chiffres;
  }

  /** All figures. */
  public Chiffres total() {
    return Chiffres.somme(redditions.stream().map(Compilee::chiffres).toList());
  }

  /** The figures of each region that has a reddition, by code; last those without a region. */
  public List<Territoire> territoires() {
    SortedMap<Region, Chiffres> parRegion =
        new TreeMap<>(Comparator.nullsLast(Comparator.comparing(Region::code)));
    for (Compilee c : redditions) {
      parRegion.merge(c.apport().entente().region(), c.chiffres(), Chiffres::plus);
    }
    List<Territoire> territoires = new ArrayList<>();
    parRegion.forEach((region, chiffres) -> territoires.add(new Territoire(region, chiffres)));
    return territoires;
  }

  /** The reddition of an agreement for a year; null without one. */
  public Apport reddition(Entente entente, Exercice exercice) {
    return redditions.stream()
        .map(Compilee::apport)
        .filter(a -> a.entente().equals(entente) && a.exercice().equals(exercice))
        .findFirst()
        .orElse(null);
  }
}
