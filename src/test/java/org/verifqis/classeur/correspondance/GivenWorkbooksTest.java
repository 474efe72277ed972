package org.verifqis.classeur.correspondance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Workbooks of others through the profiles that are told beside them, each in a JSON ({@code
 * profil}, {@code faits}). They are no part of the project: the folder is given.
 */
@EnabledIfSystemProperty(
    named = "verifqis.correspondances",
    matches = ".+",
    disabledReason = "no folder of workbooks and profiles is given by verifqis.correspondances")
class GivenWorkbooksTest {
  @TestFactory
  Stream<DynamicTest> allFactsAreReadExactlyAndTheTemplateMadeOfThemIsJudgedAlike()
      throws Exception {
    Path folder = Path.of(System.getProperty("verifqis.correspondances"));
    List<Path> told;
    try (Stream<Path> files = Files.list(folder)) {
      told = files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
    }
    assertThat(told).isNotEmpty();
    return told.stream()
        .map(
            file ->
                dynamicTest(
                    file.getFileName().toString(),
                    () -> Converti.estJugePareil(GivenFacts.check(folder, file))));
  }
}
