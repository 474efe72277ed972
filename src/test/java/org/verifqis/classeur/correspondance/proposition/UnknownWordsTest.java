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
import org.verifqis.modele.proposition.Proposition.Bloc;
import org.verifqis.modele.proposition.Proposition.Ligne;

/** What figures, days and places tell where the words of a header tell nothing. */
class UnknownWordsTest {
  /** Where each field of one of our sheets is read, by its key. */
  private static Map<String, String> places(Classeur workbook, Onglet onglet) {
    Map<String, String> places = new TreeMap<>();
    lines(workbook, onglet)
        .forEach((key, line) -> places.put(key, line.intitules().get(0).lieu().cellule()));
    return places;
  }

  private static Map<String, Ligne> lines(Classeur workbook, Onglet onglet) {
    Map<String, Ligne> lines = new TreeMap<>();
    ProposeurTest.propose(workbook).blocs().stream()
        .filter(b -> b.onglet() == onglet)
        .forEach(b -> b.lignes().forEach(l -> lines.put(l.champ().cle(), l)));
    return lines;
  }

  private static final Object[] PROJECTS =
      r("Code", "Titre", "Organisme", "Zib", "Zab", "Zob", "Zub", "Zeb", "Zyb", "Zoub", "Zaub");

  private static Object[] project(
      String code, String title, int month, double granted, double before, double within) {
    return r(
        code,
        title,
        "Maison " + title,
        LocalDate.of(2021, month, 2),
        LocalDate.of(2021, month, 20),
        LocalDate.of(2022, month, 20),
        granted,
        before,
        within,
        month * 1000.0,
        granted + month * 1000.0 + 750);
  }

  @Test
  void daysThatFollowEachOtherAreSignedBegunAndEnded() {
    Map<String, String> found =
        places(
            new Classeur()
                .feuille(
                    "Projets 2021-2022",
                    PROJECTS,
                    project("A-1", "Les jardins du rang", 5, 21000, 4000, 9000),
                    project("A-2", "La popote du midi", 6, 12000, 2000, 8000),
                    project("A-3", "Le camion des livres", 7, 8500, 0, 5000)),
            Onglet.PROJETS);

    assertThat(found)
        .containsEntry("dateProtocole", "D1")
        .containsEntry("dateDebut", "E1")
        .containsEntry("dateFin", "F1");
  }

  @Test
  void amountsThatMakeUpAnotherAreTheGrantTheGovernmentsTheCommunityAndTheCost() {
    Classeur workbook =
        new Classeur()
            .feuille(
                "Projets 2021-2022",
                r(
                    "Code",
                    "Titre",
                    "Organisme",
                    "Zub",
                    "Zeb",
                    "Zyb",
                    "Zoub",
                    "Zaub",
                    "Zim",
                    "Zom",
                    "Zam"),
                r("A-1", "Les jardins", "Maison A", 21000, 4000, 9000, 5000, 750, 26750, 120, 14),
                r("A-2", "La popote du midi", "Club B", 12000, 0, 8000, 0, 1200, 13200, 80, 9),
                r("A-3", "Les livres", "Coop C", 8500, 1500, 5000, 3000, 400, 11900, 300, 41));

    Map<String, String> found = places(workbook, Onglet.PROJETS);

    assertThat(found)
        .containsEntry("aideAccordee", "D1")
        .containsEntry("aideVerseeAnterieure", "E1")
        .containsEntry("aideVerseeExercice", "F1")
        .containsEntry("autresAidesPubliques", "G1")
        .containsEntry("contributionMilieu", "H1")
        .containsEntry("coutTotal", "I1")
        .containsEntry("personnesRejointes", "J1")
        .containsEntry("pspesImpliquees", "K1");
    assertThat(lines(workbook, Onglet.PROJETS).get("coutTotal").confiance())
        .as("to be confirmed")
        .isLessThan(Proposition.SURE);
  }

  @Test
  void amountsThatMakeNothingUpAreNotTold() {
    Map<String, String> found =
        places(
            new Classeur()
                .feuille(
                    "Projets 2021-2022",
                    r("Code", "Titre", "Organisme", "Zub", "Zoub", "Zaub", "Zim"),
                    r("A-1", "Les jardins", "Maison A", 21000, 5000, 750, 26000),
                    r("A-2", "La popote du midi", "Club B", 12000, 0, 1200, 13000),
                    r("A-3", "Les livres", "Coop C", 8500, 3000, 400, 12000)),
            Onglet.PROJETS);

    assertThat(found).doesNotContainKeys("autresAidesPubliques", "contributionMilieu", "coutTotal");
  }

  private static Classeur report(double closing) {
    return new Classeur()
        .feuille(
            "Zizanie 2021-2022",
            r("Zeste", 12000),
            r("Zinc", 90000.5),
            r("Zoo", 310.25),
            r("Zone", 0),
            r("Zorro", 90310.75),
            r("Zut", 21000),
            r("Zen", 3200),
            r("Zip", 30000),
            r("Zap", 25000.75),
            r("Zup", 4500),
            r("Zop", 610),
            r("Zazou", 84310.75),
            r("Zigzag", closing),
            r("Zéro", 7000));
  }

  @Test
  void aFinancialReportIsToldByItsOwnSums() {
    Map<String, String> found = places(report(18000), Onglet.RAPPORT_FINANCIER);

    assertThat(found)
        .containsEntry("soldeOuverture", "A1")
        .containsEntry("versementsRecus", "A2")
        .containsEntry("interets", "A3")
        .containsEntry("autresRevenus", "A4")
        .containsEntry("totalRevenus", "A5")
        .containsEntry("depCoordination", "A6")
        .containsEntry("depParticipation", "A7")
        .containsEntry("depProjetsRegionaux", "A8")
        .containsEntry("depProjetsLocaux", "A9")
        .containsEntry("depAdministration", "A10")
        .containsEntry("depAutres", "A11")
        .containsEntry("totalDepenses", "A12")
        .containsEntry("soldeCloture", "A13")
        .containsEntry("engagements", "A14");
  }

  @Test
  void figuresThatDoNotBalanceAreNoFinancialReport() {
    assertThat(places(report(18001), Onglet.RAPPORT_FINANCIER)).isEmpty();
  }

  @Test
  void whatStandsBetweenKnownLabelsIsToldByItsPlace() {
    Map<String, String> found =
        places(
            new Classeur()
                .feuille(
                    "Page titre",
                    r("Code de l'entente", "ALL-09"),
                    r("Zizi", "MRC de la Rive"),
                    r("Type de mandataire", "MRC"),
                    r("NEQ du mandataire", "8813430015"),
                    r("Zou", LocalDate.of(2021, 4, 1)),
                    r("Fin de l'exercice", LocalDate.of(2022, 3, 31)),
                    r("Type de reddition", "Annuelle"),
                    r("Zan", LocalDate.of(2018, 7, 5)),
                    r("Date de fin de l'entente", LocalDate.of(2023, 9, 30)),
                    r("Zut", 2345000),
                    r("Date de dépôt du plan de travail", LocalDate.of(2018, 9, 28))),
            Onglet.IDENTIFICATION);

    assertThat(found)
        .containsEntry("mandataireNom", "A2")
        .containsEntry("exerciceDebut", "A5")
        .containsEntry("dateSignatureEntente", "A8")
        .containsEntry("enveloppe", "A10");
  }

  @Test
  void oneOfTwoThatMayStandInAGapIsNotTold() {
    Map<String, String> found =
        places(
            new Classeur()
                .feuille(
                    "Page titre",
                    r("Code de l'entente", "ALL-09"),
                    r("Type de mandataire", "MRC"),
                    r("Zou", LocalDate.of(2021, 5, 1)),
                    r("Type de reddition", "Annuelle"),
                    r("Enveloppe totale de l'entente", 2345000)),
            Onglet.IDENTIFICATION);

    assertThat(found).doesNotContainKeys("exerciceDebut", "exerciceFin");
  }

  @Test
  void headersInTwoLanguagesAreReadInEither() {
    Map<String, String> found =
        places(
            new Classeur()
                .feuille(
                    "Projects 2021-2022",
                    r("Zig\nNo de projet", "Zag\nTitre", "Lead organization\nZog", "Zug\nFin"),
                    r("A-1", "Les jardins", "Maison A", LocalDate.of(2022, 5, 1)),
                    r("A-2", "La popote", "Club B", LocalDate.of(2022, 6, 1))),
            Onglet.PROJETS);

    assertThat(found)
        .containsEntry("numero", "A1")
        .containsEntry("titre", "B1")
        .containsEntry("promoteur", "C1")
        .containsEntry("dateFin", "D1");
  }

  @Test
  void headersThatStandTwiceAreToldByWhatStandsAboveThem() {
    Map<String, String> found =
        places(
            new Classeur()
                .feuille(
                    "Projets 2021-2022",
                    r("Dossier", null, "Jalons planifiés", null, "Jalons réels", null),
                    r("Code", "Titre", "Début", "Fin", "Début", "Fin"),
                    r(
                        "A-1",
                        "Les jardins",
                        LocalDate.of(2021, 5, 1),
                        LocalDate.of(2022, 5, 1),
                        LocalDate.of(2021, 6, 1),
                        LocalDate.of(2022, 6, 1)),
                    r(
                        "A-2",
                        "La popote",
                        LocalDate.of(2021, 5, 2),
                        LocalDate.of(2022, 5, 2),
                        LocalDate.of(2021, 6, 2),
                        LocalDate.of(2022, 6, 2)))
                .fusionne("A1:B1")
                .fusionne("C1:D1")
                .fusionne("E1:F1"),
            Onglet.PROJETS);

    assertThat(found).containsEntry("dateDebut", "E2").containsEntry("dateFin", "F2");
  }

  @Test
  void fromAMonthToAMonthIsAYear() {
    Map<String, String> found =
        places(
            new Classeur()
                .feuille(
                    "Projets 2021-2022",
                    r("Code", "Titre", "Zib avant avril 2021", "Zib d’avril 2021 à mars 2022"),
                    r("A-1", "Les jardins", 4000, 9000),
                    r("A-2", "La popote", 2000, 8000)),
            Onglet.PROJETS);

    assertThat(found)
        .containsEntry("aideVerseeAnterieure", "C1")
        .containsEntry("aideVerseeExercice", "D1");
  }

  @Test
  void aVerbIsReadWithWhatFollowsIt() {
    Map<String, String> found =
        places(
            new Classeur()
                .feuille(
                    "Projets 2021-2022",
                    r("Code", "Titre", "Porte sur", "Porté par"),
                    r("A-1", "Les jardins", "Le rang du nord", "Maison A"),
                    r("A-2", "La popote", "Le village du sud", "Club B")),
            Onglet.PROJETS);

    assertThat(found).containsEntry("promoteur", "D1");
  }

  @Test
  void moreLinesThanAreAskedForAreAddedUpByWhatTheyName() {
    Map<String, Ligne> found =
        lines(
            new Classeur()
                .feuille(
                    "Zizanie 2021-2022",
                    r("Zeste", 12000),
                    r("Zinc", 90000),
                    r("Intérêts générés", 310),
                    r("Zorro", 90310),
                    r("Rémunération – coordination", 20000),
                    r("Frais de déplacement – coordination", 1000),
                    r("Participation des PSPES", 3200),
                    r("Projets régionaux", 30000),
                    r("Projets locaux", 25000),
                    r("Frais d’administration", 4500),
                    r("Zop", 610),
                    r("Zup", 40),
                    r("Zazou", 84350),
                    r("Zigzag", 17960)),
            Onglet.RAPPORT_FINANCIER);

    assertThat(cells(found.get("depCoordination"))).containsExactly("A5", "A6");
    assertThat(cells(found.get("depAutres"))).as("what is left").containsExactly("A11", "A12");
  }

  private static List<String> cells(Ligne line) {
    return line.intitules().stream().map(t -> t.lieu().cellule()).toList();
  }

  @Test
  void aRowForEachThingThatIsToldOfAProjectIsReadByWhatItTells() {
    Classeur workbook =
        new Classeur()
            .feuille(
                "Export 2021-2022",
                r("Projet", "Renseignement", "Valeur"),
                r("A-1", "Titre", "Les jardins"),
                r("A-1", "Organisme promoteur", "Maison A"),
                r("A-1", "Aide FQIS accordée", 21000),
                r("A-1", "Date de début", LocalDate.of(2021, 5, 2)),
                r("A-2", "Titre", "La popote"),
                r("A-2", "Organisme promoteur", "Club B"),
                r("A-2", "Aide FQIS accordée", 12000),
                r("A-2", "Date de début", LocalDate.of(2021, 6, 2)));

    Map<String, Ligne> found = lines(workbook, Onglet.PROJETS);

    assertThat(found).containsKeys("numero", "titre", "promoteur", "aideAccordee", "dateDebut");
    assertThat(found.get("titre").source())
        .containsEntry("entete", "Valeur")
        .containsEntry("si", Map.of("Renseignement", "Titre"));
    assertThat(found.get("aideAccordee").exemples())
        .as("it is read so")
        .anySatisfy(v -> assertThat(v.toString()).contains("21000"));
  }

  @Test
  void aLedgerThatTellsProjectsByTheirCodesIsAddedUpWhateverItsHeadersAre() {
    Classeur workbook =
        new Classeur()
            .feuille(
                "Projets 2021-2022",
                r("No de projet", "Titre du projet", "Aide FQIS accordée"),
                r("FA-21-01", "Les jardins", 21000),
                r("FA-21-02", "La popote", 12000),
                r("FA-21-03", "Le camion", 8500))
            .feuille(
                "Écritures",
                r("Jour", "Cpte", "Zib", "Débit", "Crédit"),
                r(LocalDate.of(2021, 2, 1), 5310, "FA-21-01", 4000.5, null),
                r(LocalDate.of(2021, 6, 1), 5310, "FA-21-01", 9000.25, null),
                r(LocalDate.of(2021, 7, 1), 5310, "FA-21-02", 8000, null),
                r(LocalDate.of(2021, 9, 1), 5310, "FA-21-03", 1500, null),
                r(LocalDate.of(2021, 9, 2), 5310, "FA-21-03", 2500, null));

    Map<String, Ligne> found = lines(workbook, Onglet.PROJETS);

    assertThat(cells(found.get("aideVerseeAnterieure"))).containsExactly("D1");
    assertThat(cells(found.get("aideVerseeExercice"))).containsExactly("D1");
  }

  @Test
  void paymentsReceivedInOtherYearsArePaymentsToo() {
    Object[] header = r("N°", "Date de réception", "Montant", "Type de versement");
    Classeur workbook =
        new Classeur()
            .feuille(
                "Versements 2020-2021",
                header,
                r("1", LocalDate.of(2020, 4, 20), 90000, "Versement d'avril"),
                r("2", LocalDate.of(2020, 9, 15), 45000, "Versement de septembre"))
            .feuille(
                "Versements 2021-2022",
                header,
                r("3", LocalDate.of(2021, 4, 20), 91000, "Versement d'avril"),
                r("4", LocalDate.of(2021, 9, 15), 46000, "Versement de septembre"));

    Bloc block =
        ProposeurTest.propose(workbook).blocs().stream()
            .filter(b -> b.onglet() == Onglet.VERSEMENTS)
            .findFirst()
            .orElseThrow();

    assertThat(block.feuilles()).containsExactly("Versements 2020-2021", "Versements 2021-2022");
  }

  @Test
  void aTableAndAFormBelowItAreReadBoth() {
    Classeur workbook =
        new Classeur()
            .feuille(
                "Caisse 2021-2022",
                r("N°", "Date de réception", "Montant", "Type de versement"),
                r("1", LocalDate.of(2021, 4, 20), 90000, "Versement d'avril"),
                r("2", LocalDate.of(2021, 9, 15), 45000, "Versement de septembre"),
                r(),
                r("Entrées et sorties"),
                r("Solde d’ouverture", 100),
                r("Versements FQIS reçus", 135000),
                r("Intérêts générés", 12),
                r("Total des revenus", 135012),
                r("Projets locaux", 100000),
                r("Frais d’administration", 5000),
                r("Total des dépenses", 105000),
                r("Solde de clôture", 30112));

    assertThat(places(workbook, Onglet.VERSEMENTS)).containsEntry("montant", "C1");
    assertThat(places(workbook, Onglet.RAPPORT_FINANCIER)).containsEntry("soldeCloture", "A13");
  }
}
