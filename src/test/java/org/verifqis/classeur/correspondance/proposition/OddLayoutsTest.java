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

  @Test
  void monthsWithYearsOfTwoDigitsAreOfThisCentury() {
    Classeur workbook =
        new Classeur()
            .feuille(
                "Files 22-23",
                r("File", "Title", "Sent before Apr 22", "Sent Apr 22–Mar 23"),
                r("A-1", "Kids cook", 32600, 32601),
                r("A-2", "Bush breakfast", 14520, 9680));

    Map<String, Ligne> found = lines(workbook, Onglet.PROJETS);

    assertThat(cells(found.get("aideVerseeAnterieure"))).containsExactly("C1");
    assertThat(cells(found.get("aideVerseeExercice"))).containsExactly("D1");
  }

  private static Classeur listed() {
    return new Classeur()
        .feuille(
            "Ententes 2021-2022",
            r("No de projet", "Titre du projet", "Terr.", "Sit.", "Coût total"),
            r("21.01", "Les jardins", "Bellechasse", "clos", 96350),
            r("21.02", "La popote", "Les Etchemins", "ouvert", 145900),
            r("21.03", "Le camion", "Lotbinière", "clos", 43500));
  }

  @Test
  void shortenedHeadersAreReadByTheirBeginningAndTheirValues() {
    Map<String, Ligne> found = lines(listed(), Onglet.PROJETS);

    assertThat(cells(found.get("territoires"))).containsExactly("C1");
    assertThat(cells(found.get("statut"))).containsExactly("D1");
  }

  @Test
  void chequesToTheProjectsAreNoneThatWereReceived() {
    Classeur workbook =
        listed()
            .feuille(
                "Chèques",
                r("No chq", "# ent.", "Émis le", "Montant"),
                r(2101, "21.03", day(5), 2352),
                r(2102, "21.02", day(6), 17370),
                r(2103, "21.01", day(7), 24192),
                r(2104, "21.02", day(8), 17949));

    assertThat(lines(workbook, Onglet.VERSEMENTS)).isEmpty();
  }

  @Test
  void aJournalOfWhatAnotherTableListsIsNoListOfBodies() {
    Classeur workbook =
        new Classeur()
            .feuille(
                "Participation 2021-2022",
                r("#", "Activité", "Combien de personnes", "Accompagnement"),
                r("p1", "Café des voix", 13, "oui"),
                r("p2", "Gang du lundi", 56, "non"),
                r("p3", "Deux sièges", 45, "oui"))
            .feuille(
                "Rencontres",
                r("Quand", "#", "Lieu", "Tenue ?"),
                r(day(4), "p1", "Centre", "oui"),
                r(day(5), "p3", "Centre", "oui"),
                r(day(6), "p2", "Église", "oui"),
                r(day(7), "p1", "Église", "non"));

    assertThat(lines(workbook, Onglet.GOUVERNANCE)).isEmpty();
    assertThat(lines(workbook, Onglet.PROJETS)).isEmpty();
    assertThat(lines(workbook, Onglet.VERSEMENTS)).as("no amount at all").isEmpty();
  }

  @Test
  void crossesUnderNumberedCodesAreReadAsALegendExplainsThem() {
    Classeur workbook =
        new Classeur()
            .feuille(
                "Participation 2021-2022",
                r("Activité", "E1", "E2", "E3", "Combien de personnes", "Accompagnement"),
                r("Café des voix", "x", null, null, 13, "oui"),
                r("Gang du lundi", null, "x", null, 56, "non"),
                r("Deux sièges", null, null, "x", 45, "oui"))
            .feuille(
                "Légende",
                r("Code", "Ça veut dire"),
                r("E1", "dresser le portrait"),
                r("E2", "choisir les projets"),
                r("E3", "zizanie"));

    assertThat(lines(workbook, Onglet.CIBLE_4).get("etape").source())
        .containsEntry("x", Map.of("E1", "PORTRAIT", "E2", "SELECTION"));
  }

  @Test
  void aBookOfWhatWentOutIsNoListOfProjects() {
    Classeur workbook =
        new Classeur()
            .feuille(
                "Caisse 2021-2022",
                r("ENTRÉES", null, null, null, null, null, "SORTIES"),
                r("No", "Jour", "De qui", "Pour", "Somme", null, "No", "Jour", "À qui", "Somme"),
                r("E1", day(4), "MTESS", "départ", 70000, null, "S1", day(5), "Coop", 6850),
                r("E2", day(5), "MTESS", "suite", 151550, null, "S2", day(6), "Popote", 10600),
                r("E3", day(6), "MRC", "don", 2500, null, "S3", day(7), "Taxi", 10950));

    assertThat(lines(workbook, Onglet.PROJETS)).isEmpty();
    assertThat(cells(lines(workbook, Onglet.VERSEMENTS).get("montant"))).containsExactly("E2");
  }

  @Test
  void aFormThatStandsForEachOfSeveralRecordsIsNotTheAgreements() {
    Classeur workbook = new Classeur();
    for (int i = 1; i <= 3; i++) {
      workbook.feuille(
          "AT0" + i,
          r("NEQ", "881343001" + i),
          r("Sorte d'organisme", "OBNL"),
          r("Signature du protocole", day(i)),
          r("Personne-ressource", "Luce " + i),
          r("Courriel", "a" + i + "@exemple.org"));
    }

    assertThat(lines(workbook, Onglet.IDENTIFICATION)).isEmpty();
  }

  @Test
  void aFiscalYearBeginsAndEndsOnItsDays() {
    Classeur workbook =
        new Classeur()
            .feuille(
                "Page titre",
                r("Code de l'entente", "ALL-09"),
                r("Mandataire", "Table des groupes"),
                r("NEQ du mandataire", "8813430015"),
                r("Début de la période couverte", LocalDate.of(2021, 4, 1)),
                r("Valide jusqu'au", LocalDate.of(2023, 9, 30)));

    assertThat(lines(workbook, Onglet.IDENTIFICATION)).doesNotContainKey("exerciceFin");
  }

  @Test
  void amountsAreAddedUpUnderAHeadingAndNothingElse() {
    Classeur workbook =
        new Classeur()
            .feuille(
                "État des résultats 2021-2022",
                r("Produit le"),
                r("Subvention FQIS", 834300),
                r("Intérêts", 1098),
                r("Total des produits", 835398),
                r("Volet régional", 29000));

    assertThat(lines(workbook, Onglet.IDENTIFICATION)).isEmpty();
  }

  @Test
  void whoAnswersForWhatBelowNotesIsNoListOfBodies() {
    Classeur workbook =
        new Classeur()
            .feuille(
                "Consignes de saisie",
                r("Ne pas insérer de colonne."),
                r(),
                r("Conseillère", "Territoire"),
                r("É. B.", "Rive-Sud"),
                r("J.-F. C.", "Haute-Yamaska"),
                r("M. L.", "Vallée"));

    assertThat(lines(workbook, Onglet.GOUVERNANCE)).isEmpty();
  }

  @Test
  void whatIsWrittenWithFourDecimalsIsAnAccountAndNoCost() {
    Classeur workbook =
        new Classeur()
            .feuille(
                "Contributions",
                r("No", "Organisme", "Titre", "Montant accordé", "Ctr coût"),
                r("1042600", "Association des locataires", "Cafés", 18350, "2101.0014000"),
                r("1042607", "Entraide Lachine", "Mentorat", 68050, "2101.0014000"),
                r("1042614", "Entraide Cartierville", "Coup de main", 88050, "2101.0014000"),
                r("1042621", "Office d’habitation", "Covoiturage", 118850, "2102.0014000"));

    Map<String, Ligne> found = lines(workbook, Onglet.PROJETS);

    assertThat(cells(found.get("aideAccordee"))).containsExactly("D1");
    assertThat(found).doesNotContainKey("coutTotal");
  }
}
