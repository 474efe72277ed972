package org.verifqis.modele.statistiques;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Niveau;
import org.verifqis.modele.Region;

/** How many agreements and regions stand at each level of cible 4 (RAPPORT 8.2.5). */
final class TableNiveaux implements Table {
  @Override
  public String cle() {
    return "niveaux";
  }

  @Override
  public boolean parExercice() {
    return true;
  }

  @Override
  public List<Object> series() {
    return List.of((Object[]) Niveau.values());
  }

  @Override
  public boolean renseignee(Apport apport) {
    return !apport.niveaux().isEmpty();
  }

  /** The levels that each of some agreements, or regions, may have. */
  private record Ensemble(List<Set<Niveau>> possibles, long manquants) {
    Chiffre a(Niveau niveau) {
      long dits = possibles.stream().filter(p -> p.equals(Set.of(niveau))).count();
      return Chiffre.nombre(dits);
    }

    Chiffre a(Niveau.Classe classe) {
      return Chiffre.nombre(possibles.stream().filter(p -> classe == classe(p)).count());
    }

    Chiffre indetermines() {
      return Chiffre.nombre(possibles.stream().filter(p -> classe(p) == null).count());
    }

    long total() {
      return possibles.size() + manquants;
    }

    private static Niveau.Classe classe(Set<Niveau> possibles) {
      Set<Niveau.Classe> classes =
          possibles.stream().map(Niveau::classe).collect(Collectors.toSet());
      return classes.size() == 1 ? classes.iterator().next() : null;
    }
  }

  @Override
  public Grille grille(Statistiques s) {
    List<Grille.Colonne> colonnes = new ArrayList<>();
    List<Ensemble> ensembles = new ArrayList<>();
    for (Exercice exercice : s.exercices()) {
      colonnes.add(new Grille.Colonne(new Mot("stats.ententes"), exercice));
      colonnes.add(new Grille.Colonne(new Mot("stats.regions"), exercice));
      List<Apport> apports =
          s.redditions().stream()
              .map(c -> c.apport())
              .filter(a -> a.exercice().equals(exercice))
              .toList();
      ensembles.add(
          new Ensemble(
              apports.stream().map(Apport::niveaux).toList(),
              (long) s.ententes().size() - apports.size()));
      Map<Region, List<Set<Niveau>>> parRegion =
          apports.stream()
              .filter(a -> a.entente().region() != null)
              .collect(
                  Collectors.groupingBy(
                      a -> a.entente().region(),
                      Collectors.mapping(Apport::niveaux, Collectors.toList())));
      ensembles.add(
          new Ensemble(
              parRegion.values().stream().map(TableNiveaux::meilleurs).toList(),
              (long) Statistiques.regions(s.ententes()).size() - parRegion.size()));
    }
    Grille grille = Grille.de("stats.niveau", colonnes);
    for (Niveau.Classe classe : Niveau.Classe.values()) {
      grille.groupe(classe);
      for (Niveau niveau : Niveau.values()) {
        if (niveau.classe() == classe) {
          grille.ligne(niveau, ensembles, e -> e.a(niveau));
        }
      }
      grille.somme(
          new Mot("stats.niveaux.classe"), ensembles.stream().map(e -> e.a(classe)).toList());
    }
    grille.groupe(new Mot("stats.niveaux.autres"));
    grille.ligne(new Mot("stats.niveaux.indetermines"), ensembles, Ensemble::indetermines);
    grille.ligne(new Mot("stats.manquantes"), ensembles, e -> Chiffre.nombre(e.manquants()));
    return grille.somme(
        new Mot("html.total"), ensembles.stream().map(e -> Chiffre.nombre(e.total())).toList());
  }

  /**
   * What the best of several levels may be: one of them is that, and none of the others need be
   * better. A reddition whose levels are not known at all may have any.
   */
  static Set<Niveau> meilleurs(List<Set<Niveau>> chacun) {
    List<Set<Niveau>> possibles =
        chacun.stream().map(n -> n.isEmpty() ? EnumSet.allOf(Niveau.class) : n).toList();
    Set<Niveau> meilleurs = EnumSet.noneOf(Niveau.class);
    for (Niveau niveau : Niveau.values()) {
      boolean un = possibles.stream().anyMatch(p -> p.contains(niveau));
      boolean aucunMieux =
          possibles.stream()
              .allMatch(p -> p.stream().anyMatch(autre -> autre.compareTo(niveau) >= 0));
      if (un && aucunMieux) {
        meilleurs.add(niveau);
      }
    }
    return meilleurs;
  }
}
