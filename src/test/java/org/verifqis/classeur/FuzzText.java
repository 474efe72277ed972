package org.verifqis.classeur;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Looks for a text that breaks what reads values. Guided by coverage, from the seeds of the test
 * on: docs/securite.md.
 */
class FuzzText {
  @MethodSource("org.verifqis.classeur.AnyValueTest#texts")
  @DictionaryEntries({"$", "(", ")", "\u00a0", "\u2212", ",", ".", "_x000D_", "1er", "-", "/", ":"})
  @FuzzTest(maxDuration = "3m")
  void text(byte[] bytes) {
    new AnyValueTest().text(bytes);
  }
}
