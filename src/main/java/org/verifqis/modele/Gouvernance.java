package org.verifqis.modele;

import java.util.List;
import java.util.function.Function;

/** The bodies of an Alliance, seen together. */
public record Gouvernance(List<Instance> instances) {
  /** Groups of people that sit on a body, and that the GUIDE wants at the regional table. */
  public enum Groupe {
    ELUS(Instance::elus),
    GOUVERNEMENTAUX(Instance::gouvernementaux),
    SOCIOECONOMIQUES(Instance::socioeconomiques),
    PSPES(Instance::pspes);

    private final Function<Instance, Valeur<Long>> nombre;

    Groupe(Function<Instance, Valeur<Long>> nombre) {
      this.nombre = nombre;
    }

    private Verite siege(Instance instance) {
      return nombre.apply(instance).apres(0L);
    }
  }

  /** Whether there is a body of this level. */
  public Verite aPalier(Palier palier) {
    return Verite.uneDe(instances.stream().map(i -> i.palier().est(palier)).toList());
  }

  /** Whether there is a body of this role. */
  public Verite aRole(RoleInstance role) {
    return Verite.uneDe(instances.stream().map(i -> i.role().est(role)).toList());
  }

  /** Whether a body of this level counts people in poverty. */
  public Verite comptePspes(Palier palier) {
    return Verite.uneDe(
        instances.stream().map(i -> i.palier().est(palier).et(Groupe.PSPES.siege(i))).toList());
  }

  /**
   * How many people in poverty the first body of this level that has any counts; null where none is
   * known.
   */
  public Valeur<Long> premieresPspes(Palier palier) {
    return instances.stream()
        .filter(i -> i.palier().est(palier).et(Groupe.PSPES.siege(i)).isVrai())
        .map(Instance::pspes)
        .findFirst()
        .orElse(null);
  }

  /**
   * Whether nobody of the group sits on the regional bodies (GOU-02), or on the regional tables
   * where a body says that it is one. Where it is not known whether there is a regional body at
   * all, nothing is broken for sure.
   */
  public Verite sansGroupe(Groupe groupe) {
    List<Place> places = instances.stream().map(i -> Place.de(i, groupe)).toList();
    boolean uneTable = places.stream().anyMatch(p -> p.regionale.et(p.table).isVrai());
    long autresTables = places.stream().filter(p -> p.regionale.et(p.table).isVrai()).count();
    boolean tableOccupee =
        places.stream().anyMatch(p -> p.regionale.et(p.table).et(p.siege).isVrai());
    boolean occupee = places.stream().anyMatch(p -> p.regionale.et(p.siege).isVrai());
    boolean possible =
        places.stream()
            .filter(p -> p.regionale.isPossible() && p.siege != Verite.VRAI)
            .anyMatch(
                p ->
                    p.table.isPossible() && !tableOccupee
                        || p.table != Verite.VRAI && !uneTable && !occupee);
    if (!possible) {
      return Verite.FAUX;
    }
    boolean peutEtreOccupee =
        places.stream()
            .filter(p -> p.regionale.isPossible() && p.siege.isPossible())
            .anyMatch(p -> p.table.isPossible() || autresTables == 0);
    return aPalier(Palier.REGIONAL).isVrai() && !peutEtreOccupee ? Verite.VRAI : Verite.INCONNU;
  }

  /** What a body is for a group: each of the three on its own. */
  private record Place(Verite regionale, Verite table, Verite siege) {
    static Place de(Instance instance, Groupe groupe) {
      return new Place(
          instance.palier().est(Palier.REGIONAL),
          instance.typeInstance().parmi(TypeInstance.TABLES_REGIONALES),
          groupe.siege(instance));
    }
  }
}
