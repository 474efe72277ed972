package org.verifqis.classeur;

/**
 * A file that can't be read as a reddition, and why. Other files of the same run are not concerned.
 */
public final class FichierRefuse extends RuntimeException {
  /** Reasons (lecture.md, "Files"); each has a message in each language. */
  public enum Motif {
    INTROUVABLE,
    INACCESSIBLE,
    /** Java can't tell its name with the encoding of this process. */
    NOM_ILLISIBLE,
    /** It was written anew while it was read. */
    MODIFIE,
    VIDE,
    TROP_GROS,
    FORMAT_XLS,
    FORMAT_ODS,
    FORMAT_XLSB,
    PROTEGE,
    EXTENSION,
    PAS_UN_CLASSEUR,
    CORROMPU,
    DOCTYPE,
    BOMBE,
    TROP_DE_LIGNES,
    TROP_DE_TEXTE,
    /** More of something than any reddition holds. */
    DEMESURE,
    /** It may be honest, but this machine has not the memory for it. */
    MEMOIRE,
    /** Read as a stream, but too large to be taken into memory whole and written back. */
    TROP_GROS_POUR_ANNOTER,
    /** Read as a stream, but of a form that can't be written back. */
    NON_ANNOTABLE
  }

  private final Motif motif;
  private final Object detail;

  /** For a reason, with a detail of it and what was thrown; null for neither. */
  public FichierRefuse(Motif motif, Object detail, Throwable cause) {
    super(motif + (detail == null ? "" : ": " + detail), cause);
    this.motif = motif;
    this.detail = detail;
  }

  /** For a reason, with a detail of it. */
  public FichierRefuse(Motif motif, Object detail) {
    this(motif, detail, null);
  }

  /** For a reason. */
  public FichierRefuse(Motif motif) {
    this(motif, null, null);
  }

  /** Why it was refused. */
  public Motif motif() {
    return motif;
  }

  /** What the message tells besides: a limit, a sheet, an ending; null without one. */
  public Object detail() {
    return detail;
  }
}
