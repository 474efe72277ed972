package org.verifqis.modele;

import java.util.Collection;

/**
 * Truth of a statement about values that may be unknown: Kleene's three-valued logic (lecture.md,
 * "Unknown").
 */
public enum Verite {
  VRAI,
  FAUX,
  INCONNU;

  /** The truth of a statement about known values. */
  public static Verite de(boolean vrai) {
    return vrai ? VRAI : FAUX;
  }

  /** True as soon as one is, false when all are (so false of nothing), unknown otherwise. */
  public static Verite uneDe(Collection<Verite> verites) {
    Verite resultat = FAUX;
    for (Verite verite : verites) {
      resultat = resultat.ou(verite);
    }
    return resultat;
  }

  /** True when both are, false as soon as one is. */
  public Verite et(Verite autre) {
    if (this == FAUX || autre == FAUX) {
      return FAUX;
    }
    return this == VRAI && autre == VRAI ? VRAI : INCONNU;
  }

  /** True as soon as one is, false when both are. */
  public Verite ou(Verite autre) {
    return non().et(autre.non()).non();
  }

  /** The contrary; unknown stays unknown. */
  public Verite non() {
    return switch (this) {
      case VRAI -> FAUX;
      case FAUX -> VRAI;
      case INCONNU -> INCONNU;
    };
  }

  /**
   * One of two statements, by whether this one is true; where that is unknown, what both of them
   * say.
   */
  public Verite choisit(Verite siVrai, Verite siFaux) {
    return switch (this) {
      case VRAI -> siVrai;
      case FAUX -> siFaux;
      case INCONNU -> siVrai == siFaux ? siVrai : INCONNU;
    };
  }

  /** Whether it is known to be true, as a statement of its own: never unknown. */
  public Verite certaine() {
    return de(this == VRAI);
  }

  /** Whether it is known to be true. */
  public boolean isVrai() {
    return this == VRAI;
  }

  /** Whether it may be true: true or unknown. */
  public boolean isPossible() {
    return this != FAUX;
  }
}
