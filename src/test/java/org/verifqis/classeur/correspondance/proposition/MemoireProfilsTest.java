package org.verifqis.classeur.correspondance.proposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.verifqis.classeur.correspondance.Classeur.r;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verifqis.classeur.Limites;
import org.verifqis.classeur.Source;
import org.verifqis.classeur.correspondance.Classeur;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.proposition.Proposition;
import org.verifqis.modele.proposition.Proposition.Ligne;

/** What last year's profile says of this year's workbook. */
class MemoireProfilsTest {
  private static final Gabarit GABARIT = LecteurGabarit.charge();

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"Remis {exercice}", "Remis 2021-2022", "Remis {debut}-{fin}"})
  void whatWasTheColumnOfLastYearIsThatOfThisYear(String header) throws IOException {
    Files.writeString(
        folder.resolve("profil.yaml"),
        """
        correspondance: "1"
        exercice: 2021-2022
        constantes: {Identification: {codeEntente: ALL-02}}
        blocs:
        - vers: Projets
          feuille: Suivi
          entete: {contient: [Dos]}
          colonnes: {numero: Dos, titre: Nom, aideAccordee: Promis, aideVerseeExercice: '%s'}
        """
            .formatted(header));
    byte[] workbook =
        new Classeur()
            .feuille(
                "Suivi",
                r("ALL-02, 2022-2023"),
                r("Dos", "Nom", "Promis", "Remis 2020-2021", "Remis 2021-2022", "Remis 2022-2023"),
                r("P-1", "Jardin", 9000, 1000, 2000, 3000),
                r("P-2", "Cuisine", 8000, 500, 2500, 1500),
                r("P-3", "Transport", 7000, 0, 100, 6000))
            .octets();

    Proposition made =
        new Proposeur(GABARIT, Limites.parDefaut(), MemoireProfils.lis(folder, GABARIT))
            .propose(
                Source.de("suivi.xlsx", workbook), Exercice.contenant(LocalDate.of(2022, 4, 1)));

    List<Ligne> paid =
        made.blocs().get(0).lignes().stream()
            .filter(line -> line.champ().cle().equals("aideVerseeExercice"))
            .toList();
    assertThat(paid)
        .singleElement()
        .satisfies(
            line ->
                assertThat(line.intitules())
                    .extracting(title -> title.lieu().cellule())
                    .containsExactly("F2"));
  }
}
