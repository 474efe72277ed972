package org.verifqis.classeur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.verifqis.modele.Regime.AUTOCHTONE;
import static org.verifqis.modele.Regime.MONTREAL;
import static org.verifqis.modele.Regime.ORDINAIRE;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Code;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Gabarit.FeuilleVoulue;
import org.verifqis.modele.Regime;

/** The template, against the contract and against the enums of the model. */
class LecteurGabaritTest {
  private static final Gabarit GABARIT = LecteurGabarit.charge();

  @Test
  void sheetsAndTheirFields() {
    Map<String, String> feuilles = new LinkedHashMap<>();
    for (FeuilleVoulue feuille : GABARIT.feuilles()) {
      long requis = feuille.champs().stream().filter(Champ::requis).count();
      String genre = feuille.tableau() ? "tableau" : "formulaire";
      feuilles.put(feuille.nom(), genre + " " + requis + "/" + feuille.champs().size());
    }

    assertThat(feuilles)
        .containsExactly(
            Map.entry("Identification", "formulaire 16/23"),
            Map.entry("Rapport financier", "formulaire 14/14"),
            Map.entry("Versements", "tableau 4/5"),
            Map.entry("Projets", "tableau 19/23"),
            Map.entry("Gouvernance", "tableau 9/9"),
            Map.entry("Cible 4", "tableau 6/8"),
            Map.entry("Priorités", "tableau 4/4"),
            Map.entry("Bilan pluriannuel", "tableau 2/2"));
  }

  @Test
  void figuresThatMayBeNegative() {
    List<String> negatifs =
        GABARIT.feuilles().stream()
            .flatMap(feuille -> feuille.champs().stream())
            .filter(Champ::negatif)
            .map(Champ::cle)
            .toList();

    assertThat(negatifs).containsExactly("soldeOuverture", "autresRevenus", "soldeCloture");
  }

  @Test
  void agreementsAndTheirRegimes() {
    Map<Regime, List<String>> parRegime =
        GABARIT.ententes().values().stream()
            .collect(
                Collectors.groupingBy(
                    Entente::regime, Collectors.mapping(Entente::code, Collectors.toList())));

    assertThat(GABARIT.ententes()).hasSize(21);
    assertThat(parRegime.get(MONTREAL)).containsExactly("ALL-06");
    assertThat(parRegime.get(AUTOCHTONE)).containsExactly("ALL-CSSSPNQL", "ALL-ARK", "ALL-GNC");
    assertThat(parRegime.get(ORDINAIRE)).hasSize(17);
    assertThat(GABARIT.ententes().get("ALL-CSSSPNQL").region()).isNull();
    assertThat(GABARIT.ententes().get("ALL-11I").region().code()).isEqualTo("11");
  }

  @Test
  void everyEnumHasTheCodesOfItsList() {
    List<String> listes = new ArrayList<>(List.of("regions", "ententes"));
    for (Code[] codes : enums()) {
      String liste = codes[0].liste();
      listes.add(liste);
      assertThat(Arrays.stream(codes).map(Code::name))
          .as(liste)
          .containsExactlyElementsOf(GABARIT.listes().get(liste).keySet());
    }

    assertThat(listes).containsExactlyInAnyOrderElementsOf(GABARIT.listes().keySet());
  }

  private static List<Code[]> enums() {
    return new ClassFileImporter()
        .importPackages("org.verifqis.modele").stream()
            .filter(classe -> classe.isEnum() && classe.isAssignableTo(Code.class))
            .map(JavaClass::reflect)
            .map(classe -> (Code[]) classe.getEnumConstants())
            .toList();
  }
}
