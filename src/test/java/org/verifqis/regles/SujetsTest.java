package org.verifqis.regles;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.verifqis.classeur.LecteurReddition;
import org.verifqis.classeur.Limites;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Fiche;
import org.verifqis.modele.Projet;
import org.verifqis.modele.Reddition;
import org.verifqis.modele.Valeur;

/** Which record a finding is about: the derogations of people go by it. */
class SujetsTest {
  /** Each number stands twice. */
  private static final Reddition REDDITION =
      GrandeReddition.de(
          new LecteurReddition(LecteurGabarit.charge(), Limites.parDefaut())
              .lis(Path.of("fixtures/exemples", "conforme.xlsx")),
          2);

  private final Sujets sujets = Sujets.de(REDDITION);

  @Test
  void aFindingIsAboutTheRecordOfItsRow() {
    List<Projet> projets = REDDITION.projets();
    assertThat(projets).hasSizeGreaterThan(2);
    for (int i = 0; i < projets.size(); i++) {
      Projet projet = projets.get(i);
      int rang = i < projets.size() / 2 ? 1 : 2;
      List<Emplacement> lieux = List.of(projet.titre().emplacement());
      assertThat(sujets.sujet(null, lieux, "Titre", Map.of("champ", "Statut")))
          .isEqualTo(new Sujet(projet.numero().montree(), rang, "Titre"));
      assertThat(sujets.sujet(projet.numero(), List.of(), null, Map.of("champ", "Statut")))
          .isEqualTo(new Sujet(projet.numero().montree(), rang, "Statut"));
    }
  }

  @Test
  void recordsOfEverySheetAreKnown() {
    Stream.of(
            REDDITION.versements(),
            REDDITION.instances(),
            REDDITION.implications(),
            REDDITION.priorites())
        .flatMap(List::stream)
        .map(Fiche::identifiant)
        .forEach(
            identifiant ->
                assertThat(sujets.sujet(null, List.of(identifiant.emplacement()), null, Map.of()))
                    .matches(sujet -> sujet.rang() > 0)
                    .extracting(Sujet::fiche)
                    .isEqualTo(identifiant.montree()));
  }

  @Test
  void outsideOfTheRowsTheRuleNamesIt() {
    Valeur<String> numero = REDDITION.projets().get(0).numero();
    List<Emplacement> feuille = List.of(Emplacement.feuille(numero.emplacement().feuille()));
    assertThat(sujets.sujet(null, feuille, null, Map.of("numero", "P-0")))
        .isEqualTo(new Sujet("P-0", 0, null));
    assertThat(sujets.sujet(null, List.of(), null, Map.of())).isEqualTo(Sujet.INCONNU);
    assertThat(Sujets.aucuns().sujet(numero, feuille, "Titre", Map.of("numero", "P-0")))
        .isEqualTo(new Sujet(numero.montree(), 0, "Titre"));
  }
}
