package org.verifqis.classeur;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Looks for a file that breaks the reader. Guided by coverage, from the seeds of the test on:
 * docs/securite.md.
 */
class FuzzFile {
  @TempDir private static Path folder;

  @MethodSource("org.verifqis.classeur.AnyFileTest#packages")
  @FuzzTest(maxDuration = "3m")
  void file(byte[] content) throws IOException {
    AnyFileTest.folder = folder;
    new AnyFileTest().file(content);
  }
}
