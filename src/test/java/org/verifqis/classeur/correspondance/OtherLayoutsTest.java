package org.verifqis.classeur.correspondance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.verifqis.classeur.correspondance.Classeur.r;
import static org.verifqis.classeur.correspondance.Facts.day;
import static org.verifqis.classeur.correspondance.Facts.facts;

import org.junit.jupiter.api.Test;
import org.verifqis.modele.Onglet;
import org.verifqis.modele.Reddition;

/** Whole workbooks in layouts of their own: every fact of them, and the cell that it stands in. */
class OtherLayoutsTest {
  @Test
  void threeStoreysOfWhichTheMiddleOneNeedNotBeTold() {
    Reddition read =
        new Classeur()
            .feuille(
                "Financement",
                r("Suivi financier des projets au 31 mars 2023"),
                r("Préparé par la coordination"),
                r("Projet", null, "Alliance", null, null, "Autres sources", null, "Total"),
                r(null, null, "Engagé", "Décaissé", null, "Gouvernements", "Milieu", null),
                r("No", "Nom", "$", "Avant", "Exercice", "$", "$", "$"),
                r("R-01", "Jardins", 1000, 250.5, 300, 75, "1 200,00", "=C6+F6+G6"),
                r("R-02", "Cuisines", 500, 0, 500, null, 40, 540))
            .fusionne("A3:B4")
            .fusionne("C3:E3")
            .fusionne("D4:E4")
            .fusionne("F3:G3")
            .fusionne("H3:H4")
            .lis(
                "blocs:",
                "- vers: Projets",
                "  feuille: Financement",
                "  entete: {contient: [Projet, Alliance], rangees: 3}",
                "  colonnes:",
                "    numero: Projet No",
                "    titre: Nom",
                "    aideAccordee: Alliance / Engagé",
                "    aideVerseeAnterieure: Alliance Avant",
                "    aideVerseeExercice: {entete: [Alliance, Décaissé, Exercice]}",
                "    autresAidesPubliques: Gouvernements",
                "    contributionMilieu: Milieu");
    assertThat(
            facts(
                read,
                Onglet.PROJETS,
                "numero",
                "titre",
                "aideAccordee",
                "aideVerseeAnterieure",
                "aideVerseeExercice",
                "autresAidesPubliques",
                "contributionMilieu",
                "contributionMilieu@"))
        .containsExactly(
            "R-01 | Jardins | 1000.00 | 250.50 | 300.00 | 75.00 | 1200.00 | Financement!G6",
            "R-02 | Cuisines | 500.00 | 0.00 | 500.00 | null | 40.00 | Financement!G7");
  }

  @Test
  void oneSheetForEachTerritoryWithItsOwnHeaderRowAndSubtotals() {
    Reddition read =
        new Classeur()
            .feuille("Sommaire", r("Dossier", "Montant"), r("Tous", 60))
            .feuille(
                "MRC de L'Érable",
                r("MRC de L'Érable"),
                r(),
                r("Volet", "Dossier", "Titre", "Montant"),
                r("A", "E-1", "Halte", 10),
                r(null, "E-2", "Répit", 15),
                r("Sous-total A", null, null, 25),
                r("B", "E-3", "Marché", 5),
                r("Sous-total B", null, null, 5),
                r("Total de la MRC", null, null, 30))
            .feuille(
                "MRC d'Arthabaska (2022)",
                r("Dossier", "Montant", "Titre"),
                r("A-1", 30, "Transport"),
                r("Total de la MRC", 30))
            .feuille("MRC archives", r("Dossier", "Montant", "Titre"), r("Z-1", 99, "Vieux"))
            .lis(
                "blocs:",
                "- vers: Projets",
                "  feuilles: {motif: '^MRC ', sauf: [{motif: '(?i)archives'}]}",
                "  entete: {contient: [Dossier, Montant]}",
                "  sauter: [{motif: '^Sous-total'}, {motif: '^Total'}]",
                "  colonnes:",
                "    numero: Dossier",
                "    titre: Titre",
                "    aideAccordee: Montant",
                "    territoires: {nomFeuille: \"^MRC (?:de |d')(.+?)(?: \\\\(.*)?$\"}");
    assertThat(
            facts(
                read,
                Onglet.PROJETS,
                "numero",
                "titre",
                "aideAccordee",
                "territoires",
                "territoires@"))
        .containsExactly(
            "E-1 | Halte | 10.00 | L'Érable | MRC de L'Érable",
            "E-2 | Répit | 15.00 | L'Érable | MRC de L'Érable",
            "E-3 | Marché | 5.00 | L'Érable | MRC de L'Érable",
            "A-1 | Transport | 30.00 | Arthabaska | MRC d'Arthabaska (2022)");
  }

  @Test
  void formsOneBelowTheOtherEachWithWhatItHas() {
    Reddition read =
        new Classeur()
            .feuille(
                "Fiches",
                r("FICHE DE PROJET no 1"),
                r("Numéro :", null, "P-1", "Statut :", "Actif"),
                r("Titre du projet"),
                r("Un toit pour tous"),
                r("Promoteur : Maison du quartier"),
                r("Aide accordée", null, null, 4500),
                r(),
                r("FICHE DE PROJET no 2"),
                r("Numéro :", null, "P-2", "Statut :", "Fermé"),
                r("Titre du projet"),
                r(null, "(en bas)"),
                r("Aide accordée", null, null, "3 000 $"),
                r("FICHE DE PROJET no 3"),
                r("Numéro :", null, "P-3"),
                r("Promoteur : Coop"))
            .fusionne("A2:B2")
            .fusionne("A6:C6")
            .lis(
                "blocs:",
                "- vers: Projets",
                "  feuille: Fiches",
                "  genre: fiche",
                "  ancre: {motif: '^FICHE DE PROJET'}",
                "  colonnes:",
                "    numero: {etiquette: 'Numéro :'}",
                "    titre: {etiquette: Titre du projet, ou: dessous}",
                "    promoteur: {etiquette: Promoteur, ou: dedans}",
                "    statut: {etiquette: 'Statut :', valeurs: {Actif: EN_COURS, Fermé: TERMINE}}",
                "    aideAccordee: {etiquette: Aide accordée}");
    assertThat(
            facts(
                read,
                Onglet.PROJETS,
                "numero",
                "titre",
                "promoteur",
                "statut",
                "aideAccordee",
                "aideAccordee@"))
        .containsExactly(
            "P-1 | Un toit pour tous | Maison du quartier | EN_COURS | 4500.00 | Fiches!D6",
            "P-2 | null | null | TERMINE | 3000.00 | Fiches!D12",
            "P-3 | null | Coop | null | null | Fiches");
  }

  @Test
  void tablesOfTheSameHeadersOneBelowTheOther() {
    Reddition read =
        new Classeur()
            .feuille(
                "Rapport",
                r("1. Projets régionaux"),
                r("No", "Titre", "Aide"),
                r("R-1", "Un", 10),
                r("R-2", "Deux", 20),
                r("Note : le projet R-2 finit en juin."),
                r(),
                r("2. Projets locaux"),
                r("No", "Titre", "Aide"),
                r("L-1", "Trois", 30),
                r(),
                r("3. Sommes reçues"),
                r("No", "Date", "Montant"),
                r(1, day(2022, 4, 15), 600),
                r(2, day(2022, 9, 2), 400),
                r("Total", null, 1000))
            .lis(
                "blocs:",
                "- vers: Projets",
                "  feuille: Rapport",
                "  entete: {contient: ['No', Titre], apres: 1. Projets régionaux}",
                "  arret: [{vide: true}, {motif: '^2'}]",
                "  sauter: {texte: 'Note : le projet R-2 finit en juin.'}",
                "  colonnes:",
                "    numero: 'No'",
                "    aideAccordee: Aide",
                "    portee: {constante: REGIONALE}",
                "- vers: Projets",
                "  feuille: Rapport",
                "  entete: {contient: ['No', Titre], apres: {motif: '^2[.] '}}",
                "  arret: {motif: '^$'}",
                "  colonnes: {numero: 'No', aideAccordee: Aide, portee: {constante: LOCALE}}",
                "- vers: Versements",
                "  feuille: Rapport",
                "  entete: {contient: ['No', Montant]}",
                "  colonnes: {numero: 'No', date: Date, montant: Montant}");
    assertThat(facts(read, Onglet.PROJETS, "numero", "aideAccordee", "portee", "numero@"))
        .containsExactly(
            "R-1 | 10.00 | REGIONALE | Rapport!A3",
            "R-2 | 20.00 | REGIONALE | Rapport!A4",
            "L-1 | 30.00 | LOCALE | Rapport!A9");
    assertThat(facts(read, Onglet.VERSEMENTS, "numero", "date", "montant"))
        .containsExactly("1 | 2022-04-15 | 600.00", "2 | 2022-09-02 | 400.00");
  }

  @Test
  void tablesSideBySideWithHeadersInCommonAndOfOtherLengths() {
    Reddition read =
        new Classeur()
            .feuille(
                "Bord",
                r("Dépenses", null, null, null, "Recettes"),
                r("No", "Organisme", "Montant", null, "No", "Date", "Montant"),
                r("D-1", "Jardins", 5, null, 1, day(2022, 4, 15), 100),
                r("D-2", "Cuisines", 7, null, 2, day(2022, 9, 1), 200),
                r(null, null, null, null, 3, day(2023, 1, 9), 300),
                r("Total", null, 12, null, "Total", null, 600))
            .lis(
                "blocs:",
                "- vers: Versements",
                "  feuille: Bord",
                "  entete: {contient: ['No', Date], contigu: true}",
                "  sauter: ^Total",
                "  colonnes: {numero: 'No', date: Date, montant: Montant}",
                "- vers: Projets",
                "  feuille: Bord",
                "  ancre: Dépenses",
                "  entete: {contient: ['No', Montant], contigu: true}",
                "  sauter: {colonne: 'No', texte: total}",
                "  colonnes: {numero: 'No', promoteur: Organisme, aideAccordee: Montant}");
    assertThat(facts(read, Onglet.VERSEMENTS, "numero", "date", "montant", "montant@"))
        .containsExactly(
            "1 | 2022-04-15 | 100.00 | Bord!G3",
            "2 | 2022-09-01 | 200.00 | Bord!G4",
            "3 | 2023-01-09 | 300.00 | Bord!G5");
    assertThat(facts(read, Onglet.PROJETS, "numero", "promoteur", "aideAccordee", "numero@"))
        .containsExactly("D-1 | Jardins | 5.00 | Bord!A3", "D-2 | Cuisines | 7.00 | Bord!A4");
  }

  @Test
  void theRightOneOfTwoTablesWithTheVerySameHeaderIsAnchored() {
    Reddition read =
        new Classeur()
            .feuille(
                "Côte",
                r("Régional", null, null, "Local"),
                r("No", "Aide", null, "No", "Aide"),
                r("R-1", 1, null, "L-1", 2),
                r("R-2", 3))
            .lis(
                "blocs:",
                "- vers: Projets",
                "  feuille: Côte",
                "  ancre: Local",
                "  entete: {contient: ['No'], contigu: true}",
                "  colonnes: {numero: 'No', aideAccordee: Aide}",
                "- vers: Projets",
                "  feuille: Côte",
                "  zone: {colonnes: [A, B]}",
                "  entete: {contient: ['No']}",
                "  colonnes: {numero: 'No', aideAccordee: Aide}");
    assertThat(facts(read, Onglet.PROJETS, "numero", "aideAccordee", "aideAccordee@"))
        .containsExactly("L-1 | 2.00 | Côte!E3", "R-1 | 1.00 | Côte!B3", "R-2 | 3.00 | Côte!B4");
  }

  @Test
  void recordsInColumnsWithUnitsBetweenTheLabelsAndThem() {
    Reddition read =
        new Classeur()
            .feuille(
                "Cartes",
                r("Projets de l'année", null, "(une colonne par projet)"),
                r("Identification"),
                r("Numéro", null, "P-1", "P-2", null, "P-3"),
                r("Nom", null, "Un", "Deux", null, "Trois"),
                r("Finances"),
                r("Aide", "k$", 1.5, 2, null, "3,25"),
                r("Début", null, day(2022, 4, 1), "1er mai 2022", null, "2022-06-01"),
                r("Total"))
            .lis(
                "blocs:",
                "- vers: Projets",
                "  feuille: Cartes",
                "  genre: transpose",
                "  entete: {contient: [Numéro, Aide]}",
                "  sauter: {colonne: Numéro, vide: true}",
                "  colonnes:",
                "    numero: Numéro",
                "    titre: Nom",
                "    aideAccordee: {entete: Aide, unite: k$}",
                "    dateDebut: Début");
    assertThat(
            facts(
                read,
                Onglet.PROJETS,
                "numero",
                "titre",
                "aideAccordee",
                "dateDebut",
                "aideAccordee@"))
        .containsExactly(
            "P-1 | Un | 1500.00 | 2022-04-01 | Cartes!C6",
            "P-2 | Deux | 2000.00 | 2022-05-01 | Cartes!D6",
            "P-3 | Trois | 3250.00 | 2022-06-01 | Cartes!F6");
  }
}
