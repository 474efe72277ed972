package org.verifqis.service.depot;

import java.util.List;

/** Something was not done: why is told, and nothing has changed. */
public final class GesteRefuse extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Why. */
  public enum Motif {
    /** There is no such thing, or not for this account. */
    INTROUVABLE,
    /** The account may not do this. */
    ROLE,
    /** Somebody else has changed it meanwhile: who, and what by. */
    DEPASSE,
    /** Not from the state that it is in. */
    ETAT,
    /** These bytes are filed already: as which version. */
    DEJA_DEPOSE,
    /** A workbook that can't be assessed is not filed. */
    IRRECEVABLE,
    /** The link was used, has passed its time, or never was. */
    LIEN,
    /** There is such an account already. */
    COMPTE_EXISTANT,
    /** An address that can't be one. */
    COURRIEL,
    /** A coordinator files for one agreement at least, of those that there are; others for none. */
    ENTENTES,
    /** A person has a name, and not an endless one. */
    NOM,
    /** Without this account nobody could see to accounts any more. */
    DERNIER_ADMIN,
    /** What one person proposed another one publishes. */
    MEME_PERSONNE
  }

  private final Motif motif;
  private final List<String> details;

  GesteRefuse(Motif motif, String... details) {
    super(motif + " " + String.join(" ", details));
    this.motif = motif;
    this.details = List.of(details);
  }

  /** Why. */
  public Motif motif() {
    return motif;
  }

  /** What its sentence tells. */
  public List<String> details() {
    return details;
  }
}
