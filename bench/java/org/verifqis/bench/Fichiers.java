package org.verifqis.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.verifqis.fixtures.generateur.GrandClasseur;

/** Workbooks for the JMH benchmarks. */
final class Fichiers {
  private static final long SEED = 24;

  private Fichiers() {}

  /** A workbook of so many projects, in a file that goes with the process. */
  static Path workbook(int projects) {
    try {
      Path file = Files.createTempFile("verifqis-bench", ".xlsx");
      file.toFile().deleteOnExit();
      new GrandClasseur(SEED, projects).ecris(file);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
