package org.verifqis.modele;

import java.util.EnumSet;
import java.util.Set;

/**
 * One of the 21 agreements.
 *
 * @param code for instance {@code ALL-14}
 * @param nom its name
 * @param region its administrative region; null for an agreement without one
 * @param regime the regime whose norms it follows
 */
public record Entente(String code, String nom, Region region, Regime regime) {
  /** Laval and Capitale-Nationale, whose agreements a city may hold. */
  private static final Set<String> MANDATAIRES_VILLES = Set.of("ALL-13", "ALL-03");

  /**
   * Its mandataire is a regional administration, which the report lists among the autochthonous.
   */
  private static final String BAIE_JAMES = "ALL-10";

  @Override
  public String toString() {
    return code;
  }

  /**
   * Whether the ministry did not negotiate it directly: the schedule of payments is the usual one.
   */
  public boolean estOrdinaire() {
    return regime == Regime.ORDINAIRE;
  }

  /** Kinds of mandataires that fit it (DEP-08; RAPPORT 2.2, 9.2). */
  public Set<TypeMandataire> mandatairesAttendus() {
    return switch (regime) {
      case MONTREAL -> EnumSet.of(TypeMandataire.VILLE);
      case AUTOCHTONE -> EnumSet.of(TypeMandataire.AUTOCHTONE);
      case ORDINAIRE -> {
        Set<TypeMandataire> attendus = EnumSet.complementOf(EnumSet.of(TypeMandataire.AUTOCHTONE));
        if (code.equals(BAIE_JAMES)) {
          attendus.add(TypeMandataire.AUTOCHTONE);
        }
        if (!MANDATAIRES_VILLES.contains(code)) {
          attendus.remove(TypeMandataire.VILLE);
        }
        yield attendus;
      }
    };
  }
}
