package org.verifqis;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The arrows of the house: data flows from classeur through modele and regles to rapport; the
 * command line calls them.
 */
@AnalyzeClasses(packages = "org.verifqis", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule arrows =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("modele")
          .definedBy("org.verifqis.modele..")
          .layer("classeur")
          .definedBy("org.verifqis.classeur..")
          .layer("regles")
          .definedBy("org.verifqis.regles..")
          .layer("service")
          .definedBy("org.verifqis.service..")
          .layer("rapport")
          .definedBy("org.verifqis.rapport..")
          .layer("ecriture")
          .definedBy("org.verifqis.ecriture..")
          .layer("audit")
          .definedBy("org.verifqis.audit..")
          .layer("cli")
          .definedBy("org.verifqis.cli..")
          .whereLayer("modele")
          .mayOnlyBeAccessedByLayers(
              "classeur", "regles", "service", "rapport", "ecriture", "audit", "cli")
          .whereLayer("classeur")
          .mayOnlyBeAccessedByLayers("service", "ecriture", "audit", "cli")
          .whereLayer("regles")
          .mayOnlyBeAccessedByLayers("service", "rapport", "audit", "cli")
          .whereLayer("service")
          .mayOnlyBeAccessedByLayers("rapport", "audit", "cli")
          .whereLayer("rapport")
          .mayOnlyBeAccessedByLayers("service", "ecriture", "audit", "cli")
          .whereLayer("ecriture")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("audit")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer();

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
}
