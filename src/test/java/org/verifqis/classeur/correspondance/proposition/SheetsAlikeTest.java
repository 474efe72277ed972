package org.verifqis.classeur.correspondance.proposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.verifqis.classeur.correspondance.Classeur.r;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.verifqis.classeur.correspondance.Classeur;
import org.verifqis.modele.Onglet;
import org.verifqis.modele.proposition.Preuve.Nature;
import org.verifqis.modele.proposition.Proposition;
import org.verifqis.modele.proposition.Proposition.Bloc;

/** Several sheets with the same headers: years, funds, drafts, territories. */
class SheetsAlikeTest {
  private static final Object[] HEADER =
      r("N° de projet", "Titre du projet", "Organisme promoteur", "Aide FQIS accordée", "Début");

  private static Object[] row(String number, String title, double amount, int year) {
    return r(number, title, "Organisme " + title, amount, LocalDate.of(year, 9, 1));
  }

  /** A sheet of projects below a title. */
  private static Classeur projets(Classeur to, String name, String title, String prefix, int year) {
    return to.feuille(
        name,
        r(title),
        r(),
        HEADER,
        row(prefix + "1", "Jardin " + prefix, 12500, year),
        row(prefix + "2", "Cuisine " + prefix, 8000, year),
        row(prefix + "3", "Transport " + prefix, 4300.25, year));
  }

  private static Bloc projets(Classeur workbook) {
    return ProposeurTest.propose(workbook).blocs().stream()
        .filter(b -> b.onglet() == Onglet.PROJETS)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theSheetThatNamesTheYearIsTheOne() {
    Classeur workbook = new Classeur();
    projets(workbook, "Suivi 20-21", "Projets soutenus", "A", 2020);
    projets(workbook, "Suivi 21-22", "Projets soutenus", "B", 2021);

    assertThat(projets(workbook).feuilles()).containsExactly("Suivi 21-22");
  }

  @Test
  void aTitleNamesTheYearWhereTheSheetDoesNot() {
    Classeur workbook = new Classeur();
    projets(workbook, "Suivi A", "Situation au 31 mars 2022", "B", 2021);
    projets(workbook, "Suivi B", "Situation au 31 mars 2021", "A", 2020);

    assertThat(projets(workbook).feuilles()).containsExactly("Suivi A");
  }

  @Test
  void whatIsAnotherFundsIsLeftToIt() {
    Classeur workbook = new Classeur();
    projets(workbook, "FRR volet 2", "Projets 2021-2022", "F", 2021);
    projets(workbook, "Pauvreté", "Projets 2021-2022", "P", 2021);

    Proposition made = ProposeurTest.propose(workbook);

    assertThat(projets(workbook).feuilles()).containsExactly("Pauvreté");
    assertThat(made.ecarts())
        .anySatisfy(
            e -> {
              assertThat(e.intitule().texte()).isEqualTo("FRR volet 2");
              assertThat(e.raison().nature()).isEqualTo(Nature.JUMELLE);
            });
  }

  @Test
  void aDictionaryOfCodesIsNoListOfPriorities() {
    Classeur workbook = new Classeur();
    projets(workbook, "Projets", "Projets 2021-2022", "P", 2021);
    workbook.feuille(
        "dict_champs",
        r("Domaine", "Code", "Libellé"),
        r("statut", "A1", "Dossier ouvert"),
        r("statut", "A2", "Dossier fermé"),
        r("volet", "V1", "Volet commun"));

    assertThat(ProposeurTest.propose(workbook).blocs())
        .extracting(Bloc::onglet)
        .contains(Onglet.PROJETS)
        .doesNotContain(Onglet.PRIORITES);
  }

  /** What a person calls the group is as often its kind, its leader or its fiduciary. */
  @Test
  void oneEverydayWordIsNeverSure() {
    Classeur workbook =
        new Classeur()
            .feuille(
                "Projets 2021-2022",
                r("N° de projet", "Titre du projet", "Groupe", "Aide FQIS accordée"),
                r("P1", "Jardin", "Maison des jeunes", 12500),
                r("P2", "Cuisine", "Club des aînés", 8000),
                r("P3", "Transport", "Centre d'action bénévole", 4300.25));

    assertThat(projets(workbook).lignes())
        .anySatisfy(
            l -> {
              assertThat(l.champ().cle()).isEqualTo("promoteur");
              assertThat(l.confiance()).isLessThan(0.9);
            })
        .anySatisfy(
            l -> {
              assertThat(l.champ().cle()).isEqualTo("titre");
              assertThat(l.confiance()).isGreaterThanOrEqualTo(0.9);
            });
  }

  @Test
  void whatWasRefusedOrIsWaitingIsNotWhatWasGranted() {
    Classeur workbook = new Classeur();
    projets(workbook, "Projets refusés", "2021-2022", "F", 2021);
    projets(workbook, "Projets en attente", "2021-2022", "G", 2021);
    projets(workbook, "Projets retenus", "2021-2022", "P", 2021);

    assertThat(projets(workbook).feuilles()).containsExactly("Projets retenus");
  }

  @Test
  void oneSheetPerTerritoryIsOneBlockEvenWhereEachNumbersItsOwn() {
    Classeur workbook = new Classeur();
    for (String mrc : List.of("Papineau", "Pontiac")) {
      workbook.feuille(
          mrc,
          HEADER,
          r("1", "Jardin de " + mrc, "Centre " + mrc, 12500, LocalDate.of(2021, 9, 1)),
          r("2", "Cuisine de " + mrc, "Maison " + mrc, 9500, LocalDate.of(2021, 9, 1)));
    }

    Bloc block = projets(workbook);

    assertThat(block.feuilles()).containsExactly("Papineau", "Pontiac");
    assertThat(block.fiches()).isEqualTo(4);
  }

  @Test
  void lastYearsSheetsOfTheTerritoriesAreNoPartsOfThisYears() {
    Classeur workbook = new Classeur();
    for (String year : List.of("2020-2021", "2021-2022")) {
      for (String mrc : List.of("Papineau", "Pontiac", "Gatineau")) {
        int first = Integer.parseInt(year.substring(0, 4));
        projets(workbook, mrc + " " + year, "Projets", mrc.substring(0, 2) + year, first);
      }
    }

    assertThat(projets(workbook).feuilles())
        .containsExactly("Papineau 2021-2022", "Pontiac 2021-2022", "Gatineau 2021-2022");
  }

  @Test
  void whatNothingTellsApartIsNeverSure() {
    Classeur workbook = new Classeur();
    projets(workbook, "Liste Nadia", "Projets", "A", 2021);
    projets(workbook, "Liste Réjean", "Projets", "B", 2021);

    Bloc block = projets(workbook);

    assertThat(block.feuilles()).hasSize(1);
    assertThat(block.lignes()).allSatisfy(l -> assertThat(l.confiance()).isLessThan(0.9));
  }

  @Test
  void aHeaderOfVagueWordsAloneIsNeverSure() {
    Classeur workbook =
        new Classeur()
            .feuille(
                "Projets",
                r("Numéro", "Projet", "Organisme", "Montant"),
                r("P-1", "Jardin", "Centre du Nord", 12500),
                r("P-2", "Cuisine", "Maison du Sud", 7500));

    assertThat(projets(workbook).lignes())
        .filteredOn(l -> l.champ().cle().equals("aideAccordee"))
        .allSatisfy(l -> assertThat(l.confiance()).isLessThan(0.9));
  }

  @Test
  void eachSheetOfATerritoryIsNamedWithItsHeaders() {
    Classeur workbook = new Classeur();
    projets(workbook, "Papineau", "Projets", "PA", 2021);
    projets(workbook, "Pontiac", "Projets", "PO", 2021);

    assertThat(projets(workbook).lignes().get(0).intitules())
        .extracting(t -> t.lieu().feuille() + "!" + t.lieu().cellule())
        .containsExactly("Papineau!A3", "Pontiac!A3");
  }

  /** A record as a form of two labels and values a row. */
  private static Classeur fiche(Classeur to, String name, String number, String title) {
    return to.feuille(
        name,
        r("Fiche de projet"),
        r("N° de projet", number, null, "Titre du projet", title),
        r("Organisme promoteur", "Centre " + title, null, "NEQ", "1143210987"),
        r("Date de début", LocalDate.of(2021, 9, 1), null, "Date de fin", LocalDate.of(2022, 6, 1)),
        r("Aide FQIS accordée", 12500, null, "Coût total du projet", 20000));
  }

  @Test
  void aFormPerProjectHasItsLabelsInBothColumnsAndInEverySheet() {
    Classeur workbook = new Classeur();
    fiche(workbook, "Fiche A", "P-1", "Jardin");
    fiche(workbook, "Fiche B", "P-2", "Cuisine");

    Bloc block = projets(workbook);

    assertThat(block.feuilles()).containsExactly("Fiche A", "Fiche B");
    assertThat(block.fiches()).isEqualTo(2);
    assertThat(block.lignes())
        .filteredOn(l -> l.champ().cle().equals("coutTotal"))
        .singleElement()
        .satisfies(
            l ->
                assertThat(l.intitules())
                    .extracting(t -> t.lieu().feuille() + "!" + t.lieu().cellule())
                    .containsExactly("Fiche A!D5", "Fiche B!D5"));
  }

  @Test
  void tablesSideBySideBelowTheirTitlesAreABlockEach() {
    Classeur workbook =
        new Classeur()
            .feuille(
                "Portrait",
                r("Volet local", null, null, null, null, "Volet régional"),
                r(
                    "N° de projet",
                    "Titre du projet",
                    "Organisme promoteur",
                    "Aide FQIS accordée",
                    null,
                    "N° de projet",
                    "Titre du projet",
                    "Organisme promoteur",
                    "Aide FQIS accordée"),
                r(
                    "L-1",
                    "Jardin",
                    "Centre du Nord",
                    12500,
                    null,
                    "R-1",
                    "Transport",
                    "Table A",
                    88000),
                r("L-2", "Cuisine", "Maison du Sud", 7500, null, "R-2", "Forum", "Table B", 61000));

    List<Bloc> blocks =
        ProposeurTest.propose(workbook).blocs().stream()
            .filter(b -> b.onglet() == Onglet.PROJETS)
            .toList();

    assertThat(blocks)
        .extracting(b -> b.lignes().get(0).intitules().get(0).lieu().cellule())
        .containsExactly("A2", "F2");
    assertThat(blocks).extracting(b -> b.cadre().get("zone")).containsExactly("A:D", "F:I");
  }

  @Test
  void aJournalOfWhatWasPaidOutIsNoListOfWhatWasReceived() {
    Classeur workbook = new Classeur();
    projets(workbook, "Projets", "Projets 2021-2022", "P", 2021);
    workbook.feuille(
        "Cahier des sorties",
        r("Date", "Projet", "Montant", "Référence"),
        r(LocalDate.of(2021, 5, 3), "P1", 2500, "CH-101"),
        r(LocalDate.of(2021, 8, 9), "P2", 4000, "CH-102"));

    assertThat(ProposeurTest.propose(workbook).blocs())
        .extracting(Bloc::onglet)
        .doesNotContain(Onglet.VERSEMENTS);
  }

  @Test
  void whatIsOnlyThereForAnotherYearIsNotProposed() {
    Classeur workbook = new Classeur();
    workbook.feuille(
        "Versements 2021-2022",
        r("N°", "Type de versement", "Date de réception", "Montant"),
        r("1", "Avril", LocalDate.of(2021, 5, 3), 250000),
        r("2", "Septembre", LocalDate.of(2021, 10, 4), 250000));
    projets(workbook, "Projets 2019-2020", "Projets", "V", 2019);

    assertThat(ProposeurTest.propose(workbook).blocs())
        .extracting(Bloc::onglet)
        .containsExactly(Onglet.VERSEMENTS);
  }

  @Test
  void aHeaderThatHeadsEachPageIsOneTableWithoutWhatStandsAboveIt() {
    Object[] header = r("No", "Titre du projet", "Organisme", "Montant accordé");
    Proposition made =
        ProposeurTest.propose(
            new Classeur()
                .feuille(
                    "RAP010",
                    r("MRC du Nord"),
                    r("RAP010 - Subventions     Page 1"),
                    r(),
                    header,
                    r("1", "Jardins", "Maison Un", 1000),
                    r("2", "Popote", "Maison Deux", 2000),
                    r("MRC du Nord"),
                    r("RAP010 - Subventions     Page 2"),
                    r(),
                    header,
                    r("3", "Livres", "Maison Trois", 3000),
                    r("4", "Vélos", "Maison Quatre", 4000)));
    Bloc projects =
        made.blocs().stream().filter(b -> b.onglet() == Onglet.PROJETS).findFirst().orElseThrow();
    assertThat(projects.lignes().get(0).intitules().get(0).lieu().cellule()).isEqualTo("A4");
    assertThat(projects.cadre().get("entete").toString()).contains("repete=true");
    assertThat(projects.cadre())
        .containsEntry(
            "sauter", "^(MRC\\s+du\\s+Nord|RAP[0-9]+\\s+-\\s+Subventions\\s+Page\\s+[0-9]+)$");
  }

  @Test
  void anOldSheetThatNamesItsYearThriceIsStillTheOldOne() {
    Object[] now = r("No", "Titre du projet", "Organisme", "Versé 2022-2023");
    Object[] old = r("No", "Titre du projet", "Organisme", "Versé 2021-2022");
    Proposition made =
        ProposeurTest.propose(
            new Classeur()
                .feuille(
                    "Page titre", r("Période", "1er avril 2022 au 31 mars 2023"), r("Agent", "A"))
                .feuille(
                    "Registre",
                    r("Registre des octrois"),
                    r(),
                    now,
                    r("1", "Jardins", "Maison Un", 1000),
                    r("2", "Popote", "Maison Deux", 2000))
                .feuille(
                    "Registre 2021-2022",
                    r("Registre, exercice clos le 31 mars 2022"),
                    r(),
                    old,
                    r("1", "Jardins", "Maison Un", 500),
                    r("2", "Popote", "Maison Deux", 700)));
    Bloc projects =
        made.blocs().stream().filter(b -> b.onglet() == Onglet.PROJETS).findFirst().orElseThrow();
    assertThat(projects.lignes().get(0).intitules().get(0).lieu().feuille()).isEqualTo("Registre");
  }
}
