package org.verifqis.service;

import java.nio.file.Path;
import java.time.Duration;
import org.verifqis.classeur.Limites;

/**
 * Within what bounds a door works.
 *
 * @param limites of what is read of a file
 * @param ouvriers how many files are worked on at once
 * @param delai how long one file may take
 * @param passage where bytes lie while they are read; null for where this machine puts such files
 */
public record Reglages(Limites limites, int ouvriers, Duration delai, Path passage) {
  /** What a large workbook takes while it is read and judged. */
  private static final long MEMOIRE_D_UN = 256L << 20;

  private static final Duration DELAI_PAR_DEFAUT = Duration.ofSeconds(120);

  /** Bytes lie where this machine puts such files. */
  public Reglages(Limites limites, int ouvriers, Duration delai) {
    this(limites, ouvriers, delai, null);
  }

  /** Those of the contract, two minutes a file, and as many files as there may be. */
  public static Reglages parDefaut() {
    return new Reglages(Limites.parDefaut(), ouvriersParDefaut(), DELAI_PAR_DEFAUT);
  }

  /** The same, with other limits of what is read. */
  public Reglages avec(Limites autres) {
    return new Reglages(autres, ouvriers, delai, passage);
  }

  /** One a core, where each may have the memory that a large workbook takes. */
  public static int ouvriersParDefaut() {
    long places = Math.max(1, Runtime.getRuntime().maxMemory() / MEMOIRE_D_UN);
    return (int) Math.min(Runtime.getRuntime().availableProcessors(), places);
  }
}
