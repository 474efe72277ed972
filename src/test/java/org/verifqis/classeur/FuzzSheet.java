package org.verifqis.classeur;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Looks for a sheet that breaks the reader. Guided by coverage, from the seeds of the test on:
 * docs/securite.md.
 */
class FuzzSheet {
  @TempDir private static Path folder;

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
  @FuzzTest(maxDuration = "3m")
  void sheet(byte[] content) throws IOException {
    AnyFileTest.folder = folder;
    new AnyFileTest().sheet(content);
  }
}
