package org.verifqis.classeur.correspondance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.verifqis.classeur.correspondance.Classeur.r;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.verifqis.classeur.correspondance.CorrespondanceInvalide.Motif;
import org.verifqis.modele.Montant;
import org.verifqis.modele.Reddition;

/** One value of a profile changes from year to year, however their headers write the year. */
class YearFormsTest {
  @ParameterizedTest
  @CsvSource({
    "{exercice}, 2022-2023",
    "FY{exercice AA-AA}, FY22-23",
    "Versé {exercice AAAA-AA}, Versé 2022-23",
    "Versé en {debut}, Versé en 2022",
    "Versé au 31 mars {fin}, Versé au 31 mars 2023",
    "AF {debut AA}/{fin AA}, AF 22/23"
  })
  void aHeaderMayWriteTheYearInItsOwnWay(String told, String header) {
    Reddition read =
        new Classeur()
            .feuille("Suivi", r("No", "Titre", header, "2021-2022"), r("P-1", "Semer", 5, 9))
            .lis(
                "exercice: 2022-2023",
                "constantes: {Identification: {exerciceDebut: '{debut}-04-01',"
                    + " exerciceFin: '{fin}-03-31'}}",
                "blocs:",
                "- vers: Projets",
                "  feuille: Suivi",
                "  entete: {contient: [No, Titre]}",
                "  colonnes: {numero: No, titre: Titre, aideVerseeExercice: '" + told + "'}");
    assertThat(read.projets().get(0).aideVerseeExercice().contenu()).isEqualTo(Montant.de("5"));
    assertThat(read.identification().exerciceDebut().contenu()).isEqualTo(LocalDate.of(2022, 4, 1));
    assertThat(read.identification().exerciceFin().contenu()).isEqualTo(LocalDate.of(2023, 3, 31));
  }

  @Test
  void paymentsOfTheYearAreThoseBetweenItsDays() {
    Reddition read =
        new Classeur()
            .feuille("P", r("No", "Titre"), r("P-1", "Semer"))
            .feuille(
                "D",
                r("Projet", "Le", "Montant"),
                r("P-1", LocalDate.of(2022, 3, 31), 1),
                r("P-1", LocalDate.of(2022, 4, 1), 2),
                r("P-1", LocalDate.of(2023, 3, 31), 4),
                r("P-1", LocalDate.of(2023, 4, 1), 8))
            .lis(
                "exercice: 2022-2023",
                "tables: {d: {feuille: D, entete: {contient: [Projet]}}}",
                "blocs:",
                "- vers: Projets",
                "  feuille: P",
                "  entete: {contient: [No, Titre]}",
                "  colonnes:",
                "    numero: No",
                "    aideVerseeExercice: {agreger: {table: d, par: No, cle: Projet, quoi: somme,"
                    + " colonne: Montant, si: {Le: {du: '{debut}-04-01', au: '{fin}-03-31'}}}}");
    assertThat(read.projets().get(0).aideVerseeExercice().contenu()).isEqualTo(Montant.de("6"));
  }

  private static Motif fault(String... lines) {
    return catchThrowableOfType(CorrespondanceInvalide.class, () -> Classeur.profil(lines))
        .defauts()
        .get(0)
        .motif();
  }

  @Test
  void aFormThatThereIsNotOrThatNoYearIsToldForIsAFault() {
    String[] block = {
      "blocs:", "- vers: Projets", "  feuille: S", "  entete: {contient: [No]}", "  colonnes:"
    };
    String lines = String.join("\n", block);
    assertThat(fault("exercice: 2022-2023", lines, "    numero: 'No {exercice A}'"))
        .isEqualTo(Motif.FORME);
    assertThat(fault(lines, "    numero: 'No {fin}'")).isEqualTo(Motif.MANQUANTE);
    // Braces of a pattern are its own.
    assertThat(Classeur.profil(lines, "    numero: {entete: No, extraire: '^(\\d{2,4})'}").blocs())
        .hasSize(1);
  }
}
