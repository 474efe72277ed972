package org.verifqis.service.depot;

import java.time.OffsetDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * For how long something is kept: {@code 30 jours}, {@code 6 mois}, {@code 7 ans}.
 *
 * @param nombre how many
 * @param unite of what
 */
public record DureeDeGarde(int nombre, Unite unite) {
  private static final Pattern ECRITE =
      Pattern.compile("\\s*([1-9][0-9]{0,3})\\s*(jours?|mois|ans?)\\s*");

  /** In what it is counted. */
  public enum Unite {
    JOURS,
    MOIS,
    ANS
  }

  /**
   * As it is written.
   *
   * @throws IllegalArgumentException where it is none
   */
  public static DureeDeGarde de(String texte) {
    Matcher ecrite = ECRITE.matcher(texte);
    if (!ecrite.matches()) {
      throw new IllegalArgumentException(texte);
    }
    Unite unite =
        switch (ecrite.group(2).charAt(0)) {
          case 'j' -> Unite.JOURS;
          case 'm' -> Unite.MOIS;
          default -> Unite.ANS;
        };
    return new DureeDeGarde(Integer.parseInt(ecrite.group(1)), unite);
  }

  /** What is older at a moment is past it. */
  OffsetDateTime avant(OffsetDateTime moment) {
    return switch (unite) {
      case JOURS -> moment.minusDays(nombre);
      case MOIS -> moment.minusMonths(nombre);
      case ANS -> moment.minusYears(nombre);
    };
  }
}
