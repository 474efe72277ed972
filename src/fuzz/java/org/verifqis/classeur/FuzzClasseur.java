package org.verifqis.classeur;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Looks, guided by coverage, for what breaks the reader: the tests of the build, from their own
 * seeds on. One method a run: docs/securite.md.
 */
class FuzzClasseur {
  private static final String TIME = "3m";

  @TempDir private static Path folder;

  @MethodSource("org.verifqis.classeur.AnyValueTest#texts")
  @DictionaryEntries({"$", "(", ")", "\u00a0", "\u2212", ",", ".", "_x000D_", "1er", "-", "/", ":"})
  @FuzzTest(maxDuration = TIME)
  void text(byte[] bytes) {
    new AnyValueTest().text(bytes);
  }

  @MethodSource("org.verifqis.classeur.AnyValueTest#numbers")
  @FuzzTest(maxDuration = TIME)
  void number(byte[] bytes) {
    new AnyValueTest().number(bytes);
  }

  @MethodSource("org.verifqis.classeur.AnyFileTest#sheets")
  @DictionaryEntries({
    "<sheetData>",
    "</sheetData>",
    "<row r=\"",
    "</row>",
    "<c r=\"",
    " t=\"inlineStr\"",
    " t=\"s\"",
    " t=\"d\"",
    " t=\"e\"",
    " t=\"b\"",
    " t=\"str\"",
    " s=\"1\"",
    "<v>",
    "</v>",
    "<f>",
    "</f>",
    "<f t=\"shared\" si=\"0\" ref=\"",
    "<f t=\"array\" ref=\"",
    "<is><t>",
    "</t></is>",
    "</c>",
    " hidden=\"1\"",
    "<mergeCells><mergeCell ref=\"",
    "<cols><col min=\"",
    " max=\"",
    "\"/>",
    "<![CDATA[",
    "]]>",
    "<!--",
    "-->",
    "&#x",
    "SUM(",
    "IF(",
    "INDIRECT(",
    "Projets!",
    "$",
    ":"
  })
  @FuzzTest(maxDuration = TIME)
  void sheet(byte[] content) throws IOException {
    AnyFileTest.folder = folder;
    new AnyFileTest().sheet(content);
  }

  @MethodSource("org.verifqis.classeur.AnyFileTest#packages")
  @FuzzTest(maxDuration = TIME)
  void file(byte[] content) throws IOException {
    AnyFileTest.folder = folder;
    new AnyFileTest().file(content);
  }
}
