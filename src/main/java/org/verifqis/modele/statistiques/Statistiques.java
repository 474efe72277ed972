package org.verifqis.modele.statistiques;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Region;

/**
 * The statistics of some years.
 *
 * @param exercices the years, first to last
 * @param ententes the agreements that owe a reddition for each
 * @param redditions what each reddition brings, by agreement and year
 * @param irrecevables for which a reddition came that can't be assessed
 */
public record Statistiques(
    List<Exercice> exercices,
    List<Entente> ententes,
    List<Compilee> redditions,
    Set<Place> irrecevables) {

  /**
   * A reddition and its figures.
   *
   * @param apport what it says
   * @param chiffres what it adds to the totals
   * @param projets its projects that count
   * @param repris its projects that count with a later exercice
   */
  public record Compilee(
      Apport apport, Chiffres chiffres, List<Apport.Ligne> projets, List<Apport.Ligne> repris) {
    /** Those whose people were reached in the exercice. */
    List<Apport.Ligne> rejoignant() {
      return Stream.concat(projets.stream(), repris.stream()).toList();
    }
  }

  /** That of which a reddition is owed. */
  public record Place(Entente entente, Exercice exercice) {}

  /**
   * A column of table 11.
   *
   * @param region null for the agreements without one
   * @param chiffres its figures
   */
  public record Territoire(Region region, Chiffres chiffres) {}

  /** Compiles redditions, at most one for each agreement and year. */
  public static Statistiques de(
      List<Exercice> exercices,
      Collection<Entente> ententes,
      Collection<Apport> apports,
      Set<Place> irrecevables) {
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
      redditions.add(compilee(apport, deja));
      apport.projets().stream()
          .map(Apport.Ligne::numero)
          .filter(numero -> numero != null)
          .forEach(deja::add);
    }
    redditions.sort(
        Comparator.comparingInt((Compilee c) -> rangs.indexOf(c.apport().entente()))
            .thenComparing(c -> c.apport().exercice()));
    return new Statistiques(exercices, rangs, List.copyOf(redditions), irrecevables);
  }

  private static Compilee compilee(Apport apport, Set<String> deja) {
    Chiffres chiffres = Chiffres.avec(1, new TreeMap<>());
    List<Apport.Ligne> projets = new ArrayList<>();
    List<Apport.Ligne> repris = new ArrayList<>();
    for (Apport.Ligne ligne : apport.projets()) {
      boolean repriseAilleurs = deja.contains(ligne.numero());
      chiffres = chiffres.plus(ligne.chiffres(repriseAilleurs));
      if (ligne.actif().isVrai()) {
        (repriseAilleurs ? repris : projets).add(ligne);
      }
    }
    return new Compilee(apport, chiffres, projets, repris);
  }

  /** Those of one of the years, counted for itself. */
  Statistiques pour(Exercice exercice) {
    return de(
        List.of(exercice),
        ententes,
        redditions.stream()
            .map(Compilee::apport)
            .filter(a -> a.exercice().equals(exercice))
            .toList(),
        irrecevables);
  }

  /** The same of one reddition alone. */
  Statistiques seulement(Compilee une) {
    return new Statistiques(exercices, ententes, List.of(une), Set.of());
  }

  /** The same of the last reddition of each agreement that is such. */
  Statistiques dernieres(Predicate<Apport> telle) {
    Map<Entente, Compilee> dernieres = new LinkedHashMap<>();
    redditions.stream()
        .filter(c -> telle.test(c.apport()))
        .forEach(c -> dernieres.put(c.apport().entente(), c));
    return new Statistiques(exercices, ententes, List.copyOf(dernieres.values()), irrecevables);
  }

  /** The redditions of each agreement that has any, in the order of the agreements. */
  Map<Entente, List<Compilee>> parEntente() {
    Map<Entente, List<Compilee>> parEntente = new LinkedHashMap<>();
    redditions.forEach(
        c -> parEntente.computeIfAbsent(c.apport().entente(), e -> new ArrayList<>()).add(c));
    return parEntente;
  }

  /** The regions of agreements, each once, in their order. */
  public static List<Region> regions(Collection<Entente> ententes) {
    return ententes.stream()
        .map(Entente::region)
        .filter(Objects::nonNull)
        .distinct()
        .sorted(Comparator.comparing(Region::code))
        .toList();
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

  /** How many redditions are owed. */
  public long attendues() {
    return (long) exercices.size() * ententes.size();
  }

  /** The agreements of which no reddition of a year is counted. */
  public List<Entente> manquantes(Exercice exercice) {
    return ententes.stream().filter(e -> reddition(e, exercice) == null).toList();
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
