package org.verifqis.regles;

import java.util.List;

/** A parameter file that can't be used, and why. */
public final class ParametresInvalides extends RuntimeException {
  /** Reasons; each has a message in each language. */
  public enum Motif {
    /** There is no such file, or it can't be opened. */
    INACCESSIBLE,
    /** It is not YAML of that form. */
    ILLISIBLE,
    /** It names a parameter that does not exist. */
    INCONNU,
    /** It gives a value that is not of its parameter's type. */
    VALEUR,
    /** It has a key that is none, or lacks one. */
    FORME,
    /** It names an edition that does not exist. */
    EDITION,
    /** It names an agreement that does not exist. */
    ENTENTE,
    /** It gives a date, or an exercice, out of its edition. */
    HORS_EDITION,
    /** It gives a range whose end comes first. */
    ORDRE
  }

  private final Motif motif;
  private final String cle;
  private final List<String> details;

  ParametresInvalides(Motif motif, String cle, Exception cause, String... details) {
    super(motif + ": " + cle, cause);
    this.motif = motif;
    this.cle = cle;
    this.details = List.of(details);
  }

  /** What its message tells: of a value that is not of its type, the value and the type. */
  public List<String> details() {
    return details;
  }

  /** Why it can't be used. */
  public Motif motif() {
    return motif;
  }

  /** Key of the parameter that is wrong; null when it is the whole file. */
  public String cle() {
    return cle;
  }
}
