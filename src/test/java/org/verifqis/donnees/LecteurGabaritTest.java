package org.verifqis.donnees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.verifqis.modele.Regime.AUTOCHTONE;
import static org.verifqis.modele.Regime.MONTREAL;
import static org.verifqis.modele.Regime.ORDINAIRE;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Code;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Gabarit.FeuilleVoulue;
import org.verifqis.modele.Onglet;
import org.verifqis.modele.Regime;
import org.verifqis.modele.TypeValeur;

/** The template, against the contract and against the enums of the model. */
class LecteurGabaritTest {
  private static final Gabarit GABARIT = LecteurGabarit.charge();

  @Test
  void sheetsAreThoseOfTheProgram() {
    assertThat(GABARIT.feuilles().stream().map(FeuilleVoulue::nom))
        .containsExactlyElementsOf(Arrays.stream(Onglet.values()).map(Onglet::nom).toList());
    assertThat(GABARIT.feuilles())
        .allSatisfy(f -> assertThat(Onglet.de(f.nom()).estTableau()).isEqualTo(f.tableau()));
  }

  @Test
  void aKeyAndWhatIsTakenOverAreFieldsOfTheirSheet() {
    for (FeuilleVoulue feuille : GABARIT.feuilles()) {
      List<String> cles = feuille.champs().stream().map(Champ::cle).toList();
      if (feuille.cle() != null) {
        assertThat(cles).contains(feuille.cle());
      }
      if (feuille.reprise() != null) {
        assertThat(cles).containsAll(feuille.reprise().champs());
        assertThat(feuille.reprise().champs()).containsAll(feuille.reprise().deLEntente());
        assertThat(cles).containsAll(feuille.reprise().si().keySet());
        assertThat(cles).containsAll(feuille.reprise().sommes().keySet());
        assertThat(feuille.reprise().sommes().values())
            .allSatisfy(termes -> assertThat(cles).containsAll(termes));
      }
    }
  }

  @Test
  void onlyAmountsMayBeNegative() {
    assertThat(GABARIT.feuilles().stream().flatMap(feuille -> feuille.champs().stream()))
        .filteredOn(Champ::negatif)
        .isNotEmpty()
        .allSatisfy(champ -> assertThat(champ.type()).isEqualTo(TypeValeur.MONTANT));
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
