package org.verifqis.modele.statistiques;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.verifqis.modele.Exercice;

/**
 * What a table counted: titles are what a report has words for, or words.
 *
 * @param axe what its rows are
 * @param colonnes its columns, without that of the titles of the rows
 * @param rangees its rows
 */
public record Grille(Object axe, List<Colonne> colonnes, List<Rangee> rangees) {
  /** Beyond so many columns, years stand below each other instead of beside. */
  private static final int COLONNES_LISIBLES = 14;

  /**
   * A column.
   *
   * @param exercice the year that it is of; null where it is of no single one
   */
  public record Colonne(Object titre, Exercice exercice) {
    /** One that is of no single year. */
    public static Colonne de(Object titre) {
      return new Colonne(titre, null);
    }
  }

  /** What a row is. */
  public enum Rang {
    ORDINAIRE,
    /** It names the rows below. */
    GROUPE,
    TOTAL
  }

  /**
   * A row; a group has no cells.
   *
   * @param exercice the year that it is of; null where it is of no single one
   */
  public record Rangee(Rang rang, Object titre, Exercice exercice, List<Chiffre> chiffres) {}

  /** A row by what it is and the group that it stands in. */
  private record Place(Object groupe, Rang rang, Object titre) {}

  /** A grid whose columns are told at once and whose rows follow. */
  static Grille de(String axe, List<Colonne> colonnes) {
    return new Grille(new Mot(axe), colonnes, new ArrayList<>());
  }

  static List<Colonne> colonnes(Object... titres) {
    return Arrays.stream(titres).map(Colonne::de).toList();
  }

  Grille groupe(Object titre) {
    rangees.add(new Rangee(Rang.GROUPE, titre, null, List.of()));
    return this;
  }

  Grille ligne(Object titre, List<Chiffre> chiffres) {
    rangees.add(new Rangee(Rang.ORDINAIRE, titre, null, chiffres));
    return this;
  }

  Grille ligne(Object titre, Chiffre... chiffres) {
    return ligne(titre, List.of(chiffres));
  }

  Grille somme(Object titre, List<Chiffre> chiffres) {
    rangees.add(new Rangee(Rang.TOTAL, titre, null, chiffres));
    return this;
  }

  /** A row whose cells are counted column by column. */
  <C> Grille ligne(Object titre, List<C> colonnes, Function<C, Chiffre> chiffre) {
    return ligne(titre, colonnes.stream().map(chiffre).toList());
  }

  /** The grids of several years as one: beside each other, or below where there is no room. */
  static Grille parExercice(Map<Exercice, Grille> grilles) {
    Set<Object> titres = new LinkedHashSet<>();
    grilles.values().forEach(g -> g.colonnes.forEach(c -> titres.add(c.titre())));
    Set<Place> places = new LinkedHashSet<>();
    Map<Exercice, Map<Place, Map<Object, Chiffre>>> cases = new LinkedHashMap<>();
    grilles.forEach(
        (exercice, grille) -> {
          Map<Place, Map<Object, Chiffre>> siennes = grille.parPlace();
          cases.put(exercice, siennes);
          insere(places, siennes.keySet());
        });
    List<Exercice> exercices = List.copyOf(grilles.keySet());
    boolean cote = titres.size() * exercices.size() <= COLONNES_LISIBLES;
    List<Colonne> colonnes = new ArrayList<>();
    for (Object titre : titres) {
      if (cote) {
        exercices.forEach(e -> colonnes.add(new Colonne(titre, e)));
      } else {
        colonnes.add(Colonne.de(titre));
      }
    }
    Grille ensemble =
        new Grille(grilles.values().iterator().next().axe, colonnes, new ArrayList<>());
    for (Place place : places) {
      if (place.rang() == Rang.GROUPE) {
        ensemble.groupe(place.titre());
      } else if (cote) {
        ensemble.rangees.add(
            new Rangee(
                place.rang(),
                place.titre(),
                null,
                colonnes.stream()
                    .map(c -> lis(cases.get(c.exercice()).get(place), c.titre()))
                    .toList()));
      } else {
        for (Exercice exercice : exercices) {
          Map<Object, Chiffre> sienne = cases.get(exercice).get(place);
          if (sienne != null) {
            ensemble.rangees.add(
                new Rangee(
                    place.rang(),
                    place.titre(),
                    exercice,
                    colonnes.stream().map(c -> lis(sienne, c.titre())).toList()));
          }
        }
      }
    }
    return ensemble;
  }

  private static Chiffre lis(Map<Object, Chiffre> rangee, Object titre) {
    return rangee == null ? Chiffre.RIEN : rangee.getOrDefault(titre, Chiffre.RIEN);
  }

  /** Adds rows where the others of their year would have them: after the one before. */
  private static void insere(Set<Place> places, Set<Place> autres) {
    List<Place> ordre = new ArrayList<>(places);
    int apres = 0;
    for (Place place : autres) {
      int ou = ordre.indexOf(place);
      if (ou < 0) {
        ordre.add(apres, place);
        apres++;
      } else {
        apres = ou + 1;
      }
    }
    places.clear();
    places.addAll(ordre);
  }

  private Map<Place, Map<Object, Chiffre>> parPlace() {
    Map<Place, Map<Object, Chiffre>> places = new LinkedHashMap<>();
    Object groupe = null;
    for (Rangee rangee : rangees) {
      groupe = rangee.rang() == Rang.GROUPE ? rangee.titre() : groupe;
      Map<Object, Chiffre> cases = new LinkedHashMap<>();
      for (int c = 0; c < rangee.chiffres().size(); c++) {
        cases.put(colonnes.get(c).titre(), rangee.chiffres().get(c));
      }
      places.put(new Place(groupe, rangee.rang(), rangee.titre()), cases);
    }
    return places;
  }

  /** The rows that tell something, their cells under the columns of another grid. */
  List<Rangee> sous(List<Colonne> autres) {
    List<Rangee> siennes = new ArrayList<>();
    for (Rangee rangee : rangees) {
      if (rangee.rang() == Rang.ORDINAIRE
          && !rangee.chiffres().stream().allMatch(Chiffre::estVide)) {
        siennes.add(
            new Rangee(
                rangee.rang(),
                rangee.titre(),
                null,
                autres.stream()
                    .map(
                        c -> {
                          int ou = colonnes.indexOf(c);
                          return ou < 0 ? Chiffre.RIEN : rangee.chiffres().get(ou);
                        })
                    .toList()));
      }
    }
    return siennes;
  }
}
