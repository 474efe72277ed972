package org.verifqis;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.verifqis.regles.simulation.DossierRegles;

/** The arrows of the house: what each room knows of the others (README, "How the code lies"). */
@AnalyzeClasses(packages = "org.verifqis", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String BASE = "org.verifqis.";

  private static final List<String> BELOW_DOORS =
      List.of("modele", "donnees", "classeur", "regles", "service", "audit", "rapport", "ecriture");

  /** Each room with those that it knows. */
  private static final Map<String, List<String>> ARROWS =
      Map.of(
          "modele", List.of(),
          "donnees", List.of("modele"),
          "classeur", List.of("modele", "donnees"),
          "regles", List.of("modele", "donnees"),
          "service", List.of("modele", "donnees", "classeur", "regles"),
          "audit", List.of("modele", "donnees", "classeur", "regles", "service"),
          "rapport", List.of("modele", "donnees", "regles", "service", "audit"),
          "ecriture", List.of("modele", "donnees", "classeur", "rapport"),
          "cli", Stream.concat(BELOW_DOORS.stream(), Stream.of("web")).toList(),
          "web", BELOW_DOORS);

  @ArchTest
  static void roomsKnowOnlyThoseTheyMay(JavaClasses classes) {
    ARROWS.forEach(
        (room, known) ->
            noClasses()
                .that()
                .resideInAPackage(BASE + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                    ARROWS.keySet().stream()
                        .filter(other -> !other.equals(room) && !known.contains(other))
                        .map(other -> BASE + other + "..")
                        .toArray(String[]::new))
                .allowEmptyShould(true)
                .check(classes));
  }

  /** Every other command starts without a class of the server's. */
  @ArchTest
  static final ArchRule onlyTheCommandServirKnowsTheServer =
      noClasses()
          .that()
          .resideInAPackage(BASE + "cli..")
          .and()
          .doNotHaveSimpleName("ServirCommand")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(BASE + "web..");

  @ArchTest
  static final ArchRule onlyTheServerKnowsSpring =
      noClasses()
          .that()
          .resideOutsideOfPackage(BASE + "web..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework..", "jakarta..");

  @ArchTest
  static final ArchRule noCircleBetweenRooms =
      slices().matching(BASE + "(**)").should().beFreeOfCycles();

  /** What compiles rules at run time runs whatever they say: never what was uploaded. */
  @ArchTest
  static final ArchRule theWebNeverReachesWhatCompilesRules =
      noClasses()
          .that()
          .resideInAPackage(BASE + "web..")
          .should()
          .transitivelyDependOnClassesThat()
          .areAssignableTo(DossierRegles.class)
          .allowEmptyShould(true);

  /** A name that stands twice has to be read with its room to be understood. */
  @ArchTest
  static void noTwoClassesHaveOneName(JavaClasses classes) {
    Map<String, List<String>> byName =
        classes.stream()
            .filter(JavaClass::isTopLevelClass)
            .filter(c -> !List.of("package-info", "module-info").contains(c.getSimpleName()))
            .collect(groupingBy(JavaClass::getSimpleName, mapping(JavaClass::getName, toList())));
    assertThat(byName.values()).allSatisfy(same -> assertThat(same).hasSize(1));
  }

  @ArchTest
  static final ArchRule theModelIsPlainJava =
      classes()
          .that()
          .resideInAPackage("org.verifqis.modele..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.verifqis.modele..");

  @ArchTest
  static final ArchRule onlyWhoReadsAndWritesWorkbooksKnowsPoi =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.verifqis.classeur..", "org.verifqis.ecriture..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.poi..");

  @ArchTest
  static final ArchRule onlyTheStoresKnowSql =
      noClasses()
          .that()
          .resideOutsideOfPackages(BASE + "audit..", BASE + "service.depot..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.sql..", "javax.sql..", "org.jdbi..", "org.flywaydb..", "org.h2..");

  @ArchTest
  static final ArchRule onlyTheRulesKnowDrools =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.verifqis.regles..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.drools..", "org.kie..");

  @ArchTest
  static final ArchRule theClockIsPassedIn =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.verifqis.cli..")
          .should()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .callMethod(java.time.OffsetDateTime.class, "now")
          .orShould()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  /** A command takes options, calls once and shows the answer: what is longer decides something. */
  @ArchTest
  static void noCommandIsLong(JavaClasses classes) throws IOException {
    assertThat(longerThan(150, file -> file.toString().endsWith("Command.java"))).isEmpty();
  }

  /** A longer file holds more than one thing. */
  @ArchTest
  static void noFileIsLong(JavaClasses classes) throws IOException {
    assertThat(longerThan(400, file -> true)).isEmpty();
  }

  private static List<String> longerThan(int lines, Predicate<Path> wanted) throws IOException {
    List<String> longer = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        int length = Files.readAllLines(file).size();
        if (wanted.test(file) && length > lines) {
          longer.add(file.getFileName() + ": " + length);
        }
      }
    }
    return longer;
  }

  /** Migrations apart: Flyway looks at all that lies beside them. */
  @ArchTest
  static void everyRoomSaysWhatItIs(JavaClasses classes) {
    assertThat(
            classes.stream()
                .map(JavaClass::getPackageName)
                .filter(room -> room.startsWith(BASE) && !room.endsWith(".migrations"))
                .map(room -> Path.of("src/main/java", room.replace('.', '/')))
                .filter(Files::isDirectory)
                .distinct()
                .filter(room -> !Files.exists(room.resolve("package-info.java"))))
        .isEmpty();
  }
}
