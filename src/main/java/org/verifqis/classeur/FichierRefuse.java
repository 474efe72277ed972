package org.verifqis.classeur;

import org.verifqis.modele.Refus;

/**
 * A file that can't be read as a reddition, and why. Other files of the same run are not concerned.
 */
public final class FichierRefuse extends RuntimeException {
  private final transient Refus refus;

  /** For a reason, with a detail of it and what was thrown; null for neither. */
  public FichierRefuse(Refus.Motif motif, Object detail, Throwable cause) {
    this(Refus.de(motif, detail), cause);
  }

  /** For a reason, with details of it. */
  public FichierRefuse(Refus.Motif motif, Object... details) {
    this(Refus.de(motif, details), null);
  }

  private FichierRefuse(Refus refus, Throwable cause) {
    super(refus.motif() + (refus.details().isEmpty() ? "" : ": " + refus.details()), cause);
    this.refus = refus;
  }

  /** Why it was refused, and what tells more of it. */
  public Refus refus() {
    return refus;
  }

  /** The reason why it was refused. */
  public Refus.Motif motif() {
    return refus.motif();
  }
}
