package org.verifqis.classeur.correspondance.proposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.verifqis.classeur.correspondance.Classeur.r;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.verifqis.classeur.correspondance.Classeur;
import org.verifqis.modele.Onglet;
import org.verifqis.modele.proposition.Proposition;
import org.verifqis.modele.proposition.Proposition.Ligne;

/** Tables that are laid out otherwise, and what only looks like one of ours. */
class OddLayoutsTest {
  private static Map<String, Ligne> lines(Classeur workbook, Onglet onglet) {
    Map<String, Ligne> lines = new TreeMap<>();
    ProposeurTest.propose(workbook).blocs().stream()
        .filter(b -> b.onglet() == onglet)
        .forEach(b -> b.lignes().forEach(l -> lines.put(l.champ().cle(), l)));
    return lines;
  }

  private static List<String> cells(Ligne line) {
    return line.intitules().stream().map(t -> t.lieu().cellule()).toList();
  }

  private static LocalDate day(int month) {
    return LocalDate.of(2021, month, 7);
  }

  @Test
  void yearsAboveSomeOfTheColumnsAreTheirUpperStorey() {
    Classeur workbook =
        new Classeur()
            .feuille(
                "Projets par exercice",
                r("Code", "Titre", "Accordé", "2020-2021", null, "2021-2022", null, "2022-2023"),
                r(null, null, null, "Prévu", "Versé", "Prévu", "Versé", "Prévu"),
                r("A-1", "Les jardins", 21000, 4000, 4100, 9000, 8900, 8000),
                r("A-2", "La popote", 12000, 2000, 1900, 8000, 8000, 2100),
                r("A-3", "Le camion", 8500, 0, 0, 5000, 5050, 3450))
            .fusionne("D1:E1")
            .fusionne("F1:G1")
            .feuille(
                "Budget et réel",
                r(null, "2020-2021 réel", "2021-2022 prévu", "2021-2022 réel", "2022-2023 prévu"),
                r("Solde d’ouverture", 90, 100, 100, 0),
                r("Versements FQIS reçus", 130000, 135000, 135000, 0),
                r("Intérêts générés", 10, 15, 12, 0),
                r("Total des revenus", 130010, 135015, 135012, 0));

    Map<String, Ligne> found = lines(workbook, Onglet.PROJETS);

    assertThat(cells(found.get("titre"))).containsExactly("B1");
    assertThat(cells(found.get("aideVerseeAnterieure"))).containsExactly("E2");
    assertThat(cells(found.get("aideVerseeExercice"))).containsExactly("G2");
    assertThat(lines(workbook, Onglet.RAPPORT_FINANCIER).get("soldeOuverture").source())
        .as("what is beside a budget is no budget")
        .containsEntry("colonne", "{exercice} réel");
  }

  @Test
  void anExtractOfAccountsIsNoListOfProjects() {
    Classeur workbook =
        new Classeur()
            .feuille(
                "Opérations par projet 2021-2022",
                r("Projet", "Type", "Date", "Num", "Nom", "Compte", "Débit", "Solde"),
                r("A-1", "Chèque", day(5), 401, "Maison A", "5300", 4456, 4456),
                r("A-1", "Chèque", day(6), 402, "Maison A", "5300", 9803, 14259),
                r("A-2", "Chèque", day(7), 403, "Club B", "5300", 8020, 22279));

    assertThat(lines(workbook, Onglet.PROJETS)).isEmpty();
  }

  @Test
  void theWordsOfAnotherListAreOfThatOne() {
    Classeur workbook =
        new Classeur()
            .feuille(
                "Projets 2021-2022",
                r("No de projet", "Titre du projet", "Type de travail", "Aide FQIS accordée"),
                r("A-1", "Les jardins", "MRC", 21000),
                r("A-2", "La popote", "MRC", 12000),
                r("A-3", "Le camion", "Régional", 8500));

    Map<String, Ligne> found = lines(workbook, Onglet.PROJETS);

    assertThat(found).doesNotContainKey("categorie");
    assertThat(cells(found.get("portee"))).containsExactly("C1");
  }

  @Test
  void valuesThatAreSaidAgainBelowAreNoHeader() {
    Classeur workbook =
        new Classeur()
            .feuille(
                "Nos priorités",
                r("Zib", "Zab", "Palier", "Zub"),
                r("P1", "Nourrir tout le monde", "Région", "Thème alimentation"),
                r("P2", "Un toit décent", "Région", "Thème habitation"),
                r("P3", "Sortir de l'isolement", "Région", "Thème transport"));

    assertThat(cells(lines(workbook, Onglet.PRIORITES).get("palier"))).containsExactly("C1");
  }

  @Test
  void boxesTickedUnderTerritoriesTellWhere() {
    Classeur workbook =
        new Classeur()
            .feuille(
                "Projets 2021-2022",
                r("No de projet", "Titre du projet", "Coaticook", "Le Granit", "Montant accordé"),
                r("A-1", "Les jardins", true, false, 21000),
                r("A-2", "La popote", false, true, 12000),
                r("A-3", "Le camion", true, true, 8500));

    Ligne found = lines(workbook, Onglet.PROJETS).get("territoires");

    assertThat(found.source()).containsEntry("xListe", List.of("Coaticook", "Le Granit"));
  }

  @Test
  void aListOfWordsTellsNothingOfProjectsThatHaveOneOfThem() {
    Classeur workbook =
        new Classeur()
            .feuille(
                "Projets 2021-2022",
                r("No de projet", "Titre du projet", "Cible", "Aide FQIS accordée"),
                r("A-1", "Les jardins", "C1", 21000),
                r("A-2", "La popote", "C2", 12000),
                r("A-3", "Le camion", "C1", 8500))
            .feuille(
                "Listes",
                r("Cible", "Portée", "Clientèles"),
                r("C1", "Régionale", "Familles"),
                r("C2", "Locale", "Aînés"));

    assertThat(lines(workbook, Onglet.PROJETS)).doesNotContainKeys("portee", "clienteles");
  }

  @Test
  void whatAnotherSheetTellsNearlyAsWellIsNeverSure() {
    Object[] header =
        r("N° de projet", "Titre du projet", "Organisme promoteur", "Aide FQIS accordée");
    Classeur workbook =
        new Classeur()
            .feuille(
                "Relevé A",
                header,
                r("A-1", "Les jardins", "Maison A", 21000),
                r("A-2", "La popote", "Club B", 12000));
    assertThat(lines(workbook, Onglet.PROJETS).get("aideAccordee").confiance())
        .isGreaterThanOrEqualTo(Proposition.SURE);

    workbook.feuille(
        "Relevé B",
        r("N° de projet", "Titre du projet", "Coût total du projet", "Aide FQIS accordée"),
        r("A-1", "Les jardins", 40000, 20500),
        r("A-2", "La popote", 30000, 12500));

    assertThat(lines(workbook, Onglet.PROJETS).get("aideAccordee").confiance())
        .isLessThan(Proposition.SURE);
  }
}
