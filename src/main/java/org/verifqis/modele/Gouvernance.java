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
   * Whether nobody of the group sits on the regional bodies (GOU-02). Where it is not known whether
   * there is a regional body at all, a breach would need one without anybody of the group.
   */
  public Verite sansGroupe(Groupe groupe) {
    boolean certaine = aPalier(Palier.REGIONAL).isVrai();
    Verite sans = certaine ? Verite.VRAI : Verite.INCONNU;
    boolean unePeutEtreSans = certaine;
    for (Instance instance : instances) {
      Verite regionale = instance.palier().est(Palier.REGIONAL);
      if (regionale.isPossible()) {
        Verite siege = groupe.siege(instance);
        sans = sans.et(regionale.et(siege).non());
        unePeutEtreSans |= siege != Verite.VRAI;
      }
    }
    return unePeutEtreSans ? sans : Verite.FAUX;
  }
}
