package org.verifqis.classeur.correspondance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.verifqis.classeur.correspondance.Classeur.r;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.FormulaError;
import org.junit.jupiter.api.Test;
import org.verifqis.modele.Anomalie;
import org.verifqis.modele.Reddition;
import org.verifqis.modele.Releve;
import org.verifqis.modele.Releve.Nature;

/** What a template cannot show in its own way: what is not kept, and what cannot be read. */
class ConvertiTest {
  private static List<String> details(Reddition read, Nature nature) {
    List<String> details = new ArrayList<>();
    for (Releve one : read.releves()) {
      if (one.nature() == nature) {
        one.anomalies().forEach(a -> details.add(a.faits().get("champ") + " " + a.detail()));
      }
    }
    return details;
  }

  private static Reddition alike(Reddition read) {
    Converti.estJugePareil(read);
    return read;
  }

  private static Anomalie only(Reddition read, Nature nature, String label) {
    return read.releves().stream()
        .filter(one -> one.nature() == nature)
        .flatMap(one -> one.anomalies().stream())
        .filter(one -> label.equals(one.faits().get("champ")))
        .reduce(
            (a, b) -> {
              throw new AssertionError(label + " is told twice");
            })
        .orElseThrow();
  }

  @Test
  void whatCannotBeReadCannotBeReadThereForTheSameReason() {
    Reddition read =
        alike(
            new Classeur()
                .feuille(
                    "Suivi",
                    r("No", "Titre", "Accordé", "Versé", "Début", "Fin", "Personnes", "Autres"),
                    r("P-1", "a", FormulaError.REF, 1, 44321, "2021-13-45", 12.5, 0.35),
                    r("P-2", "b", "1,234", "12 $ env.", "04/27/2023", null, "1,5", 1),
                    r(
                        "P-3",
                        "c",
                        LocalDate.of(2021, 5, 1),
                        "1 200",
                        "05/04/2023",
                        "bientôt",
                        "#N/A",
                        2),
                    r(LocalDate.of(2021, 1, 2), "d", 1, 1, null, LocalDate.of(2022, 1, 1), 3, 3))
                .pourcent("H2")
                .lis(
                    "blocs:",
                    "- vers: Projets",
                    "  feuille: Suivi",
                    "  entete: {contient: [No, Titre]}",
                    "  colonnes:",
                    "    numero: No",
                    "    titre: Titre",
                    "    aideAccordee: Accordé",
                    "    aideVerseeExercice: Versé",
                    "    dateDebut: {entete: Début, format: MM/JJ/AAAA}",
                    "    dateFin: Fin",
                    "    personnesRejointes: Personnes",
                    "    contributionMilieu: Autres"));
    assertThat(details(read, Nature.VALEUR_ILLISIBLE))
        .contains(
            "Aide FQIS accordée erreur",
            "Aide FQIS accordée ambigu",
            "Aide FQIS accordée dateDansMontant",
            "Contribution du milieu pourcentage",
            "N° de projet dateDansCle");
  }

  @Test
  void aColumnThatSomeSheetsDoNotHaveIsOneFindingThatNamesThem() {
    Reddition read =
        alike(
            new Classeur()
                .feuille("MRC A", r("No", "Titre", "Montant"), r("A-1", "Un", 5))
                .feuille("MRC B", r("No", "Montant"), r("B-1", 6), r("B-2", 7))
                .feuille("MRC C", r("No", "Montant"), r("C-1", 8))
                .feuille("MRC D", r("No", "Montant"))
                .lis(
                    "blocs:",
                    "- vers: Projets",
                    "  feuille: {motif: '^MRC '}",
                    "  entete: {contient: [No, Montant]}",
                    "  colonnes: {numero: No, titre: Titre, aideAccordee: Montant,"
                        + " territoires: {nomFeuille: '^MRC (.*)$'}}"));
    Anomalie told = only(read, Nature.COLONNE_ABSENTE, "Titre du projet");
    assertThat(told.emplacements())
        .extracting(place -> place.feuille().nom())
        .containsExactly("MRC B", "MRC C");
    Reddition converted = Converti.de(read);
    assertThat(only(converted, Nature.COLONNE_ABSENTE, "Titre du projet").emplacements())
        .extracting(place -> place.feuille().nom())
        .containsExactly("Projets");
  }

  @Test
  void aFormWithoutALabelThatOthersHaveIsToldOnce() {
    Reddition read =
        alike(
            new Classeur()
                .feuille("Fiche 1", r("Numéro", "F-1"), r("Nom", "Un"), r("Montant", 10))
                .feuille("Fiche 2", r("Numéro", "F-2"), r("Montant", 20))
                .lis(
                    "blocs:",
                    "- vers: Projets",
                    "  feuille: {motif: '^Fiche '}",
                    "  genre: fiche",
                    "  colonnes: {numero: {etiquette: Numéro}, titre: {etiquette: Nom},"
                        + " aideAccordee: {etiquette: Montant}}"));
    assertThat(only(read, Nature.COLONNE_ABSENTE, "Titre du projet").emplacements())
        .extracting(place -> place.feuille().nom())
        .containsExactly("Fiche 2");
  }

  @Test
  void centsThatAreKeptBeyondTheSecondCount() {
    Reddition read =
        alike(
            new Classeur()
                .feuille(
                    "Argent",
                    r("No", "Date", "Somme k$"),
                    r("1", LocalDate.of(2021, 4, 20), 0.0333333),
                    r("2", LocalDate.of(2021, 4, 21), 0.0333333),
                    r("3", LocalDate.of(2021, 4, 22), 0.0333333))
                .lis(
                    "constantes: {Identification: {codeEntente: ALL-02,"
                        + " exerciceDebut: 2021-04-01, exerciceFin: 2022-03-31}}",
                    "blocs:",
                    "- vers: Versements",
                    "  feuille: Argent",
                    "  entete: {contient: [No, Date]}",
                    "  colonnes: {numero: No, date: Date, montant: {entete: Somme k$, unite: 1000}}"));
    assertThat(Converti.de(read).versements().get(0).montant().contenu().garde())
        .isEqualByComparingTo("33.3333");
  }

  @Test
  void aRowThatLacksMostIsToldWhereMostIsDeclaredAndWhereNoneIs() {
    for (String declared : List.of("", "{statut: EN_COURS, titre: x}")) {
      alike(
          new Classeur()
              .feuille(
                  "Suivi",
                  r("No", "Porteur", "Début", "Fin"),
                  r("P-1", "a", LocalDate.of(2021, 5, 1), LocalDate.of(2021, 6, 1)),
                  r("P-2"))
              .lis(
                  "constantes: {Projets: " + (declared.isEmpty() ? "{}" : declared) + "}",
                  "blocs:",
                  "- vers: Projets",
                  "  feuille: Suivi",
                  "  entete: {contient: [No, Porteur]}",
                  "  colonnes: {numero: No, promoteur: Porteur, dateDebut: Début, dateFin: Fin}"));
    }
  }

  @Test
  void anEmptyTableAndOneWithoutItsHeaderStaySo() {
    alike(
        new Classeur()
            .feuille("Suivi", r("No", "Porteur"))
            .feuille("Argent", r("rien"))
            .lis(
                "blocs:",
                "- {vers: Projets, feuille: Suivi, entete: {contient: [No, Porteur]},"
                    + " colonnes: {numero: No, promoteur: Porteur, titre: Titre}}",
                "- {vers: Versements, feuille: Argent, entete: {contient: [Date]},"
                    + " colonnes: {date: Date}}"));
  }
}
