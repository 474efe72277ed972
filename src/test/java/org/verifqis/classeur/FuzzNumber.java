package org.verifqis.classeur;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Looks for a number that breaks what reads values. Guided by coverage, from the seeds of the test
 * on: docs/securite.md.
 */
class FuzzNumber {
  @MethodSource("org.verifqis.classeur.AnyValueTest#numbers")
  @FuzzTest(maxDuration = "3m")
  void number(byte[] bytes) {
    new AnyValueTest().number(bytes);
  }
}
