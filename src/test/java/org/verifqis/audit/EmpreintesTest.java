package org.verifqis.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verifqis.classeur.LecteurReddition;
import org.verifqis.modele.statistiques.Apport;
import org.verifqis.regles.Moteur;

/** What judges is named: nothing that does is left out, and little else is in it. */
class EmpreintesTest {
  private static final JavaClasses PROGRAMME =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.verifqis");

  private static String fichier(JavaClass classe) {
    return classe.getName().replace('.', '/') + ".class";
  }

  @Test
  void everyClassThatTheReaderTheEngineAndTheRulesReachIsCovered() {
    Stream<JavaClass> regles =
        PROGRAMME.stream().filter(c -> c.getPackageName().startsWith("org.verifqis.regles.drl"));
    Stream<JavaClass> portes =
        Stream.of(LecteurReddition.class, Moteur.class, Codec.Garde.class, Apport.class)
            .map(PROGRAMME::get);
    Set<String> atteintes =
        Stream.concat(portes, regles)
            .flatMap(
                c ->
                    Stream.concat(
                        Stream.of(c),
                        c.getTransitiveDependenciesFromSelf().stream()
                            .map(d -> d.getTargetClass().getBaseComponentType())))
            .filter(c -> c.getPackageName().startsWith("org.verifqis"))
            .map(EmpreintesTest::fichier)
            .collect(Collectors.toSet());
    assertThat(atteintes).hasSizeGreaterThan(200);
    assertThat(atteintes.stream().filter(fichier -> !Empreintes.juge(fichier))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org/verifqis/donnees/",
        "org/verifqis/modele/",
        "org/verifqis/modele/statistiques/Apport",
        "org/verifqis/classeur/",
        "org/verifqis/regles/Moteur",
        "org/verifqis/regles/drl/",
        "org/verifqis/audit/Codec",
        "org/verifqis/audit/bibliotheques",
        "rules/registre.",
        "rules/gabarit.",
        "META-INF/kie/"
      })
  void eachPartThatIsNamedIsThere(String partie) {
    assertThat(Empreintes.programme()).anyMatch(fichier -> fichier.startsWith(partie));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org/verifqis/rapport/RedacteurCsv.class",
        "org/verifqis/cli/AuditRun.class",
        "org/verifqis/web/Server.class",
        "org/verifqis/audit/Schema.class",
        "org/verifqis/regles/simulation/DossierRegles.class",
        "rules/textes.fr.json",
        "rules/gabarit-aide.json",
        "META-INF/maven/org.verifqis/verifqis/pom.xml"
      })
  void whatDoesNotJudgeIsLeftOut(String fichier) {
    assertThat(Empreintes.juge(fichier)).isFalse();
  }

  @Test
  void theVersionsOfTheLibrariesAreTold() throws Exception {
    try (var flux = Empreintes.class.getResourceAsStream("bibliotheques.properties")) {
      String versions = new String(flux.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      assertThat(List.of(versions.split("\n")))
          .filteredOn(ligne -> !ligne.startsWith("#"))
          .hasSize(3)
          .allMatch(ligne -> ligne.matches("[a-z]+=\\d[\\d.]+"));
    }
  }
}
