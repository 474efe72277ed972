package org.verifqis.classeur;

/**
 * Bounds on what is read of a file, so that a hostile one costs little.
 *
 * @param octets size of the file, in bytes
 * @param lignes rows that hold a cell, in a wanted sheet
 * @param deployes bytes of all its parts together, once inflated
 */
public record Limites(long octets, int lignes, long deployes) {
  /** Bytes in a megabyte, as the option {@code --limite-taille} counts them. */
  public static final long OCTETS_PAR_MO = 1L << 20;

  private static final long MO_PAR_DEFAUT = 50;
  private static final int LIGNES_PAR_DEFAUT = 200_000;
  private static final long DEPLOYES_PAR_DEFAUT = 2L << 30;

  /** Bounds, but for what is inflated that of lecture.md. */
  public Limites(long octets, int lignes) {
    this(octets, lignes, DEPLOYES_PAR_DEFAUT);
  }

  /** Those of lecture.md: 50 MB, 200 000 rows. */
  public static Limites parDefaut() {
    return new Limites(MO_PAR_DEFAUT * OCTETS_PAR_MO, LIGNES_PAR_DEFAUT);
  }

  /** The same, with another size of file, in megabytes. */
  public Limites avecTaille(long mo) {
    return new Limites(mo * OCTETS_PAR_MO, lignes, deployes);
  }
}
